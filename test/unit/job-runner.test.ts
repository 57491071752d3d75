// The runner of jobs: what every job of the table becomes when it is late, dies or is given up, whoever starts its process.
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import type { FromJob, JobName, RunJob, ToJob } from '../../electron/contract/wire.ts'
import { forkProcess, forkRunner } from '../../electron/jobs/fork-runner.ts'
import { jobs } from '../../electron/jobs/rows.ts'
import { type JobRunner, jobRunner, type StartJobProcess } from '../../electron/jobs/runner.ts'
import { shellRunner } from '../../electron/jobs/shell-runner.ts'

const jobNames = Object.keys(jobs).filter((name): name is JobName => Object.hasOwn(jobs, name))

/** A process without a program: what it was asked, and whether it still is there. */
type Made = {
  name: JobName
  asked: ToJob[]
  isKilled: boolean
  /** How long a processor has worked for it; null where nothing tells. */
  usedMs: () => number | null
  say(message: FromJob): void
  die(hasBegun?: boolean): void
}
type Door = { runner: JobRunner; made: Made[] }

/** In the process of the core. */
function direct(rows = jobs): Door {
  const made: Made[] = []
  const start: StartJobProcess = (name, on) => {
    const one: Made = {
      name,
      asked: [],
      isKilled: false,
      usedMs: () => null,
      say: on.said,
      die: (hasBegun = true) => on.gone('3', hasBegun),
    }
    made.push(one)
    return {
      send: (message) => one.asked.push(message),
      kill: () => (one.isKilled = true),
      processorMs: () => Promise.resolve(one.usedMs()),
    }
  }
  return { runner: jobRunner(start, undefined, rows), made }
}

/** Through the messages of the shell. */
function throughShell(): Door {
  const made: Made[] = []
  const runner = shellRunner(
    (message) => {
      const one = 'process' in message ? made[message.process - 1] : undefined
      if (message.type === 'job-start') {
        const { process, name } = message
        made.push({
          name,
          asked: [],
          isKilled: false,
          usedMs: () => null,
          say: (said) => runner.hear({ type: 'job-said', process, message: said }),
          die: (hasBegun = true) => runner.hear({ type: 'job-gone', process, why: '3', hasBegun }),
        })
      } else if (message.type === 'job-ask') one?.asked.push(message.message)
      else if (message.type === 'job-kill' && one !== undefined) one.isKilled = true
      else if (message.type === 'job-measure')
        runner.hear({ type: 'job-measured', id: message.id, processorMs: one?.usedMs() ?? null })
    },
    () => undefined,
  )
  return { runner, made }
}

/** A desk that gives it this share of a processor, by the clock of the test. */
function working(one: Made | undefined, share: number): void {
  if (one === undefined) throw new Error('no process')
  const begun = Date.now()
  one.usedMs = () => share * (Date.now() - begun)
}

const done = (id: number): FromJob => ({ id, result: { ok: true, value: { bytes: new Uint8Array() } } })

/** The end of a run: its code, or that it was done. */
const endOf = (run: RunJob, name: JobName, options: Parameters<RunJob>[2] = {}, input: unknown = 'stay') =>
  run(name, input as never, options).then(
    () => 'done',
    (thrown) => (thrown instanceof AppError ? thrown.code : String(thrown)),
  )

