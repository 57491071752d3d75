import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  depths,
  type ItemKind,
  inAgendaOrder,
  itemNumbers,
  plannedEnd,
  timetable,
  toClockTime,
  toMinutes,
} from '../../electron/domain/agenda/agenda.ts'

type Item = {
  id: string
  parentId: string | null
  position: number
  kind: ItemKind
  durationMinutes: number | null
  fixedStart: string | null
}

const clock = fc.integer({ min: 0, max: 1439 }).map(toClockTime)

/** Trees of at most three levels: each item hangs from an earlier one or from none. */
function trees(fixed: fc.Arbitrary<string | null>): fc.Arbitrary<Item[]> {
  const item = fc.record({
    parent: fc.integer({ min: -3, max: 30 }),
    kind: fc.constantFrom<ItemKind>('item', 'item', 'item', 'break', 'welcome'),
    durationMinutes: fc.option(fc.integer({ min: 0, max: 120 })),
    fixedStart: fixed,
  })
  return fc.array(item, { maxLength: 30 }).map((drawn) => {
    const items: Item[] = []
    const depth: number[] = []
    for (const [rank, { parent, ...rest }] of drawn.entries()) {
      const above = parent >= 0 && parent < rank && (depth[parent] ?? 9) < 3 ? parent : -1
      depth.push(above < 0 ? 1 : (depth[above] ?? 0) + 1)
      const parentId = above < 0 ? null : `i${above}`
      const position = items.filter((one) => one.parentId === parentId).length
      items.push({ id: `i${rank}`, parentId, position, ...rest })
    }
    return items
  })
}

const loose = trees(fc.constant(null))
const anchored = trees(fc.option(clock))

describe('agenda order', () => {
  it('keeps every item once, parents first, whatever the order of the rows', () => {
    fc.assert(
      fc.property(anchored, fc.func(fc.integer()), (items, key) => {
        const shuffled = [...items].sort((a, b) => key(a.id) - key(b.id))
        const ordered = inAgendaOrder(shuffled)
        expect(ordered.map((item) => item.id).sort()).toEqual(items.map((item) => item.id).sort())
        expect(ordered.map((item) => item.id)).toEqual(inAgendaOrder(items).map((item) => item.id))
        for (const [rank, item] of ordered.entries()) {
          if (item.parentId === null) continue
          const parentRank = ordered.findIndex((one) => one.id === item.parentId)
          expect(parentRank).toBeLessThan(rank)
          // Nothing foreign between an item and its parent.
          const level = depths(items)
          for (const between of ordered.slice(parentRank + 1, rank)) {
            expect(level.get(between.id)).toBeGreaterThan(level.get(item.parentId) ?? 99)
          }
        }
      }),
    )
  })

  it('counts an item whose parent is gone as a root', () => {
    const lost: Item = {
      id: 'a',
      parentId: 'gone',
      position: 0,
      kind: 'item',
      durationMinutes: null,
      fixedStart: null,
    }
    expect(depths([lost]).get('a')).toBe(1)
    expect(itemNumbers([lost]).get('a')).toBe('1')
    expect(timetable([lost], { startTime: '09:00', endTime: null }).slots.get('a')?.start).toBe(540)
  })
})

describe('agenda numbers', () => {
  it('gives each item, and items only, one number of its own', () => {
    fc.assert(
      fc.property(anchored, (items) => {
        const numbers = itemNumbers(items)
        expect([...numbers.keys()].sort()).toEqual(
          items
            .filter((item) => item.kind === 'item')
            .map((item) => item.id)
            .sort(),
        )
        expect(new Set(numbers.values()).size).toBe(numbers.size)
      }),
    )
  })

  it('counts siblings from 1 without a hole and starts with the parent’s number', () => {
    fc.assert(
      fc.property(anchored, (items) => {
        const numbers = itemNumbers(items)
        const last = new Map<string, number>()
        for (const item of inAgendaOrder(items)) {
          const number = numbers.get(item.id)
          if (number === undefined) continue
          const above = item.parentId === null ? undefined : numbers.get(item.parentId)
          const rank = Number(number.split('.').at(-1))
          const group = above ?? ''
          expect(number).toBe(above === undefined ? String(rank) : `${above}.${rank}`)
          expect(rank).toBe((last.get(group) ?? 0) + 1)
          last.set(group, rank)
        }
      }),
    )
  })
})

