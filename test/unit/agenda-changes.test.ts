import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgendaItem, blankItem, toClockTime } from '../../electron/domain/agenda/agenda.ts'
import {
  type AgendaDifference,
  agendaChanges,
  headChanges,
  movedHours,
  sameContent,
} from '../../electron/domain/agenda/changes.ts'
import { agendaContent } from '../../electron/domain/agenda/version.ts'
import { mayGoUnder, moveTo, without } from '../../renderer/features/agenda/tree.ts'

const meeting = { date: '2026-12-10', startTime: '14:00', endTime: '16:30', place: 'salle Condorcet' }
const content = (items: readonly AgendaItem[]) => agendaContent(meeting, items)

function item(id: string, parentId: string | null, position: number, more: Partial<AgendaItem>): AgendaItem {
  return { ...blankItem, id, version: 1, meetingId: 'm', parentId, position, title: id, ...more }
}

const fields = fc.record({
  kind: fc.constantFrom('item' as const, 'item' as const, 'break' as const),
  nature: fc.constantFrom(null, 'information' as const, 'avis' as const),
  presenter: fc.constantFrom('', 'Hélène Marchetti', 'Paul Exemple'),
  durationMinutes: fc.option(fc.integer({ min: 0, max: 60 })),
  fixedStart: fc.option(fc.integer({ min: 840, max: 1000 }).map(toClockTime), { freq: 8 }),
})

/** Trees of at most three levels: each item hangs from an earlier one or from none. */
const trees = fc.array(fc.tuple(fc.integer({ min: -3, max: 12 }), fields), { maxLength: 14 }).map((drawn) => {
  const items: AgendaItem[] = []
  const depth: number[] = []
  for (const [rank, [parent, more]] of drawn.entries()) {
    const above = parent >= 0 && parent < rank && (depth[parent] ?? 9) < 3 ? parent : -1
    depth.push(above < 0 ? 1 : (depth[above] ?? 0) + 1)
    const parentId = above < 0 ? null : `i${above}`
    items.push(item(`i${rank}`, parentId, items.filter((one) => one.parentId === parentId).length, more))
  }
  return items
})

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]
const idOf = (difference: AgendaDifference) =>
  difference.type === 'removed' ? difference.before.id : difference.after.id
const idsOf = (differences: readonly AgendaDifference[], type: AgendaDifference['type']) =>
  differences.filter((one) => one.type === type).map(idOf)
const places = (items: readonly AgendaItem[]) =>
  content(items).items.map(({ id, parentId }) => `${id} in ${parentId}`)

