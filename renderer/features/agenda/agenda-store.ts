import type { AgendaView } from '../../../electron/contract/agenda.ts'
import { type ErrorCode, isCondition } from '../../../electron/contract/error-codes.ts'
import type { Failure } from '../../../electron/contract/errors.ts'
import type { Envelope } from '../../../electron/contract/method.ts'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import type { Id } from '../../../electron/domain/ids.ts'
import { OutboxActs, type Ruling, type Waiting } from '../../api/outbox/acts.ts'
import { settled } from '../../api/outbox/unsent.ts'
import { sameJson } from '../../api/same-json.ts'
import { applied, type Operation, type Patch, sameFields } from './operations.ts'

/** An edit that was not taken, with what it wanted to write, and the item as it is stored; null where it is gone. */
export type SetAside = { key: number; operation: Operation; code: ErrorCode; stored: AgendaItem | null }

export type AgendaState = {
  /** The agenda of the core, with the edits on their way and what was typed in those that were set aside. */
  view: AgendaView
  pending: number
  /** The machine's condition that stops saving, with the error for its sentence; null when saving goes on. */
  stopped: unknown
  setAside: readonly SetAside[]
  /** How many edits were given up: the fields that still show one begin anew. */
  givenUp: number
}

export type AgendaCore = {
  send(operation: Operation, version: number | null): Promise<Envelope<AgendaView>>
  read(): Promise<Envelope<AgendaView>>
  /** An act that holds nothing to keep was refused. */
  refused(failure: Failure): void
  /** The core has something that the store has not seen. */
  readAgain(): void
}

type Edit = {
  operation: Operation
  /** The item as the user saw it; null for one not yet in the core. */
  seen: AgendaItem | null
}

/** One agenda: edits show at once and go to the core one after the other; what the core refuses is set aside, never lost. */
export class AgendaStore extends OutboxActs<Edit, AgendaView> {
  #confirmed: AgendaView
  #state: AgendaState
  #isOutdated = false
  #givenUp = 0
  /** Whose first title is being typed. */
  #begun: Id | null = null
  readonly #entries = new Map<Id, number>()
  readonly #core: AgendaCore

  constructor(view: AgendaView, core: AgendaCore) {
    super()
    this.#confirmed = view
    this.#core = core
    this.#state = { view, pending: 0, stopped: null, setAside: [], givenUp: 0 }
  }

  readonly getState = (): AgendaState => this.#state

