// A person is taken out of the base of a team, as out of the data of a desk: by the engine's own function alone, which asks for
// the role and leaves a trace; and the other desks forget the name.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeCopy } from '../../electron/db/copies/team-copy.ts'
import { DATABASE_NAME } from '../../electron/db/open.ts'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { Line } from '../../electron/db/postgres/line.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from '../contract/open-core.ts'
import { entryOf } from '../entry.ts'
import { Desk } from './desk.ts'
import { newFolder } from './folder.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

const given = 'Zqxhelene'
const family = 'Zqxmarchenoir'
const name = `${given} ${family}`
const jobs = forkRunner(entryOf('job'))
const now = '2026-11-24T09:00:00.000Z'
const clock = () => new Date(now)

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  jobs.close()
  await server.stop()
})

type Calls = Pick<OpenedCore, 'ok'>

/** Her card, and her name where people write it: in texts that are there, were changed, and were taken back. */
async function withPerson(desk: Calls): Promise<{ personId: string; version: number; meetingId: string }> {
  const personId = newId()
  const { persons } = await desk.ok('directory.addPerson', {
    id: personId,
    fields: { familyName: family, givenName: given, email: 'zqx@exemple.example', phone: '01 99 00 12 34' },
  })
  const { id: meetingId } = await desk.ok('meetings.create', {
    fields: { date: '2026-12-10', chair: name },
    fromTemplate: true,
  })
  await desk.ok('projects.add', { id: newId(), fields: { title: `Étude de ${name}` } })
  await desk.ok('subjects.add', { id: newId(), fields: { title: `Sujet de ${name}`, text: 'À relire.' } })
  await desk.ok('history.undo', {})
  await desk.ok('minutes.start', { meetingId })
  const version = persons.find(({ id }) => id === personId)?.version ?? 0
  return { personId, version, meetingId }
}

/** Tables of a base, the feed among them, that hold a word. */
async function holding({ database }: TeamAddress, word: string): Promise<string[]> {
  const tables = await server.query<{ name: string }>(
    database,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'inp'::regnamespace AND relkind = 'r' AND relname <> 'team_file'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await server.query(
      database,
      `SELECT 1 FROM inp.${name} AS t WHERE strpos(lower(row_to_json(t)::text), '${word}') > 0 LIMIT 1`,
    )
    if (row !== undefined) found.push(name)
  }
  return found
}

