import { AppError, type ErrorCode } from './contract/errors.ts'
import type { FromCore, JobName, JobOptions, Jobs, ToCore } from './contract/wire.ts'
import { toAppError } from './db/translate-error.ts'
import { CoreOrRecovery } from './features/recovery/core-or-recovery.ts'
import { parentPort } from './jobs/parent-port.ts'

type Waiting = {
  resolve: (value: never) => void
  reject: (reason: Error) => void
  onProgress: JobOptions['onProgress']
}
const jobs = new Map<number, Waiting>()
let lastJob = 0
/** Opening takes a moment; calls that arrive meanwhile wait for it. */
let opening: Promise<CoreOrRecovery> | undefined
/** Last told to the shell: why the data are not open, null when they are. */
let told: ErrorCode | null | undefined

const send = parentPort<ToCore, FromCore>((message) => void receive(message))

async function receive(message: ToCore): Promise<void> {
  switch (message.type) {
    case 'open': {
      const former = opening
      opening = (async () => {
        await (await former)?.close()
        return CoreOrRecovery.open({
          dataFolder: message.dataDir,
          who: message.who,
          runJob,
          emit: (event) => send({ type: 'event', event }),
          log: (line, thrown) =>
            process.stderr.write(`${line}${thrown instanceof Error ? `\n${thrown.stack}` : ''}\n`),
        })
      })()
      tellWhether((await opening).reason)
      return
    }
    case 'call':
    case 'internal':
      send({ type: 'reply', id: message.id, envelope: await answer(message) })
      return
    case 'job-done': {
      const job = jobs.get(message.id)
      jobs.delete(message.id)
      if (message.result.ok) job?.resolve(message.result.value as never)
      else job?.reject(new AppError(message.result.code, { message: message.result.message ?? '' }))
      return
    }
    case 'job-progress':
      jobs.get(message.id)?.onProgress?.(message.done, message.total)
      return
    case 'close':
      await (await opening)?.close()
      send({ type: 'closed' })
  }
}

async function answer(message: Extract<ToCore, { type: 'call' | 'internal' }>) {
  try {
    if (!opening) throw new AppError('core-restarting')
    const core = await opening
    const envelope =
      message.type === 'call'
        ? await core.callUntyped(message.method, message.input)
        : await core.internal(message.name, message.input as never)
    // Said before the answer: what the window asks next finds the data open, or finds them closed.
    if (core.reason !== told && core.reason !== 'core-restarting') tellWhether(core.reason)
    return envelope
  } catch (thrown) {
    return { ok: false as const, error: { code: toAppError(thrown).code } }
  }
}

function tellWhether(reason: ErrorCode | null): void {
  told = reason
  send(reason === null ? { type: 'opened' } : { type: 'open-failed', code: reason })
}

function runJob<N extends JobName>(
  name: N,
  input: Jobs[N]['input'],
  { timeoutMs = 60_000, signal, onProgress }: JobOptions = {},
): Promise<Jobs[N]['output']> {
  const id = ++lastJob
  return new Promise((resolve, reject) => {
    jobs.set(id, { resolve, reject, onProgress })
    signal?.addEventListener('abort', () => send({ type: 'job-cancel', id }))
    send({ type: 'job', id, name, input, timeoutMs })
  })
}
