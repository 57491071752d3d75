// The real core process started by fork, spoken to as the shell does (contract/wire.ts), killed at will.
import { type ChildProcess, fork } from 'node:child_process'
import type { ErrorCode } from '../../electron/contract/errors.ts'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import type { Envelope } from '../../electron/contract/method.ts'
import type { FromCore, FromJob, InternalCall, InternalCalls, ToCore } from '../../electron/contract/wire.ts'
import { forkProcess } from '../../electron/jobs/fork-runner.ts'
import type { JobProcess } from '../../electron/jobs/runner.ts'
import { entryOf } from '../entry.ts'

/** The process was killed before it answered. */
export class CoreGone extends Error {}

/** The core answered, and refused. */
export class Refused extends Error {
  readonly code: ErrorCode
  constructor(method: string, code: ErrorCode) {
    super(`${method}: ${code}`)
    this.code = code
  }
}

export type ChildCore = {
  readonly pid: number
  /** Resolves when the data are open; rejects with Refused (why not) or CoreGone. */
  readonly opened: Promise<void>
  /** Lines the process wrote on standard error. */
  readonly complaints: readonly string[]
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  internal<N extends InternalCall>(
    name: N,
    input: InternalCalls[N]['input'],
  ): Promise<InternalCalls[N]['output']>
  /** Whether it was told to die or died: what is asked from then on was never typed. */
  isGone(): boolean
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
  /** Verified copy if something changed, then the end, as when the window closes. */
  close(): Promise<void>
}

/**
 * @param plant a module loaded into the process before the core: how a campaign plants a defect it must find.
 * @param env what its environment, and that of its jobs, has besides ours.
 */
export function startChildCore(
  dataDir: string,
  plant?: string,
  env: Readonly<Record<string, string>> = {},
): ChildCore {
  const child = fork(entryOf('core'), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
    execArgv: plant === undefined ? [] : ['--import', plant],
  })
  const startJob = forkProcess(entryOf('job'), env)
  const jobs = new Map<number, JobProcess>()
  const complaints: string[] = []
  child.stderr?.on('data', (chunk) => complaints.push(String(chunk)))

  const waiting = new Map<
    number,
    { resolve: (envelope: Envelope<unknown>) => void; reject: (why: Error) => void }
  >()
  let last = 0
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const opened = new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new CoreGone('core process gone')))
    child.on('message', (message: FromCore) => {
      if (message.type === 'opened') resolve()
      if (message.type === 'open-failed') reject(new Refused('open', message.code))
    })
  })
  // Whoever kills an opening does not wait for it.
  opened.catch(() => undefined)
  child.once('exit', (code, signal) => {
    for (const job of jobs.values()) job.kill()
    // Where it was not killed on purpose, its last words say why.
    const how = `core process gone (${signal ?? code}) ${complaints.join('')}`.trim()
    for (const { reject } of waiting.values()) reject(new CoreGone(how))
    waiting.clear()
  })
  child.on('message', (message: FromCore) => {
    switch (message.type) {
      case 'reply':
        waiting.get(message.id)?.resolve(message.envelope)
        waiting.delete(message.id)
        break
      case 'job-start': {
        const { process } = message
        const on = {
          said: (said: FromJob) => send(child, { type: 'job-said', process, message: said }),
          gone(why: string, hasBegun: boolean) {
            if (jobs.delete(process)) send(child, { type: 'job-gone', process, why, hasBegun })
          },
        }
        jobs.set(process, startJob(message.name, on))
        break
      }
      case 'job-ask':
        jobs.get(message.process)?.send(message.message)
        break
      case 'job-measure': {
        const { id } = message
        const measured = jobs.get(message.process)?.processorMs() ?? Promise.resolve(null)
        void measured.then((processorMs) => send(child, { type: 'job-measured', id, processorMs }))
        break
      }
      case 'job-kill':
        jobs.get(message.process)?.kill()
        jobs.delete(message.process)
        break
    }
  })

  const isGone = () => child.killed || child.exitCode !== null || child.signalCode !== null
  const ask = (method: string, message: (id: number) => ToCore) => {
    const id = ++last
    return new Promise<Envelope<unknown>>((resolve, reject) => {
      if (isGone()) return reject(new CoreGone('core process gone'))
      waiting.set(id, { resolve, reject })
      send(child, message(id))
    }).then((envelope) => {
      if (!envelope.ok) throw new Refused(method, envelope.error.code)
      return envelope.value
    })
  }

  send(child, { type: 'open', dataDir, who: 'campagne', settled: {}, isPlaceUnsure: false })
  return {
    pid: child.pid ?? 0,
    opened,
    complaints,
    call: (method, input) =>
      ask(method, (id) => ({ type: 'call', id, method, input })) as Promise<Output<typeof method>>,
    internal: (name, input) =>
      ask(name, (id) => ({ type: 'internal', id, name, input })) as Promise<
        InternalCalls[typeof name]['output']
      >,
    isGone,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async close() {
      send(child, { type: 'close' })
      await new Promise<void>((resolve) => {
        child.on('message', (message: FromCore) => message.type === 'closed' && resolve())
        void gone.then(resolve)
      })
      child.kill()
      await gone
    },
  }
}

/** A process that was killed a moment ago cannot be written to: its exit is what counts, and is awaited elsewhere. */
function send(child: ChildProcess, message: ToCore): void {
  if (child.connected) child.send(message, () => undefined)
}
