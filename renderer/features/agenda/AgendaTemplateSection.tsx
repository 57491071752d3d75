import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Trash2 from 'lucide-react/icons/trash-2'
import type { AgendaTemplateLine } from '../../../electron/domain/agenda/version.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { NO_NATURE, natureChoices } from '../../parts/natures.ts'
import { templateText as text } from '../../text/agenda-template.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { LinesSection } from '../../ui/LinesSection.tsx'
import { DurationField } from '../../ui/ParsedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'

const roles = Object.entries(text.roles).map(([value, label]) => ({
  value: value as AgendaTemplateLine['role'],
  label,
}))
const roleHelp: Partial<Record<AgendaTemplateLine['role'], string>> = text.roleHelp

export function AgendaTemplateSection() {
  const lines = useQuery('agenda.template', {})
  const add = useWrite('agenda.addTemplateLine')
  return (
    <LinesSection
      title={text.title}
      lead={text.lead}
      lines={lines.data}
      empty={text.empty}
      error={lines.error ?? add.error}
      onRetry={() => void lines.refetch()}
      add={text.add}
      onAdd={() =>
        add.mutate({
          id: newId(),
          fields: { role: 'item', title: text.newTitle, kind: 'item', nature: null, durationMinutes: null },
        })
      }
    >
      {(all) => (
        <ol className="list template-list">
          {all.map((line, rank) => (
            <li key={line.id}>
              <Line line={line} rank={rank} last={rank === all.length - 1} />
            </li>
          ))}
        </ol>
      )}
    </LinesSection>
  )
}

function Line({ line: stored, rank, last }: { line: AgendaTemplateLine; rank: number; last: boolean }) {
  const { id, version } = stored
  const {
    patch,
    error,
    retry,
    giveUp,
    row: line,
  } = usePatch(
    'agenda.updateTemplateLine',
    { id, version },
    stored,
    (lines) => lines.find((one) => one.id === id)?.version,
  )
  const { title } = line
  const move = useWrite('agenda.moveTemplateLine')
  const remove = useWrite('agenda.removeTemplateLine', {
    onSuccess: () => showUndoToast(text.removed(title)),
  })
  const failure = error ?? move.error ?? remove.error
  const to = (index: number) => move.mutate({ id, version, index })
  return (
    // A group of fields: one line of the template.
    <fieldset className="template-line" aria-label={text.line(rank + 1, title)}>
      {failure === null ? null : (
        <ErrorBanner error={failure} onRetry={error === null ? undefined : retry} onGiveUp={giveUp} />
      )}
      <div className="template-fields">
        <TextField
          label={text.itemTitle}
          prose
          value={title}
          help={roleHelp[line.role]}
          needed
          onCommit={(title) => patch({ title })}
        />
        <Select label={text.role} value={line.role} choices={roles} onCommit={(role) => patch({ role })} />
        <Select
          label={text.nature}
          value={line.nature ?? NO_NATURE}
          choices={natureChoices}
          onCommit={(nature) => patch({ nature: nature === NO_NATURE ? null : nature })}
        />
        <DurationField
          label={text.duration}
          value={line.durationMinutes}
          onCommit={(durationMinutes) => patch({ durationMinutes })}
        />
        <div className="row template-acts">
          {rank === 0 ? null : (
            <Button look="ghost" icon={ArrowUp} steps label={text.up(title)} onPress={() => to(rank - 1)} />
          )}
          {last ? null : (
            <Button
              look="ghost"
              icon={ArrowDown}
              steps
              label={text.down(title)}
              onPress={() => to(rank + 1)}
            />
          )}
          <Button
            look="ghost"
            icon={Trash2}
            label={text.remove(title)}
            onPress={() => remove.mutate({ id, version })}
          />
        </div>
      </div>
    </fieldset>
  )
}
