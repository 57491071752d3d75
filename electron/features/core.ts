// The only process that writes: checks every call against the contract, gives it its transaction, journals it, returns
// an envelope. The same module runs under the window (utility process), the command line and the tests.
import { AppError } from '../contract/errors.ts'
import { contract, type Input, type Method, type Output } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { InternalCall, InternalCalls } from '../contract/wire.ts'
import { noteFault } from './backups/kept-files/check.ts'
import { keepCopies } from './backups/regular-copies.ts'
import { type Data, openCoreData } from './data.ts'
import { handlers } from './handlers.ts'
import { internalCalls } from './internal-calls.ts'
import type { CoreOptions } from './options.ts'
import { failure, parseCall } from './parse-call.ts'

export type Core = {
  call<M extends Method>(method: M, input: Input<M>): Promise<Envelope<Output<M>>>
  /** The same for a caller that is not typed: the method may be anything. */
  callUntyped(method: string, input: unknown): Promise<Envelope<unknown>>
  internal<N extends InternalCall>(
    name: N,
    input: InternalCalls[N]['input'],
  ): Promise<Envelope<InternalCalls[N]['output']>>
  /** Writes the verified copy when something changed, then closes. */
  close(): Promise<void>
}

/** Opens the data of a folder. Throws AppError with a condition code when they cannot be opened. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const data = await openCoreData(options)
  const copies = keepCopies(data, options)

  const callUntyped = async (method: string, input: unknown): Promise<Envelope<unknown>> => {
    try {
      return { ok: true, value: await answer(data, options, method, input) }
    } catch (thrown) {
      await noteFault(data.long(), thrown)
      return { ok: false, error: failure(method, thrown, options.log) }
    }
  }
  return {
    call: (method, input) => callUntyped(method, input) as Promise<Envelope<Output<typeof method>>>,
    callUntyped,
    async internal(name, input) {
      try {
        return { ok: true, value: await internalCalls[name](data.long(), input) }
      } catch (thrown) {
        await noteFault(data.long(), thrown)
        return { ok: false, error: failure(name, thrown, options.log) }
      }
    },
    async close() {
      await copies.stop()
      await data.close()
    },
  }
}

async function answer(data: Data, options: CoreOptions, method: string, input: unknown): Promise<unknown> {
  const call = parseCall(method, input)
  const { kind, output } = contract[call.method]
  const started = performance.now()
  const value = await run(data, call.method, call.input)
  const took = performance.now() - started
  if (kind !== 'long' && took > 40) options.log(`slow method ${method}: ${took.toFixed(0)} ms`)
  if (kind === 'write') options.emit({ topic: 'changed', methods: [method], meetingId: data.lastMeetingId() })
  return options.checkOutputs === true ? output.parse(value) : value
}

function run(data: Data, method: Method, input: unknown): Promise<unknown> {
  // The tables guarantee that a handler takes what the shape of its method parsed, in the context of its kind; the
  // union of all methods cannot express that pairing, hence the cast.
  const handle = <C>(context: C) =>
    (handlers[method as keyof typeof handlers] as unknown as Handler<C>)(context, input)
  switch (contract[method].kind) {
    case 'read':
      return data.read(handle)
    case 'write':
      return data.write(method, handle)
    case 'long':
      return handle(data.long())
    case 'recovery':
      return handle({ ...data.long(), reason: null, reopen: async () => undefined })
    case 'shell':
      throw new AppError('invalid-input', {
        field: 'method',
        message: `${method} is not the core's to answer`,
      })
  }
}
type Handler<C> = (context: C, input: unknown) => Promise<unknown>
