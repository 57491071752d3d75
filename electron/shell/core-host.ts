// Keeps the core process alive and speaks with it; calls are correlated, a death is an expected event.
import { join } from 'node:path'
import { type UtilityProcess, utilityProcess } from 'electron'
import type { ErrorCode } from '../contract/errors.ts'
import type { CoreEvent, Method, Output } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import type { FromCore, InternalCall, InternalCalls, ToCore } from '../contract/wire.ts'
import { childEnvironment, childFlags } from './child-environment.ts'
import { builtFolder } from './folders.ts'
import type { JobProcesses } from './job-processes.ts'
import { log } from './log.ts'
import { kindOf } from './method-kinds.ts'

/** Pauses before the core is started again, in milliseconds; a core that lived a minute starts from the first again. */
const pauses = [50, 500, 2_000, 5_000, 15_000]
const STABLE_AFTER_MS = 60_000
/** A core that could not open the data is tried again by the first call after this long. */
const REOPEN_AFTER_MS = 1_000
/** Calls of the shell that the core takes without open data. */
const mending: ReadonlySet<InternalCall> = new Set<InternalCall>(['restoreChosen', 'leaveTeam'])
/** How long the core may take to write its copy and close. */
const CLOSE_MS = 5_000

type CoreStart = Omit<Extract<ToCore, { type: 'open' }>, 'type'>

type State =
  | { is: 'starting' }
  | { is: 'open' }
  | { is: 'refused'; code: ErrorCode; at: number }
  | { is: 'lost' }
  | { is: 'closing' }

const failure = (code: ErrorCode): Envelope<never> => ({ ok: false, error: { code } })

export class CoreHost {
  #open: CoreStart
  readonly #jobs: JobProcesses
  readonly #emit: (event: CoreEvent) => void
  readonly #passwordOf: (account: string) => Promise<string | null>
  readonly #pending = new Map<number, (envelope: Envelope<unknown>) => void>()
  /** Those of them that the core takes without open data, too. */
  readonly #mending = new Set<number>()
  /** Messages kept until the core has opened the data, or has refused them. */
  #waiting: { message: ToCore; mends: boolean }[] = []
  #child: UtilityProcess | null = null
  #state: State = { is: 'starting' }
  #startedAt = 0
  #deaths = 0
  #nextId = 1
  #closed: (() => void) | null = null
  /** Told when data that were to be opened anew are open, or why they are not. */
  #reopened: ((refusal: ErrorCode | null) => void) | null = null
  /** The account of a team's base that the password was last asked of. */
  account: string | null = null

  constructor(
    open: CoreStart,
    jobs: JobProcesses,
    passwordOf: (account: string) => Promise<string | null>,
    emit: (event: CoreEvent) => void,
  ) {
    this.#open = open
    this.#passwordOf = passwordOf
    this.#jobs = jobs
    this.#emit = emit
  }

