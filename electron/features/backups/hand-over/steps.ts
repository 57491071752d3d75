// The order in which a hand-over happens. Each step leaves something that the next start understands, so that a stop
// between any two leaves one writer or none, with a way on, and never two.
import { AppError } from '../../../contract/errors.ts'
import {
  backAs,
  type CopyRef,
  formerPen,
  highest,
  isOffer,
  isOvertaken,
  type Lease,
  type Machine,
  type Pen,
  type Seen,
  servesOthers,
  standingOf,
  stillPen,
} from '../../../domain/data/hand-over.ts'

/** Effects of the steps on the world; the property tests give them another one. */
export type HandOverActs = {
  readonly me: Machine
  /** For people only. */
  now(): string
  pen(): Pen
  /** Durable before it returns; writes begun before are finished, later ones see the new state. */
  setPen(pen: Pen): Promise<void>
  look(): Promise<Seen>
  /** Makes the mark of a generation unless somebody has it; whether it is this desk's. */
  claim(generation: number, profileId: string): Promise<boolean>
  writeLease(lease: LeaseWords): Promise<void>
  /** A verified copy of this desk's data in the folder. */
  makeCopy(): Promise<CopyRef>
  /** Whether the copy lies whole in the folder. */
  hasCopy(copy: CopyRef): Promise<boolean>
  /** Puts a copy of the folder in place of this desk's data, which are kept as a backup. Refuses one that is not whole. */
  takeData(copy: CopyRef): Promise<void>
  /** The newest whole copy in the folder, of these data or of whichever lie there; null when this desk's own are as new. */
  newerCopy(profileId: string | null): Promise<{ copy: CopyRef; profileId: string } | null>
  /** Says in the folder that this copy holds what was written here meanwhile. */
  setAside(copy: CopyRef): Promise<void>
}

/** A lease as the steps decide it; who and when are added by whoever writes it. */
export type LeaseWords = Pick<Lease, 'profileId' | 'generation' | 'state' | 'copy' | 'brokenFrom'>

/** Puts the hand down: nothing is written here any more, a verified copy and the lease lie in the folder. */
export async function transmit(acts: HandOverActs): Promise<void> {
  if (acts.pen().state === 'given') return
  const seen = await acts.look()
  const before = acts.pen()
  if (before.state === 'mine') {
    await mayTransmit(acts, seen)
    const generation = Math.max(before.generation, highest(seen)) + 1
    await acts.setPen({ ...stillPen(before, acts.now()), state: 'giving', generation, copy: null })
  } else if (before.state !== 'giving') throw new AppError('pen-away')
  else if (isPublished(before, seen)) return acts.setPen({ ...before, state: 'given' })

  const pen = acts.pen()
  let copy: CopyRef
  try {
    if (!(await acts.claim(pen.generation, pen.profileId))) throw new AppError('lease-taken')
    copy = pen.copy !== null && (await acts.hasCopy(pen.copy)) ? pen.copy : await acts.makeCopy()
  } catch (thrown) {
    // Nothing was put down, so the hand is still here; if another desk claimed it, the next look says so.
    await acts.setPen({ ...pen, state: 'mine', copy: before.copy })
    await heed(acts).catch(() => undefined)
    throw thrown
  }
  await acts.setPen({ ...pen, copy })
  // Once this is begun nobody knows whether it arrived, until the folder is read again.
  await publish(acts, { state: 'offered', copy, brokenFrom: null })
  await acts.setPen({ ...acts.pen(), state: 'given' })
}

async function mayTransmit(acts: HandOverActs, seen: Seen): Promise<void> {
  if (servesOthers(acts.pen(), seen)) throw new AppError('lease-other-profile')
  await heedSeen(acts, seen)
  if (acts.pen().state !== 'mine') throw new AppError('lease-taken')
}

/** Whether what this desk began to put down lies in the folder. */
function isPublished(pen: Pen, { lease }: Seen): boolean {
  return typeof lease !== 'string' && lease.profileId === pen.profileId && lease.generation >= pen.generation
}

