import { join } from 'node:path'
import { app, type UtilityProcess, utilityProcess } from 'electron'
import type { FromJob, JobName, ToCore, ToJob } from '../contract/wire.ts'
import { childEnvironment, childFlags } from './child-environment.ts'
import { builtFolder } from './folders.ts'
import { log } from './log.ts'

type Told = Extract<ToCore, { type: 'job-said' | 'job-gone' | 'job-measured' }>

/** Job processes, started, spoken with and killed as the core says: what they do and for how long is its affair. */
export class JobProcesses {
  readonly #running = new Map<number, UtilityProcess>()

  start(process: number, name: JobName, tell: (told: Told) => void): void {
    const child = utilityProcess.fork(join(builtFolder, 'job.cjs'), [], {
      serviceName: `seances-${name}`,
      execArgv: childFlags,
      env: childEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#running.set(process, child)
    let hasBegun = false
    child.once('spawn', () => {
      hasBegun = true
      // Killed before it could be: it would wait for ever.
      if (this.#running.get(process) !== child) child.kill()
    })
    child.stderr?.on('data', (bytes: Buffer) => log.warn(`${name}: ${bytes.toString('utf8').trimEnd()}`))
    child.on('message', (message: FromJob) => tell({ type: 'job-said', process, message }))
    child.once('exit', (code) => {
      // The number may be another's by now: a core that was started again counts from one.
      if (this.#running.get(process) !== child) return
      this.#running.delete(process)
      tell({ type: 'job-gone', process, why: String(code), hasBegun })
    })
  }

  ask(process: number, message: ToJob): void {
    this.#running.get(process)?.postMessage(message)
  }

  /** Tells how long a processor has worked for it. */
  measure({ process, id }: { process: number; id: number }, tell: (told: Told) => void): void {
    const pid = this.#running.get(process)?.pid
    const seconds = app.getAppMetrics().find((one) => one.pid === pid)?.cpu.cumulativeCPUUsage
    tell({ type: 'job-measured', id, processorMs: seconds === undefined ? null : 1_000 * seconds })
  }

  kill(process: number): void {
    this.#running.get(process)?.kill()
    this.#running.delete(process)
  }

  /** Ends them all: the core that they worked for is gone. */
  stop(): void {
    for (const process of [...this.#running.keys()]) this.kill(process)
  }
}
