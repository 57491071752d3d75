// Two desks at one text: this one types through the outbox, the other writes whenever it likes, and answers get lost.
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AgendaView } from '../../electron/contract/agenda.ts'
import type { ErrorCode } from '../../electron/contract/error-codes.ts'
import type { Envelope } from '../../electron/contract/method.ts'
import { blankItem } from '../../electron/domain/agenda/agenda.ts'
import { LONGEST_RETRY_MS, Outbox } from '../../renderer/api/outbox/outbox.ts'
import { OutboxRow, type Row, type RowStore } from '../../renderer/api/outbox/row.ts'
import type { GivenUp } from '../../renderer/api/outbox/unsent.ts'
import { type AgendaCore, AgendaStore } from '../../renderer/features/agenda/agenda-store.ts'

type Fields = { title: string; note: string }
/** The fate of a call on its way: the core says a code, or dies before or after it wrote. */
type Mishap = ErrorCode | 'lost-before' | 'lost-after'
const ROW = 'r'
const RUNS = 300
/** The same runs each time: what they have shown stays shown. */
const SEED = 25

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const passed = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The base that both desks write on: one row with versions. */
class Base {
  row: Row<Fields> | null = { id: ROW, version: 1, title: 'first', note: '' }
  /** Each title that was written here, over which one. */
  readonly written: { title: string; over: string }[] = []
  readonly mishaps: Mishap[] = []
  latency = 1

  async update(version: number | null, patch: Partial<Fields>): Promise<Envelope<Row<Fields>>> {
    const met = this.mishaps.shift()
    await passed(this.latency)
    if (met === 'lost-before') throw new Error('the core died')
    if (met !== undefined && met !== 'lost-after') return { ok: false, error: { code: met } }
    if (this.row === null) return { ok: false, error: { code: 'not-found' } }
    if (version !== this.row.version) return { ok: false, error: { code: 'conflict' } }
    if (patch.title !== undefined) this.written.push({ title: patch.title, over: this.row.title })
    const row = this.#write(this.row, patch)
    await passed(this.latency)
    return met === 'lost-after' ? { ok: false, error: { code: 'core-restarting' } } : { ok: true, value: row }
  }

  async read(): Promise<Row<Fields> | null> {
    const { row } = this
    await passed(this.latency)
    return row
  }

  elsewhere(patch: Partial<Fields>): void {
    if (this.row !== null) this.#write(this.row, patch)
  }

  #write(row: Row<Fields>, patch: Partial<Fields>): Row<Fields> {
    this.row = { ...row, ...patch, version: row.version + 1 }
    return this.row
  }
}

/** What a person sees of the text, and does with it. */
type Desk = {
  readonly shown: string | undefined
  /** What of somebody else's stands beside what is typed here, to be chosen between. */
  readonly beside: string | undefined
  readonly kept: readonly string[]
  readonly isUnstored: boolean
  type(title: string): void
  hear(row: Row<Fields> | null): void
  choose(which: 'mine' | 'theirs'): void
  giveUp(): GivenUp | null
  /** Sends again what was refused. */
  retry(): void
}
type Open = (base: Base, outbox: Outbox, hear: () => void) => Desk

const rowDesk =
  (make: (row: Row<Fields>, store: RowStore<Fields>) => OutboxRow<Fields>, reads: boolean): Open =>
  (base, outbox, hear) => {
    const first: Row<Fields> = { id: ROW, version: 1, title: 'first', note: '' }
    const row = outbox.open(ROW, () =>
      make(first, {
        update: async (version, patch) => {
          const answer = await base.update(version, patch)
          // Where the row cannot be read by itself, its screen reads it again.
          if (!answer.ok && answer.error.code === 'conflict' && !reads) hear()
          return answer
        },
        ...(reads ? { read: async () => ({ ok: true, value: await base.read() }) } : {}),
      }),
    )
    outbox.retain(ROW, row)
    return {
      get shown() {
        return row.value('title')
      },
      get beside() {
        return row.conflicts.find(({ field }) => field === 'title')?.theirs as string | undefined
      },
      get kept() {
        return row.kept
      },
      get isUnstored() {
        return row.dirty
      },
      type: (title) => row.edit('title', () => title),
      hear: (read) => (read === null ? undefined : row.adopt(read)),
      choose: (which) => row.resolve(which),
      giveUp: () => row.giveUp(),
      retry: () => void row.settle(),
    }
  }