/** Keeps the hand after a transmission that was cut short; one that did arrive is taken back. */
export async function keep(acts: HandOverActs): Promise<void> {
  const pen = acts.pen()
  if (pen.state === 'mine') return
  if (pen.state !== 'giving') throw new AppError('pen-away')
  const seen = await acts.look()
  if (isPublished(pen, seen)) {
    await acts.setPen({ ...pen, state: 'given' })
    return take(acts, false)
  }
  await acts.setPen({ ...pen, state: 'mine' })
  await heedSeen(acts, seen)
}

/**
 * Takes the hand that was put down, or finishes a taking that was cut short.
 * @param breaks takes it from a desk that did not put it down: what that desk wrote since its last copy stays there.
 */
export async function take(acts: HandOverActs, breaks: boolean): Promise<void> {
  if (acts.pen().state === 'taking') return finishTaking(acts)
  const seen = await acts.look()
  const standing = standingOf(acts.pen(), seen, acts.me.id)
  if (standing === 'writing' || standing === 'giving') throw new AppError('state-refuses')
  const { lease } = seen
  const offer = typeof lease !== 'string' && isOffer(seen, acts.me.id) ? lease : null
  if (offer === null && !breaks)
    throw new AppError(lease === 'unreadable' ? 'lease-unreadable' : 'lease-taken')
  // Changes written here while another desk took over are put where that desk can compare them, before they are replaced.
  if (acts.pen().state === 'lost') await deposit(acts)
  const source = offer === null ? await sourceOfBreak(acts, seen) : await sourceOfOffer(acts, offer)
  const generation = nextGeneration(seen, acts.me.id)
  const { profileId, copy, replaces } = source
  if (!(await acts.claim(generation, profileId))) throw new AppError('lease-taken')
  const former = formerPen(acts.pen())
  if (former === null) throw new AppError('state-refuses')
  await acts.setPen({
    ...stillPen({ profileId, generation, state: 'taking', copy }, acts.now()),
    former: replaces ? former : null,
    breaks: offer === null && typeof lease !== 'string' ? lease.machine : null,
  })
  return finishTaking(acts)
}

type Source = { profileId: string; copy: CopyRef | null; replaces: boolean }

async function sourceOfOffer(acts: HandOverActs, { profileId, copy }: Lease): Promise<Source> {
  const pen = acts.pen()
  // Nothing could be written here since: this desk's own data are that copy.
  const isOwn = pen.state === 'given' && pen.profileId === profileId && pen.copy?.sha256 === copy?.sha256
  if (isOwn) return { profileId, copy, replaces: false }
  if (copy === null || !(await acts.hasCopy(copy))) throw new AppError('copy-not-arrived')
  return { profileId, copy, replaces: true }
}

async function sourceOfBreak(acts: HandOverActs, { lease }: Seen): Promise<Source> {
  const pen = acts.pen()
  const profileId = typeof lease === 'string' ? null : lease.profileId
  const newer = await acts.newerCopy(profileId)
  if (newer !== null) return { ...newer, replaces: true }
  // A desk that writes its own data has nothing to take but a copy of others.
  if (pen.state === 'mine' || (profileId !== null && profileId !== pen.profileId))
    throw new AppError('copy-not-arrived')
  return { profileId: pen.profileId, copy: pen.copy, replaces: false }
}

/** The next number; the one that this desk marked before a stop, if it has not been used. */
function nextGeneration(seen: Seen, me: string): number {
  const { lease, claim } = seen
  const published = typeof lease === 'string' ? 0 : lease.generation
  const begun = claim !== null && claim.machineId === me && claim.generation > published
  return begun ? claim.generation : highest(seen) + 1
}

async function finishTaking(acts: HandOverActs): Promise<void> {
  // Data that a stop left between the old and the new are replaced to the end first: only then can the hand be found lost.
  if (acts.pen().former?.replacing !== true) await refuseOvertaken(acts)
  const { former, copy: taken } = acts.pen()
  if (former !== null && taken !== null) {
    const copy = await copyToTake(acts, taken)
    await acts.setPen({ ...acts.pen(), copy, former: { ...former, replacing: true } })
    await acts.takeData(copy)
    await acts.setPen({ ...acts.pen(), former: null })
  }
  const pen = acts.pen()
  await publish(acts, { state: 'held', copy: pen.copy, brokenFrom: pen.breaks })
  await acts.setPen(stillPen({ ...pen, state: 'mine' }, acts.now()))
}

