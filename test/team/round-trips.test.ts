// How often a desk waits for the server while a screen opens: on a slow network that is what its user waits for.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openData } from '../../electron/db/open.ts'
import { giveRows } from '../../electron/db/postgres/carry.ts'
import { connect, Line } from '../../electron/db/postgres/line.ts'
import { ReadsTogether } from '../../electron/db/postgres/reads-together.ts'
import { openCore } from '../../electron/features/core.ts'
import { demoRows } from '../../electron/features/settings/sample/demo.ts'
import { insertDemo } from '../../electron/features/settings/sample/insert.ts'
import { Turns } from '../../electron/features/turns.ts'
import { sampleOf } from '../perf/core-bench.ts'
import { MOST_TRIPS, type Screen, screensOf } from '../perf/team-bench.ts'
import { Desk } from './desk.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'
import { slowWay } from './way.ts'

let server: TestServer
let folder: string
let screens: readonly Screen[]
let way: Awaited<ReturnType<typeof slowWay>>
let desk: Desk

beforeAll(async () => {
  server = await startServer()
  const base = await server.newBase()
  folder = mkdtempSync(join(tmpdir(), 'seances-trips-'))
  const clock = () => new Date('2026-11-24T09:00:00.000Z')
  const made = await openData(folder, {
    beforeMigration: async () => undefined,
    slow: () => undefined,
    clock,
  })
  const rows = demoRows({ seed: 'inp', years: 2, end: '2026-11-24' })
  await made.db.transaction().execute((tx) => insertDemo(tx, rows))
  const client = await connect(base, PASSWORD)
  await client.query('BEGIN')
  await giveRows(client, made.sqlite, () => undefined)
  await client.query('COMMIT; ANALYZE')
  await client.end()
  made.close()
  const own = await openCore({
    ...{ dataFolder: folder, who: 'mesure', emit: () => undefined, log: () => undefined, clock },
    runJob: () => Promise.reject(new Error('no job is needed')),
  })
  screens = await screensOf(await sampleOf(own, folder))
  await own.close()
  way = await slowWay(base, 1)
  desk = await Desk.open('mesure', way.address, { clock })
})
afterAll(async () => {
  await desk.close()
  way.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Of several openings, so that what is asked beside them in a while does not count. */
async function tripsOf({ asked }: Screen): Promise<number> {
  const counts: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const before = way.trips()
    for (const said of await Promise.all(asked.map(({ method, input }) => desk.core.call(method, input))))
      expect(said.ok).toBe(true)
    counts.push(way.trips() - before)
  }
  return Math.min(...counts)
}

it('every screen opens in few round trips', async () => {
  const trips = new Map<string, number>()
  for (const screen of screens) trips.set(screen.name, await tripsOf(screen))
  expect([...trips].filter(([, count]) => count > MOST_TRIPS)).toEqual([])
  expect(Math.min(...trips.values())).toBeGreaterThan(0)
})

it('the names of the history are asked for at once, however many there are', async () => {
  const { user } = way.address
  const names = Array.from({ length: 20 }, (_, at) => `${user} (poste ${at})`)
  await server.query(
    way.address.database,
    `INSERT INTO inp.journal_entry (at, who, method, state) SELECT '', name, 'projects.add', 'done' FROM unnest(ARRAY['${names.join("','")}']) AS name`,
  )
  const before = way.trips()
  expect(await desk.ok('history.authors', {})).toEqual(expect.arrayContaining(names))
  expect(way.trips() - before).toBeLessThan(MOST_TRIPS)
})

it('a read that fails takes none of those with it that wait beside it; what comes after a write is not among them', async () => {
  const line = new Line(way.address, PASSWORD)
  await line.ready()
  const turns = new Turns()
  const together = new ReadsTogether(line, (work) => turns.run(work))
  const asked = (sql: string) => () => line.query<{ one: unknown }>(sql).then(({ rows }) => rows[0]?.one)
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const held = turns.run(() => gate)
  const ends = Promise.allSettled([
    together.read(asked('SELECT 1 AS one')),
    together.read(asked('SELECT 1 / 0 AS one')),
    together.read(asked('SELECT 3 AS one')),
  ])
  together.close()
  const later = together.read(asked('SELECT 2 AS one'))
  release()
  await held
  const [first, failed, third] = await ends
  expect(first).toEqual({ status: 'fulfilled', value: 1 })
  expect(failed?.status).toBe('rejected')
  expect(third).toEqual({ status: 'fulfilled', value: 3 })
  expect(await later).toBe(2)
  await line.close()
})
