import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { DATABASE_NAME } from '../../electron/db/open.ts'
import { type Core, openCore } from '../../electron/features/core.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { timeMethods } from './core-methods.ts'
import { takeOne } from './delivery-bench.ts'
import { longAgenda } from './long-agenda.ts'
import { timeLongMethods } from './long-methods.ts'
import { type Line, ms, quantile, type Times, timed, timesOf } from './measure.ts'
import type { Call, Sample } from './method-inputs.ts'
import { takeOldFiles } from './old-files-methods.ts'
import { benchSums } from './sums-bench.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Makes the ten-year database in a folder, ending at its own fixed date or at `end`; returns how long it took. */
export function makeTenYears(folder: string, end?: string): number {
  const started = performance.now()
  makeYears(folder, 10, end)
  return performance.now() - started
}

export function makeYears(folder: string, years: number, end?: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...[file('../../electron/cli.ts'), 'demo', '--data', folder, '--years', String(years)],
      ...(end === undefined ? [] : ['--end', end]),
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
}

/** @param say told what is being measured, and the methods one by one. */
export async function benchCore(say: (line: string) => void): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-bench-'))
  const lines: Line[] = []
  const jobs = forkRunner(file('../../electron/job.ts'))
  try {
    const demo = makeTenYears(folder)
    lines.push({
      what: 'ten-year database, from its seed',
      measured: ms(demo),
      budget: '20 s',
      holds: demo <= 20_000,
    })
    lines.push(...(await benchSums(folder)))
    const core = await openCore({
      dataFolder: folder,
      who: 'mesure',
      runJob: jobs.run,
      emit: () => undefined,
      log: () => undefined,
    })
    const sample = await sampleOf(core, folder)
    const { call } = sample

    lines.push(...(await benchSearch(sample)))
    lines.push(...(await benchReport(sample)))
    lines.push(...(await benchPdf(sample, () => jobs.close())))
    lines.push(...(await benchImport(sample, () => jobs.close())))
    const backups = timesOf(await repeated(5, () => call('backups.make', {})))
    lines.push({ what: 'backup, verified', measured: `p50 ${ms(backups.p50)}, longest ${ms(backups.max)}` })
    await takeOne(core)
    await takeOldFiles(core, folder, 10)
    const methods = await timeMethods(sample, 40)
    for (const times of methods) say(row(times))
    const [slowest] = methods
    if (slowest)
      lines.push({
        what: `slowest of ${methods.length} methods of the core (${slowest.method})`,
        measured: `p95 ${ms(slowest.p95)}`,
        budget: '40 ms',
        holds: slowest.p95 < 40,
      })
    const long = await timeLongMethods(sample, 10)
    for (const times of long) say(row(times))
    const [longest] = long
    if (longest)
      lines.push({
        what: `slowest of ${long.length} methods outside of a transaction (${longest.method})`,
        measured: `p50 ${ms(longest.p50)}, p95 ${ms(longest.p95)}`,
      })
    await core.close()
  } finally {
    jobs.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return lines
}

function row({ method, p50, p95, max }: Times & { method: string }): string {
  const [middle, most, longest] = [p50, p95, max].map((time) => ms(time).padStart(8))
  return `${method.padEnd(32)} p50 ${middle}  p95 ${most}  longest ${longest}`
}

/** Source of the inputs of methods: the ten-year database of the folder. */
export async function sampleOf(core: Core, folder: string): Promise<Sample> {
  const call: Call = async (method, input) => {
    const envelope = await core.call(method, input)
    if (!envelope.ok) throw new Error(`${method}: ${envelope.error.code}`)
    return envelope.value
  }
  const meetings = await call('meetings.list', { year: null })
  const next = meetings.find(({ state }) => state === 'planned')
  const written = meetings.find(({ minutesState }) => minutesState === 'review')
  if (!next || !written) throw new Error('the demo has no meeting in preparation or no minutes in review')
  return { call, meetings, next: next.id, written: written.id, words: drawnWords(folder) }
}

/** As typed: every prefix from one letter, words drawn by the texts' own frequency, 30 rows with extracts. */
async function benchSearch({ call, words }: Sample): Promise<Line[]> {
  const times: number[] = []
  for (const word of words.slice(0, 200))
    for (let length = 1; length <= word.length; length += 1)
      times.push(await timed(() => call('search.query', { words: word.slice(0, length), only: null })))
  const { runs, p50, p95 } = timesOf(times)
  return [
    {
      what: `search as typed, ${runs} prefixes, the best of each kind with extracts, in the core`,
      measured: `p50 ${ms(p50)}, p95 ${ms(p95)}`,
      budget: '30 ms p95',
      holds: p95 <= 30,
    },
  ]
}

