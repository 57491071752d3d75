import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { FromJob } from '../contract/wire.ts'
import { YOUNG_GENERATION } from '../contract/young-generation.ts'
import { type JobRunner, jobRunner, type StartJobProcess } from './runner.ts'

/**
 * Jobs as plain child processes, for the command line and the tests.
 * @param entry what the processes are started from: electron/job.ts.
 * @param env what their environment has besides ours.
 */
export function forkRunner(entry: string, env: Readonly<Record<string, string>> = {}): JobRunner {
  return jobRunner(forkProcess(entry, env))
}

export function forkProcess(entry: string, env: Readonly<Record<string, string>> = {}): StartJobProcess {
  return (_name, on) => {
    const child = fork(entry, {
      serialization: 'advanced',
      execArgv: [...process.execArgv, YOUNG_GENERATION],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...env },
    })
    // A process that waits for work must not keep the program alive.
    const rest = () => {
      child.unref()
      child.channel?.unref()
    }
    child.on('message', (message: FromJob) => {
      if ('result' in message) rest()
      on.said(message)
    })
    child.once('exit', (code, signal) => on.gone(String(code ?? signal), true))
    child.on('error', (cause) => on.gone(String(cause), child.pid !== undefined))
    return {
      send(message) {
        child.ref()
        child.channel?.ref()
        child.send(message)
      },
      kill() {
        rest()
        child.kill('SIGKILL')
      },
      processorMs: () => Promise.resolve(child.pid === undefined ? null : processorMsOf(child.pid)),
    }
  }
}

/** How long a processor has worked for a process and its threads; null where nothing tells it without a program of its own. */
export function processorMsOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program, in brackets, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return null
  }
}

/** Linux counts it in hundredths of a second (proc(5), USER_HZ). */
const TICK_MS = 10
