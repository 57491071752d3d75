import type { CivilDate } from '../ids.ts'
import { fold, foldOnce } from '../text/fold.ts'
import type { Organisation, OrganisationName } from './directory.ts'

/** A college has no acronym. */
export type Named = Pick<Organisation, 'id' | 'name' | 'acronym'>
export type Former = Pick<OrganisationName, 'organisationId' | 'name' | 'acronym' | 'until'>

export type Naming = {
  /** On the last day of the period. */
  readonly name: string
  /** Names that it bore earlier, oldest first. */
  readonly earlier: readonly string[]
  /** Its name of today when it is another one; null otherwise. */
  readonly since: string | null
}

/** The name of each on a day, by its id. */
export function namingsOn(
  named: readonly Named[],
  formerNames: readonly Former[],
  day: CivilDate,
): Map<string, Naming> {
  return new Map(
    named.map(({ id, name: present }) => {
      const former = formerNames
        .filter(({ organisationId }) => organisationId === id)
        .toSorted((a, b) => (a.until < b.until ? -1 : 1))
      const name = former.find(({ until }) => until >= day)?.name ?? present
      const earlier = former.filter((one) => one.until < day && fold(one.name) !== fold(name))
      return [
        id,
        {
          name,
          earlier: [...new Set(earlier.map((one) => one.name))],
          since: fold(present) === fold(name) ? null : present,
        },
      ]
    }),
  )
}

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
