// Jobs as plain child processes, for the command line and the tests (under the window, shell/ runs them).
import { type ChildProcess, fork } from 'node:child_process'
import { AppError } from '../contract/errors.ts'
import type { FromJob, JobName, JobOptions, Jobs, RunJob, ToJob } from '../contract/wire.ts'
import { YOUNG_GENERATION } from '../contract/young-generation.ts'

export type ForkRunner = { run: RunJob; close(): void }

/**
 * Runs jobs in child processes started from `entry` (electron/job.ts). One process per job name is kept warm between
 * jobs; a timeout or a cancel kills it, which is the only way to stop native code (measured).
 * @param env what their environment has besides ours.
 */
export function forkRunner(entry: string, env: Readonly<Record<string, string>> = {}): ForkRunner {
  const idle = new Map<JobName, ChildProcess>()
  const busy = new Set<ChildProcess>()
  let lastId = 0

  const start = (): ChildProcess => {
    const child = fork(entry, {
      serialization: 'advanced',
      execArgv: [...process.execArgv, YOUNG_GENERATION],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...env },
    })
    // A warm process waiting for work must not keep the program alive.
    child.unref()
    child.channel?.unref()
    return child
  }

  const run: RunJob = <N extends JobName>(
    name: N,
    input: Jobs[N]['input'],
    { timeoutMs = 60_000, signal, onProgress }: JobOptions = {},
  ) =>
    new Promise<Jobs[N]['output']>((resolve, reject) => {
      const child = idle.get(name) ?? start()
      idle.delete(name)
      busy.add(child)
      child.ref()
      child.channel?.ref()
      const id = ++lastId
      const settle = (finish: () => void, keep: boolean) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
        child.removeAllListeners()
        busy.delete(child)
        if (keep && !idle.has(name)) {
          idle.set(name, child)
          child.unref()
          child.channel?.unref()
        } else child.kill('SIGKILL')
        finish()
      }
      const cancel = () => settle(() => reject(new AppError('cancelled')), false)
      const timer = setTimeout(
        () => settle(() => reject(new AppError('file-unreadable-in-time')), false),
        timeoutMs,
      )
      signal?.addEventListener('abort', cancel)
      child.once('exit', (code, killed) =>
        settle(
          () => reject(new AppError('file-damaged', { message: `job ${name} died (${code ?? killed})` })),
          false,
        ),
      )
      child.once('error', (cause) => settle(() => reject(new AppError('unexpected', { cause })), false))
      child.on('message', (message: FromJob) => {
        if (message.id !== id) return
        if (!('result' in message)) {
          onProgress?.(message.done, message.total)
          return
        }
        const { result } = message
        settle(() => {
          if (result.ok) resolve(result.value as Jobs[N]['output'])
          else reject(new AppError(result.code, { message: `job ${name}: ${result.message ?? ''}` }))
        }, true)
      })
      child.send({ id, name, input } satisfies ToJob)
    })

  return {
    run,
    close() {
      // Nobody waits any more for what is at work, such as the check of a file that was written.
      for (const child of [...idle.values(), ...busy]) child.kill('SIGKILL')
      idle.clear()
    },
  }
}