  /** Starts the process; Electron allows it from `ready` on. */
  start(): void {
    this.#startedAt = performance.now()
    this.#state = { is: 'starting' }
    const child = utilityProcess.fork(join(builtFolder, 'core.cjs'), [], {
      serviceName: 'seances-core',
      execArgv: childFlags,
      env: childEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#child = child
    child.stderr?.on('data', (bytes: Buffer) => log.warn(`core: ${bytes.toString('utf8').trimEnd()}`))
    child.on('message', (message: FromCore) => this.#receive(child, message))
    child.once('exit', (code) => this.#died(child, code))
    child.postMessage({ type: 'open', ...this.#open } satisfies ToCore)
  }

  /** One call of the contract; the core checks name and input. `seen`: what the window had seen that makes it. */
  call<M extends Method>(method: M, input: unknown, seen?: number | null): Promise<Envelope<Output<M>>> {
    const by = seen === undefined ? {} : { seen }
    return this.#ask(
      (id) => ({ type: 'call', id, method, input, ...by }),
      kindOf(method) === 'recovery',
    ) as Promise<Envelope<Output<M>>>
  }

  /** One call of the shell's own, see InternalCalls. */
  internal<N extends InternalCall>(
    name: N,
    input: InternalCalls[N]['input'],
  ): Promise<Envelope<InternalCalls[N]['output']>> {
    return this.#ask((id) => ({ type: 'internal', id, name, input }), mending.has(name)) as Promise<
      Envelope<InternalCalls[N]['output']>
    >
  }

  /** Calls not answered yet. */
  get pendingCount(): number {
    return this.#pending.size
  }

  /** Why the data are not open; null when they are, or may be soon. */
  get refusal(): ErrorCode | null {
    return this.#state.is === 'refused' ? this.#state.code : null
  }

  /** Closes the data and opens them anew, or those of another folder; calls wait meanwhile. Returns why they are not open. */
  reopen(dataDir = this.#open.dataDir): Promise<ErrorCode | null> {
    this.#open = { ...this.#open, dataDir }
    this.#state = { is: 'starting' }
    return new Promise((resolve) => {
      this.#reopened = resolve
      this.#child?.postMessage({ type: 'open', ...this.#open } satisfies ToCore)
    })
  }

  /** Lets the core write its verified copy and close, for at most 5 s; then it is ended whatever it does. */
  async close(): Promise<void> {
    const child = this.#child
    const wasOpen = this.#state.is === 'open'
    this.#state = { is: 'closing' }
    if (child !== null && wasOpen) {
      await new Promise<void>((resolve) => {
        this.#closed = resolve
        setTimeout(resolve, CLOSE_MS)
        child.postMessage({ type: 'close' } satisfies ToCore)
      })
    }
    child?.kill()
    this.#jobs.stop()
  }

  /** @param mends whether the core takes it without open data, too. */
  #ask(message: (id: number) => ToCore, mends: boolean): Promise<Envelope<unknown>> {
    const state = this.#state
    if (state.is === 'refused' && !mends) {
      // Tried again by the first call after a while, but not in the middle of a recovery.
      if (this.#mending.size > 0 || performance.now() - state.at < REOPEN_AFTER_MS)
        return Promise.resolve(failure(state.code))
      this.#state = { is: 'starting' }
      this.#child?.postMessage({ type: 'open', ...this.#open } satisfies ToCore)
    }
    if (state.is === 'lost' || state.is === 'closing') return Promise.resolve(failure('core-restarting'))
    const id = this.#nextId++
    return new Promise((resolve) => {
      this.#pending.set(id, resolve)
      if (mends) this.#mending.add(id)
      if (this.#state.is === 'open' || (this.#state.is === 'refused' && mends))
        this.#child?.postMessage(message(id))
      else this.#waiting.push({ message: message(id), mends })
    })
  }

  #receive(child: UtilityProcess, message: FromCore): void {
    if (child !== this.#child) return
    switch (message.type) {
      case 'opened':
        this.#opened(child)
        break
      case 'open-failed':
        this.#refused(child, message.code)
        break
      case 'password-wanted':
        this.account = message.account
        void this.#passwordOf(message.account)
          .catch((thrown) => {
            log.warn('the password of the team could not be had', thrown)
            return null
          })
          .then((password) => {
            if (child === this.#child) child.postMessage({ type: 'password', password } satisfies ToCore)
          })
        break
      case 'reply':
        this.#pending.get(message.id)?.(message.envelope)
        this.#pending.delete(message.id)
        this.#mending.delete(message.id)
        break
      case 'event':
        this.#emit(message.event)
        break
      case 'job-start':
        this.#jobs.start(message.process, message.name, (told) => {
          if (child === this.#child) child.postMessage(told satisfies ToCore)
        })
        break
      case 'job-ask':
        this.#jobs.ask(message.process, message.message)
        break
      case 'job-kill':
        this.#jobs.kill(message.process)
        break
      case 'job-measure':
        this.#jobs.measure(message, (told) => child.postMessage(told satisfies ToCore))
        break
      case 'closed':
        this.#closed?.()
        break
    }
  }

  #opened(child: UtilityProcess): void {
    const isBack = this.#deaths > 0 || this.#state.is === 'refused' || this.#reopened !== null
    this.#hasReopened(null)
    this.#state = { is: 'open' }
    for (const { message } of this.#waiting.splice(0)) child.postMessage(message)
    if (isBack) this.#emit({ topic: 'core', state: 'back' })
  }

  /** The process stays: it serves what leads out of this. */
  #refused(child: UtilityProcess, code: ErrorCode): void {
    log.warn(`the data could not be opened: ${code}`)
    this.#hasReopened(code)
    this.#state = { is: 'refused', code, at: performance.now() }
    for (const { message, mends } of this.#waiting.splice(0)) {
      if (mends) child.postMessage(message)
      else if ('id' in message) {
        this.#pending.get(message.id)?.(failure(code))
        this.#pending.delete(message.id)
      }
    }
  }

  #died(child: UtilityProcess, code: number): void {
    if (child !== this.#child) return
    this.#child = null
    this.#closed?.()
    this.#hasReopened('core-restarting')
    this.#jobs.stop()
    this.#failPending('core-restarting')
    if (this.#state.is === 'closing') return
    log.error(`core process gone (${code})`)
    this.#state = { is: 'lost' }
    this.#emit({ topic: 'core', state: 'lost' })
    if (performance.now() - this.#startedAt > STABLE_AFTER_MS) this.#deaths = 0
    const pause = pauses[Math.min(this.#deaths, pauses.length - 1)]
    this.#deaths += 1
    setTimeout(() => {
      if (this.#state.is === 'lost') this.start()
    }, pause)
  }

  #hasReopened(refusal: ErrorCode | null): void {
    this.#reopened?.(refusal)
    this.#reopened = null
  }

  #failPending(code: ErrorCode): void {
    this.#waiting = []
    this.#mending.clear()
    const resolvers = [...this.#pending.values()]
    this.#pending.clear()
    for (const resolve of resolvers) resolve(failure(code))
  }
}
