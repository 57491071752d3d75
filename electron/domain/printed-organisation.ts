// Printed organisation: which organisation of the directory a name printed one day stands for, by the names it bore.
import type { Organisation, OrganisationName } from './directory.ts'
import { fold, foldOnce } from './fold.ts'
import type { CivilDate } from './ids.ts'

type Named = Pick<Organisation, 'id' | 'name' | 'acronym'>
type Former = Pick<OrganisationName, 'organisationId' | 'name' | 'acronym' | 'until'>

/**
 * Prepares the names once for many look-ups. Of several organisations that bear or bore a name, the one that bore it that
 * day; null when none or several did.
 */
export function printedOrganisations(
  organisations: readonly Named[],
  formerNames: readonly Former[],
): (printed: string, day: CivilDate) => string | null {
  const bearers = new Map<string, { id: string; from: CivilDate; until: CivilDate }[]>()
  for (const { id, name, acronym } of organisations) {
    let from = ''
    const earlier = formerNames.filter(({ organisationId }) => organisationId === id)
    const inOrder = earlier.toSorted((a, b) => (a.until < b.until ? -1 : 1))
    for (const one of [...inOrder, { name, acronym, until: '9999-12-31' }]) {
      for (const form of new Set([fold(one.name.trim()), fold(one.acronym.trim())]))
        if (form !== '') bearers.set(form, [...(bearers.get(form) ?? []), { id, from, until: one.until }])
      // The next name begins the day after.
      from = one.until
    }
  }
  const key = foldOnce()
  return (printed, day) => {
    const known = bearers.get(key(printed.trim())) ?? []
    const only = (list: typeof known) => {
      const ids = new Set(list.map(({ id }) => id))
      return ids.size === 1 ? (list[0]?.id ?? null) : null
    }
    return only(known) ?? only(known.filter(({ from, until }) => day > from && day <= until))
  }
}
