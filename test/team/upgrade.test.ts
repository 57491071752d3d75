import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrate, SCHEMA_VERSION } from '../../electron/db/migrate.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { BASE_REVISION, type TeamAddress } from '../../electron/db/postgres/address.ts'
import {
  createTeam,
  grantIn,
  lookAt,
  upgradeStatements,
  upgradeTeam,
} from '../../electron/db/postgres/administration.ts'
import { giveRows, takeRows } from '../../electron/db/postgres/carry.ts'
import { connect } from '../../electron/db/postgres/line.ts'
import { roleNames } from '../../electron/db/postgres/rights.ts'
import { emptyDesk, teamSchema, teamTables } from '../../electron/db/postgres/schema.ts'
import { Desk } from './desk.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await server.query(
    'postgres',
    ['lea', 'noe', 'ines'].map((name) => `CREATE ROLE ${name} LOGIN PASSWORD '${PASSWORD}'`).join(';'),
  )
})
afterAll(() => server.stop())

const fixture = (name: string) =>
  gunzipSync(readFileSync(new URL(`../fixtures/databases/${name}.gz`, import.meta.url)))
const FORMER = 36
/** Hashes of files, of which a row of it names one. */
const [NAMED, UNNAMED] = ['d'.repeat(64), 'e'.repeat(64)]

/** A desk of the former version, full of rows, with two acts of Camille's. */
function formerDesk(): Database.Database {
  const desk = new Database(fixture('version-4.sqlite'), nativeOptions())
  migrate(desk, FORMER)
  desk.exec(
    `INSERT INTO journal_entry (at, who, method, state) VALUES ('2026-12-09T14:00:00.000Z', 'Camille', 'projects.add', 'done'),
       ('2026-12-09T15:00:00.000Z', 'Camille', 'projects.add', 'undone');
     INSERT INTO logo SELECT 'logo', 1, id, 'issuer', 0, 'logo.png', '${NAMED}', 'image/png', 1, 1, '' FROM letterhead LIMIT 1`,
  )
  return desk
}

/** A base as the application made it then, with the rows of a desk of then and an act of Léa's. */
async function formerBase(): Promise<TeamAddress> {
  const address = await server.emptyBase()
  await server.query(address.database, fixture('team-36.sql').toString())
  const desk = formerDesk()
  const client = await connect(address, PASSWORD)
  await client.query('BEGIN')
  // Then the desk counted on by itself.
  await client.query(
    `CREATE FUNCTION count_on() RETURNS void LANGUAGE sql AS $$
       SELECT setval('journal_entry_seq_seq', greatest(1, (SELECT max(seq) FROM journal_entry))),
         setval('journal_change_ord_seq', greatest(1, (SELECT max(ord) FROM journal_change))) $$`,
  )
  await giveRows(client, desk, () => undefined)
  await client.query('COMMIT')
  await client.end()
  desk.close()
  await server.query(
    address.database,
    `GRANT inp_fixture_secretariat TO lea; INSERT INTO inp.team_change (act, written) VALUES ('former', '[]');
     INSERT INTO inp.team_file VALUES ('${NAMED}', 0, ''), ('${UNNAMED}', 0, '')`,
  )
  const lea = await connect({ ...address, user: 'lea' }, PASSWORD)
  await lea.query(
    `INSERT INTO journal_entry (at, who, method, state) VALUES ('2026-12-10T14:00:00.000Z', 'lea (poste)', 'projects.add', 'done')`,
  )
  await lea.end()
  return address
}

const rowsOf = (desk: Database.Database) =>
  Object.fromEntries(
    teamTables(desk).map((table) => [
      table,
      (desk.prepare(`SELECT * FROM "${table}"`).all() as object[]).map((row) => JSON.stringify(row)).sort(),
    ]),
  )

