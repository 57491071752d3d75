import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import { useId } from 'react'
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { newId } from '../../api/new-id.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { usePatch } from '../../api/use-patch.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { directoryText } from '../../text/directory.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Select } from '../../ui/Select.tsx'
import { versionOf } from './EntryInspector.tsx'

const text = directoryText.mandates
const NONE = ''

type Person = DirectoryView['persons'][number]
type Mandate = DirectoryView['mandates'][number]

export function Mandates({ person, view }: { person: Person; view: DirectoryView }) {
  const headingId = useId()
  const add = useWrite('directory.addMandate')
  const mandates = view.mandates.filter(({ personId }) => personId === person.id)
  return (
    <section className="directory-part" aria-labelledby={headingId}>
      <div className="directory-part-head">
        <h3 id={headingId}>{text.title}</h3>
        <Button
          small
          icon={Plus}
          onPress={() =>
            add.mutate({
              id: newId(),
              personId: person.id,
              fields: { role: 'titulaire', organisationId: person.organisationId },
            })
          }
        >
          {text.add}
        </Button>
      </div>
      {add.error === null ? null : <ErrorBanner error={add.error} />}
      {mandates.length === 0 ? <p className="mute small">{text.none}</p> : null}
      {mandates.map((mandate, rank) => (
        <MandateFields key={mandate.id} mandate={mandate} rank={rank + 1} view={view} />
      ))}
    </section>
  )
}

function MandateFields({
  mandate: stored,
  rank,
  view,
}: {
  mandate: Mandate
  rank: number
  view: DirectoryView
}) {
  const target = { id: stored.id, version: stored.version }
  const saver = usePatch('directory.updateMandate', target, stored, (after) =>
    versionOf(after.mandates, stored.id),
  )
  const mandate = saver.row
  const remove = useWrite('directory.removeMandate', { onSuccess: () => showUndoToast(text.removed) })
  const series = useQuery('series.list', {})
  const { patch, error } = saver
  const isReversed = error?.code === 'invalid-input' && error.field === 'endsOn'
  return (
    <fieldset className="directory-mandate" aria-label={text.one(rank)}>
      {error === null || isReversed ? null : (
        <ErrorBanner error={error} onRetry={saver.retry} onGiveUp={saver.giveUp} />
      )}
      {remove.error === null ? null : <ErrorBanner error={remove.error} />}
      <div className="directory-act">
        <Select
          label={text.role}
          value={mandate.role}
          choices={[
            { value: 'titulaire', label: text.roles.titulaire },
            { value: 'suppleant', label: text.roles.suppleant },
          ]}
          onCommit={(role) => patch({ role })}
        />
        <Button
          small
          look="ghost"
          icon={Trash2}
          label={text.remove(rank)}
          onPress={() => remove.mutate(target)}
        />
      </div>
      <Select
        label={text.organisation}
        value={mandate.organisationId ?? NONE}
        choices={[
          { value: NONE, label: text.noOrganisation },
          ...view.organisations.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onCommit={(id) => patch({ organisationId: id === NONE ? null : id })}
      />
      {(series.data ?? []).length === 0 && mandate.seriesId === null ? null : (
        <Select
          label={text.series}
          value={mandate.seriesId ?? NONE}
          choices={[
            { value: NONE, label: text.allSeries },
            ...(series.data ?? []).map((one) => ({ value: one.id, label: one.name })),
          ]}
          onCommit={(id) => patch({ seriesId: id === NONE ? null : id })}
        />
      )}
      <div className="directory-pair">
        <DateField
          label={text.startsOn}
          keptAs={`mandate:${mandate.personId}:${mandate.id}:startsOn`}
          value={mandate.startsOn}
          onCommit={(startsOn) => patch({ startsOn })}
        />
        <DateField
          label={text.endsOn}
          keptAs={`mandate:${mandate.personId}:${mandate.id}:endsOn`}
          value={mandate.endsOn}
          error={isReversed ? text.endsBefore : undefined}
          onCommit={(endsOn) => patch({ endsOn })}
        />
      </div>
    </fieldset>
  )
}