describe('a person on the base of a team', () => {
  let base: TeamAddress
  let dpo: Desk
  let noe: Desk
  let ines: Desk
  let person: Awaited<ReturnType<typeof withPerson>>
  beforeAll(async () => {
    base = await server.newBase()
    const how = { clock, runJob: jobs.run }
    dpo = await Desk.open('', await server.as(base, 'dpo', 'administration'), how)
    noe = await Desk.open('', await server.as(base, 'noe'), how)
    ines = await Desk.open('', await server.as(base, 'ines', 'lecture'), how)
    person = await withPerson(noe)
  })
  afterAll(async () => {
    for (const desk of [dpo, noe, ines]) await desk.close()
  })
  const asked = () => ({ personId: person.personId, version: person.version, alsoFamilyName: false })

  it('is known as on a desk, to who is shown everything', async () => {
    const opened = await openTestCore({ now, who: 'noe' })
    try {
      const alone = await withPerson(opened)
      const plain = async (desk: Calls, personId: string) => {
        const { traces, journalEntries, searchTexts } = await desk.ok('personalData.known', { personId })
        const known = traces.map(({ id: _, meeting, ...trace }) => ({ ...trace, meeting: meeting !== null }))
        return { known: known.map((one) => JSON.stringify(one)).sort(), journalEntries, searchTexts }
      }
      const known = await plain(noe, person.personId)
      expect(known).toEqual(await plain(opened, alone.personId))
      expect(known.known.length).toBeGreaterThan(2)
    } finally {
      await opened.dispose()
    }
    expect(await ines.refused('personalData.known', { personId: person.personId })).toBe('team-not-allowed')
    const { copies } = await noe.ok('personalData.known', { personId: person.personId })
    expect(copies.map(({ kind }) => kind)).toEqual(['serverBackups', 'otherDesks'])
  })

  it('is told by the register where the data are, and who may erase', async () => {
    const { register } = await noe.ok('personalData.get', {})
    const text = (heading: string) => register.find((one) => one.heading === heading)?.text ?? ''
    expect(text('recipients')).toContain('127.0.0.1')
    expect(text('security')).toContain('rôle administration')
    for (const { text: words } of register) expect(words).not.toMatch(/sur ce poste|sur le poste,|par jour/)
  })

  it('stays for every role but the administration', async () => {
    const before = await holding(base, 'zqx')
    expect(before).toEqual(
      expect.arrayContaining(['journal_change', 'person', 'project', 'search_text', 'team_change']),
    )
    for (const desk of [noe, ines])
      expect(await desk.refused('personalData.anonymise', asked())).toBe('team-not-allowed')
    expect(await holding(base, 'zqx')).toEqual(before)
    expect(await server.query(base.database, 'SELECT 1 FROM inp.erasure')).toEqual([])
  })

  it('goes, out of the journal, the search and the feed too; the others are told and forget it', async () => {
    await noe.titles()
    noe.events.length = 0
    const done = await dpo.ok('personalData.anonymise', asked())
    expect(done.removed).toBeGreaterThan(0)
    expect(done.rewritten).toBeGreaterThan(0)
    expect(done.journalEntries).toBeGreaterThan(0)
    expect(await holding(base, 'zqx')).toEqual([])
    await vi.waitFor(() => {
      const told = noe.events.flatMap((event) =>
        event.topic === 'changed' ? (event.reads as string | string[]) : [],
      )
      expect(told).toContain('["projects.list",{}]')
    }, 10_000)
    expect(await noe.titles()).toEqual(['Étude de [nom effacé]'])
    expect((await noe.ok('search.query', { words: 'zqxmarchenoir', only: null })).hits).toEqual([])
    expect((await noe.ok('search.query', { words: 'effacé', only: null })).hits.length).toBeGreaterThan(0)
    expect(await dpo.refused('personalData.known', { personId: person.personId })).toBe('not-found')
  })

  it('has left a trace, by the account, which nobody takes away or makes up', async () => {
    const traces = await server.query(
      base.database,
      'SELECT kind, at, done_by, removed > 0 AS some FROM inp.erasure',
    )
    expect(traces).toEqual([{ kind: 'person', at: now, done_by: 'dpo', some: true }])
    for (const user of ['noe', 'dpo']) {
      const line = new Line({ ...base, user }, PASSWORD)
      await line.ready()
      for (const [sql, code] of [
        ['DELETE FROM erasure', 'P0001'],
        ['UPDATE erasure SET removed = 0', 'P0001'],
        [`UPDATE erasure SET done_by = 'x'`, 'team-not-allowed'],
        [`INSERT INTO erasure VALUES ('${newId()}', 'person', '', 'noe', 1, 1)`, 'team-not-allowed'],
      ] as const)
        await expect(line.query(sql), sql).rejects.toMatchObject({ code })
      await line.close()
    }
  })

  it('what others did before is undone without the name, and not where it was nothing without it', async () => {
    const { undo } = await noe.ok('history.state', {})
    expect(undo).not.toBeNull()
    await noe.ok('history.undo', {})
    await noe.ok('history.redo', {})
    expect(await holding(base, 'zqx')).toEqual([])
  })

  it('is in no copy that a desk makes from then on, nor in what is brought back', async () => {
    const folder = newFolder()
    const of = {
      dataFolder: folder,
      address: { ...base, user: 'noe' },
      password: PASSWORD,
      at: now,
      isWhole: true,
    }
    await makeCopy(of, () => undefined)
    const bytes = readFileSync(join(folder, 'copie-equipe', DATABASE_NAME), 'latin1').toLowerCase()
    expect(bytes).not.toContain('zqx')
    expect(bytes).toContain('tude de')
  })
})

