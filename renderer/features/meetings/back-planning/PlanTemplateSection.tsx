import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { BackPlanLine } from '../../../../electron/domain/meetings/back-planning.ts'
import { newId } from '../../../api/new-id.ts'
import { showUndoToast } from '../../../api/toasts.ts'
import { usePatch } from '../../../api/use-patch.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useWrite } from '../../../api/use-write.ts'
import { offsetWords, planText, planTemplateText as text } from '../../../text/back-planning.ts'
import { planGoText } from '../../../text/plan-go.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { LinesSection } from '../../../ui/LinesSection.tsx'
import { LineFields } from './LineFields.tsx'
import { planIcon } from './plan-acts.ts'

export function PlanTemplateSection() {
  const lines = useQuery('backPlanning.template', {})
  const [opened, setOpened] = useState<string | null>(null)
  const add = useWrite('backPlanning.addLine', { onSuccess: (_, { id }) => setOpened(id) })
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
          fields: { title: planText.fresh, offsetDays: -7, counting: 'calendar', act: null },
        })
      }
    >
      {(all) => (
        <ol className="list plan-lines" aria-label={text.list}>
          {all.map((line) => (
            <Line
              key={line.id}
              line={line}
              isOpen={opened === line.id}
              onToggle={() => setOpened(opened === line.id ? null : line.id)}
            />
          ))}
        </ol>
      )}
    </LinesSection>
  )
}

function Line({
  line: stored,
  isOpen,
  onToggle,
}: {
  line: BackPlanLine
  isOpen: boolean
  onToggle: () => void
}) {
  const { id, version } = stored
  const {
    patch,
    error,
    retry,
    giveUp,
    row: line,
  } = usePatch(
    'backPlanning.updateLine',
    { id, version },
    stored,
    (lines) => lines.find((one) => one.id === id)?.version,
  )
  const { title } = line
  const remove = useWrite('backPlanning.removeLine', { onSuccess: () => showUndoToast(text.removed) })
  const failure = error ?? remove.error
  return (
    <li>
      <div className="plan-line">
        <span className="mute">{offsetWords(line.offsetDays, line.counting)}</span>
        <Icon of={planIcon(line.act)} size={17} />
        <span className="grow cut-two-lines" title={title}>
          {title}
        </span>
        <span className="mute small plan-leads">{line.act === null ? '' : planGoText[line.act]}</span>
        <Button small look="ghost" expanded={isOpen} onPress={onToggle}>
          {isOpen ? planText.close : planText.editAct}
          <span className="visually-hidden"> {title}</span>
        </Button>
        <Button
          small
          look="ghost"
          icon={Trash2}
          label={planText.remove(title)}
          onPress={() => remove.mutate({ id, version })}
        />
      </div>
      {failure === null ? null : (
        <ErrorBanner error={failure} onRetry={error === null ? undefined : retry} onGiveUp={giveUp} />
      )}
      {isOpen ? <LineFields line={line} onPatch={patch} autoFocus /> : null}
    </li>
  )
}
