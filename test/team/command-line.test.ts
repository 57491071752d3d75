import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { keptBytes } from '../../electron/db/files/store.ts'
import { nativeOptions } from '../../electron/db/native.ts'
import { DATABASE_NAME } from '../../electron/db/open.ts'
import { teamTables } from '../../electron/db/postgres/schema.ts'
import { openCore } from '../../electron/features/core.ts'
import { entryOf } from '../entry.ts'
import { newFolder } from './folder.ts'
import { run } from './run.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

let server: TestServer
let folder: string
let connection: string
let user: string
beforeAll(async () => {
  server = await startServer()
  folder = newFolder()
  const { user: owner, ...address } = await server.emptyBase()
  user = owner
  connection = join(folder, 'equipe-connexion.json')
  writeFileSync(connection, JSON.stringify({ kind: 'seances-inp/equipe', ...address }))
  writeFileSync(join(folder, 'pgpass'), `*:*:*:*:${PASSWORD}\n`, { mode: 0o600 })
})
afterAll(() => server.stop())

const inpWith = (passwords: string, ...words: string[]) =>
  run(process.execPath, [entryOf('cli'), ...words], {
    env: { ...process.env, PGPASSFILE: join(folder, passwords) },
  })
const inp = (...words: string[]) => inpWith('pgpass', ...words)
/** All rows of a desk, by table. */
function dump(data: string): Record<string, unknown[]> {
  const db = new Database(join(data, DATABASE_NAME), { ...nativeOptions(), readonly: true })
  const rows = teamTables(db).map((table) => [
    table,
    (db.prepare(`SELECT * FROM "${table}"`).all() as object[]).map((row) => JSON.stringify(row)).sort(),
  ])
  db.close()
  return Object.fromEntries(rows)
}
const onServer = (...words: string[]) => inp(...words, '--connection', connection, '--user', user)

/** Joins a piece to a meeting of a desk; returns the hash of its bytes. */
async function attach(dataFolder: string, words: string): Promise<string> {
  const core = await openCore({
    ...{ dataFolder, who: '', emit: () => undefined, log: () => undefined, checkOutputs: true },
    runJob: () => Promise.reject(new Error('no job is needed')),
  })
  const listed = await core.call('meetings.list', { year: null })
  const meetingId = listed.ok ? (listed.value[0]?.id ?? '') : ''
  const file = { fileName: 'note.txt', bytes: new TextEncoder().encode(words) }
  expect(await core.call('attachments.add', { meetingId, itemId: null, file })).toMatchObject({ ok: true })
  await core.close()
  return createHash('sha256').update(file.bytes).digest('hex')
}

