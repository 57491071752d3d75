import { AppError, type ErrorCode } from '../../../contract/errors.ts'
import { contract, type Method, type MethodsOf } from '../../../contract/index.ts'
import type { Envelope } from '../../../contract/method.ts'
import type { InternalCall, InternalCalls } from '../../../contract/wire.ts'
import { readDesk } from '../../../db/desk/desk.ts'
import { isEncryptedFile } from '../../../db/encryption/encrypted-file.ts'
import { hasTeam } from '../../../db/postgres/address.ts'
import { toAppError } from '../../../db/translate-error.ts'
import type { RecoveryContext } from '../../context.ts'
import { type Core, openCore } from '../../core.ts'
import { handlers } from '../../handlers.ts'
import { type CoreOptions, clockOf } from '../../options.ts'
import { failure, parseCall } from '../../parse-call.ts'
import { left } from '../../team/index.ts'
import { chooseEncrypted } from '../chosen-file.ts'
import { putCopyInPlace } from './put-in-place.ts'

export class CoreOrRecovery {
  readonly #options: CoreOptions
  #core: Core | null = null
  #reason: ErrorCode | null = null

  private constructor(options: CoreOptions) {
    this.#options = options
  }

  /** Tries to open the data; never throws: `reason` says why they are not open. */
  static async open(options: CoreOptions): Promise<CoreOrRecovery> {
    const one = new CoreOrRecovery(options)
    await one.#openOnce().catch(() => undefined)
    return one
  }

  /** Why the data are not open; null when they are. */
  get reason(): ErrorCode | null {
    return this.#reason
  }

  async callUntyped(method: string, input: unknown, seen?: number | null): Promise<Envelope<unknown>> {
    if (this.#core !== null && method === 'recovery.examine' && !this.#hasTeam)
      await this.#closeDamaged(this.#core)
    if (this.#core !== null) return this.#core.callUntyped(method, input, seen)
    return this.#envelope(method, () => this.#answer(method, input))
  }

  async internal<N extends InternalCall>(
    name: N,
    input: InternalCalls[N]['input'],
  ): Promise<Envelope<InternalCalls[N]['output']>> {
    if (this.#core !== null) return this.#core.internal(name, input)
    return this.#envelope(name, async () => {
      if (this.#options.isPlaceUnsure === true) throw this.#refusal()
      if (name === 'leaveTeam') return (await left(this.#options.dataFolder)) as InternalCalls[N]['output']
      // The one call with a path in hand that makes sense without data: it brings some.
      if (name !== 'restoreChosen' || !('path' in input) || this.#hasTeam) throw this.#refusal()
      const passphrase = 'passphrase' in input ? input.passphrase : undefined
      if (passphrase === undefined && (await isEncryptedFile(input.path)))
        return chooseEncrypted(input.path) as InternalCalls[N]['output']
      const { recovered, missing } = await putCopyInPlace(this.#context(), input.path, passphrase)
      return { meetings: recovered.meetings, missing } as InternalCalls[N]['output']
    })
  }

  async close(): Promise<void> {
    await this.#core?.close()
  }

  /** Data that are to be examined are closed first; meanwhile calls wait and are sent again by the window. */
  async #closeDamaged(core: Core): Promise<void> {
    this.#core = null
    this.#reason = 'core-restarting'
    await core.close()
  }

  /** Opened again, or refused for another reason: nothing is as it was read before. */
  async #open(how: { mayStartEmpty?: boolean; mustBeWhole?: boolean } = {}): Promise<void> {
    try {
      await this.#openOnce(how)
    } finally {
      this.#options.emit({ topic: 'changed', reads: 'all', later: [] })
    }
  }

  async #openOnce(how: { mayStartEmpty?: boolean; mustBeWhole?: boolean } = {}): Promise<void> {
    try {
      if (this.#options.isPlaceUnsure === true) throw new AppError('data-place-unsure')
      this.#core = await openCore({ ...this.#options, ...how })
      this.#reason = null
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.code === 'unexpected') this.#options.log('the data could not be opened', thrown)
      this.#reason = error.code
      throw error
    }
  }

  async #answer(method: string, input: unknown): Promise<unknown> {
    const call = parseCall(method, input)
    const changesSomething = contract[call.method].effect !== 'reads'
    const isKept = this.#options.isPlaceUnsure === true || (this.#hasTeam && isOfFiles(call.method))
    if (!isRecovery(call.method) || (isKept && changesSomething)) throw this.#refusal()
    // The table gives each method its own input; TypeScript cannot follow that through an index.
    const handler = handlers[call.method] as (context: RecoveryContext, input: unknown) => Promise<unknown>
    const value = await handler(this.#context(), call.input)
    return this.#options.checkOutputs === true ? contract[call.method].output.parse(value) : value
  }

  /** Then it is the base that is not open: the desk's own data wait beside it, untouched. */
  get #hasTeam(): boolean {
    return hasTeam(this.#options.dataFolder)
  }

  #context(): RecoveryContext {
    const { dataFolder, runJob, emit } = this.#options
    return {
      now: clockOf(this.#options)(),
      dataFolder,
      desk: readDesk(dataFolder),
      runJob,
      emit,
      reason: this.#reason,
      team: null,
      presence: null,
      reopen: (how) => this.#open(how),
    }
  }

  #refusal(): AppError {
    return new AppError(this.#reason ?? 'unexpected')
  }

  async #envelope<T>(name: string, work: () => Promise<T>): Promise<Envelope<T>> {
    try {
      return { ok: true, value: await work() }
    } catch (thrown) {
      return { ok: false, error: failure(name, thrown, this.#options.log) }
    }
  }
}

/** Those that put other files in place of a desk's own. */
const isOfFiles = (method: Method): boolean => method.startsWith('recovery.')

function isRecovery(method: Method): method is MethodsOf<'recovery'> {
  return contract[method].kind === 'recovery'
}
