// Seats are counted, not heads: a deputy who comes takes the seat of a titulaire who is away, and adds none.
import type { ClockTime } from '../ids.ts'
import { isReversed } from '../meetings/meeting-span.ts'
import { fullName } from '../people/full-name.ts'
import { fold } from '../text/fold.ts'
import type { Attendee } from './attendance.ts'
import { isPresent } from './attendance.ts'

export type Sitting = Pick<
  Attendee,
  'seat' | 'status' | 'college' | 'organisation' | 'givenName' | 'familyName' | 'representedBy'
>

/**
 * The same list at an hour of the meeting: of who has left or is still to come, and of who is represented by somebody of
 * the list who is not there, nothing is noted.
 */
export function hereAt<T extends Sitting & Pick<Attendee, 'arrivedAt' | 'leftAt'>>(
  attendees: readonly T[],
  now: ClockTime,
): T[] {
  const isAway = ({ arrivedAt, leftAt }: T) =>
    isReversed(arrivedAt, now) || (leftAt !== null && !isReversed(leftAt, now))
  const here = attendees.map((one) => (isPresent(one.status) && isAway(one) ? { ...one, status: null } : one))
  const byName = new Map<string, boolean>()
  for (const one of here) {
    const name = fold(fullName(one)).trim()
    byName.set(name, byName.get(name) === true || isPresent(one.status))
  }
  return here.map((one) =>
    isRepresented(one) && byName.get(fold(one.representedBy).trim()) === false
      ? { ...one, status: null }
      : one,
  )
}

/** A seat of a member, under the college and organisation of the one it belongs to. */
export type Seat<T> = {
  readonly of: T
  /** Whoever sits there: the one it belongs to (a represented one too), a deputy, or nobody. */
  readonly by: T | null
}

/**
 * The seats of a meeting, in the order of its list. Members are those who sit in a college; in a meeting where nobody does,
 * everybody listed. Of an organisation some of whom have mandates, only these have seats.
 */
export function seatsOf<T extends Sitting>(attendees: readonly T[]): Seat<T>[] {
  const seated = attendees.filter(({ college }) => college.trim() !== '')
  const listed = seated.length === 0 ? attendees : seated
  const groups = new Map<string, T[]>()
  for (const [index, one] of listed.entries()) {
    const organisation = fold(one.organisation).trim()
    const key = organisation === '' ? `${index}` : `of ${organisation}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const order = new Map(listed.map((one, index) => [one, index]))
  return [...groups.values()]
    .flatMap(seatsWithin)
    .sort((a, b) => (order.get(a.of) ?? 0) - (order.get(b.of) ?? 0))
}

/** How many of some seats somebody has, there or represented. */
export const takenAmong = (seats: readonly Seat<unknown>[]): number =>
  seats.filter(({ by }) => by !== null).length

/** In how many of some seats somebody sits in person. */
export const satAmong = (seats: readonly Seat<Sitting>[]): number =>
  seats.filter(({ by }) => by !== null && isPresent(by.status)).length

const hasMandate = ({ seat }: Sitting) => seat === 'titulaire' || seat === 'suppleant'
const isRepresented = ({ status }: Sitting) => status === 'represente'
const sits = (one: Sitting) => isPresent(one.status) || isRepresented(one)

/** Tells whoever is named as standing in for somebody of their own organisation. */
export function standingIn(attendees: readonly Sitting[]): (one: Sitting) => boolean {
  const key = (organisation: string, name: string) => `${fold(organisation).trim()}\n${fold(name).trim()}`
  const named = new Set(
    attendees
      .filter((one) => isRepresented(one) && one.representedBy.trim() !== '')
      .map(({ organisation, representedBy }) => key(organisation, representedBy)),
  )
  return (one) => named.has(key(one.organisation, fullName(one)))
}

/** The seats of one organisation. */
function seatsWithin<T extends Sitting>(group: readonly T[]): Seat<T>[] {
  const standsIn = standingIn(group)
  const members = group.some(hasMandate)
    ? group.filter(hasMandate)
    : group.filter(({ seat }) => seat !== 'guest')
  const titulaires = members.filter(({ seat }) => seat !== 'suppleant')
  const deputies = members.filter(({ seat }) => seat === 'suppleant')
  // A seat that nobody holds for the time being is the deputies', whoever of them comes.
  const comes = deputies.find(({ status }) => isPresent(status)) ?? deputies.find(sits)
  const holders = titulaires.length > 0 ? titulaires : (comes === undefined ? deputies : [comes]).slice(0, 1)
  // Whoever is named as standing in for somebody has that seat already.
  const free = deputies.filter((one) => isPresent(one.status) && !standsIn(one))
  const away = holders.filter((one) => !sits(one))
  // Of those who said that they do not come first.
  const left = [
    ...away.filter(({ status }) => status !== null),
    ...away.filter(({ status }) => status === null),
  ]
  const filled = new Map(left.map((one, index) => [one, free[index] ?? null]))
  return holders.map((of) => ({ of, by: sits(of) ? of : (filled.get(of) ?? null) }))
}
