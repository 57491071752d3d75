// Directory table: one kind of entry of the directory, narrowed by the words typed.
import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { fold, foldedWords } from '../../../electron/domain/fold.ts'
import { commonText } from '../../text/common.ts'
import { directoryText as text } from '../../text/directory.ts'
import { Table, type TableColumn } from '../../ui/Table.tsx'
import type { DirectoryKind } from './use-directory-add.ts'

type Shared = { view: DirectoryView; words: string; chosen: string | null; onChoose: (id: string) => void }

export function DirectoryTable({ kind, ...shared }: Shared & { kind: DirectoryKind }) {
  if (kind === 'persons') return <Persons {...shared} />
  return kind === 'organisations' ? <Organisations {...shared} /> : <Colleges {...shared} />
}

/** "Marchetti Hélène" with the family name first, as lists are read. */
export function personName(person: DirectoryView['persons'][number]): string {
  return [person.familyName, person.givenName].filter((part) => part !== '').join(' ')
}

/** The acronym when there is one, the name otherwise. */
export function organisationName(organisation: { name: string; acronym: string } | undefined): string {
  if (organisation === undefined) return commonText.none
  return organisation.acronym === '' ? organisation.name : organisation.acronym
}

function Narrowed<T extends { id: string }>(
  props: Omit<Shared, 'view'> & {
    label: string
    rows: readonly T[]
    columns: readonly TableColumn<T>[]
    textOf: (row: T) => string
  },
) {
  const wanted = foldedWords(props.words)
  const rows = props.rows.filter((row) => {
    const haystack = fold(props.textOf(row))
    return wanted.every((word) => haystack.includes(word))
  })
  if (rows.length === 0) return <p className="pad mute">{text.noMatch}</p>
  return (
    <Table
      label={props.label}
      columns={props.columns}
      rows={rows}
      chosen={props.chosen}
      onChoose={props.onChoose}
      textOf={props.textOf}
    />
  )
}

function Persons({ view, ...shared }: Shared) {
  const organisations = new Map(view.organisations.map((one) => [one.id, one]))
  const organisationOf = (person: DirectoryView['persons'][number]) =>
    person.organisationId === null ? undefined : organisations.get(person.organisationId)
  return (
    <Narrowed
      {...shared}
      label={text.kinds.persons}
      rows={view.persons}
      textOf={(person) => `${personName(person)} ${person.jobTitle} ${organisationOf(person)?.name ?? ''}`}
      columns={[
        { id: 'name', label: text.columns.name, cell: personName, rowHeader: true },
        {
          id: 'jobTitle',
          label: text.columns.jobTitle,
          cell: (person) => <span className="cut2">{person.jobTitle || commonText.none}</span>,
          className: 'hide-narrow',
        },
        {
          id: 'organisation',
          label: text.columns.organisation,
          cell: (person) => organisationName(organisationOf(person)),
        },
        {
          id: 'member',
          label: text.columns.member,
          cell: (person) => (person.isMember ? text.member : text.guest),
        },
      ]}
    />
  )
}

function Organisations({ view, ...shared }: Shared) {
  const colleges = new Map(view.colleges.map((one) => [one.id, one.name]))
  return (
    <Narrowed
      {...shared}
      label={text.kinds.organisations}
      rows={view.organisations}
      textOf={(organisation) => `${organisation.name} ${organisation.acronym}`}
      columns={[
        {
          id: 'name',
          label: text.columns.name,
          cell: (organisation) => (
            <span className="cut2" title={organisation.name}>
              {organisation.name}
            </span>
          ),
          rowHeader: true,
        },
        { id: 'acronym', label: text.columns.acronym, cell: (one) => one.acronym || commonText.none },
        {
          id: 'college',
          label: text.columns.college,
          cell: (one) =>
            one.collegeId === null ? commonText.none : (colleges.get(one.collegeId) ?? commonText.none),
        },
        {
          id: 'persons',
          label: text.columns.persons,
          cell: (one) => view.persons.filter((person) => person.organisationId === one.id).length,
          numeric: true,
        },
      ]}
    />
  )
}

function Colleges({ view, ...shared }: Shared) {
  return (
    <Narrowed
      {...shared}
      label={text.kinds.colleges}
      rows={view.colleges}
      textOf={(college) => college.name}
      columns={[
        { id: 'name', label: text.columns.name, cell: (college) => college.name, rowHeader: true },
        {
          id: 'organisations',
          label: text.columns.organisations,
          cell: (college) => view.organisations.filter((one) => one.collegeId === college.id).length,
          numeric: true,
        },
      ]}
    />
  )
}