const agendaDesk =
  (make: (view: AgendaView, core: AgendaCore) => AgendaStore, isFinished: boolean): Open =>
  (base, outbox, hear) => {
    const viewOf = (row: Row<Fields> | null): AgendaView => ({
      meetingId: 'm',
      items: row === null ? [] : [{ ...blankItem, meetingId: 'm', parentId: null, position: 0, ...row }],
      links: [],
      guests: [],
      provenance: [],
      followUpId: null,
      settled: [],
    })
    const store = outbox.open('agenda', () =>
      make(viewOf(base.row), {
        send: async (operation, version) => {
          if (operation.type !== 'update') throw new Error('only typed in')
          const answer = await base.update(version, operation.patch)
          return answer.ok ? { ok: true, value: viewOf(answer.value) } : answer
        },
        read: async () => ({ ok: true, value: viewOf(await base.read()) }),
        refused: () => undefined,
        readAgain: hear,
      }),
    )
    outbox.retain('agenda', store)
    const item = () => store.getState().view.items[0]
    const aside = () => store.getState().setAside[0]
    return {
      get shown() {
        return item()?.title
      },
      get beside() {
        return aside()?.code === 'conflict' ? aside()?.stored?.title : undefined
      },
      get kept() {
        return store.kept
      },
      get isUnstored() {
        return store.dirty
      },
      type(title) {
        if (isFinished) void store.do({ type: 'update', id: ROW, patch: { title } })
        else store.type(ROW, { title })
      },
      hear: (read) => store.receive(viewOf(read)),
      choose(which) {
        const { key } = aside() ?? { key: -1 }
        if (which === 'mine') store.applyAgain(key)
        else store.drop(key)
      },
      giveUp: () => null,
      retry: () => store.applyAgain(aside()?.key ?? -1),
    }
  }

const step = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ do: 'type' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 1_500 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('elsewhere' as const), isHeard: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      which: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
  },
  fc.record({
    do: fc.constant('mishap' as const),
    mishap: fc.constantFrom<Mishap>('team-away', 'disk-full', 'invalid-input', 'lost-before', 'lost-after'),
  }),
  fc.record({ do: fc.constant('slow' as const), ms: fc.constantFrom(1, 50, 300, 2_000) }),
  fc.record({ do: fc.constantFrom('hear', 'leave', 'note', 'undo', 'giveUp', 'putBack') }),
)

/** Nothing typed is lost, and nothing of the other desk's is written over that nobody here saw or chose to write over. */
const neitherIsLost = (open: Open) =>
  fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.boolean(), async (steps, isTakenOut) => {
    const base = new Base()
    const outbox = new Outbox()
    /** The texts that were on this screen as stored, or beside the typed one when that was chosen. */
    const seen = new Set(['first'])
    const there = new Set<string>()
    let asked = 0
    let told: Row<Fields> | null = base.row
    const hear = () => {
      asked += 1
      const own = asked
      void base.read().then((row) => {
        // A later read takes the place of one on its way, and a screen is not told again what it was told.
        if (own !== asked || row === told) return
        told = row
        desk.hear(row)
      })
    }
    const desk = open(base, outbox, hear)
    /** What was typed last, and whether somebody gave it up since. */
    let typed: string | null = null
    let given: { back: GivenUp; typed: string | null } | null = null
    let count = 0
    const look = () => {
      const { shown, beside } = desk
      if (!desk.isUnstored && shown !== undefined) seen.add(shown)
      if (beside !== undefined && typed !== null) expect(shown).toBe(typed)
      if (typed !== null && desk.isUnstored) expect([shown, ...desk.kept]).toContain(typed)
    }
    const choose = (which: 'mine' | 'theirs') => {
      const { beside } = desk
      if (beside === undefined) return
      if (which === 'mine') seen.add(beside)
      else typed = null
      desk.choose(which)
      if (which === 'theirs') expect(desk.shown).toBe(beside)
    }
    for (const one of steps) {
      count += 1
      if (one.do === 'type') {
        typed = `${desk.shown ?? ''}k${count}`
        given = null
        desk.type(typed)
        expect(desk.shown).toBe(typed)
      } else if (one.do === 'wait') await vi.advanceTimersByTimeAsync(one.ms)
      else if (one.do === 'elsewhere') {
        there.add(`there${count}`)
        base.elsewhere({ title: `there${count}` })
        if (one.isHeard) hear()
      } else if (one.do === 'choose') choose(one.which)
      else if (one.do === 'mishap') base.mishaps.push(one.mishap)
      else if (one.do === 'slow') base.latency = one.ms
      else if (one.do === 'hear') hear()
      else if (one.do === 'leave') void outbox.flush()
      else if (one.do === 'note') {
        base.elsewhere({ note: `noted${count}` })
        hear()
      } else if (one.do === 'undo') {
        const last = base.written.at(-1)
        if (last !== undefined && base.row?.title === last.title) {
          base.elsewhere({ title: last.over })
          hear()
        }
      } else if (one.do === 'giveUp') {
        const back = desk.giveUp()
        if (back !== null) given = { back, typed }
        if (back !== null) typed = null
      } else if (given !== null) {
        given.back.putBack()
        typed = given.typed
        given = null
      }
      look()
    }
    if (isTakenOut) base.row = null
    base.mishaps.length = 0
    for (let times = 0; times < 6; times += 1) {
      await vi.advanceTimersByTimeAsync(4 * LONGEST_RETRY_MS)
      look()
      if (desk.beside !== undefined) choose('mine')
      else if (desk.isUnstored) desk.retry()
      hear()
    }
    await vi.advanceTimersByTimeAsync(4 * LONGEST_RETRY_MS)
    const unseen = base.written.filter(
      ({ title, over }) => there.has(over) && !seen.has(over) && title !== over,
    )
    expect(unseen).toEqual([])
    if (typed !== null)
      expect([...desk.kept, ...base.written.map(({ title }) => title), 'first']).toContain(typed)
    if (base.row === null) return
    expect(desk.isUnstored).toBe(false)
    expect(desk.shown).toBe(base.row.title)
    expect(outbox.state().phase).toBe('saved')
  })

