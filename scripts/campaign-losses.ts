// Campaigns of losses: what was acknowledged and is gone must be nothing; each has a control that must lose something.
import { killCores } from '../test/campaigns/core-kills.ts'
import { cutPower, type PowerReport } from '../test/campaigns/power/power.ts'
import { canPreload, neverRun } from '../test/campaigns/power/preload.ts'

type Runs = { runs: number; seed: number }
const say = (line: string) => console.log(line)

/** Many kills of the core while somebody types, then the control. */
export async function coreKills({ runs, seed }: Runs): Promise<number> {
  // One second of typing takes 20 ms: 300 characters a minute, fifty times faster.
  const pace = { seed, saveMs: 20, withinMs: 1500 }
  console.log(`seed ${seed}`)
  const report = await killCores({ ...pace, runs, say: (line) => console.log(line) })
  console.log('control: the same with every COMMIT put off until after its acknowledgement')
  const control = await killCores({
    ...pace,
    runs: Math.min(10, runs),
    control: true,
    say: (line) => console.log(line),
  })
  console.log(
    `\n${report.runs} kills of the core (${report.killedOpenings} openings killed too): ${report.acknowledged} changes acknowledged, ${report.lost} lost; ` +
      `${report.inFlight} in flight, ${report.keptUnacknowledged} of them kept; control: ${control.lost} of ${control.acknowledged} lost`,
  )
  for (const fault of report.faults) console.log(`fault: ${fault}`)
  if (control.lost === 0) console.log('the control lost nothing: this campaign would not notice a loss')
  return report.lost === 0 && report.faults.length === 0 && control.lost > 0 ? 0 : 1
}

/** Power cuts during every kind of write, then the same with what makes it safe taken out. */
export async function powerCuts({ runs, seed }: Runs): Promise<number> {
  if (!canPreload) {
    console.log(neverRun)
    return 1
  }
  console.log(`seed ${seed}`)
  const report = await cutPower({ images: runs, seed, perWorld: 100, say })
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
  if (blind) console.log('a control lost nothing: this campaign would not notice a loss')
  return report.lost === 0 && report.faults.length === 0 && !blind ? 0 : 1
}
