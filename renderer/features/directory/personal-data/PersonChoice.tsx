import { useQuery } from '../../../api/use-query.ts'
import { personalDataText as text } from '../../../text/personal-data.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'

export function PersonChoice({ onChoose }: { onChoose: (personId: string) => void }) {
  const directory = useQuery('directory.list', {})
  if (directory.error !== null)
    return <ErrorBanner error={directory.error} onRetry={() => void directory.refetch()} />
  if (directory.data === undefined) return <Skeleton lines={2} />
  const { persons, organisations } = directory.data
  const names = new Map(organisations.map(({ id, name, acronym }) => [id, acronym || name]))
  const choices = persons.map(({ id, givenName, familyName, organisationId }) => ({
    id,
    label: `${givenName} ${familyName}`.trim(),
    detail: organisationId === null ? '' : (names.get(organisationId) ?? ''),
  }))
  return (
    <section className="stack" aria-label={text.person}>
      <div className="pd-choice">
        <ComboBox
          label={text.person}
          value=""
          choices={choices}
          onCommit={(_, id) => {
            if (id !== null) onChoose(id)
          }}
        />
        <p className="mute small">{text.personHelp}</p>
      </div>
    </section>
  )
}
