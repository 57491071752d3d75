import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import type { JobRunner } from '../../electron/jobs/runner.ts'
import { paragraph } from '../unit/documents-builders.ts'
import { longMeeting } from '../unit/documents-samples.ts'
import { type Line, ms, quantile, timed } from './measure.ts'

/** Another program on the same data: milliseconds of its first and of its usual run, and what came out. */
export type OtherWay = { first: number; warm: number; bytes: number }

const EXPORTS = 300
const WARM_RUNS = 10

/**
 * @param say told what is being measured.
 * @param print has a window print html to PDF; null where there is no window.
 */
export async function benchDocuments(
  say: (line: string) => void,
  print: ((html: Uint8Array) => Promise<OtherWay>) | null,
): Promise<Line[]> {
  const jobs = forkRunner(fileURLToPath(new URL('../../electron/job.ts', import.meta.url)))
  try {
    const lines: Line[] = []
    for (const pages of [12, 60]) {
      const minutes = await minutesOf(jobs, pages)
      say(`${minutes.pages} pages of minutes…`)
      const own = await benchPages(jobs, minutes)
      lines.push(...own.lines)
      if (pages !== 12) continue
      lines.push(await benchSameBytes(jobs, minutes))
      const usual = await benchMany(jobs, minutes, say)
      lines.push(usual.line)
      lines.push(...(await benchOthers(jobs, { minutes, usual: usual.usual, first: own.first, print })))
    }
    return lines
  } finally {
    jobs.close()
  }
}

/** `edited`: the same minutes with one paragraph that was never there before. */
type Sized = { model: DocumentModel; edited: (run: number) => DocumentModel; pages: number; bytes: number }

/** The sample meeting, with more exchanges until it has the pages. */
async function minutesOf(jobs: JobRunner, pages: number): Promise<Sized> {
  for (let more = 0; ; more += Math.max(1, Math.floor(pages / 12))) {
    const edited = (run: number) => minutesModel(withExchanges(longMeeting(), more, run))
    const model = edited(0)
    const { pageCount, bytes } = await render(jobs, model)
    if (pageCount >= pages) return { model, edited, pages: pageCount, bytes: bytes.length }
  }
}

/** The paragraph of that many runs stands in the middle of the document. */
function withExchanges(file: FileToPrint, more: number, run: number): FileToPrint {
  const middle = Math.floor(file.sections.length / 2)
  const precision = paragraph(`Une précision est apportée par la direction, passage ${run}.`)
  const said = (rank: number) =>
    paragraph(
      `${rank}. La direction rappelle le calendrier du raccordement et chacun note la suite. `.repeat(4),
    )
  return {
    ...file,
    sections: file.sections.map((section, index) =>
      index < 2
        ? section
        : {
            ...section,
            exchanges: {
              ...section.exchanges,
              content: [
                ...section.exchanges.content,
                ...Array.from({ length: more }, (_, rank) => said(rank + 1)),
                ...(index === middle ? [precision] : []),
              ],
            },
          },
    ),
  }
}

const render = (jobs: JobRunner, model: DocumentModel) => jobs.run('renderPdf', { model, images: [] })

async function benchPages(
  jobs: JobRunner,
  { model, edited, pages, bytes }: Sized,
): Promise<{ first: number; lines: Line[] }> {
  const first: number[] = []
  for (let run = 0; run < 3; run += 1) {
    jobs.close()
    first.push(await timed(() => render(jobs, model)))
  }
  const warm: number[] = []
  for (let run = 0; run < WARM_RUNS; run += 1) {
    const next = edited(run + 1)
    warm.push(await timed(() => render(jobs, next)))
  }
  const [once, again] = [quantile(first, 0.5), quantile(warm, 0.5)]
  const isDozen = pages < 20
  const lines = [
    {
      what: `${pages} pages of minutes to a PDF, first in a fresh process · warm, one paragraph edited`,
      measured: `${ms(once)} · ${ms(again)}`,
      ...(isDozen ? { budget: '600 ms · 300 ms', holds: once <= 600 && again <= 300 } : {}),
    },
    {
      what: `size of those ${pages} pages`,
      measured: `${Math.round(bytes / 1000)} kB`,
      ...(isDozen ? { budget: '150 kB', holds: bytes <= 150_000 } : {}),
    },
  ]
  return { first: once, lines }
}

