import { AppError } from '../contract/errors.ts'
import type { FromJob, JobName, JobResult, Jobs, RunJob, ToJob } from '../contract/wire.ts'
import { type JobRow, jobs } from './rows.ts'

/** A process that does one job at a time, see electron/job.ts. */
export type JobProcess = {
  send(message: ToJob): void
  kill(): void
  /** How long a processor has worked for it since it began; null where nothing tells. */
  processorMs(): Promise<number | null>
}
export type JobProcessEvents = {
  said(message: FromJob): void
  /** @param hasBegun false when it could not be started: then its job is not to blame. */
  gone(why: string, hasBegun: boolean): void
}
/** Starts a process where the core runs: by fork, or through the shell. */
export type StartJobProcess = (name: JobName, on: JobProcessEvents) => JobProcess

export type JobRunner = {
  run: RunJob
  /** Ends every job, and every process that waits for one. */
  close(): void
}

type Job = {
  id: number
  name: JobName
  input: unknown
  onProgress: ((done: number, total: number) => void) | undefined
  settle(result: JobResult): void
}
type Place = { process: JobProcess; job: Job | null; timer?: NodeJS.Timeout }

/** How long a process waits for the next job. */
const REST_MS = { own: 0, reused: 5_000, kept: 60_000 } as const

/** What a processor did for a job is asked no sooner and no more often: most are done before. */
const LOOK_MS = 1_000

/**
 * Has jobs done in processes that can be killed, which is the only way to stop native code (measured).
 * @param log told of jobs that were late or died.
 * @param rows what becomes of the jobs of each kind.
 */
export function jobRunner(
  start: StartJobProcess,
  log: (line: string) => void = () => undefined,
  rows: Readonly<Record<JobName, JobRow>> = jobs,
): JobRunner {
  const queue: Job[] = []
  const working = new Set<Place>()
  const idle = new Map<string, Place>()
  let lastId = 0

  /** Of which jobs a process may be the next one's. */
  const kindOf = (name: JobName) => (rows[name].process === 'kept' ? name : rows[name].process)

  const run: RunJob = (name, input, { signal, onProgress } = {}) =>
    new Promise((resolve, reject) => {
      const settle = (result: JobResult) => {
        signal?.removeEventListener('abort', cancel)
        if (result.ok) resolve(result.value as Jobs[typeof name]['output'])
        else {
          const { code, limit, message = code } = result
          reject(new AppError(code, { limit, message: `job ${name}: ${message}` }))
        }
      }
      lastId += 1
      const job: Job = { id: lastId, name, input, onProgress, settle }
      const cancel = () => cancelJob(job)
      if (signal?.aborted) return settle({ ok: false, code: 'cancelled' })
      signal?.addEventListener('abort', cancel)
      queue.push(job)
      next(name)
    })

  function next(name: JobName): void {
    const at = queue.findIndex((job) => job.name === name)
    const isTaken = rows[name].process === 'kept' && [...working].some(({ job }) => job?.name === name)
    const [job] = at < 0 || isTaken ? [] : queue.splice(at, 1)
    if (job !== undefined) begin(job)
  }

  function begin(job: Job): void {
    const { name } = job
    const place = idle.get(kindOf(name)) ?? startPlace(name)
    idle.delete(kindOf(name))
    clearTimeout(place.timer)
    place.job = job
    working.add(place)
    watch(place, job)
    try {
      place.process.send({ id: job.id, name, input: job.input })
    } catch (thrown) {
      end(place, { ok: false, code: 'unexpected', message: String(thrown) })
    }
  }

  /** Ends a job that takes longer than its row allows. */
  function watch(place: Place, job: Job): void {
    const { timeMs, processorMs, late } = rows[job.name]
    const endLate = (why: string) => {
      log(`${job.name} ${why}`)
      end(place, { ok: false, code: late })
    }
    const wait = (waitMs: number, pastMs: number) => {
      const atMs = Math.min(pastMs + waitMs, timeMs)
      place.timer = setTimeout(() => void look(atMs), atMs - pastMs)
    }
    type Measured = { atMs: number; usedMs: number }
    let begun: Measured | null = null
    let lastBusy: Measured | null = null
    const look = async (atMs: number) => {
      if (atMs >= timeMs || processorMs === undefined) return endLate(`ran out of its ${timeMs} ms`)
      const usedMs = await place.process.processorMs()
      if (place.job !== job) return
      if (usedMs === null) return wait(timeMs, atMs)
      begun ??= { atMs, usedMs }
      lastBusy ??= begun
      const leftMs = processorMs - (usedMs - begun.usedMs)
      if (leftMs <= 0) return endLate(`used up its ${processorMs} ms of a processor`)
      const isBusy = (usedMs - lastBusy.usedMs) * timeMs >= (atMs - lastBusy.atMs) * processorMs
      if (isBusy) lastBusy = { atMs, usedMs }
      // One that waits for what never comes would wait for all of its time.
      if (atMs - lastBusy.atMs >= 2 * processorMs) return endLate(`did nothing until ${atMs} ms`)
      wait(Math.max(leftMs, LOOK_MS), atMs)
    }
    wait(processorMs === undefined ? timeMs : LOOK_MS, 0)
  }

  function startPlace(name: JobName): Place {
    const place: Place = {
      job: null,
      process: start(name, {
        said(message) {
          if (message.id !== place.job?.id) return
          if ('result' in message) end(place, message.result, rows[name].process !== 'own')
          else place.job.onProgress?.(message.done, message.total)
        },
        gone(why, hasBegun) {
          if (idle.get(kindOf(name)) === place) idle.delete(kindOf(name))
          if (place.job === null) return clearTimeout(place.timer)
          const { name: current } = place.job
          log(`${current} process gone (${why})`)
          end(place, { ok: false, code: hasBegun ? rows[current].died : 'unexpected', message: why })
        },
      }),
    }
    return place
  }

  /** Settles the job of a process once; the process stays for the next one, or ends. */
  function end(place: Place, result: JobResult, stays = false): void {
    const { job } = place
    if (job === null) return
    clearTimeout(place.timer)
    place.job = null
    working.delete(place)
    if (stays && !idle.has(kindOf(job.name))) rest(place, job.name)
    else place.process.kill()
    job.settle(result)
    next(job.name)
  }

  function rest(place: Place, name: JobName): void {
    idle.set(kindOf(name), place)
    place.timer = setTimeout(() => {
      if (idle.get(kindOf(name)) === place) idle.delete(kindOf(name))
      place.process.kill()
    }, REST_MS[rows[name].process])
    place.timer.unref()
  }

  function cancelJob(job: Job): void {
    const at = queue.indexOf(job)
    if (at >= 0) queue.splice(at, 1)
    const place = [...working].find((one) => one.job === job)
    if (place === undefined) job.settle({ ok: false, code: 'cancelled' })
    else end(place, { ok: false, code: 'cancelled' })
  }

  return {
    run,
    close() {
      for (const job of queue.splice(0)) cancelJob(job)
      for (const place of [...working]) end(place, { ok: false, code: 'cancelled' })
      for (const { process, timer } of idle.values()) {
        clearTimeout(timer)
        process.kill()
      }
      idle.clear()
    },
  }
}