describe('agenda changes', () => {
  it('say nothing of an agenda that is the same', () => {
    fc.assert(
      fc.property(trees, (items) => {
        expect(agendaChanges(content(items), content([...items].reverse()))).toEqual([])
        expect(movedHours(content(items), content(items))).toEqual([])
        expect(sameContent(content(items), content(items))).toBe(true)
      }),
    )
  })

  it('say one move for one move, wherever it goes, and nothing else', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), fc.nat(), (items, which, under, index) => {
        const moved = pick(items, which)
        if (moved === undefined) return
        const parents = [null, ...items.map(({ id }) => id)].filter((id) => mayGoUnder(items, moved.id, id))
        const parentId = pick(parents, under) ?? null
        const after = moveTo(items, moved.id, { parentId, index: index % 6 })
        const differences = agendaChanges(content(items), content(after))
        const stays = places(items).join() === places(after).join()
        expect(differences.map(({ type }) => type)).toEqual(stays ? [] : ['moved'])
      }),
    )
  })

  it('say the fewest moves for any new order', () => {
    const orders = fc
      .integer({ min: 0, max: 7 })
      .chain((size) => fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }))
    fc.assert(
      fc.property(orders, (order) => {
        const before = order.map((_, rank) => item(`i${rank}`, null, rank, {}))
        const after = order.map((rank, position) => item(`i${rank}`, null, position, {}))
        const moved = idsOf(agendaChanges(content(before), content(after)), 'moved')
        // Without those that moved, the order is the former one …
        const rest = order.filter((rank) => !moved.includes(`i${rank}`))
        expect(rest).toEqual([...rest].sort((a, b) => a - b))
        // … and no smaller choice would do.
        let longest = 0
        for (let mask = 0; mask < 2 ** order.length; mask += 1) {
          const kept = order.filter((_, at) => (mask >> at) % 2 === 1)
          if (kept.every((rank, at) => at === 0 || rank > (kept[at - 1] ?? 0)))
            longest = Math.max(longest, kept.length)
        }
        expect(moved).toHaveLength(order.length - longest)
      }),
    )
  })

  it('say of two items that changed places that the one that went up moved', () => {
    const order = (...ids: string[]) => content(ids.map((id, rank) => item(id, null, rank, {})))
    expect(idsOf(agendaChanges(order('a', 'b', 'c', 'd'), order('a', 'c', 'b', 'd')), 'moved')).toEqual(['c'])
    expect(idsOf(agendaChanges(order('a', 'b'), order('b', 'a')), 'moved')).toEqual(['b'])
  })

  it('say what was added and what was removed, the one being the other seen backwards', () => {
    fc.assert(
      fc.property(trees, fc.array(fc.nat(), { maxLength: 4 }), (items, gone) => {
        const less = gone.reduce((rest, at) => without(rest, pick(rest, at)?.id ?? ''), items)
        const [removed, added] = [
          agendaChanges(content(items), content(less)),
          agendaChanges(content(less), content(items)),
        ]
        const lost = content(items)
          .items.map(({ id }) => id)
          .filter((id) => !less.some((one) => one.id === id))
        expect(removed.map(({ type }) => type)).toEqual(lost.map(() => 'removed'))
        expect(idsOf(removed, 'removed')).toEqual(lost)
        expect(idsOf(added, 'added')).toEqual(lost)
      }),
    )
  })

  it('say each edited field once, whatever else happens to the agenda', () => {
    const edits: readonly Partial<AgendaItem>[] = [
      { title: 'Autre' },
      { nature: 'decision' },
      { presenter: 'Autre personne', organisation: 'Autre organisme' },
      { durationMinutes: 61 },
      { fixedStart: '17:00', requester: 'Association de démonstration' },
    ]
    fc.assert(
      fc.property(trees, fc.nat(), fc.constantFrom(...edits), fc.boolean(), (items, which, edit, less) => {
        const edited = pick(items, which)
        if (edited === undefined) return
        const rest = less ? without(items, pick(items, which + 1)?.id ?? '') : items
        if (!rest.some(({ id }) => id === edited.id)) return
        const after = rest.map((one) => (one.id === edited.id ? { ...one, ...edit } : one))
        const found = agendaChanges(content(items), content(after)).filter(({ type }) => type === 'edited')
        const said = found.map((one) => [idOf(one), one.type === 'edited' ? [...one.fields].sort() : []])
        expect(said).toEqual([[edited.id, Object.keys(edit).sort()]])
      }),
    )
  })

  it('ignore what is not printed, and the spaces around what is', () => {
    const before = item('a', null, 0, { title: 'Annuaire', presenter: 'Hélène Marchetti' })
    const after = {
      ...before,
      ...{ title: ' Annuaire ', note: 'Interne', disagreement: 'Trop tôt', disagreementBy: 'Quelqu’un' },
      ...{ presenterId: 'p', organisationId: 'o', version: 7 },
    }
    expect(sameContent(content([before]), content([after]))).toBe(true)
    expect(JSON.stringify(content([after]))).not.toMatch(/Interne|Trop tôt|Quelqu/)
  })

  it('put a removed item where it was', () => {
    const row = (...ids: string[]) => ids.map((id, rank) => item(id, null, rank, { title: `de ${id}` }))
    const after = row('e', 'b', 'd').map((one) => (one.id === 'b' ? { ...one, title: 'autre' } : one))
    const found = agendaChanges(content(row('a', 'b', 'c', 'd', 'e')), content(after))
    expect(found.map((one) => [one.type, idOf(one)])).toEqual([
      ['removed', 'a'],
      ['moved', 'e'],
      ['edited', 'b'],
      ['removed', 'c'],
    ])
  })

  it('say what changed of the meeting itself', () => {
    const moved = agendaContent({ ...meeting, date: '2026-12-17', place: 'salle 2' }, [])
    expect(headChanges(content([]), moved)).toEqual(['date', 'place'])
    expect(sameContent(content([]), moved)).toBe(false)
  })
})

describe('moved hours', () => {
  const talk = (id: string, position: number, more: Partial<AgendaItem> = {}) =>
    item(id, null, position, { presenter: `Porteur ${id}`, durationMinutes: 20, ...more })

  it('are those of presenters whose item stays and starts at another time', () => {
    const before = content([talk('a', 0), talk('b', 1), talk('c', 2, { presenter: ' ' }), talk('d', 3)])
    const after = content([
      ...[talk('a', 0), talk('new', 1, { durationMinutes: 5 }), talk('b', 2)],
      ...[talk('c', 3, { presenter: '' }), talk('d', 4, { fixedStart: '15:00' })],
    ])
    expect(movedHours(before, after)).toEqual([
      { itemId: 'b', title: 'b', presenter: 'Porteur b', presenterId: null, before: '14:20', after: '14:25' },
    ])
  })

  it('are also those that are said for the first time', () => {
    const before = content([talk('a', 0, { durationMinutes: null })])
    expect(movedHours(before, content([talk('a', 0)]))).toMatchObject([{ before: null, after: '14:00' }])
  })

  it('never name an item whose hour stays', () => {
    fc.assert(
      fc.property(trees, fc.nat(), (items, which) => {
        const longer = items.map((one, rank) =>
          rank === which % Math.max(1, items.length) ? { ...one, durationMinutes: 61 } : one,
        )
        const [before, after] = [content(items), content(longer)]
        const starts = new Map(before.items.map(({ id, start }) => [id, start]))
        for (const moved of movedHours(before, after)) {
          expect(moved.after).not.toBe(moved.before)
          expect(moved.before).toBe(starts.get(moved.itemId))
        }
      }),
    )
  })
})
