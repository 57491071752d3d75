// The core dies while it moves its data to another folder, and while it opens them there; whatever the moment, one of
// the two folders has them, whole, and the other says so or was never begun.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { followed } from '../../electron/shell/moved-folders.ts'
import { type ChildCore, CoreGone, Refused, startChildCore } from './child-core.ts'
import type { Dice } from './dice.ts'
import { fileFaults } from './file-faults.ts'
import { acts, prepare } from './journey/acts.ts'
import { Colleague } from './journey/colleague.ts'
import { newMeeting } from './journey/journey.ts'
import { difference, Ledger, type State } from './journey/ledger.ts'
import { seen } from './journey/seen.ts'
import { storedFaults } from './journey/stored-faults.ts'

/** How often it is tried to move before it is let through. */
const MOST_KILLS = 4

export type Moving = {
  kills: number
  /** Faults in words. */
  wrong: string[]
}

/** @param place an empty folder. */
export async function killMoving(place: string, thrown: Dice): Promise<Moving> {
  const base = join(place, 'poste')
  const [first, into] = [join(base, 'data'), join(place, 'disque')]
  mkdirSync(into, { recursive: true })
  const colleague = new Colleague(place, startChildCore)
  let core: ChildCore | undefined
  const moving: Moving = { kills: 0, wrong: [] }
  try {
    core = await opened(first)
    const ledger = new Ledger(await seen(core), () => 0)
    const start = { core, ledger, dice: thrown, root: base, colleague, backups: new Map<string, State>() }
    const journey = { ...start, ...(await prepare(start)) }
    await acts.type(journey)
    await acts.attach(journey)
    await acts.backUp(journey)
    for (let isMoved = false; !isMoved && moving.kills < MOST_KILLS; ) {
      const moved = core
        .internal('moveData', { into, name: 'donnees' })
        .catch((failure: unknown) => (failure instanceof CoreGone ? null : Promise.reject(failure)))
      await Promise.race([wait(thrown.below(900 * (moving.kills + 1))), moved])
      await core.kill()
      const folder = (await moved)?.folder ?? null
      moving.kills += 1
      // Where the shell goes, which has noted nothing when it dies too.
      const now = followed(base, first)
      if (folder !== null && now !== folder)
        moving.wrong.push('the moving was acknowledged and does not count')
      isMoved = now !== first
      if (isMoved && !(await isRefused(first)))
        moving.wrong.push('the former folder opens beside the new one')
      await killedOpening(now, thrown)
      core = await opened(now)
      moving.wrong.push(
        ...[difference(ledger.now, await seen(core)), ...fileFaults(now), ...storedFaults(now)].filter(
          (one) => one !== '',
        ),
      )
      // Work goes on there, and what is left behind does not come back.
      await newMeeting({ core, ledger, dice: thrown }, 5)
    }
    await core.kill()
    core = await opened(followed(base, first))
    const wrong = difference(ledger.now, await seen(core))
    if (wrong !== '') moving.wrong.push(wrong)
    if (!existsSync(join(first, 'seances.sqlite')) && followed(base, first) === first)
      moving.wrong.push('the data are nowhere')
  } catch (failed) {
    moving.wrong.push(String(failed))
  } finally {
    await core?.kill()
    await colleague.stop()
  }
  return moving
}

async function opened(data: string): Promise<ChildCore> {
  const core = startChildCore(data)
  await core.opened
  return core
}

/** The opening of a new folder tidies the former one up; dying in the middle of that must not matter. */
async function killedOpening(data: string, thrown: Dice): Promise<void> {
  const opening = startChildCore(data)
  await Promise.race([wait(thrown.below(1_500)), opening.opened.catch(() => undefined)])
  await wait(thrown.below(50))
  await opening.kill()
}

async function isRefused(data: string): Promise<boolean> {
  const core = startChildCore(data)
  try {
    await core.opened
    return false
  } catch (failure) {
    return failure instanceof Refused
  } finally {
    await core.kill()
  }
}