/** Ten years beside the ten before; and how long another call waits meanwhile, asked again as soon as it is answered. */
async function benchReport({ call }: Sample): Promise<Line[]> {
  const whole: number[] = []
  const waits: number[] = []
  for (let run = 0; run < 10; run += 1) {
    let isOver = false
    const told = timed(() => call('yearlyReport.get', { from: '2017-01-01', to: '2026-12-31' })).then(
      (took) => {
        isOver = true
        return took
      },
    )
    while (!isOver) {
      waits.push(await timed(() => call('settings.body', {})))
      await setImmediate()
    }
    whole.push(await told)
  }
  const p95 = quantile(waits, 0.95)
  return [
    {
      what: 'report of ten years beside the ten before, other calls in between',
      measured: ms(quantile(whole, 0.5)),
    },
    {
      what: 'another call meanwhile',
      measured: `p95 ${ms(p95)}, longest ${ms(Math.max(...waits))}`,
      budget: '40 ms p95',
      holds: p95 <= 40,
    },
  ]
}

/** Minutes of twelve pages or nearest to it: first in a fresh process, then warm with one paragraph edited each time. */
async function benchPdf({ call, meetings }: Sample, endJobs: () => void): Promise<Line[]> {
  const kind = 'minutes' as const
  let best = { id: '', pages: 0 }
  for (const { id, minutesState } of meetings) {
    if (minutesState === null || minutesState === 'approved') continue
    const { pageCount } = await call('documents.render', { meetingId: id, kind })
    if (Math.abs(pageCount - 12) < Math.abs(best.pages - 12)) best = { id, pages: pageCount }
  }
  const { sections = [] } = (await call('minutes.get', { meetingId: best.id })) ?? {}
  const longest = sections.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0]
  if (!longest) throw new Error('no section to edit')
  let { version, exchanges } = longest
  const type = async (more: string) => {
    exchanges = { ...exchanges, content: [...exchanges.content, paragraph(more)] }
    ;({ version } = await call('minutes.updateSection', { id: longest.id, version, patch: { exchanges } }))
  }
  // Up to twelve pages, a paragraph at a time.
  while (best.pages < 12) {
    for (let count = 0; count < 4; count += 1)
      await type('Le calendrier de la suite des travaux est rappelé. '.repeat(12))
    best.pages = (await call('documents.render', { meetingId: best.id, kind })).pageCount
  }
  const render = () => timed(() => call('documents.render', { meetingId: best.id, kind }))
  const first: number[] = []
  for (let run = 0; run < 3; run += 1) {
    endJobs()
    first.push(await render())
  }
  const warm: number[] = []
  for (let run = 0; run < 10; run += 1) {
    await type(`Une précision, la ${run}e, est apportée. `)
    warm.push(await render())
  }
  const [once, again] = [quantile(first, 0.5), quantile(warm, 0.5)]
  return [
    {
      what: `PDF of ${best.pages} pages of minutes, first`,
      measured: ms(once),
      budget: '1 s',
      holds: once <= 1000,
    },
    {
      what: 'the same warm, one paragraph edited',
      measured: ms(again),
      budget: '300 ms',
      holds: again <= 300,
    },
  ]
}

async function benchImport({ call }: Sample, endJobs: () => void): Promise<Line[]> {
  const bytes = longAgenda(40)
  const read = () => timed(() => call('imports.read', { fileName: 'ordre-du-jour.docx', bytes }))
  const first: number[] = []
  for (let run = 0; run < 3; run += 1) {
    endJobs()
    first.push(await read())
  }
  const warm = await Promise.resolve(repeatedTimes(5, read))
  const once = quantile(first, 0.5)
  return [
    {
      what: 'a 40-page docx read for the review, in a fresh process (warm)',
      measured: `${ms(once)} (${ms(quantile(await warm, 0.5))})`,
      budget: '1 s',
      holds: once <= 1000,
    },
  ]
}

const repeated = (runs: number, work: () => Promise<unknown>) => repeatedTimes(runs, () => timed(work))

async function repeatedTimes(runs: number, time: () => Promise<number>): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) times.push(await time())
  return times
}

const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
})

/** Words of random texts, so that each is as likely as it is frequent; the draw is always the same. */
function drawnWords(folder: string): string[] {
  const db = new Database(join(folder, DATABASE_NAME), { readonly: true })
  const { last } = db.prepare('SELECT count(*) AS last FROM search_text').get() as { last: number }
  const words: string[] = []
  for (let draw = 1; words.length < 400; draw += 1) {
    const row = db
      .prepare(
        "SELECT folded_title || ' ' || folded_body AS folded FROM search_text ORDER BY rowid LIMIT 1 OFFSET ?",
      )
      .get((draw * 7919) % last)
    const all = (row as { folded: string } | undefined)?.folded.match(/[\p{L}\p{N}]+/gu) ?? []
    const word = all[(draw * 31) % Math.max(1, all.length)]
    if (word !== undefined) words.push(word)
  }
  db.close()
  return words
}