/** Everything that the schema is made of. */
const partsOf = ({ database }: TeamAddress) =>
  server.query(
    database,
    `SELECT 'column' AS kind, table_name || '.' || column_name || ' ' || data_type AS name FROM information_schema.columns WHERE table_schema = 'inp'
     UNION ALL SELECT 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'inp'::regnamespace
     UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'inp'
     UNION ALL SELECT 'trigger', tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger
       WHERE NOT tgisinternal AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'inp'::regnamespace)
     UNION ALL SELECT 'policy', tablename || ' ' || policyname FROM pg_policies WHERE schemaname = 'inp'
     ORDER BY 1, 2`,
  )

describe('a base of a former version', () => {
  let base: TeamAddress
  beforeAll(async () => {
    base = await formerBase()
  })

  it('waits for the administration: a desk is told so, and nothing is touched', async () => {
    const code = await Desk.open('Léa', { ...base, user: 'lea' }).catch(({ code }: { code: string }) => code)
    expect(code).toBe('team-older')
    expect((await lookAt(base, PASSWORD)).version).toBe(FORMER)
  })

  it('says first what would be run', async () => {
    const statements = await upgradeStatements(base, PASSWORD)
    expect(statements).toContain('ALTER SCHEMA inp RENAME TO inp_former')
    expect(statements.join('\n')).toContain('CREATE POLICY readers ON "attachment"')
    expect((await lookAt(base, PASSWORD)).version).toBe(FORMER)
  })

  it('stays as it was when the upgrade is cut, wherever that is', async () => {
    const parts = await partsOf(base)
    for (const at of [0, 30, 100]) {
      let steps = 0
      const cut = upgradeTeam(base, PASSWORD, () => {
        steps += 1
        if (steps === at + 1) throw new Error('cut')
      })
      await expect(cut).rejects.toThrow('cut')
    }
    expect((await lookAt(base, PASSWORD)).version).toBe(FORMER)
    expect(await partsOf(base)).toEqual(parts)
  })

  it('is upgraded once, by whom it belongs to: the same rows as a desk has, in the schema of a new base', async () => {
    const asLea = upgradeTeam({ ...base, user: 'lea' }, PASSWORD, () => undefined)
    await expect(asLea).rejects.toMatchObject({ code: 'team-not-allowed' })
    expect(await upgradeTeam(base, PASSWORD, () => undefined)).toMatchObject({ version: FORMER })
    await expect(upgradeTeam(base, PASSWORD, () => undefined)).rejects.toMatchObject({ code: 'team-current' })

    const [expected, taken] = [formerDesk(), emptyDesk()]
    migrate(expected)
    const client = await connect(base, PASSWORD)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await takeRows(client, taken, () => undefined)
    await client.end()
    const { journal_entry: entries, ...rows } = rowsOf(taken)
    const { journal_entry: before, ...rowsBefore } = rowsOf(expected)
    expect(rows).toEqual(rowsBefore)
    expect(entries).toHaveLength((before?.length ?? 0) + 1)
    taken.close()
    expected.close()

    expect(await partsOf(base)).toEqual(await partsOf(await server.newBase()))
    const made = await server.query(
      base.database,
      `SELECT made_by FROM inp.journal_entry WHERE who = 'lea (poste)'`,
    )
    expect(made).toEqual([{ made_by: 'lea' }])
    expect(
      await server.query(base.database, `SELECT 1 FROM inp.team_change WHERE act = 'former'`),
    ).toHaveLength(1)
    expect((await lookAt(base, PASSWORD)).roles).toContainEqual({ role: 'secretariat', accounts: ['lea'] })
    // Bytes that nothing names stay behind.
    const files = await server.query(base.database, 'SELECT sha256 FROM inp.team_file')
    expect(files).toEqual([{ sha256: NAMED }])
  })

  it('is worked on by those who had the right before', async () => {
    const lea = await Desk.open('Léa', { ...base, user: 'lea' })
    await lea.add('Après la mise à niveau')
    expect(await lea.titles()).toContain('Après la mise à niveau')
    await lea.ok('history.undo', {})
    expect(await lea.titles()).not.toContain('Après la mise à niveau')
    await lea.close()
  })
})

