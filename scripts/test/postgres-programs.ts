// What saves and restores the base of a team, of the PostgreSQL of this machine: the binaries of the package are a server alone.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['initdb', 'postgres', 'psql', 'createdb', 'pg_dump', 'pg_dumpall', 'pg_restore']
/** Where Debian has the programs of each version, outside of the path. */
const DEBIAN = '/usr/lib/postgresql'

/** The folder that has all of them; null on a machine without. */
export function postgresPrograms(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((name) => /^\d+$/.test(name)) : []
  const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  const folders = [
    ...versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(DEBIAN, version, 'bin')),
    stdout?.trim() ?? '',
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  const isWhole = (folder: string) => folder !== '' && names.every((name) => existsSync(join(folder, name)))
  return folders.find(isWhole) ?? null
}
