// Starts programs as a person without rights, because Electron's sandbox does not work for root.
import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './pinned-node.mjs'

/** User and group "nobody" of every Linux. */
const nobody = 65534

/** Whether this process is root and so must hand Electron to somebody else. */
export const isRoot = process.getuid?.() === 0

/**
 * Starts a program with its output on ours; when we are root, as nobody, with `home` as the home and temporary folder.
 * @throws when nobody cannot read the checkout.
 */
export function spawnUnprivileged(
  command: readonly [string, ...string[]],
  home: string,
  environment: Readonly<Record<string, string>>,
  stdio: StdioOptions = 'inherit',
): ChildProcess {
  const env = { ...process.env, ...environment }
  if (!isRoot) return spawn(command[0], command.slice(1), { cwd: root, stdio, env })
  requireReadableCheckout()
  giveFolder(home)
  const temporary = giveFolder(join(home, 'tmp'))
  const runtime = giveFolder(join(home, 'run'), 0o700)
  const inherited = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('XDG_')))
  return spawn('setpriv', [...asNobody, '--', ...command], {
    cwd: root,
    stdio,
    env: {
      ...inherited,
      ...displayKey(home, env),
      HOME: home,
      TMPDIR: temporary,
      XDG_RUNTIME_DIR: runtime,
      USER: 'nobody',
    },
  })
}

/**
 * Runs a program so, without standard input; returns its exit status. Of several that run at once each shows its output
 * at its end, in one piece.
 */
export async function runUnprivileged(
  command: readonly [string, ...string[]],
  home: string,
  environment: Readonly<Record<string, string>>,
  output: 'as it comes' | 'at its end',
): Promise<number> {
  const statusOf = async (stdio: StdioOptions): Promise<number> => {
    const child = spawnUnprivileged(command, home, environment, stdio)
    const end = () => child.kill('SIGKILL')
    process.once('exit', end)
    const [status] = await once(child, 'exit')
    process.off('exit', end)
    return typeof status === 'number' ? status : 1
  }
  if (output === 'as it comes') return statusOf(['ignore', 'inherit', 'inherit'])
  const folder = mkdtempSync(join(tmpdir(), 'seances-output-'))
  const path = join(folder, 'output')
  const file = openSync(path, 'a')
  try {
    return await statusOf(['ignore', file, file])
  } finally {
    closeSync(file)
    process.stdout.write(readFileSync(path))
    rmSync(folder, { recursive: true })
  }
}

/** A copy of the key to our X display, which only we can read. */
function displayKey(home: string, env: NodeJS.ProcessEnv): { XAUTHORITY?: string } {
  const ours = env.XAUTHORITY ?? join(homedir(), '.Xauthority')
  if (!existsSync(ours)) return {}
  const copy = join(home, '.Xauthority')
  copyFileSync(ours, copy)
  chownSync(copy, nobody, nobody)
  return { XAUTHORITY: copy }
}

/** Makes a folder and gives it to the user that the programs run as. */
export function giveFolder(path: string, mode = 0o755): string {
  mkdirSync(path, { recursive: true, mode })
  if (isRoot) chownSync(path, nobody, nobody)
  return path
}

const asNobody = [
  `--reuid=${nobody}`,
  `--regid=${nobody}`,
  '--clear-groups',
  '--inh-caps=-all',
  '--no-new-privs',
]

function requireReadableCheckout(): void {
  const { status } = spawnSync('setpriv', [...asNobody, '--', 'test', '-r', join(root, 'package.json')])
  if (status !== 0)
    throw new Error(
      `Electron is never started as root, and the user "nobody" cannot read ${root}: put the checkout where every user may read it`,
    )
}