/** Every job late, dead and given up; one line for each that does not end in the code of its row. */
async function wrongEnds(door: () => Door): Promise<string[]> {
  const wrong: string[] = []
  for (const name of jobNames) {
    const { runner, made } = door()
    const { timeMs, late, died } = jobs[name]
    const expectEnd = async (how: string, end: Promise<string>, code: string) => {
      const got = await end
      if (got !== code) wrong.push(`${name} ${how}: ${got} instead of ${code}`)
      if (how !== 'died' && made.at(-1)?.isKilled !== true) wrong.push(`${name} ${how}: its process goes on`)
    }
    const first = endOf(runner.run, name)
    await vi.advanceTimersByTimeAsync(timeMs - 1)
    if (made[0]?.isKilled) wrong.push(`${name} is ended before its time`)
    await vi.advanceTimersByTimeAsync(1)
    await expectEnd('late', first, late)
    const second = endOf(runner.run, name)
    made.at(-1)?.die()
    await expectEnd('died', second, died)
    const stop = new AbortController()
    const third = endOf(runner.run, name, { signal: stop.signal })
    stop.abort()
    await expectEnd('cancelled', third, 'cancelled')
    runner.close()
  }
  return wrong
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

const doors = [
  ['in the process of the core', direct],
  ['through the shell', throughShell],
] as const

describe.each(doors)('job processes started %s', (_where, door) => {
  it('end late, dead and cancelled jobs by the codes of their rows', async () => {
    expect(jobNames.length).toBeGreaterThan(40)
    expect(await wrongEnds(() => door())).toEqual([])
  })

  it('are given as much of a processor by a busy desk as by a calm one', async () => {
    const { runner, made } = door()
    const limitMs = jobs.readFile.processorMs ?? 0
    // What it is asked first is past by then.
    const lateMs = limitMs + 2_000
    for (const share of [1, 0.1, 0.05]) {
      const slow = endOf(runner.run, 'readFile')
      working(made.at(-1), share)
      await vi.advanceTimersByTimeAsync((0.9 * limitMs) / share)
      made.at(-1)?.say(done(made.at(-1)?.asked[0]?.id ?? 0))
      expect(await slow).toBe('done')
      runner.close()
      const hostile = endOf(runner.run, 'readFile')
      working(made.at(-1), share)
      await vi.advanceTimersByTimeAsync(lateMs / share)
      expect(made.at(-1)?.isKilled).toBe(true)
      expect(await hostile).toBe('file-unreadable-in-time')
    }
  })

  it('do not wait for one that does nothing, but for one that begins late', async () => {
    const { runner, made } = door()
    const limitMs = jobs.readFile.processorMs ?? 0
    const slept = endOf(runner.run, 'readFile')
    working(made[0], 0)
    await vi.advanceTimersByTimeAsync(limitMs + 2_000)
    working(made[0], 1)
    await vi.advanceTimersByTimeAsync(0.9 * limitMs)
    made[0]?.say(done(made[0].asked[0]?.id ?? 0))
    expect(await slept).toBe('done')
    const idle = endOf(runner.run, 'readFile')
    working(made[0], 0.01)
    await vi.advanceTimersByTimeAsync(3 * limitMs + 2_000)
    expect(made[0]?.isKilled).toBe(true)
    expect(await idle).toBe('file-unreadable-in-time')
  })

  it('tell the progress and the value of the job they work on, and nothing of a former one', async () => {
    const { runner, made } = door()
    const told: string[] = []
    const end = endOf(runner.run, 'readDelivery', {
      onProgress: (finished, total) => told.push(`${finished}/${total}`),
    })
    const id = made[0]?.asked[0]?.id ?? 0
    made[0]?.say({ id: id + 1, done: 9, total: 9 })
    made[0]?.say({ id, done: 1, total: 2 })
    made[0]?.say(done(id))
    expect(await end).toBe('done')
    made[0]?.say({ id, done: 2, total: 2 })
    expect(told).toEqual(['1/2'])
  })

  it('are not begun for a job that was cancelled before, and do not blame the job when they cannot begin', async () => {
    const { runner, made } = door()
    expect(await endOf(runner.run, 'readFile', { signal: AbortSignal.abort() })).toBe('cancelled')
    expect(made).toEqual([])
    const end = endOf(runner.run, 'readFile')
    made[0]?.die(false)
    expect(await end).toBe('unexpected')
  })

  it('are kept, reused for a moment or ended as their rows say', async () => {
    const { runner, made } = door()
    for (const name of ['spelling', 'readFile', 'encryptFiles'] as const) {
      const end = endOf(runner.run, name)
      const process = made.at(-1)
      process?.say(done(process.asked[0]?.id ?? 0))
      await end
    }
    const killed = () => made.filter(({ isKilled }) => isKilled).map(({ name }) => name)
    expect(killed()).toEqual(['encryptFiles'])
    void endOf(runner.run, 'readFile')
    expect(made).toHaveLength(3)
    made[1]?.say(done(made[1].asked[1]?.id ?? 0))
    vi.advanceTimersByTime(4_999)
    expect(killed()).toEqual(['encryptFiles'])
    vi.advanceTimersByTime(1)
    expect(killed()).toEqual(['readFile', 'encryptFiles'])
    vi.advanceTimersByTime(54_999)
    expect(killed()).toEqual(['readFile', 'encryptFiles'])
    vi.advanceTimersByTime(1)
    expect(killed()).toEqual(['spelling', 'readFile', 'encryptFiles'])
    // Another takes its place, and ends with the runner.
    const again = endOf(runner.run, 'spelling')
    made.at(-1)?.say(done(made.at(-1)?.asked[0]?.id ?? 0))
    await again
    runner.close()
    expect(made.map(({ isKilled }) => isKilled)).toEqual([true, true, true, true])
  })

  it('that are reused take a job of another kind, whose row then counts; those that are kept or end do not', async () => {
    const { runner, made } = door()
    const finish = async (name: JobName, at: number) => {
      const end = endOf(runner.run, name)
      made[at]?.say(done(made[at].asked.at(-1)?.id ?? 0))
      return end
    }
    expect(await finish('readFile', 0)).toBe('done')
    const other = endOf(runner.run, 'checkBackup')
    expect(made).toHaveLength(1)
    working(made[0], 1)
    await vi.advanceTimersByTimeAsync(2 * (jobs.readFile.processorMs ?? 0))
    expect(made[0]?.isKilled).toBe(false)
    made[0]?.die()
    expect(await other).toBe(jobs.checkBackup.died)
    for (const [at, name] of (['renderPdf', 'spelling', 'readProfile', 'readMail'] as const).entries())
      expect(await finish(name, at + 1)).toBe('done')
    expect(made.map(({ name }) => name)).toEqual([
      'readFile',
      'renderPdf',
      'spelling',
      'readProfile',
      'readMail',
    ])
    runner.close()
  })

  it('that are kept take one job after the other, and a queued one can be cancelled', async () => {
    const { runner, made } = door()
    const stop = new AbortController()
    const ends = [
      endOf(runner.run, 'renderPdf'),
      endOf(runner.run, 'renderPdf', { signal: stop.signal }),
      endOf(runner.run, 'renderPdf'),
    ]
    expect(made[0]?.asked).toHaveLength(1)
    stop.abort()
    expect(await ends[1]).toBe('cancelled')
    made[0]?.say(done(made[0].asked[0]?.id ?? 0))
    made[0]?.say(done(made[0].asked[1]?.id ?? 0))
    expect(await Promise.all(ends)).toEqual(['done', 'cancelled', 'done'])
    expect(made).toHaveLength(1)
  })

  it('leave nobody waiting when the runner closes', async () => {
    const { runner, made } = door()
    const ends = [
      endOf(runner.run, 'renderPdf'),
      endOf(runner.run, 'renderPdf'),
      endOf(runner.run, 'checkBackup'),
    ]
    runner.close()
    expect(await Promise.all(ends)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(made.every(({ isKilled }) => isKilled)).toBe(true)
  })
})

describe('the check of the ends of jobs', () => {
  it('sees a runner that does not follow a row', async () => {
    const planted = {
      ...jobs,
      renderPdf: { ...jobs.renderPdf, late: 'file-damaged', timeMs: 1_000 } as const,
    }
    expect(await wrongEnds(() => direct(planted))).toEqual([
      'renderPdf is ended before its time',
      'renderPdf late: file-damaged instead of unexpected',
    ])
  })
})

describe('job processes started by fork', () => {
  it('end by the same codes, and work on after a job that was done', async () => {
    const runner = forkRunner(fileURLToPath(new URL('./job-entry.mjs', import.meta.url)))
    try {
      for (const name of ['spelling', 'readFile', 'encryptFiles'] as const) {
        const late = endOf(runner.run, name)
        let isOver = false
        void late.then(() => (isOver = true))
        // What a processor did is asked of the system, which answers when it can.
        while (!isOver) {
          await vi.advanceTimersByTimeAsync(jobs[name].timeMs)
          await setImmediate()
        }
        expect(await late).toBe(jobs[name].late)
        expect(await endOf(runner.run, name, {}, 'die')).toBe(jobs[name].died)
        const stop = new AbortController()
        const cancelled = endOf(runner.run, name, { signal: stop.signal })
        stop.abort()
        expect(await cancelled).toBe('cancelled')
      }
      const told: number[] = []
      const pids = [1, 2].map(() =>
        runner.run('spelling', 'work' as never, { onProgress: (finished) => told.push(finished) }),
      )
      const [first, second] = await Promise.all(pids)
      expect(first).toEqual(second)
      expect(told).toEqual([1, 1])
    } finally {
      runner.close()
    }
  })
  it('tell how long a processor worked for them, where the system says so', async () => {
    const start = forkProcess(fileURLToPath(new URL('./job-entry.mjs', import.meta.url)))
    const said = Promise.withResolvers<FromJob>()
    const toiling = start('readFile', { said: said.resolve, gone: (why) => said.reject(new Error(why)) })
    toiling.send({ id: 1, name: 'readFile', input: 'toil' })
    await said.promise
    const usedMs = await toiling.processorMs()
    if (process.platform === 'linux') expect(usedMs).toBeGreaterThan(300)
    else expect(usedMs).toBeNull()
    toiling.kill()
  })
})
