import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { entryOf } from '../entry.ts'

/** User and group "nobody" of every Linux. */
const nobody = 65534
const isRoot = process.getuid?.() === 0

export type Said = { status: number | null; stdout: string; stderr: string }

const asNobody = [
  'setpriv',
  `--reuid=${nobody}`,
  `--regid=${nobody}`,
  '--clear-groups',
  '--inh-caps=-all',
  '--',
]

/** Runs `inp` with these words; never as root, for whom no folder is read-only. */
export function inp(...words: readonly string[]): Said {
  const entry = entryOf('cli')
  return run([...(isRoot ? asNobody : []), process.execPath, entry, ...words])
}

const demos = new Map<number, string>()

/** Puts the data of a demo of so many years at `data`, as `inp` would leave them; each demo is made once. */
export function putDemo(data: string, years: number): void {
  const made = demos.get(years) ?? makeDemo(years)
  demos.set(years, made)
  // With their owner.
  execFileSync('cp', ['-a', made, data])
}

function makeDemo(years: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'seances-demo-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  handOver(folder)
  const data = join(folder, 'data')
  const { status, stderr } = inp('demo', '--data', data, '--years', String(years))
  if (status !== 0) throw new Error(stderr)
  return data
}

/**
 * Runs a script of this folder inside a file system of its own, `megabytes` small, mounted on `folder` in a namespace
 * that needs no rights; everything in it is gone afterwards.
 * @param prepare what a shell does in the folder first.
 * @param timeoutMs how long it may take.
 */
export function inSmallDisk(
  script: string,
  folder: string,
  megabytes: number,
  prepare = 'true',
  timeoutMs = 60_000,
): Said {
  const mountThenRun = `mount -t tmpfs -o size=${megabytes}m tmpfs "$1" && cd "$1" && ${prepare} && exec "$2" "$3" "$1"`
  const path = fileURLToPath(new URL(script, import.meta.url))
  return run(['unshare', '-Urm', 'sh', '-c', mountThenRun, 'sh', folder, process.execPath, path], timeoutMs)
}

/** Gives a folder made by this process to whoever `inp` runs as. */
export function handOver(...paths: readonly string[]): void {
  if (isRoot) for (const path of paths) chownSync(path, nobody, nobody)
}

function run([command = '', ...rest]: readonly string[], timeout = 60_000): Said {
  const { status, stdout, stderr, error } = spawnSync(command, rest, { encoding: 'utf8', timeout })
  if (error) throw error
  return { status, stdout, stderr }
}
