import { describe, expect, it } from 'vitest'
import { timetable, toClockTime } from '../../electron/domain/agenda/agenda.ts'
import type { SessionSpan } from '../../electron/domain/session/session.ts'
import { expectedHours } from '../../renderer/features/session/expected-hours.ts'

const DAY = '2026-12-10'
const at = (time: string, day = DAY) => new Date(`${day}T${time}:00`)
const span = (itemId: string, from: Date, to: Date | null): SessionSpan => ({
  id: `${itemId} ${from.toISOString()}`,
  version: 1,
  meetingId: 'm',
  itemId,
  startedAt: from.toISOString(),
  endedAt: to === null ? null : to.toISOString(),
})

type Said = { under?: string; minutes?: number; fixed?: string; outcome?: string }
/** Items by their names, in the order of the agenda. */
function held(items: Readonly<Record<string, Said>>, spans: readonly SessionSpan[]) {
  const live = Object.entries(items).map(([id, { under, minutes, fixed, outcome }]) => ({
    item: { id, parentId: under ?? null, durationMinutes: minutes ?? null, fixedStart: fixed ?? null },
    spans: spans.filter(({ itemId }) => itemId === id),
    outcome: outcome ?? null,
  }))
  const last = spans.at(-1)?.itemId
  return { items: live, current: live.find(({ item }) => item.id === last) ?? null, view: { spans } }
}
function told(items: Readonly<Record<string, Said>>, now: Date, spans: readonly SessionSpan[] = []) {
  const { starts, end } = expectedHours(held(items, spans), now)
  return { ...Object.fromEntries([...starts].map(([id, start]) => [id, toClockTime(start)])), end }
}

describe('the hours of what is to come', () => {
  it('follow what is left of the item that is on', () => {
    const items = { a: { minutes: 30 }, b: { minutes: 20 }, c: { minutes: 10 } }
    expect(told(items, at('14:10'), [span('a', at('14:00'), null)])).toEqual({
      b: '14:30',
      c: '14:50',
      end: 900,
    })
    // It lasts longer than was planned: the others wait for it.
    expect(told(items, at('14:40'), [span('a', at('14:00'), null)])).toEqual({
      b: '14:40',
      c: '15:00',
      end: 910,
    })
  })

  it('leave out what was on before and what will not be', () => {
    const items = { a: { minutes: 30 }, b: { minutes: 20, outcome: 'withdrawn' }, c: { minutes: 10 } }
    const spans = [span('c', at('14:00'), at('14:05')), span('a', at('14:05'), null)]
    expect(told(items, at('14:05'), spans)).toEqual({ end: 875 })
  })

  it('wait for a fixed hour, of a heading too, as the agenda does', () => {
    const items = {
      a: { minutes: 10 },
      b: { fixed: '15:00' },
      b1: { under: 'b', minutes: 20 },
      b2: { under: 'b', minutes: 20 },
    }
    const { slots, end } = timetable(
      held(items, []).items.map(({ item }, position) => ({ ...item, position, kind: 'item' as const })),
      { startTime: '14:00', endTime: null },
    )
    const planned = ['a', 'b', 'b1', 'b2'].map((id) => [id, toClockTime(slots.get(id)?.start ?? 0)])
    expect(told(items, at('14:00'))).toEqual({ ...Object.fromEntries(planned), end })
    // Past its hour nothing waits and nothing goes back.
    expect(told(items, at('15:10'), [span('a', at('14:00'), null)])).toEqual({
      ...{ b: '15:10', b1: '15:10', b2: '15:30' },
      end: 950,
    })
  })

  it('of a heading are when it began, and the longer of its duration and of what is below', () => {
    const items = {
      b: { minutes: 60, fixed: '14:00' },
      b1: { under: 'b', minutes: 10 },
      b2: { under: 'b', minutes: 10 },
      c: { minutes: 5 },
    }
    expect(told(items, at('14:00'))).toEqual({ b: '14:00', b1: '14:00', b2: '14:10', c: '15:00', end: 905 })
    const begun = span('b1', at('14:05'), at('14:10'))
    expect(told(items, at('14:12'), [begun, span('b2', at('14:10'), null)])).toEqual({
      ...{ b: '14:05', c: '15:05' },
      end: 910,
    })
    const spans = [span('b1', at('14:05'), null)]
    expect(told(items, at('14:10'), spans)).toEqual({ b: '14:05', b2: '14:15', c: '15:05', end: 910 })
  })

  it('go on after midnight, where a fixed hour is of the next day', () => {
    const items = { a: { minutes: 30 }, b: { minutes: 30, fixed: '00:45' } }
    const spans = [span('a', at('23:50'), null)]
    expect(told(items, at('00:10', '2026-12-11'), spans)).toEqual({ b: '00:45', end: 1515 })
  })
})
