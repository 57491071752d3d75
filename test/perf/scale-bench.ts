// What every read of the core takes as its data grow: ten, forty and a hundred years of the same desk, and a search among
// ten thousand, a hundred thousand and a million texts. In processor time, which a busy machine changes little.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { contract, type Input } from '../../electron/contract/index.ts'
import { DATABASE_NAME } from '../../electron/db/open.ts'
import { firstRow } from '../../electron/db/search/kinds.ts'
import { type Core, openCore } from '../../electron/features/core.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { makeYears, sampleOf } from './core-bench.ts'
import { inputs } from './core-methods.ts'
import { takeOne } from './delivery-bench.ts'
import { type Line, ms, quantile } from './measure.ts'
import type { Sample, Timed } from './method-inputs.ts'
import { takeOldFiles } from './old-files-methods.ts'

const YEARS = [10, 40, 100]
const TEXTS = [10_000, 100_000, 1_000_000]
const RUNS = 15
/** Below, what is measured is the call, and not what it reads. */
const TOLD_MS = 5

type Taken = { readonly p50: number; readonly p95: number }

/** @param say told each method's figures. */
export async function benchScale(say: (line: string) => void): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-scale-'))
  try {
    return [...(await benchYears(folder, say)), ...(await benchTexts(folder))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchYears(folder: string, say: (line: string) => void): Promise<Line[]> {
  const taken = new Map<string, Taken[]>()
  for (const years of YEARS) {
    const data = join(folder, `years-${years}`)
    makeYears(data, years)
    await withCore(data, async (sample, core) => {
      await takeOne(core)
      await takeOldFiles(core, data, 10)
      for (const method of reads())
        taken.set(method, [...(taken.get(method) ?? []), await takenBy(sample, method)])
    })
  }
  const rows = [...taken].sort(([, a], [, b]) => (b.at(-1)?.p50 ?? 0) - (a.at(-1)?.p50 ?? 0))
  for (const [method, times] of rows)
    say(
      `${method.padEnd(28)} ${times.map(({ p50, p95 }) => `${ms(p50)} / ${ms(p95)}`.padStart(20)).join('')}`,
    )
  const slowest = Math.max(...rows.map(([, times]) => times[1]?.p95 ?? 0))
  const [name] = rows.find(([, times]) => times[1]?.p95 === slowest) ?? ['']
  return [
    {
      what: `slowest of ${rows.length} reads of the core at forty years (${name}), processor time`,
      measured: `p95 ${ms(slowest)}`,
      budget: '40 ms',
      holds: slowest < 40,
    },
    ...rows
      .filter(([, times]) => (times.at(-1)?.p50 ?? 0) >= TOLD_MS)
      .map(([method, times]) => slopeLine(`${method}, ten, forty, a hundred years`, times, YEARS)),
  ]
}

async function benchTexts(folder: string): Promise<Line[]> {
  const typed: Taken[] = []
  const listed: Taken[] = []
  const data = join(folder, 'texts')
  makeYears(data, 10)
  for (const texts of TEXTS) {
    addTexts(join(data, DATABASE_NAME), texts)
    await withCore(data, async ({ call, words }) => {
      const asTyped = words
        .slice(0, 60)
        .flatMap((word) => Array.from(word, (_, length) => word.slice(0, length + 1)))
      typed.push(await taken(asTyped, (word) => call('search.query', { words: word, only: null })))
      const some = asTyped.filter((_, at) => at % 6 === 0)
      listed.push(await taken(some, (word) => call('watch.list', { words: word, offset: 0, limit: 100 })))
    })
  }
  const told = 'ten thousand, a hundred thousand, a million texts'
  return [
    {
      ...slopeLine(`search as typed, ${told}`, typed, TEXTS),
      budget: 'p95 30 ms at a hundred thousand, 60 ms at a million',
      holds: (typed[1]?.p95 ?? 0) <= 30 && (typed[2]?.p95 ?? 0) <= 60,
    },
    slopeLine(`watch.list with words, ${told}`, listed, TEXTS),
  ]
}

/** By how much the time grows where the data grow tenfold: 1 as they do, 0 not at all. */
function slopeLine(what: string, times: readonly Taken[], sizes: readonly number[]): Line {
  const [first, last] = [times[0]?.p50 ?? 0, times.at(-1)?.p50 ?? 0]
  const slope = Math.log(last / first) / Math.log((sizes.at(-1) ?? 1) / (sizes[0] ?? 1))
  return {
    what,
    measured: `${times.map(({ p50, p95 }) => `p50 ${ms(p50)}, p95 ${ms(p95)}`).join('; ')}; slope ${slope.toFixed(2)}`,
    budget: 'slope < 1',
    holds: slope < 1,
  }
}

const reads = () => (Object.keys(inputs) as Timed[]).filter((method) => contract[method].kind === 'read')

async function takenBy(sample: Sample, method: Timed): Promise<Taken> {
  const all: Input<Timed>[] = []
  for (let run = 0; run < RUNS; run += 1) all.push(await inputs[method](sample, run))
  return taken(all, (input) => sample.call(method, input))
}

async function taken<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<Taken> {
  const times: number[] = []
  for (const one of all) {
    const before = process.cpuUsage()
    await work(one)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
}

async function withCore(folder: string, work: (sample: Sample, core: Core) => Promise<void>): Promise<void> {
  const jobs = forkRunner(fileURLToPath(new URL('../../electron/job.ts', import.meta.url)))
  const core = await openCore({
    dataFolder: folder,
    who: 'mesure',
    runJob: jobs.run,
    emit: () => undefined,
    log: () => undefined,
  })
  try {
    await work(await sampleOf(core, folder), core)
  } finally {
    await core.close()
    jobs.close()
  }
}

/** Texts of the search up to so many: each with the title of one followed text and the words of another. */
function addTexts(file: string, upTo: number): void {
  const db = new Database(file)
  try {
    db.pragma('synchronous = OFF')
    const count = Number(db.prepare('SELECT count(*) FROM search_text').pluck().get())
    if (count >= upTo) return
    db.exec(`CREATE TEMP TABLE source AS SELECT row_number() OVER (ORDER BY rowid) AS n, * FROM search_text
      WHERE kind = 'watch' AND entity_id NOT LIKE 'more %';
      CREATE INDEX temp.source_by_n ON source (n);`)
    db.prepare(
      `WITH RECURSIVE number (n) AS (SELECT @from UNION ALL SELECT n + 1 FROM number WHERE n < @to - 1)
       INSERT INTO search_text (rowid, kind, entity_id, date, title, body, folded_title, folded_body)
       SELECT @first + number.n, 'watch', 'more ' || number.n, one.date, one.title, other.body, one.folded_title, other.folded_body
       FROM number JOIN source AS one ON one.n = 1 + (number.n * 7919) % (SELECT count(*) FROM source)
       JOIN source AS other ON other.n = 1 + (number.n * 104729) % (SELECT count(*) FROM source)`,
    ).run({ from: count, to: upTo, first: firstRow('watch') + 1_000_000 })
  } finally {
    db.close()
  }
}
