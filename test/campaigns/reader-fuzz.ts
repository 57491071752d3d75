// Strange files given to every reader in the real job process; each must be answered, or refused by a code that has its
// sentence, within the time and the memory the application allows; never a failure of the program or a hang.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { ErrorCode } from '../../electron/contract/errors.ts'
import type { JobName } from '../../electron/contract/wire.ts'
import { ReadFile } from '../../electron/domain/agenda/draft.ts'
import { jobs } from '../../electron/jobs/rows.ts'
import { entryOf } from '../entry.ts'
import { corpusFiles } from '../fixtures/corpus/files.ts'
import { dice } from './dice.ts'
import { type Measured, type ReaderProcess, startReader } from './reader-process.ts'
import { type Source, type Strange, strangeFile } from './strange-files/strange-file.ts'

export const MAX_PEAK_BYTES = 600 * 1024 * 1024
/** A process reads this many files, then another takes its place. */
const FILES_PER_PROCESS = 150
/** Alone on its desk, a reader has a processor for itself. */
const READING_MS = jobs.readFile.processorMs ?? jobs.readFile.timeMs

export type Fault = { seed: number; job: JobName; what: string; strange: Strange }
export type ReaderReport = {
  files: number
  answered: number
  /** How often each code refused. */
  refusals: Record<string, number>
  /** Files by the door they went through. */
  jobs: Record<string, number>
  slowest: { ms: number; of: string }
  largest: { bytes: number; of: string }
  faults: Fault[]
}

export const jobEntry = entryOf('job')

