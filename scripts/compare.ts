// Two commits measured alternately, each by the bench of its own in a checkout of its own, on one machine and one Electron.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { comparison, tableIn } from '../test/perf/comparison.ts'
import type { Line } from '../test/perf/measure.ts'
import { root } from './pinned-node.mjs'
import { giveFolder } from './unprivileged.ts'

/** Measures an application from outside; the same for both, so that what is asked of them is the same. */
const instrument = ['app-bench', 'app-desk', 'cdp', 'measure', 'page-marks', 'started-app'].map((name) =>
  join('test', 'perf', `${name}.ts`),
)

type Side = { readonly commit: string; readonly folder: string; readonly rounds: Line[][] }

/**
 * Prints the figures of another commit beside those of the last one here: of each the middle of its rounds.
 * What is not committed is not measured.
 */
export function compare(other: string, parts: readonly string[], rounds: number): void {
  const home = giveFolder(mkdtempSync(join(tmpdir(), 'seances-compare-')))
  const sides: Side[] = []
  try {
    for (const ref of [other, 'HEAD']) sides.push(checkedOut(ref, join(home, String(sides.length))))
    for (let round = 1; round <= rounds; round += 1)
      // Whoever was second is first in the next round: a machine that tires, tires both.
      for (const side of round % 2 === 1 ? sides : sides.toReversed()) {
        console.log(`── round ${round} of ${rounds}: ${side.commit}`)
        side.rounds.push(measured(side, parts))
      }
    const [before, now] = sides.map(({ commit, rounds: lines }) => ({ commit, rounds: lines }))
    if (before !== undefined && now !== undefined) console.log(`\n${comparison(before, now)}`)
  } finally {
    for (const { folder } of sides) git('worktree', 'remove', '--force', folder)
    rmSync(home, { recursive: true, force: true })
  }
}

function checkedOut(ref: string, folder: string): Side {
  const commit = git('rev-parse', '--short', '--verify', `${ref}^{commit}`)
  git('worktree', 'add', '--quiet', '--detach', folder, commit)
  for (const path of instrument) cpSync(join(root, path), join(folder, path))
  console.log(`── ${commit}: its dependencies`)
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder)
  const electron = join('.cache', 'electron33')
  if (existsSync(join(root, electron)))
    cpSync(join(root, electron), join(folder, electron), { recursive: true })
  return { commit, folder, rounds: [] }
}

/** One run of the bench of a commit, which builds it first where it must. */
function measured({ commit, folder }: Side, parts: readonly string[]): Line[] {
  const said = run('npm', ['run', '--silent', 'bench', '--', ...parts], folder)
  const lines = tableIn(said)
  if (lines.length === 0) throw new Error(`the bench of ${commit} printed no figure:\n${said}`)
  return lines
}

const git = (...args: string[]) => run('git', args, root).trim()

/** @throws with what it printed when it ends with an error. */
function run(command: string, args: readonly string[], cwd: string): string {
  // Why a measure ended early is said where it is read.
  const { status, stdout, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
    // npm takes the folder in which it was started first for that of all it starts.
    env: {
      ...process.env,
      INIT_CWD: cwd,
      npm_config_local_prefix: cwd,
      ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
    },
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? ''}${stdout}`)
  return stdout
}