describe('inp team', () => {
  it('shows the statements, makes the base once, opens it to an account, and says what is there', async () => {
    const shown = await onServer('team', 'create', '--dry-run')
    expect(shown.stdout).toMatch(/^BEGIN;.*CREATE TABLE agenda_item.*COMMIT;\s*$/s)
    expect((await onServer('team', 'check')).stderr).toContain(errorSentences['team-missing'])
    expect(await onServer('team', 'create')).toMatchObject({ status: 0, stdout: '' })
    expect((await onServer('team', 'create')).stderr).toContain(errorSentences['team-there'])
    await server.query('postgres', `CREATE ROLE lea LOGIN PASSWORD '${PASSWORD}'`)
    expect(await onServer('team', 'grant', 'lea', '--role', 'secretariat')).toMatchObject({ status: 0 })
    expect((await onServer('team', 'grant', 'personne', '--role', 'lecture')).stderr).toContain(
      errorSentences['team-no-account'],
    )
    expect((await onServer('team', 'grant', 'lea', '--role', 'tout')).status).toBe(1)
    expect((await onServer('team', 'grant', 'lea', '--role', 'lecture', '--dry-run')).stdout).toMatch(
      /REVOKE "inp_\w+_secretariat" FROM "lea";.*GRANT "inp_\w+_lecture" TO "lea";/s,
    )
    const { database } = JSON.parse(readFileSync(connection, 'utf8'))
    const rolesOfLea = async () => {
      const found = JSON.parse((await onServer('team', 'check', '--json')).stdout)
      const roles: { role: string; accounts: string[] }[] = found.roles
      return roles.filter(({ accounts }) => accounts.includes('lea')).map(({ role }) => role)
    }
    for (const role of ['lecture', 'aucun', 'secretariat']) {
      expect((await onServer('team', 'grant', 'lea', '--role', role)).status).toBe(0)
      expect(await rolesOfLea()).toEqual(role === 'aucun' ? [] : [role])
    }
    // What a group brings is not taken back by this, and is not said to be.
    const [{ name = '' } = {}] = await server.query<{ name: string }>(
      database,
      "SELECT name FROM inp.team_role WHERE role = 'secretariat'",
    )
    expect((await onServer('team', 'grant', 'lea', '--role', 'aucun')).status).toBe(0)
    await server.query('postgres', `CREATE ROLE bureau; GRANT ${name} TO bureau; GRANT bureau TO lea`)
    for (const role of ['aucun', 'lecture']) {
      const { status, stderr } = await onServer('team', 'grant', 'lea', '--role', role)
      expect([status, stderr]).toEqual([1, expect.stringContaining(errorSentences['team-role-stays'])])
      expect(stderr).not.toContain('lea a')
    }
    expect(await rolesOfLea()).toEqual([])
    // Whoever may do everything anyhow is not kept from a role by that.
    for (const role of ['lecture', 'aucun'])
      expect(await onServer('team', 'grant', user, '--role', role)).toMatchObject({ status: 0 })
    await server.query('postgres', 'DROP ROLE bureau')
    expect((await onServer('team', 'grant', 'lea', '--role', 'secretariat')).status).toBe(0)
    const { roles, version } = JSON.parse((await onServer('team', 'check', '--json')).stdout)
    expect(version).toBeGreaterThan(30)
    expect(roles).toContainEqual({ role: 'secretariat', accounts: ['lea'] })
  })

  it('shows what each verb would run, and runs nothing', async () => {
    const folderOf = (option: string) => [option, join(folder, 'jamais')]
    const verbs: Record<string, readonly string[]> = {
      'GRANT "inp_': ['grant', 'lea', '--role', 'secretariat'],
      pg_auth_members: ['check'],
      'INSERT INTO "meeting"': ['share', ...folderOf('--data')],
      'SELECT * FROM "meeting"': ['bring', ...folderOf('--data')],
      'SELECT * FROM "journal_change"': ['copy', ...folderOf('--out')],
    }
    for (const [sql, words] of Object.entries(verbs)) {
      const { status, stdout } = await onServer('team', ...words, '--dry-run')
      expect([words[0], status, stdout]).toEqual([words[0], 0, expect.stringContaining(sql)])
    }
    const data = ['--data', join(folder, 'jamais')]
    // Where there is nothing to be shown it is no option.
    expect((await onServer('team', 'join', ...data, '--dry-run')).status).toBe(2)
    expect((await inp('team', 'leave', ...data, '--dry-run')).status).toBe(2)
    expect((await inp('team', 'leave', ...data)).stderr).toContain(errorSentences['team-none'])
    expect(existsSync(join(folder, 'jamais'))).toBe(false)
  })

  it('joins nothing that does not answer, nor by an account that may not: what is joined opens', async () => {
    const data = join(folder, 'a-joindre')
    await server.query('postgres', `CREATE ROLE ada LOGIN PASSWORD '${PASSWORD}'`)
    const joining = (passwords: string, account: string, file = connection) =>
      inpWith(passwords, 'team', 'join', '--connection', file, '--user', account, '--data', data)
    const away = join(folder, 'ailleurs.json')
    writeFileSync(away, JSON.stringify({ ...JSON.parse(readFileSync(connection, 'utf8')), port: 1 }))
    for (const [said, account, file] of [
      [errorSentences['team-password-wrong'], 'personne', connection],
      [errorSentences['team-not-allowed'], 'ada', connection],
      [errorSentences['team-away'], 'lea', away],
    ] as const) {
      const { status, stderr } = await joining('pgpass', account, file)
      expect([status, stderr]).toEqual([1, expect.stringContaining(said)])
      expect(existsSync(data)).toBe(false)
    }
    // Whoever sets a desk up knows nobody's password.
    const unknown = await joining('aucun', 'lea')
    expect([unknown.status, unknown.stderr]).toEqual([0, expect.stringContaining('n’a pas été essayé')])
    expect((await inp('team', 'leave', '--data', data)).status).toBe(0)
    await server.query('postgres', 'DROP ROLE ada')
  })

  it('ends quietly when whoever reads what it prints has read enough', async () => {
    const words = [
      entryOf('cli'),
      'team',
      'share',
      '--data',
      folder,
      '--connection',
      connection,
      '--user',
      user,
    ]
    const piped = `"$0" "$@" --dry-run | head -n 1`
    const { stdout, stderr } = await run('sh', ['-c', piped, process.execPath, ...words], {
      env: process.env,
    })
    expect([stdout, stderr]).toEqual(['BEGIN;\n', ''])
  })

  it('says that a base is of a former version, and what an upgrade would run', async () => {
    expect((await onServer('team', 'upgrade')).stderr).toContain(errorSentences['team-current'])
    const { database } = JSON.parse(readFileSync(connection, 'utf8'))
    await server.query(database, 'UPDATE inp.team_schema SET version = version - 1')
    expect((await onServer('team', 'check')).stderr).toContain('inp team upgrade')
    const { status, stdout } = await onServer('team', 'upgrade', '--dry-run')
    expect([status, stdout]).toEqual([0, expect.stringContaining('ALTER SCHEMA inp RENAME TO inp_former')])
    await server.query(database, 'UPDATE inp.team_schema SET version = version + 2')
    expect((await onServer('team', 'check')).stderr).toContain('Plus récente que cette application')
    await server.query(database, 'UPDATE inp.team_schema SET version = version - 1')
    expect((await onServer('team', 'check')).stderr).not.toMatch(/upgrade|Plus récente/)
  })

  it('has a desk work on the base like on its own data, and come back to these', async () => {
    const data = join(folder, 'poste')
    expect((await inp('demo', '--data', data, '--years', '1')).status).toBe(0)
    const own = (await inp('meetings', 'list', '--data', data)).stdout
    expect(own).not.toBe('')
    expect(
      (await inp('team', 'join', '--connection', connection, '--user', 'lea', '--data', data)).status,
    ).toBe(0)
    expect(await inp('meetings', 'list', '--data', data)).toMatchObject({ status: 0, stdout: '' })
    expect((await inp('backup', '--data', data)).stderr).toContain(errorSentences['not-for-a-team'])
    const copies = ['copie-equipe', 'copie-equipe-en-cours'].map((name) => join(data, name))
    for (const copy of copies) mkdirSync(copy)
    expect((await inp('team', 'leave', '--data', data)).status).toBe(0)
    expect(copies.filter((copy) => existsSync(copy))).toEqual([])
    expect((await inp('meetings', 'list', '--data', data)).stdout).toBe(own)
  })

  it('carries the data of a desk over and back: the same rows, and the same documents', async () => {
    const { user: owner, ...address } = await server.emptyBase()
    const file = join(folder, 'partage.json')
    writeFileSync(file, JSON.stringify({ kind: 'seances-inp/equipe', ...address }))
    const to = ['--connection', file, '--user', owner]
    const [from, back] = [join(folder, 'poste-dix-ans'), join(folder, 'retour')]
    expect((await inp('demo', '--data', from, '--years', '2')).status).toBe(0)
    const hash = await attach(from, 'Une pièce, avec ses octets.')
    expect((await inp('team', 'create', ...to)).status).toBe(0)
    expect(await inp('team', 'share', ...to, '--data', from)).toMatchObject({ status: 0 })
    expect((await inp('team', 'share', ...to, '--data', from)).stderr).toContain(errorSentences['team-there'])
    expect(await inp('team', 'bring', ...to, '--data', back)).toMatchObject({ status: 0 })
    expect((await inp('team', 'bring', ...to, '--data', back)).stderr).toContain(errorSentences['data-there'])
    expect(Buffer.from(await keptBytes(back, hash)).toString()).toBe('Une pièce, avec ses octets.')
    const [before, after] = [from, back].map((data) => dump(data))
    expect(Object.keys(before ?? {}).length).toBeGreaterThan(60)
    expect(after).toEqual(before)
    const [copies, restored] = [join(folder, 'copies'), join(folder, 'restaure')]
    expect(await inp('team', 'copy', ...to, '--out', copies)).toMatchObject({ status: 0 })
    const [copy = ''] = readdirSync(copies).filter((name) => name.endsWith('.seances'))
    expect(await inp('restore', join(copies, copy), '--data', restored)).toMatchObject({ status: 0 })
    // Which desk wrote last is said anew by the one that it is restored on.
    expect({ ...dump(restored), profile: [] }).toEqual({ ...before, profile: [] })
    expect(Buffer.from(await keptBytes(restored, hash)).toString()).toBe('Une pièce, avec ses octets.')
    const listed = (await inp('meetings', 'list', '--data', from)).stdout
    const [meeting = ''] = listed.match(/[0-9a-f]{8}-[0-9a-f-]{27}/) ?? []
    expect((await inp('team', 'join', ...to, '--data', back)).status).toBe(0)
    expect((await inp('meetings', 'list', '--data', back)).stdout).toBe(listed)
    const exported: string[] = []
    for (const data of [from, back]) {
      const out = join(folder, `ordre-${exported.length}.html`)
      expect(await inp('agenda', 'export', '--data', data, '--meeting', meeting, '--out', out)).toMatchObject(
        {
          status: 0,
        },
      )
      exported.push(readFileSync(out, 'utf8'))
    }
    expect(exported[1]).toBe(exported[0])
  })

  it('gives no copy to an account that is not shown everything', async () => {
    await server.query('postgres', `CREATE ROLE lectrice LOGIN PASSWORD '${PASSWORD}'`)
    expect((await onServer('team', 'grant', 'lectrice', '--role', 'lecture')).status).toBe(0)
    const as = ['--connection', connection, '--user', 'lectrice']
    for (const words of [
      ['bring', '--data'],
      ['copy', '--out'],
    ]) {
      const to = join(folder, 'lecture')
      expect((await inp('team', ...words, to, ...as)).stderr).toContain(errorSentences['team-not-allowed'])
      expect(existsSync(join(to, DATABASE_NAME))).toBe(false)
    }
  })

  it('refuses a file that says no base, or sends a password over an open line', async () => {
    const other = join(folder, 'autre.json')
    const bad = [
      '',
      '{}',
      JSON.stringify({ kind: 'seances-inp/equipe', host: 'serveur.example', database: 'inp' }),
    ]
    for (const words of bad) {
      writeFileSync(other, words)
      const { status, stderr } = await inp('team', 'check', '--connection', other, '--user', user)
      expect([status, stderr.trim()]).toEqual([1, errorSentences['team-file-refused']])
    }
  })
})
