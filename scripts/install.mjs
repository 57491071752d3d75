// Brings the dependencies of the lockfile in when they are missing or older than it; runs on any Node.js from 20 on.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root } from './pinned-node.mjs'

const stamp = join(root, 'node_modules', '.installed-lockfile')

/**
 * Runs `npm ci` unless node_modules already holds what the lockfile says (a stamp remembers it, so that this costs nothing
 * at the next start). Ends the process with npm's status when it fails.
 */
export function installDependencies() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Node.js 20 or newer is needed; this is ${process.version}.`)
    process.exit(1)
  }
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8')
  if (existsSync(pinnedNode) && isInstalled(lockfile)) return
  // On standard error, as all that npm says: the command line's output may be read by a program.
  console.error('Installing the dependencies of the lockfile (npm ci), about half a minute…')
  // Without the warnings of packages that ask for a newer Node.js than the one that only starts the pinned one.
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['inherit', 2, 2],
    shell: process.platform === 'win32',
    // An npm that does not know allowScripts would run Electron's own download, which fails where it cannot be reached.
    env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  })
  if (error !== undefined) console.error(`npm could not be started: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, lockfile)
}

/** @param {string} lockfile */
function isInstalled(lockfile) {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockfile
  // Installed by hand with npm: npm's own record, no older than the lockfile, is as good.
  return sameVersions(lockfile, join(root, 'node_modules', '.package-lock.json'))
}

/** @param {string} lockfile @param {string} recordPath */
function sameVersions(lockfile, recordPath) {
  if (!existsSync(recordPath)) return false
  /** @type {Record<string, { version: string, optional?: boolean }>} */
  const wanted = JSON.parse(lockfile).packages
  const present = JSON.parse(readFileSync(recordPath, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || present[path]?.version === version || (optional === true && present[path] === undefined),
  )
}
