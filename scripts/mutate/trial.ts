// One change tried: written into a copy of the checkout, where the tests that reach it run until one fails.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Verdict =
  | { readonly killed: true; readonly by: string }
  | { readonly killed: false; readonly tried: number }

/** A copy of the checkout in which one file at a time is changed; the checkout itself is never touched. */
export class Copy {
  readonly folder: string
  /** Test files that have passed here: a failure of theirs is the change's, not the machine's. */
  readonly #sound = new Set<string>()
  readonly #unsound = new Set<string>()
  readonly #seconds: number

  constructor(root: string, seconds: number) {
    this.#seconds = seconds
    this.folder = mkdtempSync(join(tmpdir(), 'seances-mutants-'))
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 32 * 1024 * 1024,
    })
    for (const path of listed.split('\0').filter((name) => name !== '')) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true })
      cpSync(join(root, path), join(this.folder, path))
    }
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'))
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8')
  }

  /** Runs the tests in the order given, a few at a time, with `text` in place of what `path` holds. */
  async try(path: string, text: string, tests: readonly string[]): Promise<Verdict> {
    const before = this.read(path)
    const put = (content: string) => writeFileSync(join(this.folder, path), content)
    let tried = 0
    const waiting = tests.filter((test) => !this.#unsound.has(test))
    for (let some = waiting.splice(0, 3); some.length > 0; some = waiting.splice(0, 3)) {
      put(text)
      const failing = await this.#firstFailing(some)
      put(before)
      if (failing === null) {
        for (const test of some) this.#sound.add(test)
        tried += some.length
      } else if (await this.#isSound(failing)) return { killed: true, by: failing }
      else waiting.unshift(...some.filter((test) => test !== failing))
    }
    return { killed: false, tried }
  }

  async #isSound(test: string): Promise<boolean> {
    if (this.#sound.has(test)) return true
    const passes = (await this.#firstFailing([test])) === null
    ;(passes ? this.#sound : this.#unsound).add(test)
    return passes
  }

  /** The first of the files that failed; null when all passed. Too long is a failure: a loop that never ends. */
  async #firstFailing(tests: readonly string[]): Promise<string | null> {
    const report = join(this.folder, '.report.json')
    rmSync(report, { force: true })
    const vitest = join(this.folder, 'node_modules', 'vitest', 'vitest.mjs')
    const cache = join(this.folder, '.cache')
    const args = ['run', ...tests, '--bail=1', '--maxWorkers=1', '--configLoader=native', '--reporter=json']
    // A slow machine is no failure: only the whole run has an end.
    const patient = ['--testTimeout=600000', '--hookTimeout=600000']
    const paths = [`--outputFile=${report}`, `--fsModuleCachePath=${cache}`]
    const child = spawn(process.execPath, [vitest, ...args, ...patient, ...paths], {
      cwd: this.folder,
      stdio: 'ignore',
      detached: true,
      env: { ...process.env, SEANCES_TEST_CACHE: cache },
    })
    let timedOut = false
    const timer = setTimeout(
      () => {
        timedOut = true
        end(child.pid)
      },
      this.#seconds * tests.length * 1000,
    )
    const status = await new Promise<number | null>((resolve) => child.once('exit', resolve))
    clearTimeout(timer)
    end(child.pid)
    if (status === 0) return null
    if (timedOut) return tests[0] ?? null
    return failedIn(report, this.folder) ?? tests[0] ?? null
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Ends a run with the workers and jobs it began. */
function end(group: number | undefined): void {
  if (group === undefined) return
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

type Report = { testResults: { name: string; status: string; assertionResults: { status: string }[] }[] }

function failedIn(report: string, folder: string): string | undefined {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
    const failed = testResults.find(
      ({ status, assertionResults }) =>
        assertionResults.some((test) => test.status === 'failed') ||
        (status === 'failed' && assertionResults.length === 0),
    )
    return failed?.name.slice(folder.length + 1)
  } catch {
    return undefined
  }
}