describe('timetable', () => {
  it('without fixed hours: no gap, no overlap, the end is the start plus the total', () => {
    fc.assert(
      fc.property(loose, clock, (items, startTime) => {
        const table = timetable(items, { startTime, endTime: null })
        expect(table.end).toBe(toMinutes(startTime) + table.totalMinutes)
        for (const slot of table.slots.values()) {
          expect(slot.gapBefore).toBe(0)
          expect(slot.overlapBefore).toBe(0)
          expect(slot.end - slot.start).toBe(slot.durationMinutes)
        }
      }),
    )
  })

  it('places every item; fixed hours are kept, and never a gap and an overlap at once', () => {
    fc.assert(
      fc.property(anchored, clock, (items, startTime) => {
        const table = timetable(items, { startTime, endTime: null })
        expect(table.slots.size).toBe(items.length)
        for (const item of items) {
          const slot = table.slots.get(item.id)
          if (slot === undefined) throw new Error('an item has no slot')
          if (item.fixedStart !== null) expect(toClockTime(slot.start)).toBe(item.fixedStart)
          expect(Math.min(slot.gapBefore, slot.overlapBefore)).toBe(0)
          expect(slot.end).toBeGreaterThanOrEqual(slot.start + (item.durationMinutes ?? 0))
          expect(table.end).toBeGreaterThanOrEqual(slot.end)
        }
      }),
    )
  })

  it('spans the children, and an item starts where the one before it ended', () => {
    fc.assert(
      fc.property(anchored, clock, (items, startTime) => {
        const { slots } = timetable(items, { startTime, endTime: null })
        const previous = new Map<string | null, number>()
        for (const item of inAgendaOrder(items)) {
          const slot = slots.get(item.id)
          const parent = item.parentId === null ? undefined : slots.get(item.parentId)
          if (slot === undefined) throw new Error('an item has no slot')
          const expected = previous.get(item.parentId) ?? parent?.start ?? toMinutes(startTime)
          expect(slot.start - slot.gapBefore + slot.overlapBefore).toBe(expected)
          if (parent !== undefined) expect(parent.end).toBeGreaterThanOrEqual(slot.end)
          previous.set(item.parentId, slot.end)
        }
      }),
    )
  })

  it('says by how much the latest end passes the planned one, also across midnight', () => {
    fc.assert(
      fc.property(anchored, clock, clock, (items, startTime, endTime) => {
        const hours = { startTime, endTime }
        const planned = plannedEnd(hours)
        const { end, overrunMinutes } = timetable(items, hours)
        expect(overrunMinutes).toBe(Math.max(0, end - (planned ?? 0)))
        expect(planned).toBeGreaterThanOrEqual(toMinutes(startTime))
      }),
    )
  })

  it('ends with the item that ends last, even when a later one has an earlier fixed hour', () => {
    const items: Item[] = [
      { id: 'a', parentId: null, position: 0, kind: 'item', durationMinutes: 180, fixedStart: null },
      { id: 'b', parentId: null, position: 1, kind: 'item', durationMinutes: 20, fixedStart: '16:00' },
    ]
    const table = timetable(items, { startTime: '14:00', endTime: '16:30' })
    expect(toClockTime(table.end)).toBe('17:00')
    expect(table.overrunMinutes).toBe(30)
    expect(table.slots.get('b')?.overlapBefore).toBe(60)
  })

  it('keeps the two gaps of a day with fixed hours', () => {
    const row = (position: number, fixedStart: string, durationMinutes: number | null): Item => ({
      id: `i${position}`,
      parentId: null,
      position,
      kind: 'item',
      durationMinutes,
      fixedStart,
    })
    const { slots } = timetable([row(0, '09:30', 30), row(1, '10:05', 145), row(2, '12:45', 60)], {
      startTime: '09:30',
      endTime: null,
    })
    expect([...slots.values()].map((slot) => slot.gapBefore)).toEqual([0, 5, 15])
  })

  it('reads a fixed hour after midnight as the next day', () => {
    const items: Item[] = [
      { id: 'a', parentId: null, position: 0, kind: 'item', durationMinutes: 120, fixedStart: null },
      { id: 'b', parentId: null, position: 1, kind: 'item', durationMinutes: 30, fixedStart: '00:30' },
    ]
    const table = timetable(items, { startTime: '22:00', endTime: '01:00' })
    expect(table.slots.get('b')).toMatchObject({ start: 1470, gapBefore: 30 })
    expect(table.overrunMinutes).toBe(0)
  })

  it('writes any minute as a time of day and reads it back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 5000 }), (minutes) => {
        expect((((toMinutes(toClockTime(minutes)) - minutes) % 1440) + 1440) % 1440).toBe(0)
      }),
    )
  })
})
