// The quorum and the number of proxies, where the body has such rules; counts to be said, never a refusal.

import type { Body } from '../meetings/body.ts'
import { fold } from '../text/fold.ts'
import type { Attendee } from './attendance.ts'
import { type Sitting, seatsOf, takenAmong } from './seats.ts'

type Quorum = {
  /** Seats whose member is present, by whatever means, or represented, or whose deputy is there. */
  readonly present: number
  readonly members: number
  readonly needed: number
  readonly isReached: boolean
}

/** A share told in thirds is kept as its nearest whole percent, and counted as what it is: of thirty members, ten and not eleven. */
export const thirdsIn = (percent: number): 1 | 2 | null => (percent === 33 ? 1 : percent === 67 ? 2 : null)

/**
 * Null without a rule, or without a member. Remote and represented members count, as in the code of relations between the
 * public and the administration, R133-10.
 */
export function quorumOf(
  attendees: readonly Sitting[],
  { quorumPercent }: Pick<Body, 'quorumPercent'>,
): Quorum | null {
  const seats = seatsOf(attendees)
  if (quorumPercent === null || seats.length === 0) return null
  const present = takenAmong(seats)
  const thirds = thirdsIn(quorumPercent)
  const needed = Math.ceil(
    thirds === null ? (seats.length * quorumPercent) / 100 : (seats.length * thirds) / 3,
  )
  return { present, members: seats.length, needed, isReached: present >= needed }
}

/** Whoever represents more people than the rule allows, under the name written first; empty without a rule. */
export function tooManyProxies(
  attendees: readonly Pick<Attendee, 'status' | 'representedBy'>[],
  { maxProxies }: Pick<Body, 'maxProxies'>,
): { name: string; count: number }[] {
  if (maxProxies === null) return []
  const holders = new Map<string, { name: string; count: number }>()
  for (const { status, representedBy } of attendees) {
    const name = representedBy.replace(/\s+/g, ' ').trim()
    if (status !== 'represente' || name === '') continue
    const key = fold(name)
    const holder = holders.get(key) ?? { name, count: 0 }
    holders.set(key, { ...holder, count: holder.count + 1 })
  }
  return [...holders.values()].filter(({ count }) => count > maxProxies)
}