const fixturesOf = (folder: string, ending: RegExp): Source[] => {
  const at = fileURLToPath(new URL(`../fixtures/${folder}/`, import.meta.url))
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => ({
      name: entry.name,
      bytes: new Uint8Array(readFileSync(`${entry.parentPath}/${entry.name}`)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The files that each door of the application opens: agendas and minutes, mails, lists of persons, sheets that came back. */
function doors(): { job: JobName; share: number; sources: Source[] }[] {
  const corpus = corpusFiles().map(({ name, bytes }) => ({
    name: name.replace(/\.pasted-\w+\.htm$/, '.html'),
    bytes,
  }))
  const some = (ending: RegExp) => corpus.filter(({ name }) => ending.test(name))
  return [
    { job: 'readFile', share: 12, sources: corpus },
    {
      job: 'readMail',
      share: 2,
      sources: [...some(/\.(?:eml|msg)$/), ...fixturesOf('mails', /\.(?:eml|msg)$/)],
    },
    { job: 'readRemarks', share: 1, sources: some(/\.pdf$/) },
    { job: 'readReview', share: 1, sources: [...some(/\.docx$/), ...fixturesOf('returned', /\.docx$/)] },
    { job: 'readNotebook', share: 1, sources: some(/\.(?:docx|txt)$/) },
    {
      job: 'readDirectory',
      share: 1,
      sources: [...some(/\.(?:xlsx|ods|csv)$/), ...fixturesOf('directory', /\.(?:xlsx|ods|csv)$/)],
    },
    {
      job: 'readSheet',
      share: 1,
      sources: [...some(/\.(?:docx|odt)$/), ...fixturesOf('sheets', /\.(?:docx|odt)$/)],
    },
    {
      job: 'readReport',
      share: 1,
      sources: [...some(/\.csv$/), ...fixturesOf('attendance-reports', /\.csv$/)],
    },
  ]
}

const NOBODY = { colleges: [], organisations: [], persons: [] }

function inputOf(job: JobName, { name, bytes }: Strange): unknown {
  if (job === 'readFile') return { fileName: name, bytes, today: '2026-01-10' }
  if (job === 'readReport') return { bytes }
  if (job === 'readDirectory') return { fileName: name, bytes, directory: NOBODY }
  return { fileName: name, bytes }
}

/** Another process than the real one, which must be seen to fail. */
type Control = { entry?: string; timeoutMs?: number; environment?: Readonly<Record<string, string>> }

export async function fuzzReaders(
  options: Control & {
    runs: number
    seed: number
    say?: (line: string) => void
    onFault?: (fault: Fault) => void
  },
): Promise<ReaderReport> {
  const { runs, seed, entry = jobEntry, timeoutMs = READING_MS, say = () => undefined } = options
  const report: ReaderReport = {
    files: 0,
    answered: 0,
    refusals: {},
    jobs: {},
    slowest: { ms: 0, of: '' },
    largest: { bytes: 0, of: '' },
    faults: [],
  }
  const all = doors()
  const tickets = all.flatMap(({ share }, at) => Array.from({ length: share }, () => at))
  let reader: ReaderProcess | null = null
  let given = 0
  let before: Fault | null = null
  try {
    for (let run = 0; run < runs; run += 1) {
      // Each file has dice of its own: `--runs 1 --seed` with its number makes it again.
      const own = dice(seed + run)
      const { job, sources } = all[own.pick(tickets) ?? 0] ?? { job: 'readFile' as const, sources: [] }
      const strange = strangeFile(sources, own)
      if (reader === null || given >= FILES_PER_PROCESS) {
        await reader?.close()
        reader = startReader(entry, options.environment)
        given = 0
      }
      given += 1
      const measured = await reader.read(job, inputOf(job, strange), timeoutMs)
      const what = judge(report, job, strange, measured, timeoutMs)
      const current = { seed: seed + run, job, what: what ?? '', strange }
      if (what !== null) {
        // A process that is late may be at work for the file before, which it has answered: then that one is the fault.
        const isOwn = given === 1 || measured.end !== 'hang' || !(await answersAlone(current, options))
        const fault: Fault =
          isOwn || before === null
            ? current
            : { ...before, what: 'left the process at work after its answer' }
        report.faults.push(fault)
        options.onFault?.(fault)
        await reader.close()
        reader = null
      }
      before = current
      if ((run + 1) % 1000 === 0) say(`${run + 1} files, ${report.faults.length} faults`)
    }
  } finally {
    await reader?.close()
  }
  return report
}

async function answersAlone(
  { job, strange }: Fault,
  { entry = jobEntry, timeoutMs = READING_MS, environment }: Control,
): Promise<boolean> {
  const alone = startReader(entry, environment)
  try {
    return (await alone.read(job, inputOf(job, strange), timeoutMs)).end === 'answer'
  } finally {
    await alone.close()
  }
}

/** Counts the reading in; what was wrong with it, or null. */
function judge(
  report: ReaderReport,
  job: JobName,
  strange: Strange,
  measured: Measured,
  timeoutMs: number,
): string | null {
  const of = `${strange.from} (${strange.done.join(', ')})`
  report.files += 1
  report.jobs[job] = (report.jobs[job] ?? 0) + 1
  if (measured.ms > report.slowest.ms) report.slowest = { ms: measured.ms, of }
  if ((measured.peakBytes ?? 0) > report.largest.bytes)
    report.largest = { bytes: measured.peakBytes ?? 0, of }
  if (measured.end === 'hang') return `no answer in ${timeoutMs} ms`
  if (measured.end === 'death') return `the process died: ${measured.why}`
  if ((measured.peakBytes ?? 0) > MAX_PEAK_BYTES)
    return `held ${Math.round((measured.peakBytes ?? 0) / 1024 / 1024)} MB`
  const { result } = measured
  if (result.ok) {
    report.answered += 1
    if (job !== 'readFile') return null
    const parsed = ReadFile.safeParse(result.value)
    return parsed.success ? null : `an answer of another shape: ${parsed.error.message.slice(0, 300)}`
  }
  report.refusals[result.code] = (report.refusals[result.code] ?? 0) + 1
  const known = ErrorCode.safeParse(result.code)
  if (!known.success || known.data === 'unexpected' || (errorSentences[known.data] ?? '') === '')
    return `refused with ${result.code}: ${result.message ?? ''}`
  return null
}
