// Keys of an item on the agenda, without a window.
import { describe, expect, it, vi } from 'vitest'
import type { AgendaItem } from '../../electron/domain/agenda/agenda.ts'
import { isPressed, parseKey } from '../../renderer/acts/keys.ts'
import { type RowContext, rowActs } from '../../renderer/features/agenda/row-acts.ts'

/** What the store is told to keep when an act is done on an item of so many minutes. */
function keptAfter(name: 'longer' | 'shorter', durationMinutes: number | null): unknown {
  const type = vi.fn()
  const items = [{ id: 'one', durationMinutes } as AgendaItem]
  const store = { type, getState: () => ({ view: { items } }) }
  rowActs.acts[name].perform({ id: 'one', workspace: { store } as unknown as RowContext['workspace'] })
  return type.mock.calls
}

describe('the duration of an item', () => {
  it.each([
    ['longer', null, 5],
    ['longer', 30, 35],
    ['longer', 24 * 60 - 3, 24 * 60],
    ['longer', 24 * 60, 24 * 60],
    ['shorter', 30, 25],
    ['shorter', 3, 0],
    ['shorter', 0, 0],
    ['shorter', null, 0],
  ] as const)('made %s from %s is %s minutes, between none and a day', (name, before, after) => {
    expect(keptAfter(name, before)).toEqual([['one', { durationMinutes: after }]])
  })
})

describe('a row of the agenda', () => {
  it.each([
    ['Enter', 'Enter'],
    ['Plus', '+'],
    ['-', '-'],
    ['Delete', 'Delete'],
    ['F2', 'F2'],
  ])('leaves Ctrl and Alt with %s to the screen', (notation, key) => {
    const declared = Object.values(rowActs.acts).flatMap((act) => act.keys ?? [])
    expect(declared).toContain(notation)
    const plain = { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
    expect(declared.some((one) => isPressed(parseKey(one), plain))).toBe(true)
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const)
      expect(declared.some((one) => isPressed(parseKey(one), { ...plain, [modifier]: true }))).toBe(false)
  })
})
