import type { CivilDate } from '../ids.ts'
import { fold } from '../text/fold.ts'
import type { Mandate, Organisation, OrganisationName, Person } from './directory.ts'

type Known = {
  /** In protocol order. */
  persons: readonly Person[]
  mandates: readonly Pick<
    Mandate,
    'personId' | 'organisationId' | 'seriesId' | 'role' | 'startsOn' | 'endsOn'
  >[]
}

/** The day of a meeting, and the series that it belongs to; without one, wherever they sit. */
type When = { readonly date: CivilDate; readonly seriesId?: string | null }

/** Who sits for an organisation in a meeting: its titulaires, then their deputies; each once. */
export function membersOfOrganisation<T extends Known>(
  { persons, mandates }: T,
  organisationId: string,
  { date, seriesId }: When,
): T['persons'][number][] {
  const own = mandates.filter(
    (mandate) =>
      mandate.organisationId === organisationId &&
      (mandate.seriesId === null || seriesId === undefined || mandate.seriesId === seriesId) &&
      (mandate.startsOn === null || mandate.startsOn <= date) &&
      (mandate.endsOn === null || mandate.endsOn >= date),
  )
  const holders = (['titulaire', 'suppleant'] as const).flatMap((role) => {
    const ids = new Set(own.filter((mandate) => mandate.role === role).map(({ personId }) => personId))
    return persons.filter(({ id }) => ids.has(id))
  })
  return [...new Set(holders)]
}

/** Who is written to for an organisation: the first of its members who has an address, else the first. */
export function answersFor(known: Known, organisationId: string, when: When): Person | null {
  const members = membersOfOrganisation(known, organisationId, when)
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
