// As root, Electron and the suites run as nobody, who must be able to read the checkout; where nobody cannot (a clone
// in a private folder), the same command runs in a copy that everybody may read.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from './pinned-node.mjs'

/**
 * Whether the programs that this command starts will be able to read the checkout.
 * @param {string} folder
 */
function isReadable(folder) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return true
  const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups', '--', 'test', '-r']
  return spawnSync('setpriv', [...asNobody, join(folder, 'package.json')]).status === 0
}

/**
 * Runs `script` again in a readable copy when the checkout is private.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {readonly string[]} written documents of the checkout that it may write, brought back at the end.
 * @returns {number | null} its exit status, or null when the checkout is readable and the caller goes on.
 */
export function runInReadableCopy(script, args, written) {
  if (isReadable(root)) return null
  const copy = mkdtempSync(join(tmpdir(), 'seances-inp-checkout-'))
  console.log('The checkout is private and nobody is who runs Electron here: going on in a readable copy.')
  try {
    cpSync(root, copy, { recursive: true, verbatimSymlinks: true })
    chmodSync(copy, 0o755)
    if (!isReadable(copy))
      throw new Error(`nobody cannot read ${tmpdir()} either: set TMPDIR to a folder for all`)
    const { status } = spawnSync(process.execPath, [join(copy, relative(root, script)), ...args], {
      cwd: copy,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, INIT_CWD: copy, npm_config_local_prefix: copy },
    })
    for (const path of written)
      if (existsSync(join(copy, path))) cpSync(join(copy, path), join(root, path), { recursive: true })
    return status ?? 1
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
