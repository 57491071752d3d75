// Which desk may write data shared through one folder. Generation numbers decide, never clocks: each change of hand
// takes the next number, and a number belongs to whoever created its mark in the folder first.
import { z } from 'zod'
import { Id, Instant } from '../ids.ts'

/** One desk: the machine, and the name that people know it by. */
export const Machine = z.strictObject({ id: Id, name: z.string().max(80) })
export type Machine = z.infer<typeof Machine>

/** A finished copy in the shared folder, and what its bytes must be. */
export const CopyRef = z.strictObject({
  /** A name, never a path: the lease may have been edited by hand. */
  file: z.string().regex(/^[\w-][\w.-]{0,199}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int().nonnegative(),
})
export type CopyRef = z.infer<typeof CopyRef>

/** The small file for everybody in the folder: who has the hand, since when, and the copy that goes with it. */
export const Lease = z.strictObject({
  kind: z.literal('seances-inp/passation'),
  /** For whoever opens the file: what it says, in French. */
  readMe: z.string().max(500),
  profileId: Id,
  generation: z.int().min(1),
  /** `offered`: put down for whoever takes it next; `held`: a desk writes. */
  state: z.enum(['offered', 'held']),
  machine: Machine,
  who: z.string().max(200),
  /** By the clock of that machine: for people, decides nothing. */
  since: Instant,
  copy: CopyRef.nullable(),
  /** Whose hand was taken without having been put down. */
  brokenFrom: Machine.nullable(),
})
export type Lease = z.infer<typeof Lease>

/** The state before a taking that is given up. */
const FormerPen = z.strictObject({
  profileId: Id,
  generation: z.int().nonnegative(),
  state: z.enum(['mine', 'given', 'lost']),
  copy: CopyRef.nullable(),
  other: Machine.nullable(),
  deposited: z.boolean(),
  /** This desk's data were being replaced: after a stop nobody knows which are there, so the taking can only go on. */
  replacing: z.boolean().default(false),
})
export type FormerPen = z.infer<typeof FormerPen>

/** Where this desk stands, kept beside its database so that neither a restart nor a restored backup forgets it. */
export const Pen = z.strictObject({
  profileId: Id,
  generation: z.int().nonnegative(),
  /**
   * `mine`: this desk writes; `giving` and `taking`: a hand-over was begun here and is not finished; `given`: put down;
   * `lost`: another desk took it while this one had it.
   */
  state: z.enum(['mine', 'giving', 'given', 'taking', 'lost']),
  since: Instant,
  /** The copy last handed over: what both desks have in common. */
  copy: CopyRef.nullable(),
  /** While taking, as long as this desk's own data are in place: how it stood before. */
  former: FormerPen.nullable(),
  /** While taking: whose hand is taken without having been put down. */
  breaks: Machine.nullable(),
  /** Who took it, when it is lost; null when that is not known. */
  other: Machine.nullable(),
  /** Lost: what was written here lies in the folder, for the desk that writes to compare. */
  deposited: z.boolean(),
})
export type Pen = z.infer<typeof Pen>

/** Changes of a desk whose hand was taken: a copy in the folder, to be compared and merged by the desk that writes. */
export const Aside = z.strictObject({
  kind: z.literal('seances-inp/ecart'),
  readMe: z.string().max(500),
  profileId: Id,
  machine: Machine,
  who: z.string().max(200),
  since: Instant,
  copy: CopyRef,
  /** The common start of both desks, as far as that one knows. */
  base: CopyRef.nullable(),
})
export type Aside = z.infer<typeof Aside>

/** The mark that a desk made for a generation, and for which data; null both when its words are damaged. */
export type Claim = {
  readonly generation: number
  readonly machineId: string | null
  readonly profileId: string | null
}

/** `unreadable`: there is a lease and it is not one of ours, or was edited by hand. */
export type Seen = { readonly lease: Lease | 'none' | 'unreadable'; readonly claim: Claim | null }

/**
 * How a desk stands towards the folder:
 * - `writing`: it writes; `giving`, `taking`: to be finished; `lost`: another one took over while it wrote
 * - `waiting`: it put the hand down and nobody took it; `offered`: another put it down
 * - `beingTaken`: another desk began to take it; `away`: another desk writes
 * - `none`: the folder knows of no hand-over; `unreadable`: it cannot be known
 */
export type Standing =
  | 'writing'
  | 'giving'
  | 'taking'
  | 'lost'
  | 'waiting'
  | 'offered'
  | 'beingTaken'
  | 'away'
  | 'none'
  | 'unreadable'

/** The newest generation that the folder knows of; 0 when it knows of none. */
export function highest({ lease, claim }: Seen): number {
  return Math.max(typeof lease === 'string' ? 0 : lease.generation, claim?.generation ?? 0)
}

/** Whether this is said of other data than the pen's. */
function isOfOther(profileId: string | null, pen: Pen): boolean {
  return profileId !== null && profileId !== pen.profileId
}

/** Whether the folder serves the hand-over of other data than the pen's. */
export function servesOthers(pen: Pen, { lease, claim }: Seen): boolean {
  if (typeof lease !== 'string') return isOfOther(lease.profileId, pen)
  return claim !== null && isOfOther(claim.profileId, pen)
}

/** Whether another desk has taken a generation at or above this desk's own. */
export function isOvertaken(pen: Pen, seen: Seen, me: string): boolean {
  const { lease, claim } = seen
  if (typeof lease !== 'string') {
    if (isOfOther(lease.profileId, pen)) return false
    if (lease.generation >= pen.generation && lease.machine.id !== me) return true
  }
  if (claim === null || claim.generation < pen.generation || claim.machineId === me) return false
  return !isOfOther(claim.profileId, pen)
}

/** How a desk stands: its own record first, then the folder. */
export function standingOf(pen: Pen, seen: Seen, me: string): Standing {
  const { lease, claim } = seen
  const isOurs = !servesOthers(pen, seen)
  if (pen.state === 'taking') return 'taking'
  if (isOurs) {
    if (pen.state === 'giving') return 'giving'
    if (pen.state === 'lost' && !isOffer(seen, me)) return 'lost'
    if (pen.state === 'mine') {
      if (isOvertaken(pen, seen, me)) return 'lost'
      return typeof lease === 'string' && pen.generation === 0 ? 'none' : 'writing'
    }
  }
  if (lease === 'unreadable') return 'unreadable'
  if (claim !== null && claim.generation > leaseGeneration(lease) && claim.machineId !== me)
    return 'beingTaken'
  if (lease === 'none') return 'none'
  if (lease.state === 'held') return 'away'
  return lease.machine.id === me ? 'waiting' : 'offered'
}

/** Whether the hand lies there for whoever takes it, and nobody else began to. */
export function isOffer({ lease, claim }: Seen, me: string): boolean {
  return (
    typeof lease !== 'string' &&
    lease.state === 'offered' &&
    (claim === null || claim.generation <= lease.generation || claim.machineId === me)
  )
}

function leaseGeneration(lease: Seen['lease']): number {
  return typeof lease === 'string' ? 0 : lease.generation
}

/** How a desk stands that never handed anything over, or whose taking was given up: nothing is under way. */
export function stillPen(pen: Pick<Pen, 'profileId' | 'generation' | 'state' | 'copy'>, since: string): Pen {
  const { profileId, generation, state, copy } = pen
  return {
    profileId,
    generation,
    state,
    since,
    copy,
    former: null,
    breaks: null,
    other: null,
    deposited: false,
  }
}

/** How a desk stands while it takes the hand, to be gone back to; null when something else is under way. */
export function formerPen({ profileId, generation, state, copy, other, deposited }: Pen): FormerPen | null {
  if (state === 'giving' || state === 'taking') return null
  return { profileId, generation, state, copy, other, deposited, replacing: false }
}

/** A desk that gives a taking up stands as before. */
export function backAs(former: FormerPen, since: string): Pen {
  const { other, deposited } = former
  return { ...stillPen(former, since), other, deposited }
}
