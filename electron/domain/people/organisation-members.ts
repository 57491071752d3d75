import type { CivilDate } from '../ids.ts'
import { fold } from '../text/fold.ts'
import type { Mandate, Organisation, OrganisationName, Person } from './directory.ts'

type Known = {
  /** In protocol order. */
  persons: readonly Person[]
  mandates: readonly Pick<Mandate, 'personId' | 'organisationId' | 'role' | 'startsOn' | 'endsOn'>[]
}

/** Who sits for an organisation on a day: its titulaires, then their deputies; each once. */
export function membersOfOrganisation<T extends Known>(
  { persons, mandates }: T,
  organisationId: string,
  day: CivilDate,
): T['persons'][number][] {
  const own = mandates.filter(
    (mandate) =>
      mandate.organisationId === organisationId &&
      (mandate.startsOn === null || mandate.startsOn <= day) &&
      (mandate.endsOn === null || mandate.endsOn >= day),
  )
  const holders = (['titulaire', 'suppleant'] as const).flatMap((role) => {
    const ids = new Set(own.filter((mandate) => mandate.role === role).map(({ personId }) => personId))
    return persons.filter(({ id }) => ids.has(id))
  })
  return [...new Set(holders)]
}

/** Who is written to for an organisation: the first of its members who has an address, else the first. */
export function answersFor(known: Known, organisationId: string, day: CivilDate): Person | null {
  const members = membersOfOrganisation(known, organisationId, day)
  return members.find(({ email }) => email.trim() !== '') ?? members[0] ?? null
}

/** The one organisation that bears, or bore, a name or an acronym; null for none, or for several. */
export function organisationCalled(
  {
    organisations,
    formerNames,
  }: { organisations: readonly Organisation[]; formerNames: readonly OrganisationName[] },
  words: string,
): string | null {
  const wanted = fold(words).trim()
  if (wanted === '') return null
  const bears = ({ name, acronym }: { name: string; acronym: string }) =>
    fold(name).trim() === wanted || fold(acronym).trim() === wanted
  const now = new Set(organisations.filter(bears).map(({ id }) => id))
  const ids = now.size > 0 ? now : new Set(formerNames.filter(bears).map((one) => one.organisationId))
  const [only] = ids
  return ids.size === 1 ? (only ?? null) : null
}
