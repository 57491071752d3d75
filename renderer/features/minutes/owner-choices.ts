import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import type { ComboChoice } from '../../ui/ComboBox.tsx'

/** "Prénom Nom" with the organisation beside, in protocol order. */
export function ownerChoices(directory: DirectoryView | undefined): ComboChoice[] {
  return (directory?.persons ?? []).map((person) => ({
    id: person.id,
    label: fullName(person),
    detail: organisationName(directory, person.id),
  }))
}

/** The acronym of a person's organisation, or its name without one; empty when there is none. */
export function organisationName(directory: DirectoryView | undefined, personId: string): string {
  const person = directory?.persons.find((one) => one.id === personId)
  const organisation = directory?.organisations.find((one) => one.id === person?.organisationId)
  return organisation === undefined ? '' : organisation.acronym || organisation.name
}
