import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Envelope } from '../../electron/contract/method.ts'
import { LONGEST_MS, LONGEST_RETRY_MS, Outbox, PAUSE_MS, RETRY_MS } from '../../renderer/api/outbox/outbox.ts'
import { OutboxRow, type Row, type RowStore } from '../../renderer/api/outbox/row.ts'

type Fields = { text: string; note: string }
type Mishap = 'none' | 'refused' | 'lost-before' | 'lost-after'

/** A core with one row, versions and latency; each call meets the next mishap. */
function fakeCore() {
  let row: Row<Fields> = { id: 'r', version: 1, text: '', note: '' }
  const mishaps: Mishap[] = []
  const log: { at: number; text: string }[] = []
  let inFlight = 0
  let overlapped = false
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const store: RowStore<Fields> = {
    async update(version, patch): Promise<Envelope<Row<Fields>>> {
      inFlight += 1
      overlapped ||= inFlight > 1
      const mishap = mishaps.shift() ?? 'none'
      await wait(5)
      inFlight -= 1
      if (mishap === 'refused') return { ok: false, error: { code: 'disk-full' } }
      if (mishap === 'lost-before') throw new Error('core died')
      if (version !== row.version) return { ok: false, error: { code: 'conflict' } }
      row = { ...row, ...patch, version: row.version + 1 }
      log.push({ at: Date.now(), text: row.text })
      if (mishap === 'lost-after') return { ok: false, error: { code: 'core-restarting' } }
      return { ok: true, value: row }
    },
    async read() {
      await wait(2)
      return { ok: true, value: row }
    },
  }
  return {
    store,
    mishaps,
    log,
    get row() {
      return row
    },
    get overlapped() {
      return overlapped
    },
    writeFromElsewhere(patch: Partial<Fields>) {
      row = { ...row, ...patch, version: row.version + 1 }
    },
  }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function opened() {
  const core = fakeCore()
  const outbox = new Outbox()
  const row = outbox.open('r', () => new OutboxRow(core.row, core.store))
  outbox.retain('r', row)
  return { core, outbox, row, type: (text: string) => row.edit('text', () => text) }
}

describe('a row in the outbox', () => {
  it('stores after a pause, once, and says so', async () => {
    const { core, outbox, type } = opened()
    type('B')
    type('Bo')
    expect(outbox.state().phase).toBe('saving')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 10)
    expect(core.row.text).toBe('Bo')
    expect(core.row.version).toBe(2)
    expect(outbox.state().phase).toBe('saved')
    expect(outbox.state().savedAt).not.toBeNull()
  })

  it('stores every character within a second while somebody types without a pause', async () => {
    const { core, type } = opened()
    const typedAt: number[] = []
    let text = ''
    for (let i = 0; i < 60; i += 1) {
      text += 'x'
      typedAt.push(Date.now())
      type(text)
      await vi.advanceTimersByTimeAsync(100)
    }
    await vi.advanceTimersByTimeAsync(1000)
    for (const [index, at] of typedAt.entries()) {
      const stored = core.log.find((entry) => entry.text.length > index)
      expect((stored?.at ?? Number.POSITIVE_INFINITY) - at).toBeLessThan(1000)
    }
    expect(LONGEST_MS).toBeLessThanOrEqual(900)
  })

  it('keeps a text whose saving failed, says why, and stores it later', async () => {
    const { core, outbox, type } = opened()
    core.mishaps.push('refused')
    type('gardé')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 10)
    expect(outbox.state()).toMatchObject({ phase: 'failed', failure: { code: 'disk-full' } })
    await vi.advanceTimersByTimeAsync(RETRY_MS + 10)
    expect(core.row.text).toBe('gardé')
    expect(outbox.state()).toMatchObject({ phase: 'saved', failure: null })
  })

  it('sends nothing twice when the answer of a stored write was lost', async () => {
    const { core, outbox, type } = opened()
    core.mishaps.push('lost-after')
    type('une fois')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 10)
    type('une fois, puis plus')
    void outbox.flush()
    await vi.advanceTimersByTimeAsync(100)
    expect(core.row.text).toBe('une fois, puis plus')
    expect(outbox.state().phase).toBe('saved')
    expect(core.log.map((entry) => entry.text)).toEqual(['une fois', 'une fois, puis plus'])
  })

  it('flushes at once when asked', async () => {
    const { core, outbox, type } = opened()
    type('tout de suite')
    const done = outbox.flush()
    await vi.advanceTimersByTimeAsync(10)
    await done
    expect(core.row.text).toBe('tout de suite')
  })

  it('overwrites nothing when the same field changed elsewhere, and keeps both', async () => {
    const { core, outbox, row, type } = opened()
    core.writeFromElsewhere({ text: 'autre' })
    type('le mien')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 20)
    expect(core.row.text).toBe('autre')
    expect(outbox.state().phase).toBe('conflict')
    expect(row.conflicts).toEqual([{ field: 'text', mine: 'le mien', theirs: 'autre' }])
    row.resolve('mine')
    await vi.advanceTimersByTimeAsync(20)
    expect(core.row.text).toBe('le mien')
    expect(outbox.state().phase).toBe('saved')
  })

  it('lets one choose between what is typed and what is stored now, though somebody writes on', async () => {
    const { core, row, type } = opened()
    core.writeFromElsewhere({ text: 'autre' })
    type('le mien')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 20)
    core.writeFromElsewhere({ text: 'autre, et plus' })
    row.adopt(core.row)
    expect(row.conflicts).toEqual([{ field: 'text', mine: 'le mien', theirs: 'autre, et plus' }])
    // Of another field: this one is still to be chosen.
    core.writeFromElsewhere({ note: 'ailleurs' })
    row.adopt(core.row)
    expect(row.conflicts).toEqual([{ field: 'text', mine: 'le mien', theirs: 'autre, et plus' }])
    row.resolve('theirs')
    await vi.advanceTimersByTimeAsync(RETRY_MS)
    expect([row.value('text'), row.value('note'), core.row.text]).toEqual([
      'autre, et plus',
      'ailleurs',
      'autre, et plus',
    ])
  })

  it('asks nothing any more once what is stored is what is typed', async () => {
    const { core, outbox, row, type } = opened()
    core.writeFromElsewhere({ text: 'autre' })
    type('le mien')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 20)
    core.writeFromElsewhere({ text: 'le mien' })
    row.adopt(core.row)
    await vi.advanceTimersByTimeAsync(20)
    expect(row.conflicts).toEqual([])
    expect(outbox.state().phase).toBe('saved')
    expect(core.log).toEqual([])
  })

  it('takes the other version when that is chosen', async () => {
    const { core, outbox, row, type } = opened()
    core.writeFromElsewhere({ text: 'autre' })
    type('le mien')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 20)
    row.resolve('theirs')
    await vi.advanceTimersByTimeAsync(RETRY_MS)
    expect(row.value('text')).toBe('autre')
    expect(core.row.text).toBe('autre')
    expect(outbox.state().phase).toBe('saved')
  })

  it('brings together two different fields without asking', async () => {
    const { core, row, type } = opened()
    let told = 0
    row.onAdopt(() => {
      told += 1
    })
    core.writeFromElsewhere({ note: 'ailleurs' })
    type('ici')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 30)
    expect(core.row).toMatchObject({ text: 'ici', note: 'ailleurs' })
    expect(row.value('note')).toBe('ailleurs')
    expect(told).toBeGreaterThan(0)
  })

  it('follows an undo when nothing is unsaved, and not while something is', async () => {
    const { row, type } = opened()
    row.adopt({ id: 'r', version: 2, text: 'annulé', note: '' })
    expect(row.value('text')).toBe('annulé')
    type('en cours')
    row.adopt({ id: 'r', version: 3, text: 'perdu', note: '' })
    expect(row.value('text')).toBe('en cours')
  })

  it('stores a new row before what is typed in it', async () => {
    const sent: string[] = []
    const stored: Row<Fields> = { id: 'n', version: 1, text: '', note: '' }
    const outbox = new Outbox()
    const store: RowStore<Fields> = {
      create: async () => {
        sent.push('create')
        return sent.length === 1
          ? { ok: false, error: { code: 'core-restarting' } }
          : { ok: true, value: stored }
      },
      update: async (version, patch) => {
        sent.push(`update ${version} ${patch.text}`)
        return { ok: true, value: { ...stored, ...patch, version: version + 1 } }
      },
      read: async () => ({ ok: true, value: stored }),
    }
    const row = outbox.open('n', () => new OutboxRow(stored, store))
    row.edit('text', () => 'décidé')
    await vi.advanceTimersByTimeAsync(3 * RETRY_MS)
    expect(sent).toEqual(['create', 'create', 'update 1 décidé'])
    expect(outbox.state().phase).toBe('saved')
  })

  it('ends with the last text stored, one write at a time, whatever the edits, failures and restarts', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), chars: fc.string({ minLength: 1, maxLength: 4 }) }),
      fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 900 }) }),
      fc.record({
        kind: fc.constant('mishap' as const),
        mishap: fc.constantFrom<Mishap>('refused', 'lost-before', 'lost-after'),
      }),
      fc.record({ kind: fc.constant('flush' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { core, outbox, type } = opened()
        let text = ''
        for (const one of steps) {
          if (one.kind === 'type') {
            text += one.chars
            type(text)
          } else if (one.kind === 'wait') await vi.advanceTimersByTimeAsync(one.ms)
          else if (one.kind === 'mishap') core.mishaps.push(one.mishap)
          else void outbox.flush()
        }
        // Forty mishaps in a row, each tried again after the longest wait.
        await vi.advanceTimersByTimeAsync(40 * LONGEST_RETRY_MS)
        expect(core.row.text).toBe(text)
        expect(core.overlapped).toBe(false)
        expect(core.row.version).toBe(core.log.length + 1)
        expect(new Set(core.log.map((entry) => entry.text)).size).toBe(core.log.length)
        expect(outbox.state().phase).toBe('saved')
      }),
      { numRuns: 150 },
    )
  })
})
