import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgendaItem } from '../../electron/domain/agenda/agenda.ts'
import { depths, inAgendaOrder } from '../../electron/domain/agenda/agenda.ts'
import { bandOf } from '../../renderer/features/agenda/band.ts'
import { agendaOf, rowAtPlannedEnd } from '../../renderer/features/agenda/rows.ts'
import {
  childrenOf,
  dropPlace,
  heirOf,
  insertAfter,
  mayGoUnder,
  moveTo,
  neighbour,
  without,
} from '../../renderer/features/agenda/tree.ts'

function item(
  id: string,
  parentId: string | null,
  position: number,
  more: Partial<AgendaItem> = {},
): AgendaItem {
  return {
    id,
    version: 1,
    meetingId: 'm',
    parentId,
    position,
    title: id,
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
    ...more,
  }
}

/** a ( a1 ( a1x ), a2 ), b, c ( c1 ) */
const sample = [
  item('a', null, 0),
  item('a1', 'a', 0),
  item('a1x', 'a1', 0),
  item('a2', 'a', 1),
  item('b', null, 1),
  item('c', null, 2),
  item('c1', 'c', 0),
]

const outline = (items: readonly AgendaItem[]) => {
  const level = depths(items)
  return inAgendaOrder(items)
    .map((one) => `${'-'.repeat((level.get(one.id) ?? 1) - 1)}${one.id}`)
    .join(' ')
}

const go = (id: string, direction: 'up' | 'down' | 'indent' | 'outdent') => {
  const place = neighbour(sample, id, direction)
  return place === null ? null : outline(moveTo(sample, id, place))
}

describe('moving by keys', () => {
  it('goes up and down among its siblings with all it carries', () => {
    expect(go('b', 'up')).toBe('b a -a1 --a1x -a2 c -c1')
    expect(go('a', 'down')).toBe('b a -a1 --a1x -a2 c -c1')
    expect(go('a1', 'down')).toBe('a -a2 -a1 --a1x b c -c1')
  })

  it('keeps its level past the first or last sibling by joining the neighbouring parent', () => {
    expect(go('c1', 'up')).toBe('a -a1 --a1x -a2 b -c1 c')
    expect(go('a2', 'down')).toBe('a -a1 --a1x b -a2 c -c1')
    expect(go('a', 'up')).toBeNull()
    expect(go('c', 'down')).toBeNull()
  })

  it('indents under the item above and outdents after its parent', () => {
    expect(go('b', 'indent')).toBe('a -a1 --a1x -a2 -b c -c1')
    expect(go('a1', 'outdent')).toBe('a -a2 a1 -a1x b c -c1')
    expect(go('a', 'indent')).toBeNull()
    expect(go('b', 'outdent')).toBeNull()
  })

  it('refuses a fourth level and its own descendants', () => {
    expect(mayGoUnder(sample, 'c', 'a')).toBe(true)
    expect(mayGoUnder(sample, 'c', 'a1')).toBe(false)
    expect(mayGoUnder(sample, 'a', 'a1x')).toBe(false)
    expect(mayGoUnder(sample, 'b', 'a1x')).toBe(false)
  })
})

describe('dropping', () => {
  it('drops beside and inside', () => {
    const after = dropPlace(sample, 'a', 'b', 'after')
    expect(after).toEqual({ parentId: null, index: 1 })
    expect(dropPlace(sample, 'b', 'a', 'before')).toEqual({ parentId: null, index: 0 })
    expect(dropPlace(sample, 'b', 'c', 'inside')).toEqual({ parentId: 'c', index: 1 })
  })

  it('refuses a drop on itself or its own children', () => {
    expect(dropPlace(sample, 'a', 'a', 'before')).toBeNull()
    expect(dropPlace(sample, 'a', 'a1x', 'inside')).toBeNull()
  })
})

