// The order in which a hand-over happens. Each step leaves something that the next start understands, so that a stop
// between any two leaves one writer or none, with a way on, and never two.
import { AppError } from '../../../contract/errors.ts'
import {
  backAs,
  type CopyRef,
  formerWriter,
  highest,
  isOffer,
  isOvertaken,
  type Machine,
  type Seen,
  type SharedWriter,
  servesOthers,
  standingOf,
  stillWriter,
  type Writer,
} from '../../../domain/data/hand-over.ts'

/** Effects of the steps on the world; the property tests give them another one. */
export type HandOverActs = {
  readonly me: Machine
  /** For people only. */
  now(): string
  writer(): Writer
  /** Durable before it returns; writes begun before are finished, later ones see the new state. */
  setWriter(writer: Writer): Promise<void>
  look(): Promise<Seen>
  /** Makes the mark of a generation unless somebody has it; whether it is this desk's. */
  claim(generation: number, profileId: string): Promise<boolean>
  writeSharedWriter(sharedWriter: SharedWriterWords): Promise<void>
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

/** A shared writer as the steps decide it; who and when are added by whoever writes it. */
export type SharedWriterWords = Pick<
  SharedWriter,
  'profileId' | 'generation' | 'state' | 'copy' | 'brokenFrom'
>

/** Puts the hand down: nothing is written here any more, a verified copy and the shared writer lie in the folder. */
export async function transmit(acts: HandOverActs): Promise<void> {
  if (acts.writer().state === 'given') return
  const seen = await acts.look()
  const before = acts.writer()
  if (before.state === 'mine') {
    await mayTransmit(acts, seen)
    const generation = Math.max(before.generation, highest(seen)) + 1
    await acts.setWriter({ ...stillWriter(before, acts.now()), state: 'giving', generation, copy: null })
  } else if (before.state !== 'giving') throw new AppError('writer-away')
  else if (isPublished(before, seen)) return acts.setWriter({ ...before, state: 'given' })

  const writer = acts.writer()
  let copy: CopyRef
  try {
    if (!(await acts.claim(writer.generation, writer.profileId))) throw new AppError('writer-taken')
    copy = writer.copy !== null && (await acts.hasCopy(writer.copy)) ? writer.copy : await acts.makeCopy()
  } catch (thrown) {
    // Nothing was put down, so the hand is still here; if another desk claimed it, the next look says so.
    await acts.setWriter({ ...writer, state: 'mine', copy: before.copy })
    await heed(acts).catch(() => undefined)
    throw thrown
  }
  await acts.setWriter({ ...writer, copy })
  // Once this is begun nobody knows whether it arrived, until the folder is read again.
  await publish(acts, { state: 'offered', copy, brokenFrom: null })
  await acts.setWriter({ ...acts.writer(), state: 'given' })
}

async function mayTransmit(acts: HandOverActs, seen: Seen): Promise<void> {
  if (servesOthers(acts.writer(), seen)) throw new AppError('writer-other-profile')
  await heedSeen(acts, seen)
  if (acts.writer().state !== 'mine') throw new AppError('writer-taken')
}

/** Whether what this desk began to put down lies in the folder. */
function isPublished(writer: Writer, { sharedWriter }: Seen): boolean {
  return (
    typeof sharedWriter !== 'string' &&
    sharedWriter.profileId === writer.profileId &&
    sharedWriter.generation >= writer.generation
  )
}

/** Keeps the hand after a transmission that was cut short; one that did arrive is taken back. */
export async function keep(acts: HandOverActs): Promise<void> {
  const writer = acts.writer()
  if (writer.state === 'mine') return
  if (writer.state !== 'giving') throw new AppError('writer-away')
  const seen = await acts.look()
  if (isPublished(writer, seen)) {
    await acts.setWriter({ ...writer, state: 'given' })
    return take(acts, false)
  }
  await acts.setWriter({ ...writer, state: 'mine' })
  await heedSeen(acts, seen)
}

/**
 * Takes the hand that was put down, or finishes a taking that was cut short.
 * @param breaks takes it from a desk that did not put it down: what that desk wrote since its last copy stays there.
 */
export async function take(acts: HandOverActs, breaks: boolean): Promise<void> {
  if (acts.writer().state === 'taking') return finishTaking(acts)
  const seen = await acts.look()
  const standing = standingOf(acts.writer(), seen, acts.me.id)
  if (standing === 'writing' || standing === 'giving') throw new AppError('state-refuses')
  const { sharedWriter } = seen
  const offer = typeof sharedWriter !== 'string' && isOffer(seen, acts.me.id) ? sharedWriter : null
  if (offer === null && !breaks)
    throw new AppError(sharedWriter === 'unreadable' ? 'writer-unreadable' : 'writer-taken')
  // Changes written here while another desk took over are put where that desk can compare them, before they are replaced.
  if (acts.writer().state === 'lost') await deposit(acts)
  const source = offer === null ? await sourceOfBreak(acts, seen) : await sourceOfOffer(acts, offer)
  const generation = nextGeneration(seen, acts.me.id)
  const { profileId, copy, replaces } = source
  if (!(await acts.claim(generation, profileId))) throw new AppError('writer-taken')
  const former = formerWriter(acts.writer())
  if (former === null) throw new AppError('state-refuses')
  await acts.setWriter({
    ...stillWriter({ profileId, generation, state: 'taking', copy }, acts.now()),
    former: replaces ? former : null,
    breaks: offer === null && typeof sharedWriter !== 'string' ? sharedWriter.machine : null,
  })
  return finishTaking(acts)
}

type Source = { profileId: string; copy: CopyRef | null; replaces: boolean }

async function sourceOfOffer(acts: HandOverActs, { profileId, copy }: SharedWriter): Promise<Source> {
  const writer = acts.writer()
  // Nothing could be written here since: this desk's own data are that copy.
  const isOwn =
    writer.state === 'given' && writer.profileId === profileId && writer.copy?.sha256 === copy?.sha256
  if (isOwn) return { profileId, copy, replaces: false }
  if (copy === null || !(await acts.hasCopy(copy))) throw new AppError('copy-not-arrived')
  return { profileId, copy, replaces: true }
}

async function sourceOfBreak(acts: HandOverActs, { sharedWriter }: Seen): Promise<Source> {
  const writer = acts.writer()
  const profileId = typeof sharedWriter === 'string' ? null : sharedWriter.profileId
  const newer = await acts.newerCopy(profileId)
  if (newer !== null) return { ...newer, replaces: true }
  // A desk that writes its own data has nothing to take but a copy of others.
  if (writer.state === 'mine' || (profileId !== null && profileId !== writer.profileId))
    throw new AppError('copy-not-arrived')
  return { profileId: writer.profileId, copy: writer.copy, replaces: false }
}

/** The next number; the one that this desk marked before a stop, if it has not been used. */
function nextGeneration(seen: Seen, me: string): number {
  const { sharedWriter, claim } = seen
  const published = typeof sharedWriter === 'string' ? 0 : sharedWriter.generation
  const begun = claim !== null && claim.machineId === me && claim.generation > published
  return begun ? claim.generation : highest(seen) + 1
}

async function finishTaking(acts: HandOverActs): Promise<void> {
  // Data that a stop left between the old and the new are replaced to the end first: only then can the hand be found lost.
  if (acts.writer().former?.replacing !== true) await refuseOvertaken(acts)
  const { former, copy: taken } = acts.writer()
  if (former !== null && taken !== null) {
    const copy = await copyToTake(acts, taken)
    await acts.setWriter({ ...acts.writer(), copy, former: { ...former, replacing: true } })
    await acts.takeData(copy)
    await acts.setWriter({ ...acts.writer(), former: null })
  }
  const writer = acts.writer()
  await publish(acts, { state: 'held', copy: writer.copy, brokenFrom: writer.breaks })
  await acts.setWriter(stillWriter({ ...writer, state: 'mine' }, acts.now()))
}

/** The copy that the taking began with; the newest one of the same data when a desk that went on has removed it since. */
async function copyToTake(acts: HandOverActs, copy: CopyRef): Promise<CopyRef> {
  if (await acts.hasCopy(copy)) return copy
  const newer = await acts.newerCopy(acts.writer().profileId)
  if (newer === null) throw new AppError('copy-not-arrived')
  return newer.copy
}

/** Gives a taking up, as long as nothing of this desk was replaced. */
export async function giveUp(acts: HandOverActs): Promise<void> {
  const writer = acts.writer()
  if (writer.state !== 'taking' || writer.former === null || writer.former.replacing)
    throw new AppError('state-refuses')
  await acts.setWriter(backAs(writer.former, acts.now()))
}

/** Writes the shared writer of this desk's generation, unless another desk went on meanwhile. */
async function publish(
  acts: HandOverActs,
  words: Pick<SharedWriterWords, 'state' | 'copy' | 'brokenFrom'>,
): Promise<void> {
  await refuseOvertaken(acts)
  const { profileId, generation } = acts.writer()
  await acts.writeSharedWriter({ profileId, generation, ...words })
}

async function refuseOvertaken(acts: HandOverActs): Promise<void> {
  const writer = acts.writer()
  const seen = await acts.look()
  if (!isOvertaken(writer, seen, acts.me.id)) return
  if (writer.former === null) await lose(acts, seen)
  else await acts.setWriter(backAs(writer.former, acts.now()))
  throw new AppError('writer-taken')
}

/** Goes on without the folder, which is gone for good: said to be dangerous before. The folder is told when it is back. */
export async function takeAlone(acts: HandOverActs): Promise<void> {
  const writer = acts.writer()
  if (writer.state === 'mine') return
  if (writer.former?.replacing === true) throw new AppError('state-refuses')
  if (writer.former !== null) return acts.setWriter(backAs(writer.former, acts.now()))
  await acts.setWriter(
    stillWriter({ ...writer, state: 'mine', generation: writer.generation + 1 }, acts.now()),
  )
}

/** Learns from the folder whether another desk took the hand that this one has. */
export async function heed(acts: HandOverActs): Promise<void> {
  await heedSeen(acts, await acts.look())
}

async function heedSeen(acts: HandOverActs, seen: Seen): Promise<void> {
  const writer = acts.writer()
  if (writer.state !== 'mine') return
  if (servesOthers(writer, seen)) return
  if (isOvertaken(writer, seen, acts.me.id)) return lose(acts, seen)
  // The folder is behind: it was away, or its shared writer was damaged. This desk has the hand and says so again.
  if (writer.generation === 0 || isPublished(writer, seen)) return
  if (await acts.claim(writer.generation, writer.profileId))
    await publish(acts, { state: 'held', copy: writer.copy, brokenFrom: null })
  else await lose(acts, await acts.look())
}

async function lose(acts: HandOverActs, { sharedWriter }: Seen): Promise<void> {
  const writer = acts.writer()
  const isOther = typeof sharedWriter !== 'string' && sharedWriter.machine.id !== acts.me.id
  // The other desk went on from a copy of this one, newer than the one that this desk began with.
  const copy =
    isOther && sharedWriter.brokenFrom?.id === acts.me.id && sharedWriter.copy !== null
      ? sharedWriter.copy
      : writer.copy
  const other = isOther ? sharedWriter.machine : null
  await acts.setWriter({ ...stillWriter({ ...writer, state: 'lost', copy }, acts.now()), other })
}

/** Puts what was written here, while another desk took over, where that desk can compare it. */
export async function deposit(acts: HandOverActs): Promise<void> {
  const writer = acts.writer()
  if (writer.state !== 'lost') throw new AppError('state-refuses')
  if (writer.deposited) return
  await acts.setAside(await acts.makeCopy())
  await acts.setWriter({ ...writer, deposited: true })
}
