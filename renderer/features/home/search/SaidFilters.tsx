import { type SaidFilter, SaidKind } from '../../../../electron/contract/search.ts'
import { useQuery } from '../../../api/use-query.ts'
import { saidText as text } from '../../../text/said.ts'
import { SelectBox } from '../../../ui/Select.tsx'

type Choice = { readonly value: string; readonly label: string }

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
      <Narrowing
        label={text.organisation}
        all={text.allOrganisations}
        value={filter.organisationId}
        choices={organisations}
        onChange={(organisationId) => patch({ organisationId, personId: null })}
      />
      <Narrowing
        label={text.person}
        all={text.allPersons}
        value={filter.personId}
        choices={persons}
        onChange={(personId) => patch({ personId, organisationId: null })}
      />
      <Narrowing
        label={text.from}
        all={text.anyYear}
        value={filter.from === null ? null : String(filter.from)}
        choices={yearChoices}
        onChange={(year) => patch({ from: year === null ? null : Number(year) })}
      />
      <Narrowing
        label={text.to}
        all={text.anyYear}
        value={filter.to === null ? null : String(filter.to)}
        choices={yearChoices}
        onChange={(year) => patch({ to: year === null ? null : Number(year) })}
      />
      <Narrowing
        label={text.kind}
        all={text.allKinds}
        value={filter.kinds[0] ?? null}
        choices={SaidKind.options.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        onChange={(value) => patch({ kinds: SaidKind.options.filter((kind) => kind === value) })}
      />
    </>
  )
}

function Narrowing(props: {
  label: string
  all: string
  value: string | null
  choices: readonly Choice[]
  onChange: (value: string | null) => void
}) {
  const { label, value } = props
  return (
    <SelectBox>
      <select
        aria-label={label}
        className={value === null ? 'input register-filter' : 'input register-filter on'}
        value={value ?? ''}
        onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{text.choice(label, props.all)}</option>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </SelectBox>
  )
}
