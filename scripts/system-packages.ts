import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { isRoot } from './unprivileged.ts'

/** By purpose; of several names the first that this Debian knows. */
const needed: readonly (readonly string[])[] = [
  // A screen in memory, and what Electron links to.
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  // The binding of better-sqlite3 for an Electron older than its shipped binary.
  ['gcc'],
  ['g++'],
  // Other people's readers of the PDF that we write.
  ['poppler-utils'],
  ['qpdf'],
  ['python3-pikepdf'],
  // A real mailbox, and certificates of its own.
  ['dovecot-imapd'],
  ['openssl'],
  // setpriv and unshare: programs without rights, and a world without network.
  ['util-linux'],
  // ip: the loopback of that world, over which a test drives the window.
  ['iproute2'],
]

const installed = (name: string) => {
  const { stdout } = spawnSync('dpkg', ['--status', name], { encoding: 'utf8' })
  return /^Status: install ok installed$/m.test(stdout ?? '')
}
const known = (name: string) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0

/**
 * Makes sure of the packages: installs what is missing when we are root, else throws with what to install. On a system
 * without apt nothing is checked: the programs say themselves what they miss.
 * @param besides what not everything needs.
 */
export async function ensureSystemPackages(besides: typeof needed = []): Promise<void> {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return
  const missing = () => [...needed, ...besides].filter((names) => !names.some(installed))
  if (missing().length === 0) return
  if (!isRoot) {
    const names = missing().map(([name]) => name)
    throw new Error(`missing: sudo apt-get install ${names.join(' ')}`)
  }
  const apt = async (...args: string[]) => {
    const running = spawn('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    await once(running, 'exit')
  }
  await apt('update')
  const names = missing().map((choices) => choices.find(known) ?? choices[0] ?? '')
  console.log(`installing ${names.join(' ')}`)
  await apt('install', '-y', '--no-install-recommends', ...names)
  const left = missing().map(([name]) => name)
  if (left.length > 0) throw new Error(`could not be installed: ${left.join(' ')}`)
}
