import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { roleNames, seenByReaders } from '../../electron/db/postgres/rights.ts'
import { emptyDesk, teamSchema, teamTables } from '../../electron/db/postgres/schema.ts'
import { teamRoles } from '../../electron/domain/data/team.ts'
import { PASSWORD, roleIn, startServer, type TestServer } from './server.ts'

let server: TestServer
let base: string
beforeAll(async () => {
  server = await startServer()
  base = (await server.newBase()).database
  for (const role of teamRoles)
    await server.query(
      base,
      `CREATE ROLE ${role}_1 LOGIN PASSWORD '${PASSWORD}'; GRANT ${roleIn(role)} TO ${role}_1`,
    )
  await server.query(base, `CREATE ROLE stranger LOGIN PASSWORD '${PASSWORD}'`)
  await as('secretariat_1', [
    `INSERT INTO inp.journal_entry (at, who, method, state) VALUES ('2026-12-10T14:00:00.000Z', 'secretariat_1', 'projects.add', 'done')`,
    `SELECT set_config('inp.entry', '1', true)`,
    `INSERT INTO inp.college (id, version, name, protocol_order) VALUES ('c1', 1, 'État', 1)`,
  ])
})
afterAll(() => server.stop())

const clients = new Map<string, Promise<pg.Client>>()
afterAll(async () => {
  for (const client of clients.values()) await (await client).end()
})

async function connected(user: string, database = base): Promise<pg.Client> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: server.port,
    database,
    user,
    password: PASSWORD,
  })
  await client.connect()
  return client
}

/** The statements of one transaction; returns what the last of them gives, or the code of what was refused. */
async function as(user: string, statements: readonly string[]): Promise<unknown> {
  const known = clients.get(user) ?? connected(user)
  clients.set(user, known)
  const client = await known
  try {
    await client.query('BEGIN; SET LOCAL search_path = inp')
    let rows: unknown = null
    for (const statement of statements) rows = (await client.query(statement)).rows
    await client.query('COMMIT')
    return rows
  } catch (thrown) {
    await client.query('ROLLBACK')
    return thrown instanceof pg.DatabaseError ? thrown.code : String(thrown)
  }
}

const REFUSED = '42501'
/** An act of theirs, under which what follows is written down. */
const entry = `WITH own AS (INSERT INTO journal_entry (at, who, method, state) VALUES ('', 'secretariat_1', 'x', 'done') RETURNING seq)
  SELECT set_config('inp.entry', seq::text, true) FROM own`
const desk = emptyDesk()
const tables = [...teamTables(desk), 'search_text', 'team_change', 'team_file']
desk.close()

/** Told to nobody who only reads, or by a view of their own. */
const hidden = ['team_change', 'agenda_item', 'reply', 'approval_reply', 'carry_over', 'search_text']

