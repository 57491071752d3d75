// What `inp team` refuses: in a sentence, and nothing is half done.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
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
  const { user: owner, ...address } = await server.newBase()
  user = owner
  connection = join(folder, 'equipe-connexion.json')
  writeFileSync(connection, JSON.stringify({ kind: 'seances-inp/equipe', ...address }))
  writeFileSync(join(folder, 'pgpass'), `*:*:*:*:${PASSWORD}\n`, { mode: 0o600 })
})
afterAll(() => server.stop())

const inp = (...words: string[]) =>
  run(process.execPath, [entryOf('cli'), ...words], {
    env: { ...process.env, PGPASSFILE: join(folder, 'pgpass') },
  })

describe('inp team', () => {
  it('says in a sentence what is no folder, leaves none behind, and reads a file with a mark before it', async () => {
    const path = join(folder, 'marque.json')
    writeFileSync(path, `\uFEFF${readFileSync(connection, 'utf8')}`)
    const marked = ['--connection', path, '--user', user]
    const refused = await inp('team', 'join', ...marked, '--data', connection)
    expect([refused.status, refused.stderr]).toEqual([1, `${errorSentences['folder-unreachable']}\n`])
    const out = join(folder, 'nulle', 'part')
    const empty = await server.emptyBase()
    writeFileSync(
      path,
      JSON.stringify({ ...JSON.parse(readFileSync(connection, 'utf8')), database: empty.database }),
    )
    const copied = await inp('team', 'copy', ...marked, '--out', out)
    expect([copied.status, copied.stderr]).toEqual([1, `${errorSentences['team-missing']}\n`])
    await server.query(empty.database, 'CREATE SCHEMA inp; CREATE TABLE inp.team_schema (name text)')
    expect((await inp('team', 'check', ...marked)).stderr).toBe(`${errorSentences['team-missing']}\n`)
    expect(existsSync(join(folder, 'nulle'))).toBe(false)
  })

  it('makes nothing in a base that could not hold every letter', async () => {
    const { database, user: owner, ...address } = await server.emptyBase()
    await server.query('postgres', `DROP DATABASE ${database}`)
    for (const encoding of ['SQL_ASCII', 'LATIN1']) {
      await server.query(
        'postgres',
        `CREATE DATABASE autre ENCODING '${encoding}' LOCALE 'C' TEMPLATE template0`,
      )
      const file = join(folder, 'autre.json')
      writeFileSync(file, JSON.stringify({ kind: 'seances-inp/equipe', ...address, database: 'autre' }))
      const made = await inp('team', 'create', '--connection', file, '--user', owner)
      expect([made.status, made.stderr]).toEqual([
        1,
        expect.stringContaining(errorSentences['team-encoding']),
      ])
      await server.query('postgres', 'DROP DATABASE autre')
    }
  })
})
