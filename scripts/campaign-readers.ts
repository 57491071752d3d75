// Strange files by the thousand through every reader, and the controls that must be seen to fail.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fuzzReaders, type ReaderReport } from '../test/campaigns/reader-fuzz.ts'

const BLIND = 'a control failed and was not noticed: this campaign is blind'
const CONTROLS = ['hangs', 'lingers', 'leaks', 'throws', 'dies'] as const

/** @param keep a folder for the files that were faults, named by the seed that makes them again. */
export async function strangeFiles(options: {
  runs: number
  seed: number
  keep?: string | undefined
}): Promise<number> {
  const { runs, seed, keep } = options
  console.log(`seed ${seed}`)
  const started = performance.now()
  const report = await fuzzReaders({
    runs,
    seed,
    say: (line) => console.log(line),
    onFault: ({ seed: own, job, what, strange }) => {
      console.log(
        `fault: ${job} of ${strange.from} (${strange.done.join(', ')}): ${what}; --runs 1 --seed ${own}`,
      )
      if (keep === undefined) return
      mkdirSync(keep, { recursive: true })
      writeFileSync(join(keep, `${own}-${strange.name}`), strange.bytes)
    },
  })
  const minutes = (performance.now() - started) / 60_000
  const seen: string[] = []
  for (const control of CONTROLS) if (await isNoticed(control)) seen.push(control)
  console.log(`\n${told(report)}; ${minutes.toFixed(1)} min; controls noticed: ${seen.join(', ')}`)
  const blind = seen.length < CONTROLS.length
  if (blind) console.log(BLIND)
  return report.faults.length === 0 && !blind ? 0 : 1
}

async function isNoticed(control: (typeof CONTROLS)[number]): Promise<boolean> {
  const { faults } = await fuzzReaders({
    runs: 5,
    seed: 1,
    entry: fileURLToPath(new URL('../test/campaigns/reader-control.ts', import.meta.url)),
    timeoutMs: 1000,
    environment: { SEANCES_CONTROL: control },
  })
  return faults.length > 0
}

function told({ files, answered, refusals, jobs, slowest, largest, faults }: ReaderReport): string {
  const counted = (counts: Record<string, number>) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')
  return (
    `${files} files (${counted(jobs)}): ${answered} answered, refused ${counted(refusals)}, ${faults.length} faults; ` +
    `slowest ${Math.round(slowest.ms)} ms, ${slowest.of}; most memory ${Math.round(largest.bytes / 1024 / 1024)} MB, ${largest.of}`
  )
}
