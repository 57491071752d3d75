// Which desk may write data shared through one folder. Generation numbers decide, never clocks: each change of hand
// takes the next number, and a number belongs to whoever created its mark in the folder first.

import { z } from 'zod'
import { Id, Instant } from '../ids.ts'
import { LINE_LENGTH } from '../limits.ts'

/** One desk: the machine, and the name that people know it by. */
export const Machine = z.strictObject({ id: Id, name: z.string().max(80) })
export type Machine = z.infer<typeof Machine>

/** A finished copy in the shared folder, and what its bytes must be. */
export const CopyRef = z.strictObject({
  /** A name, never a path: the shared writer may have been edited by hand. */
  file: z.string().regex(/^[\w-][\w.-]{0,199}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int().nonnegative(),
})
export type CopyRef = z.infer<typeof CopyRef>

/** The small file for everybody in the folder: who has the hand, since when, and the copy that goes with it. */
export const SharedWriter = z.strictObject({
  kind: z.literal('seances-inp/passation'),
  /** For whoever opens the file: what it says, in French. */
  readMe: z.string().max(LINE_LENGTH),
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
export type SharedWriter = z.infer<typeof SharedWriter>

/** The state before a taking that is given up. */
const FormerWriter = z.strictObject({
  profileId: Id,
  generation: z.int().nonnegative(),
  state: z.enum(['mine', 'given', 'lost']),
  copy: CopyRef.nullable(),
  other: Machine.nullable(),
  deposited: z.boolean(),
  /** This desk's data were being replaced: after a stop nobody knows which are there, so the taking can only go on. */
  replacing: z.boolean().default(false),
})
export type FormerWriter = z.infer<typeof FormerWriter>

/** Where this desk stands, kept beside its database so that neither a restart nor a restored backup forgets it. */
export const Writer = z.strictObject({
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
  former: FormerWriter.nullable(),
  /** While taking: whose hand is taken without having been put down. */
  breaks: Machine.nullable(),
  /** Who took it, when it is lost; null when that is not known. */
  other: Machine.nullable(),
  /** Lost: what was written here lies in the folder, for the desk that writes to compare. */
  deposited: z.boolean(),
})
export type Writer = z.infer<typeof Writer>

/** Changes of a desk whose hand was taken: a copy in the folder, to be compared and merged by the desk that writes. */
export const Aside = z.strictObject({
  kind: z.literal('seances-inp/ecart'),
  readMe: z.string().max(LINE_LENGTH),
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

/** `unreadable`: there is a shared writer and it is not one of ours, or was edited by hand. */
export type Seen = {
  readonly sharedWriter: SharedWriter | 'none' | 'unreadable'
  readonly claim: Claim | null
}

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
export function highest({ sharedWriter, claim }: Seen): number {
  return Math.max(typeof sharedWriter === 'string' ? 0 : sharedWriter.generation, claim?.generation ?? 0)
}

/** Whether this is said of other data than the writer's. */
function isOfOther(profileId: string | null, writer: Writer): boolean {
  return profileId !== null && profileId !== writer.profileId
}

/** Whether the folder serves the hand-over of other data than the writer's. */
export function servesOthers(writer: Writer, { sharedWriter, claim }: Seen): boolean {
  if (typeof sharedWriter !== 'string') return isOfOther(sharedWriter.profileId, writer)
  return claim !== null && isOfOther(claim.profileId, writer)
}

/** Whether another desk has taken a generation at or above this desk's own. */
export function isOvertaken(writer: Writer, seen: Seen, me: string): boolean {
  const { sharedWriter, claim } = seen
  if (typeof sharedWriter !== 'string') {
    if (isOfOther(sharedWriter.profileId, writer)) return false
    if (sharedWriter.generation >= writer.generation && sharedWriter.machine.id !== me) return true
  }
  if (claim === null || claim.generation < writer.generation || claim.machineId === me) return false
  return !isOfOther(claim.profileId, writer)
}

/** How a desk stands: its own record first, then the folder. */
export function standingOf(writer: Writer, seen: Seen, me: string): Standing {
  const { sharedWriter, claim } = seen
  const isOurs = !servesOthers(writer, seen)
  if (writer.state === 'taking') return 'taking'
  if (isOurs) {
    if (writer.state === 'giving') return 'giving'
    if (writer.state === 'lost' && !isOffer(seen, me)) return 'lost'
    if (writer.state === 'mine') {
      if (isOvertaken(writer, seen, me)) return 'lost'
      return typeof sharedWriter === 'string' && writer.generation === 0 ? 'none' : 'writing'
    }
  }
  if (sharedWriter === 'unreadable') return 'unreadable'
  if (claim !== null && claim.generation > sharedGeneration(sharedWriter) && claim.machineId !== me)
    return 'beingTaken'
  if (sharedWriter === 'none') return 'none'
  if (sharedWriter.state === 'held') return 'away'
  return sharedWriter.machine.id === me ? 'waiting' : 'offered'
}

/** Whether the hand lies there for whoever takes it, and nobody else began to. */
export function isOffer({ sharedWriter, claim }: Seen, me: string): boolean {
  return (
    typeof sharedWriter !== 'string' &&
    sharedWriter.state === 'offered' &&
    (claim === null || claim.generation <= sharedWriter.generation || claim.machineId === me)
  )
}

function sharedGeneration(sharedWriter: Seen['sharedWriter']): number {
  return typeof sharedWriter === 'string' ? 0 : sharedWriter.generation
}

/** How a desk stands that never handed anything over, or whose taking was given up: nothing is under way. */
export function stillWriter(
  writer: Pick<Writer, 'profileId' | 'generation' | 'state' | 'copy'>,
  since: string,
): Writer {
  const { profileId, generation, state, copy } = writer
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
export function formerWriter({
  profileId,
  generation,
  state,
  copy,
  other,
  deposited,
}: Writer): FormerWriter | null {
  if (state === 'giving' || state === 'taking') return null
  return { profileId, generation, state, copy, other, deposited, replacing: false }
}

/** A desk that gives a taking up stands as before. */
export function backAs(former: FormerWriter, since: string): Writer {
  const { other, deposited } = former
  return { ...stillWriter(former, since), other, deposited }
}