  /** Takes what a read returned. While an edit is on its way it may be older than the answer to come: asked again after. */
  receive(view: AgendaView): void {
    if (view === this.#confirmed) return
    if (this.line.some(({ isSending }) => isSending)) {
      this.#isOutdated = true
      return
    }
    this.#confirmed = view
    this.changed()
  }

  /**
   * Typing: shown at once, sent at a pause, one write for a run of keystrokes in the same item. `shown`: what the field
   * held before this key, should that be older than what is stored.
   */
  type(id: Id, patch: Patch, shown: Patch = {}): void {
    const edit = this.#edit({ type: 'update', id, patch, ...(this.#begun === id ? { isBegun: true } : {}) })
    const item = this.#state.view.items.find((one) => one.id === id)
    const isOver = item !== undefined && !sameJson({ ...item, ...shown }, item)
    if (isOver && edit.seen !== null) edit.seen = { ...edit.seen, ...shown, version: edit.seen.version - 1 }
    void this.add(edit, 'pause')
  }

  /** A finished edit: shown at once and sent in its turn; settles once the core has answered, whatever it said. */
  async do(operation: Operation): Promise<void> {
    if (operation.type === 'add' && operation.isBegun === true) this.#begun = operation.id
    await this.add(this.#edit(operation))
  }

  /** The first title is typed: what is written of it from now on is another act. */
  endTitle(): void {
    this.#begun = null
  }

  /** Sends again an edit that was set aside: where it met somebody else's, over that one, which was shown beside it. */
  applyAgain(key: number): void {
    for (const one of this.line)
      if (one.key === key && one.refused?.code === 'conflict') one.act = this.#edit(one.act.operation)
    this.retry(key)
  }

  override drop(key: number): void {
    this.#givenUp += 1
    super.drop(key)
  }

  override async attempt() {
    const outcome = await super.attempt()
    if (this.#isOutdated) {
      this.#isOutdated = false
      this.#core.readAgain()
    }
    return outcome
  }

  /** The entry of the journal that the newest write of an item left; null where no answer told it. */
  entryOf(id: Id): number | null {
    return this.#entries.get(id) ?? null
  }

  protected async send({ operation, seen }: Edit): Promise<Envelope<AgendaView>> {
    const answer = await this.#core.send(operation, (seen ?? this.#item(operation.id))?.version ?? null)
    if (answer.ok && typeof answer.seq === 'number') this.#entries.set(operation.id, answer.seq)
    return answer
  }

  protected textsOf({ operation }: Edit) {
    if (operation.type === 'add') return [operation.fields.title]
    return operation.type === 'update' ? Object.values(operation.patch) : []
  }

  /** Edits of the same field of an item are one, and an item that is not there yet has what was typed in it since. */
  protected override joined({ operation, seen }: Edit, { operation: later }: Edit): Edit | null {
    if (later.type !== 'update' || later.id !== operation.id) return null
    if (operation.type === 'add')
      return { operation: { ...operation, fields: { ...operation.fields, ...later.patch } }, seen }
    if (operation.type !== 'update' || !Object.keys(later.patch).some((field) => field in operation.patch))
      return null
    return { operation: { ...operation, patch: { ...operation.patch, ...later.patch } }, seen }
  }

  protected stored({ operation }: Edit, answer: AgendaView | null): void {
    if (answer !== null) this.#confirm(answer, operation.id)
    else if (operation.type === 'remove') this.#letGo(operation.id)
  }

  /** Somebody else took the item out before: what was typed in it here was kept for whoever now removes it, too. */
  #letGo(id: Id): void {
    for (const { key, act, refused } of this.line)
      if (refused !== null && act.operation.id === id) this.drop(key)
  }

  /** Somebody else changed the item, or an answer of ours was lost: what differs from what the user saw decides. */
  protected override async ruled({ act }: Waiting<Edit>, failure: Failure): Promise<Ruling> {
    const { code } = failure
    this.#isOutdated = true
    if (code !== 'conflict' && code !== 'not-found') {
      if (isTyped(act.operation)) return 'aside'
      this.#core.refused(failure)
      return 'gone'
    }
    const answer = await settled(this.#core.read())
    if (!answer.ok) return isCondition(answer.error.code) ? answer.error : 'aside'
    const { operation, seen } = act
    const stored = answer.value.items.find(({ id }) => id === operation.id) ?? null
    const isThere =
      (stored !== null || operation.type === 'remove') &&
      sameJson(applied(answer.value, operation), answer.value)
    this.#confirm(answer.value, isThere ? operation.id : null)
    if (isThere) return 'stored'
    if (stored === null || seen === null || !isFree(operation, seen, stored)) return 'aside'
    act.seen = stored
    return 'again'
  }

  protected override changed(): void {
    // Somebody else's text does not take the place of what is being typed before one of the two is chosen.
    const shown = this.line.filter(({ act, refused }) => refused === null || act.operation.type === 'update')
    const found = shown.reduce(withItemTypedIn, this.#confirmed)
    this.#state = {
      view: shown.reduce((view, { act }) => applied(view, act.operation), found),
      pending: this.line.filter(({ refused }) => refused === null).length,
      stopped: this.error,
      setAside: this.line.flatMap(({ key, act, refused }) =>
        refused === null
          ? []
          : [
              {
                key,
                operation: act.operation,
                code: refused.code,
                stored: this.#item(act.operation.id) ?? null,
              },
            ],
      ),
      givenUp: this.#givenUp,
    }
    super.changed()
  }

  #edit(operation: Operation): Edit {
    return { operation, seen: this.#item(operation.id) ?? null }
  }

  #item(id: Id): AgendaItem | undefined {
    return this.#confirmed.items.find((item) => item.id === id)
  }

  /**
   * Edits that wait were made over what our own write just changed, so they follow its versions. An item that somebody
   * else changed meanwhile stays as the user saw it: the core will say `conflict`.
   */
  #confirm(view: AgendaView, ownId: Id | null): void {
    const before = new Map(this.#confirmed.items.map((item) => [item.id, item]))
    for (const after of view.items) {
      const old = before.get(after.id)
      if (old === undefined || old.version === after.version) continue
      if (after.id !== ownId && !sameFields(old, after)) continue
      for (const { act } of this.line) {
        if (act.seen?.id === after.id && act.seen.version === old.version) act.seen = after
      }
    }
    this.#confirmed = view
  }
}

/** The field that somebody types in stays, though another desk took its item out: what is typed must go somewhere. */
function withItemTypedIn(view: AgendaView, { act: { operation, seen }, refused }: Waiting<Edit>): AgendaView {
  if (operation.type !== 'update' || seen === null || (refused !== null && refused.code !== 'not-found'))
    return view
  if (view.items.some(({ id }) => id === seen.id)) return view
  const isUnder = view.items.some(({ id }) => id === seen.parentId)
  return { ...view, items: [isUnder ? seen : { ...seen, parentId: null }, ...view.items] }
}

/** Whether it holds something that was written; the others are done again with one key. */
function isTyped({ type }: Operation): boolean {
  return type === 'add' || type === 'update'
}

/** Whether what the operation changes is stored as the user saw it, so that it overwrites nothing of somebody else's. */
function isFree(operation: Operation, seen: AgendaItem, stored: AgendaItem): boolean {
  switch (operation.type) {
    case 'update': {
      const fields = Object.keys(operation.patch) as (keyof Patch)[]
      return fields.every((field) => sameJson(seen[field], stored[field]))
    }
    case 'move':
      return seen.parentId === stored.parentId && seen.position === stored.position
    // What somebody put under it, or wrote of it in the minutes, would go with it unseen: that is for a person to judge.
    default:
      return false
  }
}
