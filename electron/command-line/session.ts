// Session: the core opened in this process for one command, with jobs as child processes.
import { fileURLToPath } from 'node:url'
import { AppError } from '../contract/errors.ts'
import type { Input, Method, Output } from '../contract/index.ts'
import type { InternalCall, InternalCalls } from '../contract/wire.ts'
import { openCore } from '../features/core.ts'
import { forkRunner } from '../jobs/fork-runner.ts'
import { accountName } from '../who.ts'

export type Session = {
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  internal<N extends InternalCall>(
    name: N,
    input: InternalCalls[N]['input'],
  ): Promise<InternalCalls[N]['output']>
}

export function startJobs() {
  return forkRunner(fileURLToPath(new URL('../job.ts', import.meta.url)))
}

/**
 * Opens the data of a folder for one piece of work, and closes them whatever happens.
 * @param options.replaceWith a backup to put in place of the data if these are damaged.
 */
export async function withSession<T>(
  dataFolder: string,
  work: (session: Session) => Promise<T>,
  options: { replaceWith?: string } = {},
): Promise<T> {
  const jobs = startJobs()
  try {
    const core = await openCore({
      ...options,
      dataFolder,
      who: accountName(),
      runJob: jobs.run,
      emit: () => undefined,
      log: (line, thrown) =>
        process.stderr.write(`${line}${thrown instanceof Error ? `\n${thrown.stack}` : ''}\n`),
    })
    try {
      return await work({
        call: async (method, input) => opened(await core.call(method, input)),
        internal: async (name, input) => opened(await core.internal(name, input)),
      })
    } finally {
      await core.close()
    }
  } finally {
    jobs.close()
  }
}

function opened<T>(
  envelope:
    | { ok: true; value: T }
    | { ok: false; error: { code: AppError['code']; field?: string | undefined } },
): T {
  if (envelope.ok) return envelope.value
  const { code, field } = envelope.error
  throw new AppError(code, field === undefined ? {} : { field })
}
