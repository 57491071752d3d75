// A colleague of the secretariat who speaks to the server himself: whatever he changes is written down, and stays so.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { connect } from '../../electron/db/postgres/line.ts'
import { Desk } from './desk.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

let server: TestServer
let lea: Desk
let noe: Desk
let ofLea: TeamAddress
let base: TeamAddress
/** A project that Léa added and Noé has written in since. */
let hers: string
beforeAll(async () => {
  server = await startServer()
  base = await server.newBase()
  ofLea = await server.as(base, 'lea')
  lea = await Desk.open('', ofLea)
  noe = await Desk.open('', await server.as(base, 'noe'))
})
beforeEach(async () => {
  hers = await lea.add('Annuaire')
  await noe.rename(hers, 'Annuaire de Noé')
})
afterAll(async () => {
  await lea.close()
  await noe.close()
  await server.stop()
})

/** What Léa says to the server in one transaction: `done` once it is committed, else the code of the refusal. */
async function says(...statements: readonly string[]): Promise<string> {
  const client = await connect(ofLea, PASSWORD)
  try {
    await client.query('BEGIN; SET LOCAL search_path = inp')
    for (const statement of statements) await client.query(statement)
    await client.query('COMMIT')
    return 'done'
  } catch (thrown) {
    return String((thrown as { code?: unknown }).code)
  } finally {
    await client.end()
  }
}

const REFUSED = '42501'
const ownNewest = `(SELECT max(seq) FROM journal_entry WHERE made_by = session_user)`
const replaying = `SELECT set_config('inp.replays', ${ownNewest}::text, true)`
const restating = (state: string) => `UPDATE journal_entry SET state = '${state}' WHERE seq = ${ownNewest}`
const entry = `WITH own AS (INSERT INTO journal_entry (at, who, method, state)
    VALUES ('2020-01-01T00:00:00.000Z', 'lea', 'x', 'done') RETURNING seq)
  SELECT set_config('inp.entry', seq::text, true) FROM own`
const entered = `current_setting('inp.entry')::bigint`
const writing = (title: string) => `UPDATE project SET title = '${title}' WHERE id = '${hers}'`

const pastOf = () =>
  server.query(
    base.database,
    `SELECT (SELECT json_agg(e ORDER BY seq) FROM inp.journal_entry AS e)::text AS entries,
       (SELECT json_agg(c ORDER BY ord) FROM inp.journal_change AS c)::text AS changes`,
  )

