// Lines leave the field at once and wait here, over screens and restarts of the core, until the core has them.
import type { Input } from '../../../electron/contract/index.ts'
import { errorCode, errorSentence } from '../../api/api-error.ts'
import { call, onEvent } from '../../api/client.ts'

type LineInput = Input<'session.addLine'>
export type PendingLine = {
  input: LineInput
  /** Why the core has not got it yet; null while it is on its way. */
  failure: string | null
  /** It is not sent again by itself; the lines behind it are. */
  isStopped: boolean
}

/** Conditions that pass, or that somebody mends meanwhile: the same line is sent again, those behind it wait in order. */
const passing: ReadonlySet<string> = new Set([
  'core-restarting',
  'data-in-use',
  'data-read-only',
  'disk-full',
])
/** After a failure that may pass, in milliseconds. */
const AGAIN_MS = 1_000

/** Lines are sent one after the other, in the order in which they were typed; the same id twice adds nothing twice. */
class LineQueue {
  #lines: readonly PendingLine[] = []
  #isSending = false
  #listeners = new Set<() => void>()

  constructor() {
    onEvent((event) => {
      // The window closes: all that waits goes now, without waiting for one another.
      if (event.topic === 'save-now')
        for (const { input } of this.#lines) void window.seances.call('session.addLine', input)
    })
  }

  get lines(): readonly PendingLine[] {
    return this.#lines
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(input: LineInput): void {
    this.#publish([...this.#lines, { input, failure: null, isStopped: false }])
    void this.#send()
  }

  retry(id: string): void {
    this.#mark(id, null, false)
    void this.#send()
  }

  async #send(): Promise<void> {
    if (this.#isSending) return
    this.#isSending = true
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const { input } = next
      try {
        await call('session.addLine', input)
        this.#publish(this.#lines.filter((line) => line.input.id !== input.id))
      } catch (error) {
        const isStopped = !passing.has(errorCode(error))
        this.#mark(input.id, errorSentence(error), isStopped)
        if (!isStopped) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      }
    }
    this.#isSending = false
  }

  #next(): PendingLine | undefined {
    return this.#lines.find(({ isStopped }) => !isStopped)
  }

  #mark(id: string, failure: string | null, isStopped: boolean): void {
    this.#publish(this.#lines.map((line) => (line.input.id === id ? { ...line, failure, isStopped } : line)))
  }

  #publish(lines: readonly PendingLine[]): void {
    this.#lines = lines
    for (const listener of this.#listeners) listener()
  }
}

let queue: LineQueue | undefined

/** The one queue of the window, made on first use: it hears the core's events from then on. */
export function lineQueue(): LineQueue {
  queue ??= new LineQueue()
  return queue
}
