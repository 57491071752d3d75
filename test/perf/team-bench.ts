// What each screen asks for, on a desk's own data and on the base of a team over a slow network, and how often it waits for the
// server meanwhile; what is typed into the search among many texts; ten desks that write.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Input, Method } from '../../electron/contract/index.ts'
import { openData } from '../../electron/db/open.ts'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { giveRows } from '../../electron/db/postgres/carry.ts'
import { connect } from '../../electron/db/postgres/line.ts'
import { openCore } from '../../electron/features/core.ts'
import { Desk } from '../team/desk.ts'
import { PASSWORD, startServer, type TestServer } from '../team/server.ts'
import { slowWay } from '../team/way.ts'
import { makeTenYears, sampleOf } from './core-bench.ts'
import { inputs } from './core-methods.ts'
import { type Line, ms, timed, timesOf } from './measure.ts'
import type { Sample, Timed } from './method-inputs.ts'

/** The methods that open each screen. */
const screens: Readonly<Record<string, readonly Timed[]>> = {
  home: ['home.get', 'home.beside'],
  meetings: ['meetings.list', 'meetings.years', 'series.list'],
  agenda: ['meetings.get', 'agenda.list', 'agenda.status'],
  attendance: ['attendance.list', 'replies.list'],
  session: ['session.get'],
  minutes: ['minutes.get', 'attendance.list', 'approval.get'],
  approval: ['approval.get', 'approval.consultation'],
  'follow-up': ['followUp.actions', 'followUp.counts', 'followUp.choices', 'followUp.reminders'],
  directory: ['directory.list'],
  watch: ['watch.list', 'watch.choices'],
  text: ['watch.get', 'watch.life'],
  projects: ['projects.list'],
  project: ['projects.get'],
  palette: ['search.query'],
  history: ['history.list'],
}
const DELAYS = [0, 1, 20] as const
export const MOST_TRIPS = 8
const RUNS = 10
const DESKS = 10
const WRITING_MS = 60_000
const TEXTS = 100_000

type Asked = readonly { method: Method; input: Input<Method> }[]
export type Screen = { name: string; asked: Asked }

/** @param say told what is being measured. */
export async function benchTeam(say: (line: string) => void): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-bench-team-'))
  const server = await startServer()
  try {
    makeTenYears(folder)
    const base = await server.newBase()
    await share(folder, base)
    const own = await openCore({
      ...{ dataFolder: folder, who: 'mesure', emit: () => undefined, log: () => undefined },
      runJob: () => Promise.reject(new Error('no job is needed')),
    })
    const sample = await sampleOf(own, folder)
    const asked = await screensOf(sample)
    const here = new Map<string, number>()
    for (const { name, asked: methods } of asked) {
      const open = () => Promise.all(methods.map(({ method, input }) => own.call(method, input)))
      here.set(name, await p50(open))
    }
    await own.close()
    const lines: Line[] = []
    for (const delay of DELAYS) {
      say(`${delay} ms`)
      lines.push(...(await openScreens(base, delay, asked, here, say)))
    }
    say('search')
    lines.push(await searchAsTyped(server, sample.words))
    say('writing')
    lines.push(...(await writeTogether(server)))
    return lines
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function share(folder: string, base: TeamAddress): Promise<void> {
  const desk = await openData(folder, {
    beforeMigration: async () => undefined,
    slow: () => undefined,
    clock: () => new Date(),
  })
  const client = await connect(base, PASSWORD)
  await client.query('BEGIN')
  await giveRows(client, desk.sqlite, () => undefined)
  await client.query('COMMIT; ANALYZE')
  await client.end()
  desk.close()
}

export const screensOf = (sample: Sample): Promise<Screen[]> =>
  Promise.all(
    Object.entries(screens).map(async ([name, methods]) => ({
      name,
      asked: await Promise.all(
        methods.map(async (method) => ({ method, input: await inputOf(sample, method) })),
      ),
    })),
  )

/** Of the meeting whose minutes are being written, where it is one of many. */
const inputOf = async (sample: Sample, method: Timed) => {
  const input = await inputs[method](sample, 0)
  return 'meetingId' in input ? { ...input, meetingId: sample.written } : input
}

async function p50(open: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) times.push(await timed(open))
  return timesOf(times).p50
}

