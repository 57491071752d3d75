// A new desk dies by SIGKILL while it takes over the data of another; whatever the moment, it ends with all of them and
// with the hand, and what it had of its own before lies in a backup.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type ChildCore, startChildCore } from './child-core.ts'
import type { Dice } from './dice.ts'
import { fileFaults } from './file-faults.ts'
import { acts, prepare } from './journey/acts.ts'
import { Colleague, type Desk, SHARED } from './journey/colleague.ts'
import { newMeeting } from './journey/journey.ts'
import { difference, Ledger, type State } from './journey/ledger.ts'
import { settle } from './journey/office.ts'
import { seen } from './journey/seen.ts'
import { storedFaults } from './journey/stored-faults.ts'

export type Arrival = {
  /** "arrival", by an offer of the hand or by taking one's data up again. */
  kind: string
  /** Faults in words. */
  wrong: string[]
}

/** @param place an empty folder. */
export async function killArrival(place: string, thrown: Dice): Promise<Arrival> {
  mkdirSync(join(place, SHARED), { recursive: true })
  const colleague = new Colleague(place, startChildCore)
  const data = join(place, 'data')
  const byOffer = thrown.next() < 0.5
  const kind = byOffer ? 'arrival by an offer' : 'arrival with the data of before'
  let core: ChildCore | undefined
  try {
    const expected = await filled(await colleague.desk(), { thrown, place, colleague })
    core = await opened(data)
    const own = new Ledger(await seen(core), () => 0)
    const { title } = await newMeeting({ core, ledger: own, dice: thrown }, 3)
    if (byOffer) await core.internal('setHandOverFolder', { path: colleague.shared })
    const taking = byOffer
      ? core.call('handOver.take', { breaks: false })
      : takeSource(core, colleague.shared)
    await Promise.race([wait(thrown.below(1_500)), taking.catch(() => undefined)])
    await core.kill()
    core = await opened(data)
    if (byOffer || (await core.call('handOver.writer', {})).state === 'taking')
      await settle(core, () => colleague.desk())
    if ((await seen(core)).people === undefined) await takeSource(core, colleague.shared)
    const wrong = [
      difference(expected, await seen(core)),
      ...((await hasBackupOf(core, title)) ? [] : ['what this desk had of its own is in no backup']),
      ...fileFaults(data),
      ...storedFaults(data),
    ].filter((one) => one !== '')
    return { kind, wrong }
  } catch (failed) {
    return { kind, wrong: [String(failed)] }
  } finally {
    await core?.kill()
    await colleague.stop()
  }
}

/** Data with minutes and an attachment, the hand put down; returns what they say. */
async function filled(
  core: Desk,
  { thrown, place, colleague }: { thrown: Dice; place: string; colleague: Colleague },
): Promise<State> {
  const ledger = new Ledger(await seen(core), () => 0)
  const start = { core, ledger, dice: thrown, root: place, colleague, backups: new Map<string, State>() }
  const journey = { ...start, ...(await prepare(start)) }
  await acts.type(journey)
  await acts.attach(journey)
  await core.call('handOver.transmit', {})
  return ledger.now
}

async function opened(data: string): Promise<ChildCore> {
  const core = startChildCore(data)
  await core.opened
  return core
}

async function takeSource(core: Desk, path: string): Promise<unknown> {
  const source = await core.internal('examineSource', { path })
  if (!('token' in source)) throw new Error('an encrypted copy where none was made')
  return core.call('handOver.takeSource', { token: source.token })
}

async function hasBackupOf(core: Desk, title: string): Promise<boolean> {
  for (const { place, token, isEncrypted } of (await core.call('backups.list', {})).files) {
    if (isEncrypted) continue
    const { meetings } = await core.call('backups.look', { place, token })
    if (meetings.some((meeting) => meeting.title === title)) return true
  }
  return false
}
