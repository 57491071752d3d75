import type { DirectoryView } from '../../../electron/contract/directory.ts'
import { commonText } from '../../text/common.ts'

type Named = { familyName: string; givenName: string }

/** "Marchetti Hélène": what persons are put in order by. */
export function listName({ familyName, givenName }: Named): string {
  return [familyName, givenName].filter((part) => part !== '').join(' ')
}

/** The acronym when there is one, the name otherwise. */
export function shortName(organisation: { name: string; acronym: string } | undefined): string {
  if (organisation === undefined) return commonText.none
  return organisation.acronym === '' ? organisation.name : organisation.acronym
}

export function organisationById(view: DirectoryView, id: string | null) {
  return id === null ? undefined : view.organisations.find((one) => one.id === id)
}
