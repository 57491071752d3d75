import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { availableParallelism, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ElectronRuntime, runtimeEnvironment } from '../electron-runtime.ts'
import { root } from '../pinned-node.mjs'
import { giveFolder } from '../unprivileged.ts'
import { type Outcome, runUnprivileged } from './stage.ts'

const here = join(root, 'scripts', 'test')

/**
 * Runs each file of `expected` (path → number of tests that the pinned Node.js ran in it) inside Electron.
 * Another number of tests is a failure, as is a file without tests.
 */
export async function runInsideElectron(
  runtime: ElectronRuntime,
  expected: Readonly<Record<string, number>>,
): Promise<Outcome> {
  const folder = giveFolder(mkdtempSync(join(tmpdir(), 'seances-inside-')))
  try {
    const stripped = join(folder, 'stripped.json')
    writeFileSync(stripped, JSON.stringify(strippedSources()))
    const env = {
      ...runtimeEnvironment(runtime),
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: `--import=${pathToFileURL(join(here, 'older-node.mjs'))}`,
      SEANCES_STRIPPED: stripped,
    }
    let passed = 0
    let failed = 0
    const notes: string[] = []
    const waiting = Object.entries(expected)
    // Each file has a process of its own and uses one processor; two at once do not starve each other of their waits.
    const lane = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await one(next)
    }
    const one = async ([path, tests]: [string, number]) => {
      const result = await runFile(runtime.executable, join(root, path), folder, env)
      passed += result.passed
      const missing = Math.max(0, tests - result.passed - result.failed)
      failed += result.failed + missing
      console.log(
        `${path}: ${result.passed} of ${tests}${result.failed > 0 ? `, ${result.failed} failed` : ''}`,
      )
      if (result.failed + missing > 0) console.log(result.output)
      if (result.passed + result.failed !== tests)
        notes.push(`${path}: ${result.passed + result.failed} tests instead of ${tests}`)
    }
    await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane))
    if (passed + failed === 0) return { passed, failed: 1, note: 'no test was run' }
    return { passed, failed, ...(notes.length > 0 ? { note: notes.join('; ') } : {}) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Handed out by older-node.mjs: every source that these suites can reach, types replaced by spaces. */
function strippedSources(): { vitest: string; sources: Record<string, string> } {
  const paths = globSync(
    [
      'electron/**/*.ts',
      'test/*.ts',
      'test/{db,contract,documents-check,fixtures,unit}/**/*.ts',
      'scripts/test/*.ts',
    ],
    {
      cwd: root,
    },
  )
  const sources = paths.map((path) => [
    pathToFileURL(join(root, path)).href,
    stripTypeScriptTypes(readFileSync(join(root, path), 'utf8')),
  ])
  return { vitest: pathToFileURL(join(here, 'vitest-on-node.ts')).href, sources: Object.fromEntries(sources) }
}

async function runFile(
  executable: string,
  path: string,
  home: string,
  env: Readonly<Record<string, string>>,
): Promise<{ passed: number; failed: number; output: string }> {
  const report = join(home, `${basename(path)}.tap`)
  const reporting = ['--test-reporter=tap', `--test-reporter-destination=${report}`]
  const status = await runUnprivileged([executable, ...reporting, path], home, env)
  const output = existsSync(report) ? readFileSync(report, 'utf8') : ''
  const count = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0)
  const bad = count('fail') + count('cancelled') + count('skipped') + count('todo')
  return { passed: count('pass'), failed: bad === 0 && status !== 0 ? 1 : bad, output: output.slice(-6000) }
}
