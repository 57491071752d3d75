import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { shortName } from '../../../electron/domain/people/short-name.ts'
import { foldedWords } from '../../../electron/domain/text/fold.ts'
import type { ComboChoice } from '../../ui/ComboBox.tsx'

/** "Prénom Nom" with the organisation beside, in protocol order. */
export function ownerChoices(directory: DirectoryView | undefined): ComboChoice[] {
  return (directory?.persons ?? []).map((person) => ({
    id: person.id,
    label: fullName(person),
    detail: organisationName(directory, person.id),
  }))
}

/** Whether somebody or some organisation of the directory is called so. */
export function isInDirectory(directory: DirectoryView | undefined, name: string): boolean {
  if (directory === undefined) return true
  const words = spelling(name)
  return (
    directory.persons.some((person) => spelling(fullName(person)) === words) ||
    directory.organisations.some((one) => spelling(one.name) === words || spelling(one.acronym) === words)
  )
}

const spelling = (name: string) => foldedWords(name).join(' ')

/** The acronym of a person's organisation, or its name without one; empty when there is none. */
export function organisationName(directory: DirectoryView | undefined, personId: string): string {
  const person = directory?.persons.find((one) => one.id === personId)
  const organisation = directory?.organisations.find((one) => one.id === person?.organisationId)
  return shortName(organisation)
}