describe('a role of the team', () => {
  it.each(tables)(
    '%s: readers read it where they may and never write it, strangers do nothing',
    async (table) => {
      expect(await as('lecture_1', [`SELECT 1 FROM inp.${table} LIMIT 1`]), 'read').toEqual(
        hidden.includes(table) ? REFUSED : expect.any(Array),
      )
      expect(await as('lecture_1', [`DELETE FROM inp.${table}`]), 'deleted by a reader').toBe(REFUSED)
      expect(await as('lecture_1', [`INSERT INTO inp.${table} DEFAULT VALUES`]), 'added by a reader').toBe(
        REFUSED,
      )
      expect(await as('stranger', [`SELECT 1 FROM inp.${table}`]), 'read by a stranger').toBe(REFUSED)
      for (const writer of ['secretariat_1', 'administration_1']) {
        expect(await as(writer, [`SELECT 1 FROM inp.${table} LIMIT 1`]), 'read').toEqual(expect.any(Array))
        expect(await as(writer, [`TRUNCATE inp.${table}`]), 'emptied').toBe(REFUSED)
        expect(await as(writer, [`ALTER TABLE inp.${table} DISABLE TRIGGER ALL`]), 'without its seals').toBe(
          REFUSED,
        )
      }
    },
  )

  it('has each table named, with what readers see of it', () => {
    const made = emptyDesk()
    expect(Object.keys(seenByReaders).toSorted()).toEqual(teamTables(made).toSorted())
    made.close()
  })

  it('shows readers nothing of a table that nobody thought of', async () => {
    const { database } = await server.emptyBase()
    const made = emptyDesk()
    made.exec(
      `CREATE TABLE novelty (id TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT; INSERT INTO novelty VALUES ('n1', 'Note')`,
    )
    const names = roleNames(database)
    await server.query(database, ['BEGIN', ...teamSchema(made, names), 'COMMIT'].join(';'))
    made.close()
    await server.query(
      database,
      `GRANT ${names.lecture} TO lecture_1; GRANT ${names.secretariat} TO secretariat_1`,
    )
    for (const [user, count] of [
      ['lecture_1', 0],
      ['secretariat_1', 1],
    ] as const) {
      const client = await connected(user, database)
      expect((await client.query('SELECT * FROM inp.novelty')).rows, user).toHaveLength(count)
      await client.end()
    }
  })

  it('shows readers no note of a session and nothing of the journal', async () => {
    for (const table of ['session_line', 'session_draft', 'notebook', 'journal_entry', 'journal_change'])
      expect(await as('lecture_1', [`SELECT 1 FROM ${table}`]), table).toEqual([])
    expect(await as('secretariat_1', ['SELECT 1 AS one FROM journal_change'])).toEqual([{ one: 1 }])
  })

  it.each([
    ['a state set anew first', ['UPDATE journal_entry SET state = state', 'DELETE FROM journal_change']],
    [
      'a state set anew, then its words',
      ['UPDATE journal_entry SET state = state', `UPDATE journal_change SET after = '{}'`],
    ],
    [
      'a newer entry of another',
      [
        `INSERT INTO journal_entry (at, who, method, state) VALUES ('', 'secretariat_1 (autre)', 'x', 'done')`,
        'UPDATE journal_change SET entry_seq = (SELECT max(seq) FROM journal_entry)',
      ],
    ],
    [
      'a change added to an old entry',
      [
        `INSERT INTO journal_entry (at, who, method, state) VALUES ('', 'secretariat_1', 'x', 'done')`,
        `INSERT INTO journal_change (entry_seq, table_name, row_id) VALUES (1, 'college', 'c1')`,
      ],
    ],
    [
      'in the name of another',
      [`INSERT INTO journal_entry (at, who, method, state) VALUES ('', 'noe', 'x', 'done')`],
    ],
    ['who made it', [`UPDATE journal_entry SET made_by = 'noe'`]],
  ])('leaves the past of the journal: %s', async (_, statements) => {
    expect(await as('secretariat_1', statements)).toBe(REFUSED)
  })

  it('is not led astray by tables of its own', async () => {
    const own = [
      'CREATE TEMP TABLE approval (id text) ON COMMIT DROP',
      'CREATE TEMP TABLE journal_change (a int) ON COMMIT DROP',
    ]
    expect(await as('secretariat_1', [...own, entry, `UPDATE inp.college SET name = 'Autre'`])).toEqual([])
    const [{ count }] = (await as('secretariat_1', ['SELECT count(*) AS count FROM inp.journal_change'])) as [
      { count: string },
    ]
    expect(Number(count)).toBe(2)
  })

  it.each([
    `UPDATE journal_entry SET who = 'Noé'`,
    `UPDATE journal_entry SET at = '2020-01-01T00:00:00.000Z'`,
    `UPDATE journal_entry SET method = 'projects.remove'`,
    'DELETE FROM journal_entry',
    `UPDATE journal_change SET before = '{}'`,
    `UPDATE journal_change SET after = '{}'`,
    `UPDATE journal_change SET row_id = 'c2'`,
    'DELETE FROM journal_change',
    `UPDATE team_change SET act = 'x'`,
    'UPDATE team_schema SET version = 1',
    'DROP TABLE journal_change',
    'CREATE TABLE mine (id int)',
  ])('secretariat, by hand: %s', async (statement) => {
    expect(await as('secretariat_1', [statement])).toBe(REFUSED)
  })

  it('leaves a seal by no way', async () => {
    const meeting = `INSERT INTO meeting (id, version, title, date, start_time, mode, place, video_link, chair, secretary, state, cancel_reason)
      VALUES ('m1', 1, '', '2026-12-10', '14:00', 'hybride', '', '', '', '', 'held', '')`
    const item = `INSERT INTO agenda_item (id, version, meeting_id, position, title, kind, presenter, organisation, requester, note)
      VALUES ('i1', 1, 'm1', 0, 'Annuaire', 'point', '', '', '', '')`
    const decision = `INSERT INTO decision (id, version, meeting_id, item_id, rank, text) VALUES ('d1', 1, 'm1', 'i1', 1, 'Adopté.')`
    const version = `INSERT INTO minutes_version (id, meeting_id, number, state, reason, made_at, made_by, note, content)
      VALUES ('v1', 'm1', 1, 'approved', 'approved', '', 'secretariat_1', '', '{}')`
    const seal = `INSERT INTO approval (id, mode, approved_on, corrections, version_id, sha256, sealed_at, sealed_by)
      VALUES ('m1', 'meeting', '2027-01-14', '', 'v1', '', '', 'secretariat_1')`
    expect(await as('secretariat_1', [entry, meeting, item, decision, version, seal])).toEqual([])
    for (const statement of [
      `UPDATE decision SET text = 'Rejeté.'`,
      `CREATE TEMP TABLE approval (id text) ON COMMIT DROP; UPDATE inp.decision SET text = 'Rejeté.'`,
      'DELETE FROM decision',
      `UPDATE approval SET sealed_by = 'x'`,
      'DELETE FROM approval',
      'DELETE FROM minutes_version',
    ])
      expect(await as('secretariat_1', [statement]), statement).toBe('P0001')
  })

  it('leaves neither a seal nor the journal by a picture of before', async () => {
    const sees = async (isolation: string) => {
      const late = await connected('secretariat_1')
      await late.query(
        `BEGIN ISOLATION LEVEL ${isolation}; SET LOCAL search_path = inp; SELECT 1 FROM approval`,
      )
      return late
    }
    const ofDecision = (id: string) => [
      `INSERT INTO meeting (id, version, title, date, start_time, mode, place, video_link, chair, secretary, state, cancel_reason)
       VALUES ('m${id}', 1, '', '2026-12-10', '14:00', 'hybride', '', '', '', '', 'held', '')`,
      `INSERT INTO agenda_item (id, version, meeting_id, position, title, kind, presenter, organisation, requester, note)
       VALUES ('i${id}', 1, 'm${id}', 0, 'Annuaire', 'point', '', '', '', '')`,
      `INSERT INTO decision (id, version, meeting_id, item_id, rank, text) VALUES ('d${id}', 1, 'm${id}', 'i${id}', 1, 'Adopté.')`,
      `INSERT INTO minutes_version (id, meeting_id, number, state, reason, made_at, made_by, note, content)
       VALUES ('v${id}', 'm${id}', 1, 'approved', 'approved', '', 'secretariat_1', '', '{}')`,
    ]
    const sealed = (id: string) =>
      `INSERT INTO approval (id, mode, approved_on, corrections, version_id, sha256, sealed_at, sealed_by)
       VALUES ('m${id}', 'meeting', '2027-01-14', '', 'v${id}', '', '', 'secretariat_1')`
    for (const [id, isolation] of [
      ['21', 'REPEATABLE READ'],
      ['22', 'SERIALIZABLE'],
    ] as const) {
      expect(await as('secretariat_1', [entry, ...ofDecision(id)])).toEqual([])
      const late = await sees(isolation)
      expect(await as('secretariat_1', [sealed(id)])).toEqual([])
      for (const statement of [
        `UPDATE decision SET text = 'Rejeté.' WHERE id = 'd${id}'`,
        `INSERT INTO journal_entry (at, who, method, state) VALUES ('', 'noe', 'x', 'done')`,
        `UPDATE journal_entry SET state = 'undone'`,
        `INSERT INTO team_change (n, act, written) VALUES (900000, 'a', '[]')`,
      ]) {
        await late.query('SAVEPOINT before')
        await expect(late.query(statement), statement).rejects.toMatchObject({ code: REFUSED })
        await late.query('ROLLBACK TO before')
      }
      await late.end()
    }
    // What was changed first is committed first.
    expect(await as('secretariat_1', [entry, ...ofDecision('23')])).toEqual([])
    const slow = await sees('READ COMMITTED')
    await slow.query(`${entry}; UPDATE decision SET text = 'Rejeté.' WHERE id = 'd23'`)
    let isSealed = false
    const other = await connected('secretariat_1')
    const seal = other.query(`SET search_path = inp; ${sealed('23')}`).then(() => {
      isSealed = true
    })
    await vi.waitFor(async () =>
      expect(
        await server.query(base, `SELECT 1 FROM pg_stat_activity WHERE wait_event = 'advisory'`),
      ).toHaveLength(1),
    )
    expect(isSealed).toBe(false)
    await slow.query('COMMIT')
    await seal
    await slow.end()
    await other.end()
  })

  it('keeps what was published, and each kept paper in the name of who made it', async () => {
    const published = (id: string, by: string) =>
      `INSERT INTO agenda_version (id, meeting_id, number, published_at, published_by, validated_by, content, file_name, size_bytes, page_count, sha256)
       VALUES ('${id}', 'm1', 1, '', '${by}', '', '{}', '', 1, 1, '')`
    expect(await as('secretariat_1', [published('a1', 'secretariat_1 (Léa)')])).toEqual([])
    for (const statement of [`UPDATE agenda_version SET content = '[]'`, 'DELETE FROM agenda_version'])
      expect(await as('secretariat_1', [statement]), statement).toBe('P0001')
    for (const statement of [
      published('a2', 'noe (Noé)'),
      `INSERT INTO corrigendum (id, meeting_id, number, item_id, place, before_text, after_text, reason, decided_on, made_at, made_by, sha256, page_count)
       VALUES ('c1', 'm1', 1, NULL, '', '', '', '', '', '', 'noe (Noé)', '', 1)`,
      `INSERT INTO minutes_version (id, meeting_id, number, state, reason, made_at, made_by, note, content)
       VALUES ('v9', 'm1', 9, 'draft', 'kept', '', 'noe', '', '{}')`,
    ])
      expect(await as('secretariat_1', [statement]), statement).toBe(REFUSED)
  })

  it('writes down whatever is changed, by hand too', async () => {
    const changed = `UPDATE meeting SET title = 'Autre' WHERE id = 'm1'`
    expect(await as('secretariat_1', [changed])).toBe(REFUSED)
    // An entry puts back its own.
    const own = '(SELECT max(seq) FROM journal_entry WHERE made_by = session_user)'
    const replaying = `SELECT set_config('inp.replays', ${own}::text, true)`
    expect(await as('secretariat_1', [entry, changed])).toEqual([])
    expect(await as('secretariat_1', [replaying, `UPDATE meeting SET title = 'Faux' WHERE id = 'm1'`])).toBe(
      REFUSED,
    )
    expect(await as('administration_1', [replaying, `UPDATE meeting SET title = '' WHERE id = 'm1'`])).toBe(
      REFUSED,
    )
    const undone = `UPDATE journal_entry SET state = 'undone' WHERE seq = ${own}`
    const put = `UPDATE meeting SET title = '' WHERE id = 'm1'`
    expect(await as('secretariat_1', [replaying, undone, put])).toEqual([])
  })

  it('takes nothing in the name of others once somebody has written, whatever that left in the journal', async () => {
    const shared = await server.newBase()
    const client = await connected('secretariat_1', shared.database)
    await client.query('SET search_path = inp')
    const ofOther = `INSERT INTO journal_entry (at, who, method, state) VALUES ('', 'noe', 'x', 'done')`
    await client.query(`BEGIN; ${ofOther}; ROLLBACK`)
    await client.query(`INSERT INTO team_change (act, written) VALUES ('shared', '[]')`)
    await expect(client.query(ofOther)).rejects.toMatchObject({ code: REFUSED })
    await client.end()
  })

  it('tells the other desks nothing that they could not read', async () => {
    for (const words of ['pas du json', '{}', '1'])
      expect(
        await as('secretariat_1', [`INSERT INTO team_change (act, written) VALUES ('${words}', '${words}')`]),
      ).toBe('23514')
  })

  it('hides from readers the rows that are the secretariat’s own', async () => {
    const added = (id: string, circulation: string) =>
      `INSERT INTO attachment (id, version, meeting_id, file_name, media_type, size_bytes, sha256, added_at, circulation)
       VALUES ('${id}', 1, 'm1', 'a.pdf', 'application/pdf', 1, '${id}', '', '${circulation}')`
    expect(await as('secretariat_1', [entry, added('a1', 'secretariat'), added('a2', 'members')])).toEqual([])
    expect(await as('lecture_1', ['SELECT id FROM attachment'])).toEqual([{ id: 'a2' }])
    expect(await as('secretariat_1', ['SELECT id FROM attachment ORDER BY id'])).toEqual([
      { id: 'a1' },
      { id: 'a2' },
    ])
  })
})
