import { type SaidFilter, SaidKind } from '../../../../electron/contract/search.ts'
import { useQuery } from '../../../api/use-query.ts'
import { saidText as text } from '../../../text/said.ts'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'

export function SaidFilters(props: { filter: SaidFilter; onChange: (filter: SaidFilter) => void }) {
  const { filter } = props
  const directory = useQuery('directory.list', {}).data
  const years = useQuery('meetings.years', {}).data ?? []
  const organisations = (directory?.organisations ?? []).map(({ id, name, acronym }) => ({
    value: id,
    label: acronym === '' ? name : acronym,
  }))
  const persons = (directory?.persons ?? []).map(({ id, givenName, familyName }) => ({
    value: id,
    label: `${givenName} ${familyName}`.trim(),
  }))
  const yearChoices = years.map((year) => ({ value: String(year), label: String(year) }))
  const patch = (change: Partial<SaidFilter>) => props.onChange({ ...filter, ...change })
  return (
    <>
      <FilterSelect
        label={text.organisation}
        all={text.allOrganisations}
        value={filter.organisationId}
        choices={organisations}
        onChange={(organisationId) => patch({ organisationId, personId: null })}
      />
      <FilterSelect
        label={text.person}
        all={text.allPersons}
        value={filter.personId}
        choices={persons}
        onChange={(personId) => patch({ personId, organisationId: null })}
      />
      <FilterSelect
        label={text.from}
        all={text.anyYear}
        value={filter.from === null ? null : String(filter.from)}
        choices={yearChoices}
        onChange={(year) => patch({ from: year === null ? null : Number(year) })}
      />
      <FilterSelect
        label={text.to}
        all={text.anyYear}
        value={filter.to === null ? null : String(filter.to)}
        choices={yearChoices}
        onChange={(year) => patch({ to: year === null ? null : Number(year) })}
      />
      <FilterSelect
        label={text.kind}
        all={text.allKinds}
        value={filter.kinds[0] ?? null}
        choices={SaidKind.options.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        onChange={(value) => patch({ kinds: SaidKind.options.filter((kind) => kind === value) })}
      />
    </>
  )
}
