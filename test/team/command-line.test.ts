import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { entryOf } from '../entry.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

let server: TestServer
let folder: string
let connection: string
let user: string
beforeAll(async () => {
  server = await startServer()
  folder = mkdtempSync(join(tmpdir(), 'seances-team-'))
  const { user: owner, ...address } = await server.emptyBase()
  user = owner
  connection = join(folder, 'equipe-connexion.json')
  writeFileSync(connection, JSON.stringify({ kind: 'seances-inp/equipe', ...address }))
  writeFileSync(join(folder, 'pgpass'), `*:*:*:*:${PASSWORD}\n`, { mode: 0o600 })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const inp = (...words: string[]) => {
  const env = { ...process.env, PGPASSFILE: join(folder, 'pgpass') }
  const { status, stdout, stderr } = spawnSync(process.execPath, [entryOf('cli'), ...words], {
    encoding: 'utf8',
    env,
  })
  return { status, stdout, stderr }
}
const onServer = (...words: string[]) => inp(...words, '--connection', connection, '--user', user)

describe('inp team', () => {
  it('shows the statements, makes the base once, opens it to an account, and says what is there', async () => {
    const shown = onServer('team', 'create', '--dry-run')
    expect(shown.stdout).toContain('CREATE TABLE agenda_item')
    expect(onServer('team', 'check').stderr).toContain(errorSentences['team-missing'])
    expect(onServer('team', 'create')).toMatchObject({ status: 0, stdout: '' })
    expect(onServer('team', 'create').stderr).toContain(errorSentences['team-there'])
    await server.query('postgres', `CREATE ROLE lea LOGIN PASSWORD '${PASSWORD}'`)
    expect(onServer('team', 'grant', 'lea', '--role', 'secretariat')).toMatchObject({ status: 0 })
    expect(onServer('team', 'grant', 'personne', '--role', 'lecture').stderr).toContain(
      errorSentences['not-found'],
    )
    expect(onServer('team', 'grant', 'lea', '--role', 'tout').status).toBe(1)
    const { roles, version } = JSON.parse(onServer('team', 'check', '--json').stdout)
    expect(version).toBeGreaterThan(30)
    expect(roles).toContainEqual({ role: 'secretariat', accounts: expect.arrayContaining(['lea']) })
  })

  it('has a desk work on the base like on its own data, and come back to these', () => {
    const data = join(folder, 'poste')
    expect(inp('demo', '--data', data, '--years', '1').status).toBe(0)
    const own = inp('meetings', 'list', '--data', data).stdout
    expect(own).not.toBe('')
    expect(inp('team', 'join', '--connection', connection, '--user', 'lea', '--data', data).status).toBe(0)
    expect(inp('meetings', 'list', '--data', data)).toMatchObject({ status: 0, stdout: '' })
    expect(inp('backup', '--data', data).stderr).toContain(errorSentences['not-for-a-team'])
    expect(inp('team', 'leave', '--data', data).status).toBe(0)
    expect(inp('meetings', 'list', '--data', data).stdout).toBe(own)
  })

  it('refuses a file that says no base, or sends a password over an open line', () => {
    const other = join(folder, 'autre.json')
    const bad = [
      '',
      '{}',
      JSON.stringify({ kind: 'seances-inp/equipe', host: 'serveur.example', database: 'inp' }),
    ]
    for (const words of bad) {
      writeFileSync(other, words)
      const { status, stderr } = inp('team', 'check', '--connection', other, '--user', user)
      expect([status, stderr.trim()]).toEqual([1, errorSentences['team-file-refused']])
    }
  })
})
