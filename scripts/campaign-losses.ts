// Whatever was acknowledged and is gone must be nothing; each campaign has a control that must lose something.
import { fuzzContract } from '../test/campaigns/contract-fuzz.ts'
import { killCores } from '../test/campaigns/core-kills.ts'
import { killEveryWrite } from '../test/campaigns/every-write.ts'
import { fillByChange, fillByRoom } from '../test/campaigns/full-disks.ts'
import type { FullReport } from '../test/campaigns/full-journeys.ts'
import type { ActName } from '../test/campaigns/journey/acts.ts'
import { cutPower, type PowerReport } from '../test/campaigns/power/power.ts'
import { canPreload, neverRun } from '../test/campaigns/power/preload.ts'

/** @param only these kinds of write alone; then nobody types beside them. */
type Runs = { runs: number; seed: number; only?: readonly ActName[] | undefined }
const say = (line: string) => console.log(line)
const counts = (kinds: Readonly<Record<string, number>>) =>
  Object.entries(kinds)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ')
const BLIND = 'a control lost nothing: this campaign would not notice a loss'

/** Many kills of the core: a third while somebody types fast, the others within every kind of write; then the controls. */
export async function coreKills({ runs, seed, only }: Runs): Promise<number> {
  // One second of typing takes 20 ms: 300 characters a minute, fifty times faster.
  const pace = { seed, saveMs: 20, withinMs: 1500, say }
  const ofTyping = only === undefined ? Math.ceil(runs / 3) : 0
  const kinds = only === undefined ? {} : { only }
  console.log(`seed ${seed}`)
  const typing = await killCores({ ...pace, runs: ofTyping })
  const every =
    runs === ofTyping ? null : await killEveryWrite({ seed, runs: runs - ofTyping, say, ...kinds })
  console.log('controls: the same with every COMMIT put off until after its acknowledgement')
  const blindTyping = await killCores({ ...pace, runs: Math.min(10, Math.max(3, ofTyping)), control: true })
  const blindEvery = await killEveryWrite({ seed, runs: 12, control: true, say })
  const kills = typing.runs + (every?.kills ?? 0)
  const acknowledged = typing.acknowledged + (every?.acknowledged ?? 0)
  const lost = typing.lost + (every?.lost ?? 0)
  const faults = [...typing.faults, ...(every?.faults ?? [])]
  console.log(
    `\n${kills} kills of the core (${typing.killedOpenings} openings killed too): ${acknowledged} changes acknowledged, ${lost} lost; ` +
      `${typing.inFlight} typed and in flight, ${typing.keptUnacknowledged} of them kept; ` +
      `during typing ${typing.runs}, ${counts(every?.kinds ?? {})}; ` +
      `controls: ${blindTyping.lost} of ${blindTyping.acknowledged} changes lost, ${blindEvery.lost} of ${blindEvery.kills} kills with a loss`,
  )
  for (const fault of faults) console.log(`fault: ${fault}`)
  const isBlind = blindTyping.lost === 0 || blindEvery.lost === 0
  if (isBlind) console.log(BLIND)
  return lost === 0 && faults.length === 0 && !isBlind ? 0 : 1
}

/** Power cuts during every kind of write, then the same with what makes it safe taken out. */
export async function powerCuts({ runs, seed, only }: Runs): Promise<number> {
  if (!canPreload) {
    console.log(neverRun)
    return 1
  }
  console.log(`seed ${seed}`)
  const report = await cutPower({
    images: runs,
    seed,
    perWorld: 100,
    say,
    ...(only === undefined ? {} : { only, actsPerWorld: 12 }),
  })
  for (const fault of report.faults) console.log(`fault: ${fault}`)
  const control = async (name: 'sync-off' | 'rename-without-sync') => {
    console.log(`control: ${name}`)
    return cutPower({ images: Math.min(100, runs), seed, perWorld: 50, control: name, say })
  }
  const syncOff = await control('sync-off')
  const noSync = await control('rename-without-sync')
  const lost = ({ lost: count, images }: PowerReport) => `${count} of ${images}`
  console.log(
    `\n${report.images} power cuts in ${report.worlds} journeys (${report.changes} changes of files, ${report.acknowledged} changes acknowledged): ${report.lost} with a loss; ` +
      `during ${Object.entries(report.kinds)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(
          ', ',
        )}; controls with a loss: synchronous=OFF ${lost(syncOff)}, rename without sync ${lost(noSync)}`,
  )
  const blind = syncOff.lost === 0 || noSync.lost === 0
  if (blind) console.log(BLIND)
  return report.lost === 0 && report.faults.length === 0 && !blind ? 0 : 1
}

/** Disks that are full from each change on, then from each room on, for every kind of write. */
export async function fullDisks({ runs, seed, only }: Runs): Promise<number> {
  if (!canPreload) {
    console.log(neverRun)
    return 1
  }
  console.log(`seed ${seed}`)
  // Each change at first; of writes of many changes, every change of the first `runs`, then fewer and fewer.
  const next = (step: number) => step + 1 + Math.max(0, Math.floor((step - runs) / 8))
  const byChange = await fillByChange({ seed, next, say, ...(only === undefined ? {} : { only }) })
  const byRoom = fillByRoom({
    ...(only === undefined ? {} : { only }),
    seed,
    bytesPerStep: 4096 * Math.ceil(400 / runs),
    timeoutMs: 3_600_000,
  })
  const control = await fillByChange({ seed, next, only: ['type'], control: true })
  for (const fault of [...byChange.wrong, ...byRoom.wrong]) console.log(`fault: ${fault}`)
  const told = ({ faults, refused, acknowledged, lost }: FullReport) =>
    `${faults} full disks, ${refused} refusals, ${acknowledged} changes acknowledged, ${lost} with a loss`
  console.log(`\nfull from the n-th change on: ${told(byChange)} (${counts(byChange.steps)})`)
  console.log(`full by room, on a file system of its own: ${told(byRoom)} (${counts(byRoom.steps)})`)
  console.log(`control: ${control.lost} of ${control.faults} with a loss`)
  if (control.lost === 0) console.log(BLIND)
  return [byChange, byRoom].every(({ lost, wrong }) => lost === 0 && wrong.length === 0) && control.lost > 0
    ? 0
    : 1
}

/** Strange calls of every method, then the same with a handler that fails. */
export async function contractFuzz({ runs, seed }: Runs): Promise<number> {
  console.log(`seed ${seed}`)
  const { calls, answered, refused, faults } = await fuzzContract({ runs, seed })
  for (const fault of faults) console.log(`fault: ${fault}`)
  const control = await fuzzContract({ runs: 200, seed, control: true })
  console.log(
    `\n${calls} calls: ${answered} answered, ${refused} refused, ${faults.length} faults; control: ${control.faults.length} faults`,
  )
  if (control.faults.length === 0)
    console.log('the control failed and was not noticed: this campaign is blind')
  return faults.length === 0 && control.faults.length > 0 ? 0 : 1
}
