// The core process dies by SIGKILL at a random moment of typing; opened again, it must hold every change it
// acknowledged, whole, with a sound file, search index and journal.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { type ChildCore, Refused, startChildCore } from './child-core.ts'
import { dice } from './dice.ts'
import { fileFaults } from './file-faults.ts'
import { modelOf } from './meeting-model.ts'
import { prepareMeeting, type Typed, typeUntilGone } from './typist.ts'

export type KillReport = {
  runs: number
  /** Changes the core acknowledged before it died, over all runs. */
  acknowledged: number
  /** Changes sent and not acknowledged when it died; they may be there or not, whole. */
  inFlight: number
  /** Of those, how many were kept all the same. */
  keptUnacknowledged: number
  /** Acknowledged changes that were gone. Must be 0; of the control, more than 0. */
  lost: number
  /** Openings that were themselves killed before they finished. */
  killedOpenings: number
  /** Everything else that was wrong, in words, with its run. */
  faults: string[]
}

export type KillOptions = {
  runs: number
  seed: number
  /** One second of typing, in milliseconds. */
  saveMs: number
  /** The kill falls within this time after typing began. */
  withinMs: number
  /** Runs with the planted defect: acknowledges before it commits. */
  control?: boolean
  say?: (line: string) => void
}

export async function killCores({
  runs,
  seed,
  saveMs,
  withinMs,
  control = false,
  say,
}: KillOptions): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-kills-'))
  const plant = control ? fileURLToPath(new URL('./early-commit.ts', import.meta.url)) : undefined
  const thrown = dice(seed)
  const report: KillReport = {
    runs,
    acknowledged: 0,
    inFlight: 0,
    keptUnacknowledged: 0,
    lost: 0,
    killedOpenings: 0,
    faults: [],
  }
  const open = async () => {
    const core = startChildCore(folder, plant)
    await core.opened
    return core
  }
  try {
    let core = await open()
    const meetingId = await prepareMeeting(core)
    for (let run = 1; run <= runs; run += 1) {
      const afterMs = Math.floor(thrown.next() * withinMs)
      const file = await core.call('meetings.get', { id: meetingId })
      const typing = typeUntilGone(core, file, thrown, saveMs)
      await Promise.race([wait(afterMs), typing])
      await core.kill()
      const typed = await typing
      for (const fault of fileFaults(folder)) report.faults.push(`run ${run}: ${fault}`)
      if (thrown.next() < 0.2) {
        const opening = startChildCore(folder, plant)
        await wait(thrown.below(500))
        await opening.kill()
        report.killedOpenings += 1
      }
      core = await open()
      const line = await judge(core, meetingId, typed, report, run)
      say?.(`run ${run}: killed after ${afterMs} ms of typing, ${line}`)
    }
    await core.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return report
}

/** Compares what is there with what must be, then undoes and redoes. */
async function judge(
  core: ChildCore,
  meetingId: string,
  { images, acknowledged }: Typed,
  report: KillReport,
  run: number,
): Promise<string> {
  const seen = async () => modelOf(await core.call('meetings.get', { id: meetingId }))
  const found = await seen()
  const reached = images.findLastIndex((image) => isDeepStrictEqual(image, found))
  const sent = images.length - 1
  report.acknowledged += acknowledged
  report.inFlight += sent - acknowledged
  if (reached === -1) report.faults.push(`run ${run}: what is there is no state that was ever sent`)
  else if (reached < acknowledged) report.lost += acknowledged - reached
  else report.keptUnacknowledged += reached - acknowledged
  let undone = 0
  try {
    while (undone < 3 && (await core.call('history.state', {})).undo !== null) {
      await core.call('history.undo', {})
      undone += 1
    }
    for (let again = 0; again < undone; again += 1) await core.call('history.redo', {})
  } catch (why) {
    if (!(why instanceof Refused)) throw why
    report.faults.push(`run ${run}: journal: ${why.message}`)
  }
  if (!isDeepStrictEqual(await seen(), found))
    report.faults.push(`run ${run}: undo then redo changed something`)
  return `${acknowledged} acknowledged, ${sent - acknowledged} in flight, state ${reached} found`
}
