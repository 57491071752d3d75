// Every method that the core runs in a transaction, on a desk's own data and on the base of a team, with the same rows, the
// same input and the same clock: both answer alike, and hold the same rows in the end.
import crypto from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { contract, type Input, type Method } from '../../electron/contract/index.ts'
import { columnsOf } from '../../electron/db/columns.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME, openData } from '../../electron/db/open.ts'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { giveRows, takeRows } from '../../electron/db/postgres/carry.ts'
import { connect } from '../../electron/db/postgres/line.ts'
import { emptyDesk, teamTables } from '../../electron/db/postgres/schema.ts'
import { type Core, openCore } from '../../electron/features/core.ts'
import { newId } from '../../electron/features/new-id.ts'
import { demoRows } from '../../electron/features/settings/sample/demo.ts'
import { insertDemo } from '../../electron/features/settings/sample/insert.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { entryOf } from '../entry.ts'
import { sampleOf } from '../perf/core-bench.ts'
import { inputs } from '../perf/core-methods.ts'
import { takeOne } from '../perf/delivery-bench.ts'
import type { Call, Sample, Timed } from '../perf/method-inputs.ts'
import { takeOldFiles } from '../perf/old-files-methods.ts'
import { Desk } from './desk.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

/** Both engines are given the same ids within one call: made without chance, and counted anew from another instant on. */
const { randomFillSync } = crypto
const countAnew = () => newId(new Date(0))

const END = '2026-11-24'
/** Of each pair of calls its own, later than a burst of typing. */
let now = new Date(`${END}T09:00:00.000Z`)
const clock = () => now

const jobs = forkRunner(entryOf('job'))
let server: TestServer
let base: TeamAddress
let folder: string
let own: Core
let team: Desk
let sample: Sample

