import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { CollegeInspector } from './CollegeInspector.tsx'
import type { DirectoryKind } from './directory-order.ts'
import type { EntryActs } from './EntryInspector.tsx'
import { OrganisationInspector } from './OrganisationInspector.tsx'
import { PersonInspector } from './PersonInspector.tsx'

export function ChosenEntry(props: {
  view: DirectoryView
  kind: DirectoryKind
  id: string | null
  acts: EntryActs
}) {
  const { view, kind, id, acts } = props
  const find = <T extends { id: string }>(rows: readonly T[]) => rows.find((row) => row.id === id)
  if (kind === 'persons') {
    const person = find(view.persons)
    return person === undefined ? null : (
      <PersonInspector key={person.id} person={person} view={view} acts={acts} />
    )
  }
  if (kind === 'organisations') {
    const organisation = find(view.organisations)
    return organisation === undefined ? null : (
      <OrganisationInspector key={organisation.id} organisation={organisation} view={view} acts={acts} />
    )
  }
  const college = find(view.colleges)
  return college === undefined ? null : <CollegeInspector key={college.id} college={college} acts={acts} />
}
