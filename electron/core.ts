// Core process: the core behind a message port, as the shell starts it (contract/wire.ts).
import { AppError } from './contract/errors.ts'
import type { FromCore, JobName, JobOptions, Jobs, ToCore } from './contract/wire.ts'
import { toAppError } from './db/translate-error.ts'
import { type Core, openCore } from './features/core.ts'
import { parentPort } from './jobs/parent-port.ts'

type Waiting = {
  resolve: (value: never) => void
  reject: (reason: Error) => void
  onProgress: JobOptions['onProgress']
}
const jobs = new Map<number, Waiting>()
let lastJob = 0
/** Opening takes a moment; calls that arrive meanwhile wait for it, or get the reason why it failed. */
let opening: Promise<Core> | undefined

const send = parentPort<ToCore, FromCore>((message) => void receive(message))

async function receive(message: ToCore): Promise<void> {
  switch (message.type) {
    case 'open':
      opening = openCore({
        dataFolder: message.dataDir,
        who: message.who,
        ...(message.replaceWith === undefined ? {} : { replaceWith: message.replaceWith }),
        runJob,
        emit: (event) => send({ type: 'event', event }),
        log: (line, thrown) =>
          process.stderr.write(`${line}${thrown instanceof Error ? `\n${thrown.stack}` : ''}\n`),
      })
      await opening.then(
        () => send({ type: 'opened' }),
        (thrown) => send({ type: 'open-failed', code: toAppError(thrown).code }),
      )
      return
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
      await opening?.then(
        (core) => core.close(),
        () => undefined,
      )
      send({ type: 'closed' })
  }
}

async function answer(message: Extract<ToCore, { type: 'call' | 'internal' }>) {
  try {
    if (!opening) throw new AppError('core-restarting')
    const core = await opening
    return message.type === 'call'
      ? await core.callUntyped(message.method, message.input)
      : await core.internal(message.name, message.input as never)
  } catch (thrown) {
    return { ok: false as const, error: { code: toAppError(thrown).code } }
  }
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