async function benchSameBytes(jobs: JobRunner, { model, edited }: Sized): Promise<Line> {
  const hashes = new Set<string>()
  for (let run = 0; run < 5; run += 1) {
    // Another process each time, with other documents made before it.
    if (run % 2 === 0) jobs.close()
    else await render(jobs, edited(run + 1))
    hashes.add(
      createHash('sha256')
        .update((await render(jobs, model)).bytes)
        .digest('hex'),
    )
  }
  return {
    what: 'the same minutes exported 5 times, in 3 processes',
    measured: hashes.size === 1 ? 'the same bytes' : `${hashes.size} different files`,
    budget: 'the same bytes',
    holds: hashes.size === 1,
  }
}

/** Memory is that of the job's process, which stays for as long as the application does. */
async function benchMany(
  jobs: JobRunner,
  { edited }: Sized,
  say: (line: string) => void,
): Promise<{ line: Line; usual: number }> {
  jobs.close()
  const times: number[] = []
  const memory: number[] = []
  for (let run = 0; run < EXPORTS; run += 1) {
    const next = edited(1_000 + run)
    times.push(await timed(() => render(jobs, next)))
    memory.push(Math.round(jobMegabytes()))
  }
  const middle = (values: readonly number[]) => quantile(values, 0.5)
  // The heap and the cache of the compiler fill during the first hundred.
  const early = middle(memory.slice(20, 40))
  const start = middle(memory.slice(100, 120))
  const end = middle(memory.slice(-20))
  say(
    `memory of the job: ${memory
      .filter((_, run) => run % 30 === 0)
      .map(Math.round)
      .join(', ')} MB`,
  )
  return {
    usual: middle(times),
    line: {
      what: `${EXPORTS} exports in a row: memory of the job at the 30th, the 110th and the last`,
      measured: `${early}, ${start}, ${end} MB: ${(end / start).toFixed(2)} × over the last 200`,
      budget: '≤ 1.1 ×',
      holds: end / start <= 1.1,
    },
  }
}

/** Resident memory of our own child processes. */
function jobMegabytes(): number {
  if (process.platform !== 'linux') return Number.NaN
  let kilobytes = 0
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one)))
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8')
      if (!new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status)) continue
      kilobytes += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
    } catch {
      // It ended meanwhile.
    }
  return kilobytes / 1024
}

async function benchOthers(
  jobs: JobRunner,
  wanted: {
    minutes: Sized
    usual: number
    first: number
    print: ((html: Uint8Array) => Promise<OtherWay>) | null
  },
): Promise<Line[]> {
  const { minutes, usual, first, print } = wanted
  const flowing = async (format: 'docx' | 'html') =>
    (await jobs.run('renderFlowing', { model: minutes.model, images: [], format, template: null })).bytes
  const office = await officePdf(await flowing('docx'))
  const window = print === null ? null : await print(await flowing('html'))
  const told = (way: OtherWay | null) =>
    way === null
      ? 'never run here'
      : `${ms(way.warm)}, ${(way.warm / usual).toFixed(1)} × ours (${ms(usual)}); ${Math.round(way.bytes / 1000)} kB, ${(way.bytes / minutes.bytes).toFixed(1)} × ours`
  return [
    {
      what: 'the same minutes, our docx by LibreOffice to PDF',
      measured: told(office),
      ...(office === null
        ? {}
        : {
            budget: 'ours first ≤ 0.5 ×, after an edit ≤ 0.15 ×',
            holds: first <= 0.5 * office.first && usual <= 0.15 * office.warm,
          }),
    },
    { what: 'the same minutes, our html printed by the window', measured: told(window) },
  ]
}

/** LibreOffice with a profile of its own, started for each file as a script does; null where there is none. */
async function officePdf(docx: Uint8Array): Promise<OtherWay | null> {
  if (spawnSync('soffice', ['--version']).status !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'seances-office-'))
  try {
    writeFileSync(join(folder, 'minutes.docx'), docx)
    const convert = () =>
      timed(async () => {
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
        const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder]
        const { status } = spawnSync('soffice', [...args, join(folder, 'minutes.docx')], { timeout: 180_000 })
        if (status !== 0) throw new Error('LibreOffice failed')
      })
    const first = await convert()
    const warm = [await convert(), await convert(), await convert()]
    return { first, warm: quantile(warm, 0.5), bytes: statSync(join(folder, 'minutes.pdf')).size }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
