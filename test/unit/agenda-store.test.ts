import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AgendaView } from '../../electron/contract/agenda.ts'
import { isCondition } from '../../electron/contract/error-codes.ts'
import { ErrorCode } from '../../electron/contract/errors.ts'
import type { Envelope } from '../../electron/contract/method.ts'
import type { AgendaItem } from '../../electron/domain/agenda/agenda.ts'
import { LONGEST_MS, Outbox, PAUSE_MS, RETRY_MS } from '../../renderer/api/outbox/outbox.ts'
import { type AgendaCore, AgendaStore } from '../../renderer/features/agenda/agenda-store.ts'
import { applied, type Operation } from '../../renderer/features/agenda/operations.ts'

function item(id: string, position: number, title = id): AgendaItem {
  return {
    id,
    version: 1,
    meetingId: 'm',
    parentId: null,
    position,
    title,
    kind: 'item',
    nature: null,
    presenter: '',
    presenterId: null,
    organisation: '',
    organisationId: null,
    requester: '',
    durationMinutes: null,
    fixedStart: null,
    note: '',
    disagreementBy: '',
    disagreement: '',
  }
}

/** A core in miniature: checks versions as the real one does, and can be told to fail. */
class FakeCore implements AgendaCore {
  view: AgendaView = {
    meetingId: 'm',
    items: [item('a', 0), item('b', 1)],
    links: [],
    guests: [],
    provenance: [],
    followUpId: null,
    settled: [],
  }
  readonly sent: { operation: Operation; version: number | null }[] = []
  failWith: ErrorCode | null = null
  readonly readAgain = vi.fn()
  readonly refused = vi.fn()
  private gate: Promise<void> = Promise.resolve()

  hold(): () => void {
    let open: () => void = () => undefined
    this.gate = new Promise((resolve) => {
      open = resolve
    })
    return open
  }

  async send(operation: Operation, version: number | null): Promise<Envelope<AgendaView>> {
    this.sent.push({ operation, version })
    await this.gate
    if (this.failWith !== null) return { ok: false, error: { code: this.failWith } }
    const current = this.view.items.find((one) => one.id === operation.id)
    if (operation.type !== 'add' && current?.version !== version)
      return { ok: false, error: { code: 'conflict' } }
    this.bump(operation)
    return { ok: true, value: this.view }
  }

  async read(): Promise<Envelope<AgendaView>> {
    return { ok: true, value: this.view }
  }

  bump(operation: Operation): void {
    const next = applied(this.view, operation)
    const before = new Map(this.view.items.map((one) => [one.id, one]))
    this.view = {
      ...next,
      items: next.items.map((one) =>
        before.has(one.id) && before.get(one.id) !== one ? { ...one, version: one.version + 1 } : one,
      ),
    }
  }
}

const titles = (store: AgendaStore) => store.getState().view.items.map((one) => one.title)

