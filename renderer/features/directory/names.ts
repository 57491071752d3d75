import type { DirectoryView } from '../../../electron/contract/directory.ts'

type Named = { familyName: string; givenName: string }

/** "Marchetti Hélène": what persons are put in order by. */
export function listName({ familyName, givenName }: Named): string {
  return [familyName, givenName].filter((part) => part !== '').join(' ')
}

export function organisationById(view: DirectoryView, id: string | null) {
  return id === null ? undefined : view.organisations.find((one) => one.id === id)
}