describe('a hostile desk', () => {
  let base: TeamAddress
  let line: Line
  beforeAll(async () => {
    base = await server.newBase()
    const lea = await Desk.open('', await server.as(base, 'noe'))
    await lea.add('Annuaire')
    await lea.close()
    line = new Line({ ...base, user: 'noe' }, PASSWORD)
    await line.ready()
  })
  afterAll(() => line.close())

  const image = { ord: 1, before: null, after: '', by: null }
  const work = (part: object) => JSON.stringify({ rows: [], images: [], texts: [], ...part })
  const trace = JSON.stringify({ id: newId(), kind: 'person', at: now, by: 'dpo' })
  it.each([
    ['the function', `SELECT erase('${trace}', '${work({ images: [image] })}')`],
    ['its mark', `SELECT set_config('inp.erasing', txid_current()::text, true); DELETE FROM journal_change`],
    [
      'its mark, in the role',
      `SELECT set_config('inp.erasing', txid_current()::text, true); SET LOCAL ROLE "inp_template_inp_secretariat"; DELETE FROM journal_change`,
    ],
    [
      'a function of its own',
      `CREATE FUNCTION pg_temp.mine() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'DELETE FROM inp.journal_change'; SELECT pg_temp.mine()`,
    ],
    ['the counter', `SELECT setval('journal_change_ord_seq', 1)`],
    ['the feed', `UPDATE team_change SET written = '[]'`],
  ])('of the secretariat erases nothing by %s', async (_, sql) => {
    await expect(line.query(`BEGIN; ${sql}; COMMIT`)).rejects.toMatchObject({ code: 'team-not-allowed' })
    await line.query('ROLLBACK')
    const [left] = await server.query<{ count: string }>(
      base.database,
      'SELECT count(*) FROM inp.journal_change',
    )
    expect(Number(left?.count)).toBeGreaterThan(0)
  })

  it('of the administration erases under its own name, no table but those of texts, and nothing that is sealed', async () => {
    const dpo = new Line(await server.as(base, 'dpo', 'administration'), PASSWORD)
    await dpo.ready()
    const erase = (part: object) =>
      dpo.query('SELECT erase($1, $2)', [
        JSON.stringify({ id: newId(), kind: 'person', at: now, by: 'noe' }),
        work(part),
      ])
    const row = { column: 'version', key: '1', expected: {}, values: null, isVersioned: false }
    for (const table of ['team_schema', 'team_role', 'team_change', 'journal_change', 'pg_authid'])
      await expect(erase({ rows: [{ ...row, table }] }), table).rejects.toMatchObject({
        code: 'team-not-allowed',
      })
    await erase({})
    expect(await server.query(base.database, 'SELECT done_by FROM inp.erasure')).toEqual([{ done_by: 'dpo' }])
    const [known] = (await dpo.query<{ id: string }>('SELECT id FROM erasure')).rows
    for (const other of [{ kind: 'mails' }, { at: '2020-01-01T09:00:00.000Z' }])
      await expect(
        dpo.query('SELECT erase($1, $2)', [
          JSON.stringify({ id: known?.id, kind: 'person', at: now, by: 'noe', ...other }),
          work({}),
        ]),
        'under the trace of another act',
      ).rejects.toMatchObject({ code: 'team-not-allowed' })
    const [former] = (await dpo.query<{ id: string }>('SELECT id FROM erasure')).rows
    const sealed = { table: 'erasure', column: 'id', key: former?.id, expected: {}, isVersioned: false }
    await expect(erase({ rows: [{ ...sealed, values: null }] })).rejects.toMatchObject({ code: 'P0001' })
    await expect(erase({ rows: [{ ...sealed, values: { at: '' } }] })).rejects.toMatchObject({
      code: 'P0001',
    })
    await dpo.close()
  })

  it('what somebody wrote since it was looked at is left for the next look', async () => {
    const [project] = await server.query<{ id: string }>(base.database, 'SELECT id FROM inp.project')
    const row = { table: 'project', column: 'id', key: project?.id, isVersioned: true }
    const dpo = new Line(await server.as(base, 'dpo', 'administration'), PASSWORD)
    await dpo.ready()
    const erase = (title: string) =>
      dpo.query('SELECT erase($1, $2)', [
        JSON.stringify({ id: newId(), kind: 'person', at: now, by: 'dpo' }),
        work({ rows: [{ ...row, expected: { title }, values: { title: '[nom effacé]' } }] }),
      ])
    const titles = () => server.query(base.database, 'SELECT title, version::int FROM inp.project')
    await erase('Autre')
    expect(await titles()).toEqual([{ title: 'Annuaire', version: 1 }])
    await erase('Annuaire')
    expect(await titles()).toEqual([{ title: '[nom effacé]', version: 2 }])
    await dpo.close()
  })
})