describe('agenda store', () => {
  let core: FakeCore
  let store: AgendaStore

  beforeEach(() => {
    vi.useFakeTimers()
    core = new FakeCore()
    store = new Outbox().open('agenda', () => new AgendaStore(core.view, core))
  })
  afterEach(() => vi.useRealTimers())

  it('shows typing at once and sends a run of keystrokes as one write after the pause', async () => {
    for (const title of ['x', 'xy', 'xyz']) store.type('a', { title })
    expect(titles(store)).toEqual(['xyz', 'b'])
    expect(core.sent).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(PAUSE_MS)
    expect(core.sent).toEqual([
      { operation: { type: 'update', id: 'a', patch: { title: 'xyz' } }, version: 1 },
    ])
    expect(store.getState().pending).toBe(0)
  })

  it('sends typing on flush without waiting', async () => {
    store.type('a', { title: 'x' })
    await store.settle()
    expect(core.view.items[0]?.title).toBe('x')
  })

  it('does not remove by itself what a colleague put something under', async () => {
    core.failWith = 'conflict'
    void store.do({ type: 'remove', id: 'a' })
    await vi.advanceTimersByTimeAsync(PAUSE_MS + RETRY_MS)
    expect(core.sent).toHaveLength(1)
    expect(store.getState().setAside).toMatchObject([
      { operation: { type: 'remove', id: 'a' }, code: 'conflict' },
    ])
    expect(core.view.items.map(({ id }) => id)).toContain('a')
  })

  it.each<Operation>([
    { type: 'remove', id: 'a' },
    { type: 'move', id: 'a', parentId: null, index: 1 },
    { type: 'duplicate', id: 'a', ids: ['c'] },
    { type: 'unlink', id: 'a', kind: 'project', targetId: 'p', title: 'P' },
    { type: 'dismiss', id: 'a', personId: 'p', name: 'P', email: '' },
  ])(
    'says at once that an act without words is refused, and keeps nothing of it: $type',
    async (operation) => {
      core.failWith = 'item-written'
      await store.do(operation)
      expect(core.refused.mock.calls).toEqual([[{ code: 'item-written' }]])
      expect(store.getState()).toMatchObject({ setAside: [], pending: 0 })
      expect(store.dirty).toBe(false)
      expect(titles(store)).toEqual(['a', 'b'])
    },
  )

  it('keeps what was written, whatever refuses it', async () => {
    core.failWith = 'meeting-sealed'
    await store.do({ type: 'add', id: 'n', parentId: null, afterId: 'a', fields: { title: 'mine' } })
    expect(store.kept).toEqual(['mine'])
    expect(core.refused).not.toHaveBeenCalled()
  })

  it('follows its own versions when edits of one item queue up', async () => {
    const open = core.hold()
    store.type('a', { title: 'one' })
    void store.settle()
    store.type('a', { title: 'two' })
    void store.settle()
    void store.do({ type: 'move', id: 'a', parentId: null, index: 1 })
    open()
    await store.settle()
    expect(core.sent.map((one) => one.version)).toEqual([1, 2, 3])
    expect(core.view.items.map((one) => [one.title, one.position])).toEqual([
      ['two', 1],
      ['b', 0],
    ])
    expect(store.getState().setAside).toEqual([])
  })

  it('edits an item that the core does not know yet', async () => {
    const open = core.hold()
    void store.do({ type: 'add', id: 'n', parentId: null, afterId: 'a', fields: { title: '' } })
    store.type('n', { title: 'new' })
    const flushed = store.settle()
    expect(titles(store)).toEqual(['a', 'b', 'new'])
    open()
    await flushed
    await store.settle()
    expect(core.sent[1]?.version).toBe(1)
    expect(core.view.items.find((one) => one.id === 'n')).toMatchObject({ title: 'new', position: 1 })
  })

  it('overwrites nothing when somebody else changed the item: the edit is set aside with its text', async () => {
    core.bump({ type: 'update', id: 'a', patch: { title: 'theirs' } })
    store.type('a', { title: 'mine' })
    await store.settle()
    expect(core.view.items[0]?.title).toBe('theirs')
    expect(store.getState().setAside).toMatchObject([
      { operation: { patch: { title: 'mine' } }, code: 'conflict' },
    ])
    expect(core.readAgain).toHaveBeenCalled()
  })

  it('does not pass off somebody else’s change as its own', async () => {
    store.type('b', { title: 'mine' })
    core.bump({ type: 'update', id: 'b', patch: { title: 'theirs' } })
    await store.do({ type: 'update', id: 'a', patch: { durationMinutes: 5 } })
    await store.settle()
    expect(core.view.items[1]?.title).toBe('theirs')
    expect(store.getState().setAside).toHaveLength(1)
  })

  it('writes an edit that was set aside over the version now shown, only when told to', async () => {
    core.bump({ type: 'update', id: 'a', patch: { title: 'theirs' } })
    store.type('a', { title: 'mine' })
    await store.settle()
    store.receive(core.view)
    const [aside] = store.getState().setAside
    store.applyAgain(aside?.key ?? -1)
    await store.settle()
    expect(core.view.items[0]?.title).toBe('mine')
    expect(store.getState().setAside).toEqual([])
  })

  it('keeps everything in the window while the disk is full, and sends it once there is room', async () => {
    core.failWith = 'disk-full'
    store.type('a', { title: 'kept' })
    await store.settle()
    expect(store.getState().stopped).toMatchObject({ code: 'disk-full' })
    expect(titles(store)[0]).toBe('kept')
    core.failWith = null
    void store.settle()
    await store.settle()
    expect(store.getState()).toMatchObject({ stopped: null, pending: 0 })
    expect(core.view.items[0]?.title).toBe('kept')
  })

  it('does not take an older read for the state after its own write', async () => {
    const open = core.hold()
    const older = { ...core.view }
    const done = store.do({ type: 'update', id: 'a', patch: { title: 'newer' } })
    store.receive(older)
    open()
    await done
    await store.settle()
    expect(titles(store)[0]).toBe('newer')
    expect(core.readAgain).toHaveBeenCalledTimes(1)
  })

  it('sends a title that is typed without a pause at least every ceiling', async () => {
    let title = ''
    for (let key = 0; key < 15; key += 1) {
      title += 'x'
      store.type('a', { title })
      await vi.advanceTimersByTimeAsync(200)
    }
    expect(core.sent.length).toBeGreaterThanOrEqual(Math.floor((15 * 200) / LONGEST_MS) - 1)
    await vi.advanceTimersByTimeAsync(LONGEST_MS)
    expect(core.view.items[0]?.title).toBe(title)
  })

  it.each(ErrorCode.options.filter(isCondition))('keeps showing the typed title on %s', async (code) => {
    core.failWith = code
    store.type('a', { title: 'typed' })
    await store.settle()
    expect(titles(store)[0]).toBe('typed')
    expect(store.getState()).toMatchObject({ pending: 1, setAside: [] })
    core.failWith = null
    await vi.advanceTimersByTimeAsync(RETRY_MS + 10)
    expect(core.view.items[0]?.title).toBe('typed')
  })

  it('brings an edit together with somebody else’s of another field of the item', async () => {
    core.bump({ type: 'update', id: 'a', patch: { note: 'theirs' } })
    store.type('a', { title: 'mine' })
    await store.settle()
    expect(core.view.items[0]).toMatchObject({ title: 'mine', note: 'theirs' })
    expect(store.getState().setAside).toEqual([])
  })

  it('finds an edit stored whose answer was lost, and goes on after it', async () => {
    const lost = vi.spyOn(core, 'send').mockImplementationOnce(async (operation) => {
      core.bump(operation)
      return { ok: false, error: { code: 'core-restarting' } }
    })
    void store.do({ type: 'move', id: 'a', parentId: null, index: 1 })
    void store.do({ type: 'update', id: 'a', patch: { title: 'after' } })
    await vi.advanceTimersByTimeAsync(2 * RETRY_MS)
    expect(lost).toHaveBeenCalled()
    expect(core.view.items.find(({ id }) => id === 'a')).toMatchObject({ title: 'after', position: 1 })
    expect(store.getState()).toMatchObject({ pending: 0, setAside: [] })
  })

  it('lets go of an item that somebody else removed, once it is removed here too', async () => {
    core.bump({ type: 'remove', id: 'a' })
    core.failWith = 'not-found'
    store.type('a', { title: 'mine' })
    await store.settle()
    core.failWith = null
    expect(titles(store)).toEqual(['mine', 'b'])
    expect(store.getState().setAside).toHaveLength(1)
    await store.do({ type: 'remove', id: 'a' })
    expect(titles(store)).toEqual(['b'])
    expect(store.getState().setAside).toEqual([])
  })

  it('puts more typing into the edit that was set aside, and nothing over somebody else’s words', async () => {
    core.bump({ type: 'update', id: 'a', patch: { title: 'theirs' } })
    store.type('a', { title: 'mi' })
    await store.settle()
    store.type('a', { title: 'mine' })
    await vi.advanceTimersByTimeAsync(LONGEST_MS)
    expect(core.view.items[0]?.title).toBe('theirs')
    expect(store.getState().setAside).toMatchObject([{ operation: { patch: { title: 'mine' } } }])
  })
})
