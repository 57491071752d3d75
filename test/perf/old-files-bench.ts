import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Core, openCore } from '../../electron/features/core.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { oldArchive } from '../fixtures/old-files/archive.ts'
import { type Line, ms } from './measure.ts'

const ANOTHER_EVERY_MS = 5

/** The archive of three years, then ten of them, each in the years of its own: a list of 380 files. */
export async function benchOldFiles(): Promise<Line[]> {
  return [...(await readOldFiles(1, 120_000)), ...(await readOldFiles(10, null))]
}

async function readOldFiles(times: number, budget: number | null): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-bench-old-files-'))
  const jobs = forkRunner(fileURLToPath(new URL('../../electron/job.ts', import.meta.url)))
  let slowest = 0
  const core = await openCore({
    dataFolder: join(folder, 'donnees'),
    who: 'mesure',
    runJob: jobs.run,
    emit: () => undefined,
    log: (line) => {
      slowest = Math.max(slowest, Number(/^slow query \((\d+) ms\)/.exec(line)?.[1] ?? 0))
    },
  })
  try {
    const root = join(folder, 'anciens')
    const files = await writeArchives(root, times)
    const reading = await besideCalls(core, async () => {
      const answer = await core.internal('readOldFiles', { path: root })
      if (!answer.ok) throw new Error(answer.error.code)
    })
    const list = await core.call('oldFiles.list', {})
    if (!list.ok) throw new Error(list.error.code)
    const choices = list.value.groups.flatMap(({ id, date, state }) =>
      date === null || state === 'refused' ? [] : [{ id, number: null }],
    )
    const taking = await besideCalls(core, async () => {
      const taken = await core.call('oldFiles.take', { choices, openActions: false })
      if (!taken.ok) throw new Error(taken.error.code)
    })
    const took = reading.took + taking.took
    const longest = Math.max(reading.longestWait, taking.longestWait)
    return [
      {
        what: `${files} old files read into the list (${ms(reading.took)}), ${choices.length} meetings taken in (${ms(taking.took)})`,
        measured: ms(took),
        ...(budget === null ? {} : { budget: ms(budget), holds: took <= budget }),
      },
      {
        what: `another call meanwhile, the longest wait of ${reading.calls + taking.calls}; statements over 40 ms: ${slowest === 0 ? 'none' : `up to ${slowest} ms`}`,
        measured: ms(longest),
        budget: '40 ms',
        holds: longest <= 40,
      },
    ]
  } finally {
    await core.close()
    jobs.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Answers how many files there are. */
async function writeArchives(root: string, times: number): Promise<number> {
  let files = 0
  for (let copy = 0; copy < times; copy += 1)
    for (const [path, bytes] of await oldArchive(3 * copy)) {
      const to = join(root, String(copy), path)
      mkdirSync(dirname(to), { recursive: true })
      writeFileSync(to, bytes)
      files += 1
    }
  return files
}

async function besideCalls(
  core: Core,
  work: () => Promise<void>,
): Promise<{ took: number; longestWait: number; calls: number }> {
  let isDone = false
  let longestWait = 0
  let calls = 0
  const started = performance.now()
  const working = work().finally(() => {
    isDone = true
  })
  while (!isDone) {
    const asked = performance.now()
    await core.call('settings.body', {})
    longestWait = Math.max(longestWait, performance.now() - asked)
    calls += 1
    await wait(ANOTHER_EVERY_MS)
  }
  await working
  return { took: performance.now() - started, longestWait, calls }
}