async function openScreens(
  base: TeamAddress,
  delay: number,
  asked: readonly Screen[],
  here: ReadonlyMap<string, number>,
  say: (line: string) => void,
): Promise<Line[]> {
  const way = await slowWay(base, delay)
  const desk = await Desk.open('mesure', way.address)
  const lines: Line[] = []
  for (const { name, asked: methods } of asked) {
    const open = () => Promise.all(methods.map(({ method, input }) => desk.core.call(method, input)))
    await open()
    const before = way.trips()
    const took = await p50(open)
    const trips = Math.round((way.trips() - before) / RUNS)
    const alone = here.get(name) ?? Number.NaN
    const line = {
      what: `${name}, ${delay} ms to the server`,
      measured: `${ms(took)}, ${ms(alone)} on a desk, ${trips} trips`,
    }
    if (delay === 0) lines.push({ ...line, budget: `${MOST_TRIPS} trips`, holds: trips <= MOST_TRIPS })
    else if (delay === 1) lines.push({ ...line, budget: 'twice a desk', holds: took <= 2 * alone })
    else lines.push(line)
    say(`${line.what}: ${line.measured}`)
  }
  await desk.close()
  way.close()
  return lines
}

/** Every beginning of words, at 1 ms. */
async function searchAsTyped(server: TestServer, words: readonly string[]): Promise<Line> {
  const base = await server.newBase()
  const list = words.slice(0, 400).map((word) => word.replaceAll("'", ' '))
  await server.query(
    base.database,
    `SET search_path = inp; INSERT INTO project (id, version, title, project_owner, organisation, stage, purpose, local_impact, regulatory_side, asked_of_body)
     SELECT gen_random_uuid(), 1, concat_ws(' ', w[1 + n % ${list.length}], w[1 + (n * 7) % ${list.length}], w[1 + (n * 13) % ${list.length}], n), '', '', 'idea', '', '', '', ''
     FROM generate_series(1, ${TEXTS}) AS n, (SELECT ARRAY['${list.join("','")}'] AS w) AS words; ANALYZE`,
  )
  const way = await slowWay(base, 1)
  const desk = await Desk.open('mesure', way.address)
  const times: number[] = []
  for (const word of words.slice(0, 60))
    for (let length = 1; length <= word.length; length += 1) {
      const typed = word.slice(0, length)
      times.push(await timed(() => desk.ok('search.query', { words: typed, only: null })))
    }
  await desk.close()
  way.close()
  const { runs, p50: middle, p95 } = timesOf(times)
  return {
    what: `search as typed among ${TEXTS.toLocaleString('en')} texts, ${runs} prefixes, 1 ms to the server`,
    measured: `p50 ${ms(middle)}, p95 ${ms(p95)}`,
    budget: '50 ms p95',
    holds: p95 <= 50,
  }
}

/** Each five times a second, on rows of its own. */
async function writeTogether(server: TestServer): Promise<Line[]> {
  const base = await server.newBase()
  const desks: Desk[] = []
  for (let at = 0; at < DESKS; at += 1) desks.push(await Desk.open(`Poste ${at}`, base))
  const before = process.memoryUsage().rss
  const times: number[] = []
  const until = performance.now() + WRITING_MS
  await Promise.all(
    desks.map(async (desk, at) => {
      const id = await desk.add(`Projet ${at}`)
      for (let count = 0; performance.now() < until; count += 1) {
        const change = await desk.renaming(id, `Projet ${at}, ${count}`)
        const took = await timed(() => desk.ok('projects.update', change))
        times.push(took)
        await wait(Math.max(0, 200 - took))
      }
    }),
  )
  const after = process.memoryUsage().rss
  for (const desk of desks) await desk.close()
  const { runs, p50: middle, p95, max } = timesOf(times)
  return [
    {
      what: `${DESKS} desks writing five times a second for a minute, ${runs} writes`,
      measured: `p50 ${ms(middle)}, p95 ${ms(p95)}, slowest ${ms(max)}`,
    },
    {
      what: `memory of the ${DESKS} desks together, in one process`,
      measured: `${Math.round(after / 1e6)} MB, ${Math.round((after - before) / 1e6)} MB more than before the minute`,
    },
  ]
}
