import { fileURLToPath } from 'node:url'
import { AppError } from '../contract/errors.ts'
import type { Input, Method, Output } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { InternalCall, InternalCalls } from '../contract/wire.ts'
import type { Settled } from '../domain/managed/policies.ts'
import { CoreOrRecovery } from '../features/backups/recovery/core-or-recovery.ts'
import { forkRunner } from '../jobs/fork-runner.ts'
import type { JobRunner } from '../jobs/runner.ts'
import { accountName } from '../who.ts'

export type Session = {
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  internal<N extends InternalCall>(
    name: N,
    input: InternalCalls[N]['input'],
  ): Promise<InternalCalls[N]['output']>
}

/** From what SEANCES_JOB names, where this is built, else from the sources. */
let start = () => forkRunner(process.env.SEANCES_JOB ?? fileURLToPath(new URL('../job.ts', import.meta.url)))

export const startJobs = (): JobRunner => start()

let known: Settled = {}

/** What the administration of this machine has settled; only the shell of the application finds it. */
export const settled = (): Settled => known

/** Within the application jobs are processes of its shell. */
export function runWithin(shell: { startJobs: () => JobRunner; settled: Settled }): void {
  start = shell.startJobs
  known = shell.settled
}

/** Opens the data of a folder for one piece of work, and closes them whatever happens. */
export async function withSession<T>(dataFolder: string, work: (session: Session) => Promise<T>): Promise<T> {
  const jobs = startJobs()
  try {
    const core = await CoreOrRecovery.open({
      dataFolder,
      who: accountName(),
      settled: known,
      runJob: jobs.run,
      emit: () => undefined,
      log: (line, thrown) => {
        // A failure with its own sentence is said by that sentence, once; how long things took is for developers.
        if (!(thrown instanceof Error) || thrown instanceof AppError) return
        process.stderr.write(`${line}\n${thrown.stack}\n`)
      },
    })
    try {
      return await work({
        call: async (method, input) =>
          opened((await core.callUntyped(method, input)) as Envelope<Output<typeof method>>),
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
