// Edits show at once and go to the core one after the other; what the core refuses is set aside, never lost.
import type { AgendaView } from '../../../electron/contract/agenda.ts'
import type { ErrorCode } from '../../../electron/contract/errors.ts'
import type { Id } from '../../../electron/domain/ids.ts'
import { errorCode } from '../../api/api-error.ts'
import { applied, type Operation, type Patch, sameFields } from './operations.ts'

/** Typed text waits this long for the next keystroke before it is sent, in milliseconds. */
export const TYPING_PAUSE_MS = 350

/** Failures of the machine, not of the edit: the edit keeps its place in the queue and can be tried again. */
const machineConditions: ReadonlySet<ErrorCode> = new Set([
  'core-restarting',
  'data-in-use',
  'data-read-only',
  'data-damaged',
  'disk-full',
  'folder-unreachable',
  'file-locked',
])

/** An edit that was not taken, with what it wanted to write. */
export type SetAside = { key: number; operation: Operation; code: ErrorCode }

export type AgendaState = {
  /** The core's agenda with the edits on their way. */
  view: AgendaView
  pending: number
  /** The machine's condition that stops saving, with the error for its sentence; null when saving goes on. */
  stopped: unknown
  setAside: readonly SetAside[]
}

/** How one operation is sent; returns the whole agenda. */
export type Send = (operation: Operation, version: number | null) => Promise<AgendaView>

type Entry = {
  key: number
  operation: Operation
  /** Version of the item that the user saw; null for an item not yet in the core. */
  version: number | null
  /** Typing goes on: not sent before its pause is over. */
  timer: ReturnType<typeof setTimeout> | null
  done: () => void
}

export class AgendaStore {
  private confirmed: AgendaView
  private readonly queue: Entry[] = []
  private sending = false
  private behind = false
  private nextKey = 1
  private state: AgendaState
  private readonly listeners = new Set<() => void>()
  private readonly send: Send
  /** Called when the core has something that this store has not seen. */
  private readonly readAgain: () => void

  constructor(view: AgendaView, send: Send, readAgain: () => void) {
    this.confirmed = view
    this.send = send
    this.readAgain = readAgain
    this.state = { view, pending: 0, stopped: null, setAside: [] }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly getState = (): AgendaState => this.state

  /** A read has come. While an edit is on its way it may be older than the answer to come: asked again after. */
  receive(view: AgendaView): void {
    if (view === this.confirmed) return
    if (this.sending) {
      this.behind = true
      return
    }
    this.confirmed = view
    this.publish({})
  }

  /** Typing: shown at once, sent after a pause, one write for a run of keystrokes in the same item. */
  type(id: Id, patch: Patch): void {
    const last = this.queue.at(-1)
    if (
      last !== undefined &&
      last.timer !== null &&
      last.operation.type === 'update' &&
      last.operation.id === id
    ) {
      clearTimeout(last.timer)
      last.operation = { ...last.operation, patch: { ...last.operation.patch, ...patch } }
      last.timer = this.pause(last)
    } else {
      this.release()
      const entry = this.enqueue({ type: 'update', id, patch }, () => undefined)
      entry.timer = this.pause(entry)
    }
    this.publish({})
  }

  /** A finished edit: shown at once and sent in its turn; settles once the core has answered, whatever it said. */
  do(operation: Operation): Promise<void> {
    this.release()
    return new Promise((resolve) => {
      this.enqueue(operation, resolve)
      this.publish({})
      void this.pump()
    })
  }

  /** Sends what was being typed; settles when nothing waits any more or saving is stopped. */
  flush(): Promise<void> {
    this.release()
    return this.pump()
  }

  /** Tries again after a condition of the machine. */
  retry(): void {
    this.publish({ stopped: null })
    void this.pump()
  }

  /** Writes an edit that was set aside over the version now shown. */
  applyAgain(key: number): void {
    const found = this.state.setAside.find((one) => one.key === key)
    this.forget(key)
    if (found !== undefined) void this.do(found.operation)
  }

  /** Drops an edit that was set aside. */
  forget(key: number): void {
    this.publish({ setAside: this.state.setAside.filter((one) => one.key !== key) })
  }

  private enqueue(operation: Operation, done: () => void): Entry {
    const version = this.confirmed.items.find((item) => item.id === operation.id)?.version ?? null
    const entry: Entry = { key: this.nextKey, operation, version, timer: null, done }
    this.nextKey += 1
    this.queue.push(entry)
    return entry
  }

  private pause(entry: Entry): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      entry.timer = null
      void this.pump()
    }, TYPING_PAUSE_MS)
  }

  private release(): void {
    for (const entry of this.queue) {
      if (entry.timer !== null) clearTimeout(entry.timer)
      entry.timer = null
    }
  }

  private running: Promise<void> = Promise.resolve()

  private pump(): Promise<void> {
    if (!this.sending) this.running = this.drain()
    return this.running
  }

  private async drain(): Promise<void> {
    this.sending = true
    for (;;) {
      const entry = this.queue[0]
      if (entry === undefined || entry.timer !== null) break
      if (!(await this.sendOne(entry))) break
    }
    this.sending = false
    if (this.behind) {
      this.behind = false
      this.readAgain()
    }
  }

  private async sendOne(entry: Entry): Promise<boolean> {
    const own = this.confirmed.items.find((item) => item.id === entry.operation.id)
    try {
      const view = await this.send(entry.operation, entry.version ?? own?.version ?? null)
      this.queue.shift()
      this.rebase(entry.operation.id, view)
      this.confirmed = view
      this.publish({ stopped: null })
      entry.done()
      return true
    } catch (error) {
      const code = errorCode(error)
      if (machineConditions.has(code)) {
        this.publish({ stopped: error })
        return false
      }
      this.queue.shift()
      this.behind = true
      this.publish({
        setAside: [...this.state.setAside, { key: entry.key, operation: entry.operation, code }],
      })
      entry.done()
      return true
    }
  }

  /**
   * Edits that wait were made over what our own write just changed, so they follow its versions.
   * An item that somebody else changed meanwhile keeps the version the user saw: the core will say `conflict`.
   */
  private rebase(ownId: Id, view: AgendaView): void {
    const before = new Map(this.confirmed.items.map((item) => [item.id, item]))
    for (const after of view.items) {
      const old = before.get(after.id)
      if (old === undefined || old.version === after.version) continue
      if (after.id !== ownId && !sameFields(old, after)) continue
      for (const entry of this.queue) {
        if (entry.operation.id === after.id && entry.version === old.version) entry.version = after.version
      }
    }
  }

  private publish(change: Partial<Omit<AgendaState, 'view' | 'pending'>>): void {
    const view = this.queue.reduce((current, entry) => applied(current, entry.operation), this.confirmed)
    this.state = { ...this.state, ...change, view, pending: this.queue.length }
    for (const listener of this.listeners) listener()
  }
}
