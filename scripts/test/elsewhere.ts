// Suites of vitest on another Node.js than the pinned one: one process a file, its own test runner, our hooks before.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { root } from '../pinned-node.mjs'
import { giveFolder, runUnprivileged } from '../unprivileged.ts'
import { type Outcome, type Row, timed } from './stage.ts'
import { countTests } from './vitest-results.ts'

export const hooks = join(import.meta.dirname, 'older-node.mjs')
export const vitestOnNode = join(import.meta.dirname, 'vitest-on-node.ts')

/** How the other Node.js is started, and how it names a path of ours. */
export type Elsewhere = {
  readonly command: readonly [string, ...string[]]
  readonly env: Readonly<Record<string, string>>
  readonly pathThere: (path: string) => string
  /** Ends what stays behind. */
  readonly end?: () => Promise<unknown>
}

/**
 * The test files that these patterns name, each of them one at least.
 * @param words those alone whose paths contain one of them, when there are any
 */
export function testFiles(patterns: readonly string[], words: readonly string[]): string[] {
  const all = patterns.flatMap((pattern) => {
    const found = globSync(pattern, { cwd: root }).sort()
    if (found.length === 0) throw new Error(`no test is named ${pattern}`)
    return found
  })
  const chosen = words.length === 0 ? all : all.filter((path) => words.some((word) => path.includes(word)))
  if (chosen.length === 0) throw new Error(`no file of this step is named ${words.join(' ')}`)
  return chosen
}

/**
 * Runs each of these files there, so many at a time. Another number of tests than the pinned Node.js finds in it is a
 * failure, as is a file without tests.
 * @param prepare makes what is needed, in a folder that is removed at the end.
 */
export async function runElsewhere(
  files: readonly string[],
  lanes: number,
  prepare: (folder: string) => Promise<Elsewhere>,
): Promise<Outcome> {
  const folder = giveFolder(mkdtempSync(join(tmpdir(), 'seances-elsewhere-')))
  try {
    const counts = await countTests(files)
    const elsewhere = await prepare(folder)
    const parts: Row[] = []
    const waiting = [...files]
    const lane = async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const file = path
        const tests = counts.get(file) ?? 0
        parts.push(await timed(file, () => runFile(elsewhere, file, tests, folder)))
      }
    }
    try {
      await Promise.all(Array.from({ length: lanes }, lane))
    } finally {
      await elsewhere.end?.()
    }
    const notes = parts.flatMap(({ name, note }) => (note === undefined ? [] : [`${name}: ${note}`]))
    return {
      passed: parts.reduce((sum, part) => sum + part.passed, 0),
      failed: parts.reduce((sum, part) => sum + part.failed, 0),
      parts,
      ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runFile(
  { command, env, pathThere }: Elsewhere,
  path: string,
  tests: number,
  home: string,
): Promise<Outcome> {
  const report = join(home, `${basename(path)}.tap`)
  const reporting = ['--test-reporter=tap', `--test-reporter-destination=${pathThere(report)}`]
  const whole = [...command, ...reporting, pathThere(join(root, path))] as const
  const status = await runUnprivileged(whole, home, env, 'at its end')
  const output = existsSync(report) ? readFileSync(report, 'utf8') : ''
  const count = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0)
  const passed = count('pass')
  const bad = count('fail') + count('cancelled') + count('skipped') + count('todo')
  const run = passed + bad
  const other = Math.max(run === 0 || (bad === 0 && status !== 0) ? 1 : 0, Math.abs(tests - run))
  if (bad + other > 0) console.log(output.slice(-6000))
  return {
    passed,
    failed: bad + other,
    ...(run === tests ? {} : { note: `${run} tests instead of ${tests}` }),
  }
}
