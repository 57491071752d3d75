import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { fullName } from '../../../domain/people/full-name.ts'
import { isFunction, isOrganisationName } from '../people.ts'
import { plainLine } from '../plain-line.ts'
import type { FoundParticipant } from './participants-in-tables.ts'
import { hasCivility } from './person-name.ts'

export const AWAY: ReadonlySet<AttendanceStatus | null> = new Set(['excuse', 'absent', 'represente'])

/** "Anne Roy (abeille)", "Paul Bon (pbon)", each called otherwise, and some without a capital: no bodies. */
export function withoutHandles(all: readonly FoundParticipant[]): FoundParticipant[] {
  const asideOf = ({ organisation, role }: FoundParticipant) =>
    role === null ? organisation : organisation === null ? role : null
  const asides = all.flatMap((person) => {
    const aside = asideOf(person)
    const isOne =
      aside !== null &&
      /^[\p{L}\d][\p{L}\d_.’'-]{1,24}$/u.test(aside) &&
      !isFunction(aside) &&
      !isOrganisationName(aside)
    return isOne ? [aside] : []
  })
  const small = asides.filter((aside) => /^\p{Ll}/u.test(aside))
  const areHandles =
    new Set(asides).size * 4 >= asides.length * 3 &&
    asides.length >= 4 &&
    small.length * 4 >= asides.length &&
    asides.length * 3 >= all.length * 2
  return areHandles
    ? all.map((person) =>
        asides.includes(asideOf(person) ?? '') ? { ...person, organisation: null, role: null } : person,
      )
    : [...all]
}

const isOther = (one: string | null, other: string | null) =>
  one !== null && other !== null && plainLine(one) !== plainLine(other)

/** "Mme Roy, M. Martin": who is called so is called by a family name. */
const isAddressed = (words: string) =>
  words.split(/[,;:|•–—-]\s*|\set\s/u).some((part) => hasCivility(part.trim()))

/** Who is listed again, as over the signatures, is there once; homonyms of other bodies are two. */
export function withoutRepeats(all: readonly FoundParticipant[]): FoundParticipant[] {
  const first = new Map<string, FoundParticipant>()
  for (const person of [...all].sort((one, other) => one.block - other.block)) {
    if (person.givenName === null) continue
    const name = plainLine(fullName(person)).split(/[ -]/).sort().join(' ')
    const known = first.get(name)
    if (known === undefined) first.set(name, { ...person })
    else if (isOther(known.organisation, person.organisation))
      first.set(`${name} ${person.block}`, { ...person })
    else {
      known.organisation ??= person.organisation
      known.role ??= person.role
      if (known.attendance === null || known.attendance === 'present')
        known.attendance = person.attendance ?? known.attendance
    }
  }
  const isNamedInFull = ({ givenName, familyName, block, organisation, excerpt }: FoundParticipant) =>
    !(givenName === null && isAddressed(excerpt)) &&
    all.some(
      (other) =>
        other.block !== block &&
        !isOther(organisation, other.organisation) &&
        isShortFor(givenName, familyName, other),
    )
  const kept = new Map(
    [...first.values()].map((person) => [`${person.block} ${person.givenName} ${person.familyName}`, person]),
  )
  return all.flatMap((person, at) => {
    // "Excusés : M. Roy, M. Bon" below "Pouvoirs : M. Roy à Mme Lac"
    const isAgain = (other: FoundParticipant) =>
      other.givenName === null &&
      other.block !== person.block &&
      AWAY.has(other.attendance) &&
      plainLine(other.familyName) === plainLine(person.familyName)
    if (isNamedInFull(person)) return []
    if (person.givenName === null)
      return AWAY.has(person.attendance) && all.slice(0, at).some(isAgain) ? [] : [person]
    const key = `${person.block} ${person.givenName} ${person.familyName}`
    const one = kept.get(key)
    kept.delete(key)
    return one ?? []
  })
}

/** "Anne", and "Anne R.", of Anne Roy: how those who know each other go on to call her. */
function isShortFor(givenName: string | null, familyName: string, whole: FoundParticipant): boolean {
  if (whole.givenName === null || whole.familyName.replace('.', '').length < 2) return false
  const given = plainLine(whole.givenName)
  if (givenName === null) return plainLine(familyName) === given
  const initial = plainLine(familyName).replace('.', '')
  return (
    initial.length === 1 && plainLine(givenName) === given && plainLine(whole.familyName).startsWith(initial)
  )
}