const honestRow = (row: Row<Fields>, store: RowStore<Fields>) => new OutboxRow(row, store)
const honestAgenda = (view: AgendaView, core: AgendaCore) => new AgendaStore(view, core)

describe('two desks at one text lose neither, whatever is answered, refused, heard late and taken back', () => {
  it.each([
    ['a row that is read by itself', rowDesk(honestRow, true)],
    ['a row that its screen reads', rowDesk(honestRow, false)],
    ['an item typed in its row of the agenda', agendaDesk(honestAgenda, false)],
    ['an item typed in a field of the agenda', agendaDesk(honestAgenda, true)],
  ])('%s', (_, open) => fc.assert(neitherIsLost(open), { numRuns: RUNS, seed: SEED }))
})

/** Boxes that leave one rule out. */
class DropsTheSecondEdit extends OutboxRow<Fields> {
  #isSending = false

  override edit<K extends keyof Fields>(field: K, value: () => Fields[K]): void {
    if (!this.#isSending) super.edit(field, value)
  }

  override async attempt() {
    this.#isSending = true
    const outcome = await super.attempt()
    this.#isSending = false
    return outcome
  }
}

class ForgetsWhatItHeard extends OutboxRow<Fields> {
  override adopt(row: Row<Fields>): void {
    if (!this.dirty) super.adopt(row)
  }
}

class DropsMoreTyping extends AgendaStore {
  protected override joined(...[before, later]: Parameters<AgendaStore['joined']>) {
    return super.joined(before, later) === null ? null : before
  }
}

class KeepsPartsApart extends AgendaStore {
  protected override joined() {
    return null
  }
}

const overwriting = (view: AgendaView, core: AgendaCore) =>
  new AgendaStore(view, {
    ...core,
    async send(operation, version) {
      const answer = await core.send(operation, version)
      if (answer.ok || answer.error.code !== 'conflict') return answer
      const now = await core.read()
      return core.send(operation, now.ok ? (now.value.items[0]?.version ?? null) : null)
    },
  })

describe('a box that leaves one rule out is found out', () => {
  it.each([
    ['drops the second edit', rowDesk((row, store) => new DropsTheSecondEdit(row, store), true)],
    ['forgets what it heard meanwhile', rowDesk((row, store) => new ForgetsWhatItHeard(row, store), false)],
    ['drops what goes on', agendaDesk((view, core) => new DropsMoreTyping(view, core), false)],
    ['keeps the parts of a text apart', agendaDesk((view, core) => new KeepsPartsApart(view, core), true)],
    ['sends again over whatever is stored', agendaDesk(overwriting, true)],
  ])('one that %s', async (_, open) => {
    expect((await fc.check(neitherIsLost(open), { numRuns: RUNS, seed: SEED })).failed).toBe(true)
  })
})
