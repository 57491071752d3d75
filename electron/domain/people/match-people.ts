// Two entries that fit a name alike are asked about, never chosen between.
import { z } from 'zod'
import { Id } from '../ids.ts'
import type { Organisation, OrganisationName, Person } from './directory.ts'
import { findOrganisations } from './same-organisation.ts'
import { type FoundPerson, personFinder } from './same-person.ts'

/**
 * - `matched`: one entry stands for the name; - `like`: one or several may, somebody has to say;
 * - `new`: nobody in the directory bears it.
 */
export const Standing = z.enum(['matched', 'like', 'new'])
export type Standing = z.infer<typeof Standing>

export const PersonMatch = z.strictObject({
  standing: Standing,
  /** The one meant, when matched. */
  personId: Id.nullable(),
  /** Whether nothing speaks against it: a whole name, in its organisation. */
  isSure: z.boolean(),
  /** Those who may be meant, the likeliest first. */
  candidates: z.array(Id),
})
export type PersonMatch = z.infer<typeof PersonMatch>

export const OrganisationMatch = z.strictObject({
  standing: Standing,
  organisationId: Id.nullable(),
  candidates: z.array(Id),
})
export type OrganisationMatch = z.infer<typeof OrganisationMatch>

export type WrittenPerson = {
  readonly familyName: string
  readonly givenName: string
  readonly organisation: string
}

type Directory = {
  readonly persons: readonly Person[]
  readonly organisations: readonly Organisation[]
  readonly formerNames: readonly OrganisationName[]
}

const nobody: PersonMatch = { standing: 'new', personId: null, isSure: false, candidates: [] }

/** Each of several people; nobody of the directory is two of them: the surer keeps the entry, the other is asked about. */
export function matchPeople(directory: Directory, people: readonly WrittenPerson[]): PersonMatch[] {
  const find = personFinder(directory)
  const matches = people.map(({ familyName, givenName, organisation }) =>
    matchOf(find({ familyName, givenName, organisations: organisation.trim() === '' ? [] : [organisation] })),
  )
  const holders = new Map<string, number[]>()
  for (const [index, { personId }] of matches.entries())
    if (personId !== null) holders.set(personId, [...(holders.get(personId) ?? []), index])
  return matches.map((match, index) => {
    const rivals = (holders.get(match.personId ?? '') ?? []).filter((other) => other !== index)
    const isBeaten = rivals.some((other) => matches[other]?.isSure === true || !match.isSure)
    return match.standing === 'matched' && isBeaten ? asked(match.candidates) : match
  })
}

/**
 * Who does an action: among those who took part, where a family name is enough when one of them bears it, then in the
 * whole directory.
 * @param presentIds entries of those who took part
 */
export function ownerMatcher(
  directory: Directory,
  presentIds: ReadonlySet<string>,
): (written: string) => PersonMatch {
  const among = personFinder({
    ...directory,
    persons: directory.persons.filter(({ id }) => presentIds.has(id)),
  })
  const anywhere = personFinder(directory)
  return (written) => {
    if (written.trim() === '') return nobody
    const here = among({ name: written })
    if (here !== null && here.others.length === 0)
      return { ...matched(here), isSure: here.certainty !== 'possible' }
    return here === null ? matchOf(anywhere({ name: written })) : asked([here.personId, ...here.others])
  }
}

export function organisationMatcher(directory: Directory): (written: string) => OrganisationMatch {
  const find = findOrganisations(directory)
  return (written) => {
    const { organisations, isNamed } = find(written)
    const [first, ...others] = organisations
    if (first === undefined) return { standing: 'new', organisationId: null, candidates: [] }
    const candidates = organisations.map(({ id }) => id)
    // Initials that fit are a guess: another body may have the same.
    return isNamed && others.length === 0
      ? { standing: 'matched', organisationId: first.id, candidates }
      : { standing: 'like', organisationId: null, candidates }
  }
}

function matchOf(found: FoundPerson | null): PersonMatch {
  if (found === null) return nobody
  if (found.certainty === 'possible' || found.others.length > 0)
    return asked([found.personId, ...found.others])
  return matched(found)
}

const matched = ({ personId, certainty }: FoundPerson): PersonMatch => ({
  standing: 'matched',
  personId,
  isSure: certainty === 'sure',
  candidates: [personId],
})

const asked = (candidates: readonly string[]): PersonMatch => ({
  standing: 'like',
  personId: null,
  isSure: false,
  candidates: [...candidates],
})