describe('a base into which somebody brought a desk, once upgraded', () => {
  let base: TeamAddress
  let bringer: Desk
  beforeAll(async () => {
    base = await formerBase()
    await upgradeTeam(base, PASSWORD, () => undefined)
    bringer = await Desk.open('', base)
  })
  afterAll(() => bringer.close())

  it('lets them take back none of what others did before', async () => {
    const states = () =>
      server.query(base.database, `SELECT state FROM inp.journal_entry WHERE who = 'Camille' ORDER BY seq`)
    expect(await bringer.ok('history.state', {})).toMatchObject({ undo: null, redo: null })
    expect(await bringer.refused('history.undo', {})).toBe('nothing-to-undo')
    expect(await bringer.refused('history.redo', {})).toBe('nothing-to-redo')
    expect(await states()).toEqual([{ state: 'done' }, { state: 'undone' }])
  })

  it('lets them take back what they do there', async () => {
    await bringer.add('Annuaire')
    await bringer.ok('history.undo', {})
    expect(await bringer.titles()).not.toContain('Annuaire')
    expect(await bringer.refused('history.undo', {})).toBe('nothing-to-undo')
  })
})

describe('a base of this version, made before its guards were what they are', () => {
  it('waits for the administration, and has them once it is upgraded', async () => {
    const base = await server.newBase()
    await server.query(
      base.database,
      `CREATE OR REPLACE FUNCTION inp.journal_entry_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
       ALTER TABLE inp.team_schema DROP COLUMN revision`,
    )
    const lea = await server.as(base, 'lea_2')
    const desk = () => Desk.open('', lea)
    await expect(desk()).rejects.toMatchObject({ code: 'team-older' })
    expect(await lookAt(base, PASSWORD)).toMatchObject({
      version: SCHEMA_VERSION,
      revision: 0,
      state: 'older',
    })
    expect(await upgradeTeam(base, PASSWORD, () => undefined)).toEqual({
      version: SCHEMA_VERSION,
      revision: 0,
    })
    expect(await lookAt(base, PASSWORD)).toMatchObject({ revision: BASE_REVISION, state: 'current' })
    const opened = await desk()
    await opened.add('Annuaire')
    await opened.close()
    const client = await connect(lea, PASSWORD)
    await expect(client.query(`UPDATE journal_entry SET at = '2020-01-01'`)).rejects.toMatchObject({
      code: '42501',
    })
    await client.end()
  })

  it('is told apart: each change of what a base is made of raises what it notes', () => {
    const desk = emptyDesk()
    const made = createHash('sha256')
      .update(teamSchema(desk, roleNames('inp')).join(';'))
      .digest('hex')
    desk.close()
    // Another sum: raise BASE_REVISION, or add a migration, and note the three here.
    expect([SCHEMA_VERSION, BASE_REVISION, made]).toEqual([
      46,
      10,
      '589c334e294bcd473e7c49e7324d9ff8f1ea447141b148062fd8b7886d75c0ca',
    ])
  })
})

describe('a desk at work while the base becomes newer', () => {
  let base: TeamAddress
  let lea: Desk
  beforeEach(async () => {
    base = await server.newBase()
    lea = await Desk.open('Léa', base)
    await lea.add('Annuaire')
  })
  afterEach(() => lea.close())

  it('neither writes nor reads any more, and says why', async () => {
    await server.query(base.database, `UPDATE inp.team_schema SET version = ${SCHEMA_VERSION + 1}`)
    expect(await lea.refused('projects.add', { id: crypto.randomUUID(), fields: { title: 'Guide' } })).toBe(
      'data-newer',
    )
    expect(await lea.refused('projects.list', {})).toBe('data-newer')
    expect(await server.query(base.database, 'SELECT title FROM inp.project')).toEqual([
      { title: 'Annuaire' },
    ])
  })
})

describe('a base of which a part is gone', () => {
  it.each([
    'DROP TRIGGER decision_sealed_update ON inp.decision',
    'DROP TABLE inp.search_text CASCADE',
    'DELETE FROM inp.team_schema',
  ])('is not worked on: %s', async (statement) => {
    const base = await server.newBase()
    await server.query(base.database, statement)
    const code = await Desk.open('Léa', base).catch(({ code }: { code: string }) => code)
    expect(code).toBe('team-incomplete')
    await expect(upgradeTeam(base, PASSWORD, () => undefined)).rejects.toMatchObject({
      code: 'team-incomplete',
    })
  })
})