it('what has had its time is erased for the administration alone, with its past', async () => {
  const base = await server.newBase()
  let today = new Date('2023-11-24T09:00:00.000Z')
  const how = { clock: () => today, runJob: jobs.run }
  const noe = await Desk.open('', await server.as(base, 'noe'), how)
  const dpo = await Desk.open('', await server.as(base, 'dpo', 'administration'), how)
  await noe.ok('sample.load', {})
  today = new Date('2040-11-24T09:00:00.000Z')
  const due = async () =>
    (await noe.ok('personalData.due', {})).rows.find(({ kind }) => kind === 'replies')?.count ?? 0
  expect(await due()).toBeGreaterThan(0)
  expect(await noe.refused('personalData.eraseDue', { kind: 'replies' })).toBe('team-not-allowed')
  expect(await due()).toBeGreaterThan(0)
  const { removed } = await dpo.ok('personalData.eraseDue', { kind: 'replies' })
  expect(removed).toBeGreaterThan(0)
  expect(await due()).toBe(0)
  expect(
    await server.query(base.database, `SELECT 1 FROM inp.journal_change WHERE table_name = 'reply'`),
  ).toEqual([])
  await noe.close()
  await dpo.close()
})

it('what is erased in many steps has left one trace, with their sum', async () => {
  const base = await server.newBase()
  let today = new Date('2023-11-24T09:00:00.000Z')
  const how = { clock: () => today, runJob: jobs.run }
  const noe = await Desk.open('', await server.as(base, 'noe'), how)
  const dpo = await Desk.open('', await server.as(base, 'dpo', 'administration'), how)
  await noe.ok('subjects.add', { id: newId(), fields: { title: 'Courriels' } })
  await server.query(
    base.database,
    `SET session_replication_role = replica;
     INSERT INTO inp.subject_message (id, subject_id, message_id, refers_to, thread_topic, participants, from_name, from_email, sent_at, subject_line, text)
       SELECT gen_random_uuid()::text, (SELECT id FROM inp.subject), '', '[]', '', '[]', '', '', '2023-11-20T09:00:00.000Z', '', 'Bonjour'
         FROM generate_series(1, 250)`,
  )
  today = new Date('2040-11-24T09:00:00.000Z')
  expect((await dpo.ok('personalData.eraseDue', { kind: 'mails' })).removed).toBe(250)
  const at = today.toISOString()
  expect(
    await server.query(base.database, 'SELECT kind, at, done_by, removed::int FROM inp.erasure'),
  ).toEqual([{ kind: 'mails', at, done_by: 'dpo', removed: 250 }])
  expect(
    await server.query(base.database, `SELECT 1 FROM inp.team_change WHERE strpos(written, '{') > 0`),
  ).toEqual([])
  await noe.close()
  await dpo.close()
})
