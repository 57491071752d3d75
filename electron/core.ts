import { AppError, type ErrorCode } from './contract/errors.ts'
import type { FromCore, ToCore } from './contract/wire.ts'
import { toAppError } from './db/translate-error.ts'
import { keepToOwner } from './documents/for-others.ts'
import { CoreOrRecovery } from './features/backups/recovery/core-or-recovery.ts'
import { parentPort } from './jobs/parent-port.ts'
import { shellRunner } from './jobs/shell-runner.ts'

keepToOwner()

/** Passwords that the shell was asked for, oldest first. */
const wanted: ((password: string | null) => void)[] = []
/** Opening takes a moment; calls that arrive meanwhile wait for it. */
let opening: Promise<CoreOrRecovery> | undefined
/** Last told to the shell: why the data are not open, null when they are. */
let told: ErrorCode | null | undefined

const send = parentPort<ToCore, FromCore>((message) => void receive(message))
const jobs = shellRunner(send, (line) => process.stderr.write(`${line}\n`))

async function receive(message: ToCore): Promise<void> {
  switch (message.type) {
    case 'open': {
      const former = opening
      opening = (async () => {
        await (await former)?.close()
        return CoreOrRecovery.open({
          dataFolder: message.dataDir,
          who: message.who,
          settled: message.settled,
          isPlaceUnsure: message.isPlaceUnsure,
          teamPassword: (account) =>
            new Promise((resolve) => {
              wanted.push(resolve)
              send({ type: 'password-wanted', account })
            }),
          runJob: jobs.run,
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
    case 'password':
      wanted.shift()?.(message.password)
      return
    case 'job-said':
    case 'job-gone':
    case 'job-measured':
      jobs.hear(message)
      return
    case 'command': {
      const [{ runTyped }, { runWithin }] = await Promise.all([
        import('./command-line/run.ts'),
        import('./command-line/session.ts'),
      ])
      runWithin({ startJobs: () => jobs, settled: message.settled })
      const status = await runTyped(message.typed)
      await Promise.all([process.stdout, process.stderr].map(printed))
      send({ type: 'command-ended', status })
      return
    }
    case 'close':
      await (await opening)?.close()
      send({ type: 'closed' })
  }
}

/** All that was written on it is where it goes. */
const printed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => stream.write('', () => resolve()))

async function answer(message: Extract<ToCore, { type: 'call' | 'internal' }>) {
  try {
    if (!opening) throw new AppError('core-restarting')
    const core = await opening
    const envelope =
      message.type === 'call'
        ? await core.callUntyped(message.method, message.input, message.seen)
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
