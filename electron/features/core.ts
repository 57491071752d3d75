// The only process that writes: checks every call against the contract, gives it its transaction, journals it, returns
// an envelope. The same module runs under the window (utility process), the command line and the tests.
import { AppError } from '../contract/errors.ts'
import { contract, type Input, type Method, type Output } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { InternalCall, InternalCalls } from '../contract/wire.ts'
import { teamOf } from '../db/postgres/address.ts'
import { Uses } from '../db/reads/uses.ts'
import { subjectCalls } from './agenda/subjects/files.ts'
import { backupCalls } from './backups/internal-calls.ts'
import { noteFault } from './backups/kept-files/check.ts'
import { profileCalls } from './backups/profile/handlers.ts'
import { keepCopies } from './backups/regular-copies.ts'
import type { InternalHandlers } from './context.ts'
import { askedBy } from './data/overtaken.ts'
import { type Data, openCoreData } from './data.ts'
import { keepShared } from './dispatch/index.ts'
import { dispatchCalls } from './dispatch/internal-calls.ts'
import { resumeChecks } from './documents/index.ts'
import { documentCalls } from './documents/internal-calls.ts'
import { memberFolderCalls } from './documents/member-folders/write.ts'
import { handlers } from './handlers.ts'
import { oldFilesCalls } from './imports/old-files/handlers.ts'
import { signedCopyCalls } from './minutes/approval/signed-copy.ts'
import { archiveCalls } from './minutes/archive/handlers.ts'
import type { CoreOptions } from './options.ts'
import { failure, parseCall } from './parse-call.ts'
import { savedFileCalls } from './saved-files.ts'
import { presenterCalls } from './session/presenter.ts'
import { dueNoticeCalls } from './settings/due-notices.ts'
import { teamCalls } from './team/handlers.ts'
import { deliveryCalls } from './watch/deliveries/handlers.ts'
import { watchListCalls } from './watch/list/handlers.ts'
import { chartBytes } from './yearly-report/export.ts'

/** The calls that only the shell makes; a call that no feature declares does not compile. */
const internalCalls: InternalHandlers = {
  ...subjectCalls,
  ...backupCalls,
  ...profileCalls,
  ...dispatchCalls,
  ...documentCalls,
  ...memberFolderCalls,
  ...oldFilesCalls,
  ...signedCopyCalls,
  ...archiveCalls,
  ...savedFileCalls,
  ...presenterCalls,
  ...dueNoticeCalls,
  ...deliveryCalls,
  ...teamCalls,
  ...watchListCalls,
  chartBytes,
}

export type Core = {
  /** @param seen what the window had seen of others that makes the call, see `Bridge`; none: it is no window's */
  call<M extends Method>(method: M, input: Input<M>, seen?: number | null): Promise<Envelope<Output<M>>>
  /** The same for a caller that is not typed: the method may be anything. */
  callUntyped(method: string, input: unknown, seen?: number | null): Promise<Envelope<unknown>>
  internal<N extends InternalCall>(
    name: N,
    input: InternalCalls[N]['input'],
  ): Promise<Envelope<InternalCalls[N]['output']>>
  /** Writes the verified copy when something changed, then closes. */
  close(): Promise<void>
}

/** Opens the data of a folder. Throws AppError with a condition code when they cannot be opened. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const team = teamOf(options.dataFolder)
  // Most desks have no team, and start without what it takes.
  const data =
    team === null
      ? await openCoreData(options)
      : await (await import('./data/team/open.ts')).openTeamData(options, team)
  // What a team has on its server is saved there.
  const copies = team === null ? keepCopies(data, options) : null
  const shared = keepShared(data, options)
  void resumeChecks(data.long(new Uses())).catch((thrown) =>
    options.log('documents stay unchecked until the next opening', thrown),
  )

  const callUntyped: Core['callUntyped'] = async (method, input, seen) => {
    try {
      return { ok: true, ...(await answer(data, options, { method, input, seen })) }
    } catch (thrown) {
      await noteFault(data.long(new Uses()), thrown)
      return { ok: false, error: failure(method, thrown, options.log) }
    }
  }
  return {
    call: (method, input, seen) =>
      callUntyped(method, input, seen) as Promise<Envelope<Output<typeof method>>>,
    callUntyped,
    async internal(name, input) {
      try {
        const uses = new Uses()
        const context = data.long(uses)
        const value = await data.changes.act(() => internalCalls[name](context, input))
        return { ok: true, value, ...entryOf(uses) }
      } catch (thrown) {
        await noteFault(data.long(new Uses()), thrown)
        return { ok: false, error: failure(name, thrown, options.log) }
      }
    },
    async close() {
      await copies?.stop()
      await shared.stop()
      await data.close()
    },
  }
}

async function answer(
  data: Data,
  options: CoreOptions,
  { method, input, seen }: { method: string; input: unknown; seen: number | null | undefined },
): Promise<Answer> {
  const call = parseCall(method, input)
  const { kind, output } = contract[call.method]
  const started = performance.now()
  const { value, ...entry } = await run(data, call, { input, seen })
  const took = performance.now() - started
  if (kind !== 'long' && took > 40) options.log(`slow method ${method}: ${took.toFixed(0)} ms`)
  return { value: options.checkOutputs === true ? output.parse(value) : value, ...entry }
}

type Answer = { value: unknown; seq?: number | null }

/** A call that changed nothing says of no entry, not even that there is none. */
const entryOf = ({ isAct, entry }: Uses): Pick<Answer, 'seq'> => (isAct ? { seq: entry } : {})

/** @param sent the input as it was sent, under which the window keeps the value, and what that had seen */
async function run(
  { read, write, long, changes }: Data,
  { method, input }: { method: Method; input: unknown },
  sent: { input: unknown; seen: number | null | undefined },
): Promise<Answer> {
  // The tables guarantee that a handler takes what the shape of its method parsed, in the context of its kind; the
  // union of all methods cannot express that pairing, hence the cast.
  const handle = <C>(context: C) =>
    (handlers[method as keyof typeof handlers] as unknown as Handler<C>)(context, input)
  // What somebody gave to be stored is nobody's read, and stands in no event.
  const serve = async (work: (uses: Uses) => Promise<unknown>): Promise<Answer> => {
    let used = new Uses()
    const value = await (contract[method].effect === 'saves'
      ? work(used)
      : changes.serve(method, sent.input, (uses) => {
          used = uses
          return work(uses)
        }))
    return { value, ...entryOf(used) }
  }
  const asked = askedBy(input, sent.seen)
  switch (contract[method].kind) {
    case 'read':
      return serve((uses) => read(uses, handle))
    case 'write': {
      const { value, seq } = await write(method, handle, asked)
      return { value, seq }
    }
    case 'long':
      return serve((uses) => changes.act(() => handle(long(uses, asked))))
    case 'recovery':
      return serve((uses) =>
        changes.act(() => handle({ ...long(uses), reason: null, reopen: async () => undefined })),
      )
    case 'shell':
      throw new AppError('invalid-input', {
        field: 'method',
        message: `${method} is not the core's to answer`,
      })
  }
}
type Handler<C> = (context: C, input: unknown) => Promise<unknown>
