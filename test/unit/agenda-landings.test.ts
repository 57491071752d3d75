import { describe, expect, it } from 'vitest'
import { type AgendaItem, blankItem } from '../../electron/domain/agenda/agenda.ts'
import { type Landing, landingUnder, nextLanding } from '../../renderer/features/agenda/landings.ts'
import { agendaOf } from '../../renderer/features/agenda/rows.ts'

const item = (title: string, parentId: string | null, position: number): AgendaItem => ({
  ...blankItem,
  ...{ id: `id-${title}`, version: 1, meetingId: 'm', title, parentId, position },
})
/** a, b ( b1, b2 ( b2x ) ), c */
const { rows } = agendaOf(
  {
    meetingId: 'm',
    items: [
      item('a', null, 0),
      item('b', null, 1),
      item('b1', 'id-b', 0),
      item('b2', 'id-b', 1),
      item('b2x', 'id-b2', 0),
      item('c', null, 2),
    ],
    links: [],
    guests: [],
    provenance: [],
    followUpId: null,
    settled: [],
  },
  { startTime: '14:00', endTime: null },
)
const idOf = (title: string) => `id-${title}`
const said = (landing: Landing | null) =>
  landing === null ? null : `${landing.place} ${landing.target.slice(3)}, level ${landing.level}`

describe('an item that is dragged', () => {
  const under = (dragged: string, over: string, share: number, across = 0) =>
    said(landingUnder(rows, { dragged: idOf(dragged), id: idOf(over), share, across }))

  it('comes between rows at their edges, and into a row in its middle', () => {
    expect(under('c', 'a', 0.1)).toBe('before a, level 1')
    expect(under('c', 'a', 0.5)).toBe('inside a, level 2')
    expect(under('c', 'a', 0.9)).toBe('after a, level 1')
    expect(under('c', 'b', 0.1)).toBe('after a, level 1')
  })

  it('below a row that holds others is the first of them', () => {
    expect(under('c', 'b', 0.9)).toBe('before b1, level 2')
  })

  it('keeps its level where several are free, and changes it with the mouse to the side', () => {
    expect(under('a', 'b2x', 0.9)).toBe('after b, level 1')
    expect(under('a', 'b2x', 0.9, 24)).toBe('after b2, level 2')
    expect(under('a', 'b2x', 0.9, 200)).toBe('after b2x, level 3')
    expect(under('b1', 'b2x', 0.9)).toBe('after b2, level 2')
    expect(under('b1', 'b2x', 0.9, -24)).toBe('after b, level 1')
  })

  it('goes out of what holds it at its own lower edge', () => {
    expect(under('b2x', 'b2x', 0.9, -24)).toBe('after b2, level 2')
  })

  it('comes neither into itself, nor into what it holds, nor to a fourth level', () => {
    expect(under('b', 'b', 0.5)).toBeNull()
    expect(under('b', 'b1', 0.5)).toBeNull()
    expect(under('b', 'b2', 0.9)).toBeNull()
    expect(under('a', 'b2x', 0.4)).toBe('before b2x, level 3')
    expect(under('b', 'a', 0.5)).toBe('after a, level 1')
  })
})

describe('an item that is carried by keys', () => {
  /** Every place on the way, from the item itself. */
  const way = (title: string, step: 1 | -1) => {
    const found: (string | null)[] = []
    for (
      let at = nextLanding(rows, idOf(title), null, step);
      at !== null;
      at = nextLanding(rows, idOf(title), at, step)
    )
      found.push(said(at))
    return found
  }

  it('finds every place above it and below it, and none in itself', () => {
    expect(way('c', -1)).toEqual([
      'after b, level 1',
      'after b2, level 2',
      'after b2x, level 3',
      'before b2x, level 3',
      'inside b2, level 3',
      'after b1, level 2',
      'inside b1, level 3',
      'before b1, level 2',
      'inside b, level 2',
      'after a, level 1',
      'inside a, level 2',
      'before a, level 1',
    ])
    expect(way('b', 1)).toEqual(['after c, level 1'])
    expect(way('b', -1)).toEqual(['after a, level 1', 'before a, level 1'])
  })
})