it('two bases of one server have members of their own', async () => {
  const [one, other] = [await server.emptyBase(), await server.emptyBase()]
  for (const base of [one, other]) await createTeam(base, PASSWORD)
  await grantIn(one, PASSWORD, 'secretariat', 'noe')
  await grantIn(other, PASSWORD, 'lecture', 'ines')
  const code = (base: TeamAddress, user: string) =>
    Desk.open(user, { ...base, user }).then(
      (desk) => desk.close().then(() => 'open'),
      (thrown: { code: string }) => thrown.code,
    )
  expect([await code(one, 'noe'), await code(other, 'noe')]).toEqual(['open', 'team-not-allowed'])
  expect([await code(one, 'ines'), await code(other, 'ines')]).toEqual(['team-not-allowed', 'open'])
  expect((await lookAt(one, PASSWORD)).roles).toEqual([
    { role: 'administration', accounts: [] },
    { role: 'secretariat', accounts: ['noe'] },
    { role: 'lecture', accounts: [] },
  ])
})

it('is made, given and worked on by accounts that are no superuser’s', async () => {
  const base = await server.emptyBase()
  await server.query(
    'postgres',
    `CREATE ROLE informatique LOGIN CREATEROLE PASSWORD '${PASSWORD}'; GRANT CREATE ON DATABASE ${base.database} TO informatique`,
  )
  const byIt = { ...base, user: 'informatique' }
  await createTeam(byIt, PASSWORD)
  await server.query('postgres', `CREATE ROLE zoe LOGIN PASSWORD '${PASSWORD}'`)
  await grantIn(byIt, PASSWORD, 'secretariat', 'zoe')
  await server.query('postgres', `CREATE ROLE dpo_2 LOGIN PASSWORD '${PASSWORD}'`)
  await grantIn(byIt, PASSWORD, 'administration', 'dpo_2')
  const zoe = await Desk.open('', { ...base, user: 'zoe' })
  const id = crypto.randomUUID()
  const { persons } = await zoe.ok('directory.addPerson', { id, fields: { familyName: 'Zqxpetit' } })
  await zoe.add('Étude de Zqxpetit')
  const version = persons.find((one) => one.id === id)?.version ?? 0
  const asked = { personId: id, version, alsoFamilyName: true }
  expect(await zoe.refused('personalData.anonymise', asked)).toBe('team-not-allowed')
  const dpo = await Desk.open('', { ...base, user: 'dpo_2' })
  await dpo.ok('personalData.anonymise', asked)
  expect(await zoe.titles()).toEqual(['Étude de [nom effacé]'])
  await zoe.close()
  await dpo.close()
  // The newest migration adds no column: what it made stands for what was before it.
  await server.query(base.database, `UPDATE inp.team_schema SET version = ${SCHEMA_VERSION - 1}`)
  await upgradeTeam(byIt, PASSWORD, () => undefined)
  const after = await Desk.open('', { ...base, user: 'zoe' })
  expect(await after.titles()).toEqual(['Étude de [nom effacé]'])
  await after.add('Après')
  await after.ok('history.undo', {})
  await after.close()
  expect(await server.query(base.database, 'SELECT done_by FROM inp.erasure')).toEqual([{ done_by: 'dpo_2' }])
})

it('a base that bears the name of a former one has none of its members', async () => {
  const base = await server.emptyBase()
  await createTeam(base, PASSWORD)
  await grantIn(base, PASSWORD, 'secretariat', 'noe')
  await server.query('postgres', `DROP DATABASE ${base.database}`)
  await server.query('postgres', `CREATE DATABASE ${base.database}`)
  await createTeam(base, PASSWORD)
  expect((await lookAt(base, PASSWORD)).roles.flatMap(({ accounts }) => accounts)).toEqual([])
  const code = await Desk.open('Noé', { ...base, user: 'noe' }).catch(({ code }: { code: string }) => code)
  expect(code).toBe('team-not-allowed')
})