describe('the tree', () => {
  it('never loses an item, loops, or leaves a hole, whatever the moves', () => {
    const ids = sample.map((one) => one.id)
    const move = fc.tuple(
      fc.constantFrom(...ids),
      fc.constantFrom('up', 'down', 'indent', 'outdent' as const),
    )
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        let items = sample
        for (const [id, direction] of moves) {
          const place = neighbour(items, id, direction as 'up')
          if (place !== null) items = moveTo(items, id, place)
        }
        expect(
          inAgendaOrder(items)
            .map((one) => one.id)
            .sort(),
        ).toEqual([...ids].sort())
        expect(Math.max(...depths(items).values())).toBeLessThanOrEqual(3)
        for (const parent of [null, ...ids]) {
          const ranks = childrenOf(items, parent).map((one) => one.position)
          expect(ranks).toEqual(ranks.map((_, rank) => rank))
        }
      }),
    )
  })

  it('inserts after a sibling or first, and removes with descendants', () => {
    expect(outline(insertAfter(sample, item('n', 'a', 9), 'a1'))).toBe('a -a1 --a1x -n -a2 b c -c1')
    expect(outline(insertAfter(sample, item('n', null, 9), null))).toBe('n a -a1 --a1x -a2 b c -c1')
    expect(outline(without(sample, 'a'))).toBe('b c -c1')
    expect(heirOf(sample, 'a')).toBe('b')
    expect(heirOf(sample, 'c')).toBe('b')
    expect(heirOf([item('a', null, 0)], 'a')).toBeNull()
  })
})

describe('the band', () => {
  const hours = { startTime: '14:00', endTime: '15:00' }
  const view = (items: AgendaItem[]) => ({
    meetingId: 'm',
    items,
    links: [],
    guests: [],
    provenance: [],
    followUpId: null,
    settled: [],
  })

  it('draws leaves in proportion, and splits what runs past the planned end', () => {
    const agenda = agendaOf(
      view([
        item('a', null, 0, { durationMinutes: 20 }),
        item('b', null, 1),
        item('b1', 'b', 0, { durationMinutes: 30 }),
        item('c', null, 2, { durationMinutes: 15 }),
        item('d', null, 3, { durationMinutes: 10 }),
      ]),
      hours,
    )
    expect(
      bandOf(agenda).segments.map(({ id, label, minutes, over }) => ({ id, label, minutes, over })),
    ).toEqual([
      { id: 'a', label: '1', minutes: 20, over: false },
      { id: 'b1', label: '2.1', minutes: 30, over: false },
      { id: 'c', label: '3', minutes: 10, over: false },
      { id: 'c', label: '', minutes: 5, over: true },
      { id: 'd', label: '4', minutes: 10, over: true },
    ])
    expect(rowAtPlannedEnd(agenda)?.item.id).toBe('c')
  })

  it('draws an item with sub-items for what they leave of its own duration', () => {
    const agenda = agendaOf(
      view([
        item('a', null, 0, { durationMinutes: 30 }),
        item('a1', 'a', 0, { durationMinutes: 10 }),
        item('a2', 'a', 1),
        item('b', null, 1, { durationMinutes: 20 }),
        item('b1', 'b', 0),
      ]),
      hours,
    )
    expect(bandOf(agenda).segments.map(({ id, label, minutes }) => [id, label, minutes])).toEqual([
      ['a1', '1.1', 10],
      ['a', '1', 20],
      ['b', '2', 20],
      [null, '', 10],
    ])
  })

  it('shows free time before a fixed hour and before the planned end, and always fills the span', () => {
    const agenda = agendaOf(
      view([
        item('a', null, 0, { durationMinutes: 10 }),
        item('b', null, 1, { durationMinutes: 10, fixedStart: '14:30' }),
      ]),
      hours,
    )
    expect(bandOf(agenda).segments.map((one) => [one.id, one.minutes])).toEqual([
      ['a', 10],
      [null, 20],
      ['b', 10],
      [null, 20],
    ])
  })

  it('adds up to the whole span whatever overlaps', () => {
    const drawn = fc.record({
      durationMinutes: fc.option(fc.integer({ min: 0, max: 90 })),
      fixedStart: fc.option(fc.constantFrom('13:30', '14:00', '14:40', '15:10', '16:00')),
    })
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 12 }), (fields) => {
        const items = fields.map((one, rank) => item(`i${rank}`, null, rank, one))
        const agenda = agendaOf(view(items), hours)
        const { segments, end } = bandOf(agenda)
        const first = Math.min(
          agenda.start,
          ...agenda.rows.filter((row) => row.slot.end > row.slot.start).map((row) => row.slot.start),
        )
        expect(segments.reduce((sum, one) => sum + one.minutes, 0)).toBe(end - first)
        expect(segments.every((one) => one.minutes > 0)).toBe(true)
        expect(new Set(segments.map((one) => one.key)).size).toBe(segments.length)
      }),
    )
  })
})
