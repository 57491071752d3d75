import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import type { FromJob, JobName, JobResult, ToJob } from '../../electron/contract/wire.ts'
import { processorMsOf } from '../../electron/jobs/fork-runner.ts'

export type Reading =
  | { end: 'answer'; result: JobResult }
  /** It did not answer in time, and was killed. */
  | { end: 'hang' }
  | { end: 'death'; why: string }

export type Measured = Reading & {
  /** Time of processor where the system says it, else of the clock: a busy machine is no reader's fault. */
  ms: number
  /** The most memory the process held since the file was given, in bytes; null where the system does not say it. */
  peakBytes: number | null
}

export type ReaderProcess = {
  readonly pid: number
  read(name: JobName, input: unknown, timeoutMs: number): Promise<Measured>
  close(): Promise<void>
}

/** How much longer than its time a reader may wait for a processor that others use. */
const PATIENCE = 6

/** @param entry electron/job.ts, or a control that speaks as it does. */
export function startReader(
  entry: string,
  environment: Readonly<Record<string, string>> = {},
): ReaderProcess {
  let complaints = ''
  const child: ChildProcess = fork(entry, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...environment },
  })
  child.stderr?.on('data', (bytes: Buffer) => {
    complaints = (complaints + bytes.toString('utf8')).slice(-4000)
  })
  const pid = child.pid ?? 0
  let lastId = 0

  const read = async (name: JobName, input: unknown, timeoutMs: number): Promise<Measured> => {
    lastId += 1
    const id = lastId
    forgetPeak(pid)
    const usedBefore = processorMsOf(pid)
    const started = performance.now()
    const used = () => {
      const now = processorMsOf(pid)
      return now === null || usedBefore === null ? performance.now() - started : now - usedBefore
    }
    let timer: NodeJS.Timeout | undefined
    const reading = await new Promise<Reading>((resolve) => {
      timer = setInterval(() => {
        if (used() > timeoutMs || performance.now() - started > PATIENCE * timeoutMs) resolve({ end: 'hang' })
      }, 100)
      child.once('exit', (code, signal) =>
        resolve({ end: 'death', why: `${code ?? signal} ${complaints.slice(-400)}` }),
      )
      child.on('message', (message: FromJob) => {
        if (message.id === id && 'result' in message) resolve({ end: 'answer', result: message.result })
      })
      child.send({ id, name, input } as ToJob)
    })
    clearInterval(timer)
    child.removeAllListeners('exit')
    child.removeAllListeners('message')
    return { ...reading, ms: used(), peakBytes: peakBytes(pid) }
  }

  return {
    pid,
    read,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Most resident memory of a process as Linux tells it (proc(5), VmHWM). */
export function peakBytes(pid: number): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}

/** Writing 5 there sets the peak back to what is held now (proc(5), clear_refs). */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Other systems have no such file: the peak is then that of all files read so far, or unknown.
  }
}