/** The copy that the taking began with; the newest one of the same data when a desk that went on has removed it since. */
async function copyToTake(acts: HandOverActs, copy: CopyRef): Promise<CopyRef> {
  if (await acts.hasCopy(copy)) return copy
  const newer = await acts.newerCopy(acts.pen().profileId)
  if (newer === null) throw new AppError('copy-not-arrived')
  return newer.copy
}

/** Gives a taking up, as long as nothing of this desk was replaced. */
export async function giveUp(acts: HandOverActs): Promise<void> {
  const pen = acts.pen()
  if (pen.state !== 'taking' || pen.former === null || pen.former.replacing)
    throw new AppError('state-refuses')
  await acts.setPen(backAs(pen.former, acts.now()))
}

/** Writes the lease of this desk's generation, unless another desk went on meanwhile. */
async function publish(
  acts: HandOverActs,
  words: Pick<LeaseWords, 'state' | 'copy' | 'brokenFrom'>,
): Promise<void> {
  await refuseOvertaken(acts)
  const { profileId, generation } = acts.pen()
  await acts.writeLease({ profileId, generation, ...words })
}

async function refuseOvertaken(acts: HandOverActs): Promise<void> {
  const pen = acts.pen()
  const seen = await acts.look()
  if (!isOvertaken(pen, seen, acts.me.id)) return
  if (pen.former === null) await lose(acts, seen)
  else await acts.setPen(backAs(pen.former, acts.now()))
  throw new AppError('lease-taken')
}

/** Goes on without the folder, which is gone for good: said to be dangerous before. The folder is told when it is back. */
export async function takeAlone(acts: HandOverActs): Promise<void> {
  const pen = acts.pen()
  if (pen.state === 'mine') return
  if (pen.former?.replacing === true) throw new AppError('state-refuses')
  if (pen.former !== null) return acts.setPen(backAs(pen.former, acts.now()))
  await acts.setPen(stillPen({ ...pen, state: 'mine', generation: pen.generation + 1 }, acts.now()))
}

/** Learns from the folder whether another desk took the hand that this one has. */
export async function heed(acts: HandOverActs): Promise<void> {
  await heedSeen(acts, await acts.look())
}

async function heedSeen(acts: HandOverActs, seen: Seen): Promise<void> {
  const pen = acts.pen()
  if (pen.state !== 'mine') return
  if (servesOthers(pen, seen)) return
  if (isOvertaken(pen, seen, acts.me.id)) return lose(acts, seen)
  // The folder is behind: it was away, or its lease was damaged. This desk has the hand and says so again.
  if (pen.generation === 0 || isPublished(pen, seen)) return
  if (await acts.claim(pen.generation, pen.profileId))
    await publish(acts, { state: 'held', copy: pen.copy, brokenFrom: null })
  else await lose(acts, await acts.look())
}

async function lose(acts: HandOverActs, { lease }: Seen): Promise<void> {
  const pen = acts.pen()
  const isOther = typeof lease !== 'string' && lease.machine.id !== acts.me.id
  // The other desk went on from a copy of this one, newer than the one that this desk began with.
  const copy = isOther && lease.brokenFrom?.id === acts.me.id && lease.copy !== null ? lease.copy : pen.copy
  const other = isOther ? lease.machine : null
  await acts.setPen({ ...stillPen({ ...pen, state: 'lost', copy }, acts.now()), other })
}

/** Puts what was written here, while another desk took over, where that desk can compare it. */
export async function deposit(acts: HandOverActs): Promise<void> {
  const pen = acts.pen()
  if (pen.state !== 'lost') throw new AppError('state-refuses')
  if (pen.deposited) return
  await acts.setAside(await acts.makeCopy())
  await acts.setPen({ ...pen, deposited: true })
}
