// The commands that docs/team.md gives to the administration, run as they stand there: what was saved is worked on again, on the
// same server and on another one, and its guards hold there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { createTeam, grantIn, lookAt } from '../../electron/db/postgres/administration.ts'
import { connect } from '../../electron/db/postgres/line.ts'
import { postgresPrograms } from '../../scripts/test/postgres-programs.ts'
import { Desk } from './desk.ts'
import { run } from './run.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

const programs = postgresPrograms() ?? ''

const told = readFileSync(new URL('../../docs/team.md', import.meta.url), 'utf8')
/** The lines of the document that begin with a word, without their indentation. */
const commands = (word: string): string[] =>
  told.split('\n').flatMap((line) => (line.trim().startsWith(`${word} `) ? [line.trim()] : []))

describe('a base that was saved', () => {
  let first: TestServer
  let second: TestServer
  let base: TeamAddress
  let folder: string
  beforeAll(async () => {
    first = await startServer(programs)
    second = await startServer(programs)
    folder = mkdtempSync(join(tmpdir(), 'seances-restored-'))
    writeFileSync(join(folder, 'pgpass'), `*:*:*:*:${PASSWORD}\n`, { mode: 0o600 })
    base = await first.emptyBase()
    await createTeam(base, PASSWORD)
    await first.query('postgres', `CREATE ROLE lea LOGIN PASSWORD '${PASSWORD}'`)
    await first.query('postgres', `CREATE ROLE ines LOGIN PASSWORD '${PASSWORD}'`)
    await grantIn(base, PASSWORD, 'secretariat', 'lea')
    await grantIn(base, PASSWORD, 'lecture', 'ines')
    const lea = await Desk.open('', { ...base, user: 'lea' })
    await lea.add('Annuaire')
    await lea.add('Guide')
    await lea.close()
  })
  afterAll(async () => {
    await first.stop()
    await second.stop()
    rmSync(folder, { recursive: true })
  })

  /** Runs a line of the document, with the words that it leaves open filled in. */
  async function runLine(line: string, words: Readonly<Record<string, string>>): Promise<void> {
    const whole = Object.entries(words).reduce((text, [open, word]) => text.replaceAll(open, word), line)
    const { status, stderr } = await run('sh', ['-ec', whole], {
      cwd: folder,
      env: { PATH: `${programs}:${process.env.PATH}`, PGPASSFILE: join(folder, 'pgpass') },
    })
    expect([whole, status, stderr]).toEqual([whole, 0, ''])
  }

  it.each(['same', 'another'] as const)('is worked on again, restored on the %s server', async (which) => {
    const to = which === 'same' ? first : second
    const words = (port: number, database: string) => ({
      SERVEUR: `127.0.0.1 --port=${port}`,
      COMPTE: base.user,
      NOUVELLE: database,
      BASE: base.database,
    })
    const database = `retablie_${which}`
    const [dump = '', roles = '', ...others] = [...commands('pg_dump'), ...commands('pg_dumpall')]
    expect(others).toEqual([])
    await runLine(dump, words(first.port, database))
    await runLine(roles, words(first.port, database))
    if (which === 'another')
      for (const line of commands('psql')) await runLine(line, words(to.port, database))
    for (const line of [...commands('createdb'), ...commands('pg_restore')])
      await runLine(line, words(to.port, database))
    const restored = { ...base, port: to.port, database }
    expect(await lookAt(restored, PASSWORD)).toMatchObject({
      state: 'current',
      roles: [
        { role: 'administration', accounts: [] },
        { role: 'secretariat', accounts: ['lea'] },
        { role: 'lecture', accounts: ['ines'] },
      ],
    })
    // Passwords are not among what is saved.
    if (which === 'another')
      for (const name of ['lea', 'ines'])
        await to.query('postgres', `ALTER ROLE ${name} PASSWORD '${PASSWORD}'`)
    const lea = await Desk.open('', { ...restored, user: 'lea' })
    expect(await lea.titles()).toEqual(['Annuaire', 'Guide'])
    await lea.ok('history.undo', {})
    await lea.add('Après')
    expect(await lea.titles()).toEqual(['Annuaire', 'Après'])
    const { hits } = await lea.ok('search.query', { words: 'annuaire', only: null })
    expect(hits).toHaveLength(1)
    await lea.close()
    const ines = await Desk.open('', { ...restored, user: 'ines' })
    expect(await ines.titles()).toEqual(['Annuaire', 'Après'])
    await ines.close()
    const client = await connect({ ...restored, user: 'lea' }, PASSWORD)
    const refused = async (sql: string) => {
      await client.query('BEGIN')
      const code = await client.query(sql).then(
        () => 'done',
        ({ code }: { code: string }) => code,
      )
      await client.query('ROLLBACK')
      return code
    }
    const [{ made = 0 } = {}] = await to.query<{ made: number }>(
      database,
      'SELECT made_in AS made FROM inp.journal_entry ORDER BY seq LIMIT 1',
    )
    // Numbers of transactions come again on another server.
    await to.query(
      database,
      `ALTER TABLE inp.journal_entry DISABLE TRIGGER USER; UPDATE inp.journal_entry SET made_in = txid_current() + 1 WHERE made_in = ${made};
       ALTER TABLE inp.journal_entry ENABLE TRIGGER USER`,
    )
    for (const sql of [
      `UPDATE journal_entry SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 1`,
      `INSERT INTO journal_entry (at, who, method, state) VALUES ('', 'noe', 'x', 'done')`,
      `INSERT INTO journal_entry (seq, at, who, method, state) VALUES (90000, '', 'lea', 'x', 'done')`,
      `INSERT INTO erasure VALUES ('e', 'person', '', 'lea', 1, 1)`,
    ])
      expect([sql, await refused(sql)]).toEqual([sql, '42501'])
    await client.end()
  })
})