describe('by hand nobody of the secretariat', () => {
  it.each([
    [
      'takes away what a colleague wrote in since',
      () => [replaying, `DELETE FROM project WHERE id = '${hers}'`],
    ],
    [
      'takes it away as taken back',
      () => [restating('undone'), replaying, `DELETE FROM project WHERE id = '${hers}'`],
    ],
    ['writes over it', () => [replaying, writing('Annuaire')]],
    ['writes without an entry', () => [writing('Faux')]],
    ['says of an act that it was taken back', () => [restating('undone')]],
    [
      'says of all that they count no more',
      () => [`UPDATE journal_entry SET state = 'discarded' WHERE made_by = 'lea'`],
    ],
    [
      'writes down what never was',
      () => [
        entry,
        `INSERT INTO journal_change (entry_seq, table_name, row_id, before, after)
         SELECT ${entered}, 'project', id, to_jsonb(project)::text, (to_jsonb(project) || '{"title": "Faux"}')::text FROM project`,
      ],
    ],
    [
      'has it written down by a table of their own',
      () => [
        entry,
        'CREATE TEMP TABLE own_project (id text, title text)',
        'CREATE TRIGGER journal AFTER INSERT ON own_project FOR EACH ROW EXECUTE FUNCTION inp.journal()',
      ],
    ],
    [
      'writes it down under the act of a colleague',
      () => [
        `SELECT set_config('inp.entry', (SELECT max(seq) FROM journal_entry WHERE made_by = 'noe')::text, true)`,
        `SELECT set_config('inp.erasing', txid_current()::text, true)`,
        writing('Faux'),
      ],
    ],
    [
      'takes away what is written down of a change that stays',
      () => [entry, writing('Faux'), `DELETE FROM journal_change WHERE entry_seq = ${entered}`],
    ],
    [
      'says that it led elsewhere',
      () => [entry, writing('Faux'), `UPDATE journal_change SET after = '{}' WHERE entry_seq = ${entered}`],
    ],
    ['takes acts out of the feed', () => ['DELETE FROM team_change']],
    [
      'takes away the past as if it were erased',
      () => [`SELECT set_config('inp.erasing', txid_current()::text, true)`, 'DELETE FROM journal_change'],
    ],
  ])('%s', async (_, statements) => {
    const before = await pastOf()
    expect(await says(...statements())).toBe(REFUSED)
    expect(await pastOf()).toEqual(before)
    expect(await noe.titles()).toContain('Annuaire de Noé')
  })

  it('says of an act of a colleague that it was taken back, though its rows are as they were', async () => {
    const guide = await noe.add('Guide')
    await noe.rename(guide, 'Guide commun')
    await noe.rename(guide, 'Guide')
    const before = await pastOf()
    const newest = `(SELECT max(seq) FROM journal_entry WHERE made_by = 'noe')`
    expect(await says(`UPDATE journal_entry SET state = 'undone' WHERE seq = ${newest}`)).toBe(REFUSED)
    expect(await pastOf()).toEqual(before)
  })

  it('says when it was: the server notes its own time beside the one of the desk', async () => {
    expect(await says(entry, writing('Annuaire commun'))).toBe('done')
    const [noted] = await server.query<{ at: string; late: boolean }>(
      base.database,
      `SELECT at, made_at < now() - interval '1 minute' AS late FROM inp.journal_entry ORDER BY seq DESC LIMIT 1`,
    )
    expect(noted).toEqual({ at: '2020-01-01T00:00:00.000Z', late: false })
    expect(await says(`UPDATE journal_entry SET made_at = '2020-01-01' WHERE seq = ${ownNewest}`)).toBe(
      REFUSED,
    )
  })

  it('is kept from taking back an act of their own, rows and state together', async () => {
    expect(await says(entry, writing('Annuaire commun'))).toBe('done')
    expect(await says(restating('undone'), replaying, writing('Annuaire de Noé'))).toBe('done')
    expect(await says(restating('done'), replaying, writing('Annuaire commun'))).toBe('done')
    await lea.ok('history.undo', {})
    expect(await noe.titles()).toContain('Annuaire de Noé')
    await lea.ok('history.redo', {})
    expect(await noe.titles()).toContain('Annuaire commun')
    await noe.rename(hers, 'Annuaire de Noé')
    expect(await lea.refused('history.undo', {})).toBe('undo-conflict')
  })

  it('changes nothing beside what they take back, and leaves what was written there since', async () => {
    await lea.rename(hers, 'Annuaire commun')
    const { id, version } = await lea.renaming(hers, '')
    await noe.ok('projects.update', { id, version, patch: { organisation: 'Métropoles' } })
    const back = `UPDATE project SET title = 'Annuaire de Noé'`
    expect(
      await says(restating('undone'), replaying, `${back}, organisation = '' WHERE id = '${hers}'`),
    ).toBe(REFUSED)
    expect(await says(restating('undone'), replaying, `${back}, purpose = 'x' WHERE id = '${hers}'`)).toBe(
      REFUSED,
    )
    await lea.ok('history.undo', {})
    const said = async () => (await noe.ok('projects.get', { id: hers })).project
    expect(await said()).toMatchObject({ title: 'Annuaire de Noé', organisation: 'Métropoles' })
    expect(await says(restating('done'), replaying, writing('Annuaire commun'))).toBe('done')
    expect(await said()).toMatchObject({ title: 'Annuaire commun', organisation: 'Métropoles' })
  })
})