const open = () => openData(folder, { beforeMigration: async () => undefined, slow: () => undefined, clock })

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  crypto.randomFillSync = ((bytes: Uint8Array) => bytes.fill(0)) as typeof randomFillSync
  syncBuiltinESMExports()
  server = await startServer()
  base = await server.newBase()
  await server.as(base, 'secretariat_1')
  folder = mkdtempSync(join(tmpdir(), 'seances-every-method-'))
  const made = await open()
  await made.db.transaction().execute((tx) => insertDemo(tx, demoRows({ seed: 'inp', years: 2, end: END })))
  made.close()
  const openOwn = () =>
    openCore({
      ...{
        dataFolder: folder,
        who: 'secretariat_1',
        runJob: jobs.run,
        emit: () => undefined,
        log: () => undefined,
      },
      ...{ clock, checkOutputs: true },
    })
  const before = await openOwn()
  await takeOne(before)
  await takeOldFiles(before, folder, 1)
  await before.close()
  addedInOrder()
  await share()
  own = await openOwn()
  team = await Desk.open('', { ...base, user: 'secretariat_1' }, { clock, runJob: jobs.run })
  sample = { ...(await sampleOf(own, folder)), call: both }
})
afterAll(async () => {
  vi.useRealTimers()
  crypto.randomFillSync = randomFillSync
  syncBuiltinESMExports()
  await own.close()
  await team.close()
  jobs.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Rows of the demo were not added in the order of their ids, as those are that people add. */
function addedInOrder(): void {
  const desk = new Database(join(folder, DATABASE_NAME), nativeOptions())
  const triggers = desk.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as {
    name: string
    sql: string
  }[]
  desk.pragma('foreign_keys = OFF')
  for (const { name } of triggers) desk.exec(`DROP TRIGGER "${name}"`)
  for (const table of teamTables(desk).filter((name) => columnsOf(desk, name).includes('id')))
    desk.exec(`CREATE TEMP TABLE sorted AS SELECT * FROM main."${table}" ORDER BY id; DELETE FROM main."${table}";
      INSERT INTO main."${table}" SELECT * FROM sorted; DROP TABLE sorted`)
  for (const { sql } of triggers) desk.exec(sql)
  desk.close()
}

async function share(): Promise<void> {
  const desk = await open()
  const client = await connect({ ...base, user: 'secretariat_1' }, PASSWORD)
  await client.query('BEGIN')
  await giveRows(client, desk.sqlite, () => undefined)
  await client.query('COMMIT')
  await client.end()
  desk.close()
}

/**
 * What a desk remembers of itself; search, which looks at fewer texts on a base; and of a statement on many rows the few that
 * the history names, which are those that the engine met first.
 */
const ofOneDesk: readonly Method[] = [
  'oldFiles.list',
  'oldFiles.file',
  'handOver.writer',
  'search.said',
  'search.query',
  'history.list',
]
/** Parts of the register of processing that say where the data lie, which is not the same; they have a test of their own. */
const ofPlace: readonly string[] = ['recipients', 'transfers', 'retention', 'security']
const isOfPlace = (value: unknown): value is { heading: string; isOwn: false; text: string } =>
  typeof value === 'object' &&
  value !== null &&
  'heading' in value &&
  ofPlace.includes(String(value.heading)) &&
  'isOwn' in value &&
  value.isOwn === false

/** Numbers of the journal: who was refused took none on a desk. */
const plainOf = (said: unknown) =>
  JSON.parse(
    JSON.stringify(said, (key, value: unknown) =>
      key === 'seq' ? 0 : isOfPlace(value) ? { ...value, text: '' } : value,
    ),
  )

const both: Call = async (method, input) => {
  now = new Date(now.getTime() + 61_000)
  vi.setSystemTime(now)
  countAnew()
  const here = await own.call(method, input)
  countAnew()
  const there = await team.core.call(method, input)
  if (!ofOneDesk.includes(method))
    expect(plainOf(there), `${method} ${team.log.splice(0).join()}`).toEqual(plainOf(here))
  if (!here.ok) throw new Error(`${method}: ${here.error.code}`)
  return here.value
}

const methods = Object.keys(inputs) as Timed[]
const inputOf = async <M extends Timed>(method: M) => (await inputs[method](sample, 0)) as Input<M>
const lastDone = async () => (await both('history.state', {})).undo?.seq ?? 0

/** What was made for a call goes with it: of most things there is one. */
async function takeBack(former: number): Promise<void> {
  while ((await lastDone()) > former) await both('history.undo', {})
}

it('the register of processing says of a team that its data lie on the server', async () => {
  const of = async ({ call }: Pick<Desk['core'], 'call'>) => {
    const read = await call('personalData.get', {})
    if (!read.ok) throw new Error(read.error.code)
    return JSON.stringify(read.value).match(/sur (?:ce|le) poste|sur le serveur/g) ?? []
  }
  expect(await of(own)).toContain('sur ce poste')
  expect(await of(own)).not.toContain('sur le serveur')
  expect(await of(team.core)).toContain('sur le serveur')
  expect(await of(team.core)).not.toContain('sur ce poste')
})

let versioned = 0
describe('a method on the base of a team', () => {
  it.each(methods)('%s does what it does on a desk', async (method) => {
    const before = await lastDone()
    await both(method, await inputOf(method))
    await takeBack(before)
  })

  it.each(methods.filter((method) => contract[method].kind === 'write'))(
    '%s is refused, as on a desk, from a version that is not stored',
    async (method) => {
      const before = await lastDone()
      const input = JSON.stringify(await inputOf(method))
      const other = input.replaceAll(
        /"version":(\d+)/g,
        (_, version) => `"version":${Number(version) + 1000}`,
      )
      if (other !== input) {
        const refused = { ok: false, error: { code: 'conflict' } }
        expect(await own.callUntyped(method, JSON.parse(other))).toMatchObject(refused)
        expect(await team.core.callUntyped(method, JSON.parse(other))).toMatchObject(refused)
        versioned += 1
      }
      await takeBack(before)
    },
  )

  it('names versions in more than a hundred writes', () => {
    expect(versioned).toBeGreaterThan(100)
  })

  it('leaves the rows that a desk has, and the same journal', async () => {
    const desk = new Database(join(folder, DATABASE_NAME), { ...nativeOptions(), readonly: true })
    const taken = emptyDesk()
    const client = await connect(base, PASSWORD)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await takeRows(client, taken, () => undefined)
    await client.end()
    for (const table of teamTables(taken)) expect(rowsOf(taken, table), table).toEqual(rowsOf(desk, table))
    expect(rowsOf(taken, 'journal_change').length).toBeGreaterThan(500)
    taken.close()
    desk.close()
  })
})

/** Without how JSON is spaced, and with the rank of its entry in place of the numbers of a change. */
function rowsOf(desk: Database.Database, table: string): string[] {
  const seqs = desk.prepare('SELECT seq FROM journal_entry ORDER BY seq').pluck().all()
  const plain = ([column, value]: [string, unknown]) => {
    if (column === 'ord') return [column, 0]
    if (table.startsWith('journal_') && column.endsWith('seq')) return [column, seqs.indexOf(value)]
    return [column, typeof value === 'string' && /^[{]"/.test(value) ? JSON.parse(value) : value]
  }
  const rows = desk.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]
  return rows.map((row) => JSON.stringify(Object.entries(row).map(plain))).sort()
}

describe('a hostile account of the secretariat', () => {
  /** What it says to the server itself is refused by: a seal, or its rights. */
  const refused = async (sql: string): Promise<string> => {
    const client = await connect({ ...base, user: 'secretariat_1' }, PASSWORD)
    try {
      await client.query(`BEGIN; ${sql}; ROLLBACK`)
      return 'done'
    } catch (thrown) {
      return String((thrown as { code?: unknown }).code)
    } finally {
      await client.end()
    }
  }
  const seals = () =>
    server.query<{ name: string; table: string; event: string }>(
      base.database,
      `SELECT tgname AS name, tgrelid::regclass::text AS "table",
         CASE WHEN tgtype & 8 > 0 THEN 'DELETE' WHEN tgtype & 16 > 0 THEN 'UPDATE' ELSE 'INSERT' END AS event
       FROM pg_trigger WHERE tgname ~ '_(sealed|kept)_' AND NOT tgisinternal`,
    )

  it('changes and removes nothing that is sealed', async () => {
    await server.query(
      base.database,
      `SET session_replication_role = replica;
       INSERT INTO inp.minutes_version (id, meeting_id, number, state, reason, made_at, made_by, note, content)
         SELECT 'v-' || meeting_id, meeting_id, 99, 'approved', 'approved', '', '', '', '{}' FROM inp.minutes;
       INSERT INTO inp.approval (id, mode, approved_on, corrections, version_id, sha256, sealed_at, sealed_by)
         SELECT meeting_id, 'meeting', '2027-01-14', '', 'v-' || meeting_id, '', '', '' FROM inp.minutes
         ON CONFLICT DO NOTHING`,
    )
    const tried: string[] = []
    for (const { name, table, event } of await seals()) {
      const [any] = await server.query(base.database, `SELECT 1 FROM ${table} LIMIT 1`)
      if (any === undefined || event === 'INSERT') continue
      const texts = await server.query<{ column: string }>(
        base.database,
        `SELECT quote_ident(attname) AS column FROM pg_attribute
         WHERE attrelid = '${table}'::regclass AND attnum > 0 AND atttypid = 'text'::regtype AND attname <> 'id'`,
      )
      const changes = texts.map(({ column }) => `UPDATE ${table} SET ${column} = ${column} || 'x'`)
      const ends = await Promise.all((event === 'DELETE' ? [`DELETE FROM ${table}`] : changes).map(refused))
      // A column may have a rule of its own, which a row that is not sealed meets first.
      expect([name, ends]).toEqual([name, expect.arrayContaining(['P0001'])])
      tried.push(name)
    }
    expect(tried.length).toBeGreaterThan(10)
  })

  it.each([
    'DELETE FROM inp.journal_change',
    'DELETE FROM inp.journal_entry',
    `UPDATE inp.journal_change SET after = '{}' WHERE after IS NOT NULL`,
    `UPDATE inp.journal_entry SET who = 'Noé'`,
    `UPDATE inp.journal_entry SET at = '2020-01-01T00:00:00.000Z'`,
    `SELECT set_config('inp.entry', '1', true); UPDATE inp.college SET name = name || ' bis'`,
    'ALTER TABLE inp.journal_entry DISABLE TRIGGER USER',
    'SET session_replication_role = replica',
    'CREATE OR REPLACE FUNCTION inp.journal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
    'DROP TRIGGER journal ON inp.college',
    'UPDATE inp.team_schema SET version = 1',
    `UPDATE inp.team_role SET name = 'autre'`,
    'SET SESSION AUTHORIZATION proprietaire',
  ])('neither changes the past of the journal nor frees itself: %s', async (sql) => {
    const count = () => server.query(base.database, 'SELECT count(*) FROM inp.journal_change')
    const before = await count()
    expect(await refused(sql)).toBe('42501')
    expect(await count()).toEqual(before)
  })
})
