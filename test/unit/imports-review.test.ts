import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft, DraftItem } from '../../electron/domain/agenda/draft.ts'
import { datesMeant, formOf, targetOf } from '../../renderer/features/imports/meeting-form.ts'
import {
  futureNumbers,
  nextDoubtful,
  reviewAfter,
  reviewOf,
  treeOf,
} from '../../renderer/features/imports/review.ts'
import { isDoubtful } from '../../renderer/features/imports/review-line.ts'
import { groupsOf } from '../../renderer/features/imports/source-groups.ts'

function item(title: string, more: Partial<DraftItem> = {}): DraftItem {
  return {
    number: null,
    title,
    kind: 'item',
    nature: null,
    fixedStart: null,
    durationMinutes: null,
    presenter: null,
    organisation: null,
    requester: null,
    note: null,
    children: [],
    source: { block: 0, excerpt: title, confidence: 1 },
    ...more,
  }
}

function draft(items: DraftItem[], date: string | null = null): Draft {
  return {
    kind: 'agenda',
    meeting: {
      number: null,
      title: null,
      date,
      startTime: '09:30',
      endTime: null,
      place: null,
      videoLink: null,
      phone: null,
    },
    meetingSources: {},
    items,
    participants: [],
    decisions: [],
    actions: [],
    nextMeeting: null,
    followUp: [],
    warnings: [],
  }
}

const outline = (items: readonly DraftItem[]): string =>
  items.map((one) => one.title + (one.children.length > 0 ? `(${outline(one.children)})` : '')).join(' ')

const tree = [item('a', { children: [item('b', { children: [item('c')] }), item('d')] }), item('e')]

describe('the list of lines of a draft', () => {
  it('gives back the very tree when nothing is changed', () => {
    const level = (below: fc.Arbitrary<DraftItem[]>) =>
      fc.array(
        fc.tuple(fc.string(), below).map(([title, children]) => item(title, { children })),
        { maxLength: 3 },
      )
    const threeLevels = level(level(level(fc.constant([]))))
    fc.assert(
      fc.property(threeLevels, (items) => {
        expect(treeOf(reviewOf(draft(items))).items).toEqual(items)
      }),
    )
  })

  it('hangs the children of a line that is left from the nearest one taken', () => {
    const review = reviewAfter(reviewOf(draft(tree)), { type: 'toggle', key: 1 })
    expect(outline(treeOf(review).items)).toBe('a(c d) e')
    const without = reviewAfter(review, { type: 'toggle', key: 0 })
    expect(outline(treeOf(without).items)).toBe('c d e')
  })

  it('numbers what will be taken; breaks have none', () => {
    const review = reviewOf(draft([item('x', { kind: 'break' }), ...tree]))
    const left = reviewAfter(review, { type: 'toggle', key: 2 })
    expect([...futureNumbers(left)]).toEqual([
      [1, '1'],
      [3, '1.1'],
      [4, '1.2'],
      [5, '2'],
    ])
  })

  it('merges a line into the one above, and splits a title into two lines', () => {
    const review = reviewOf(
      draft([
        item('Retour sur', { durationMinutes: 10 }),
        item('les travaux', { durationMinutes: 5, note: 'n' }),
      ]),
    )
    const merged = reviewAfter(review, { type: 'mergeUp', key: 1 })
    expect(merged.lines.map((line) => line.fields)).toMatchObject([
      { title: 'Retour sur les travaux', durationMinutes: 15, note: 'n' },
    ])
    const split = reviewAfter(merged, { type: 'split', key: 0, at: 10 })
    expect(split.lines.map((line) => [line.fields.title, line.fields.durationMinutes])).toEqual([
      ['Retour sur', 15],
      ['les travaux', null],
    ])
    expect(new Set(split.lines.map((line) => line.key)).size).toBe(2)
    expect(reviewAfter(merged, { type: 'split', key: 0, at: 0 })).toBe(merged)
    expect(reviewAfter(review, { type: 'mergeUp', key: 0 })).toBe(review)
  })

  it('doubts what was read with little certainty until somebody looked, and what has no title', () => {
    const doubt = { block: 0, excerpt: '?', confidence: 0.4 }
    const review = reviewOf(draft([item('a'), item('b', { source: doubt }), item('c'), item('', {})]))
    expect(review.lines.filter((line) => isDoubtful(line)).map((line) => line.key)).toEqual([1, 3])
    expect([null, 1, 3].map((key) => nextDoubtful(review, key, (line) => isDoubtful(line)))).toEqual([
      1, 3, 1,
    ])
    const seen = reviewAfter(review, { type: 'confirm', key: 1 })
    const named = reviewAfter(seen, { type: 'correct', key: 3, patch: { title: 'd' } })
    expect(nextDoubtful(named, 0, (line) => isDoubtful(line))).toBeNull()
    const left = [1, 3].reduce((now, key) => reviewAfter(now, { type: 'toggle', key }), review)
    expect(nextDoubtful(left, 0, (line) => isDoubtful(line))).toBeNull()
  })

  it('indents no deeper than one level under the line above', () => {
    const review = reviewOf(draft([item('a'), item('b'), item('c')]))
    const deep = [1, 1, 2, 2, 2].reduce(
      (now, key) => reviewAfter(now, { type: 'indent', key, by: 1 }),
      review,
    )
    expect(outline(treeOf(deep).items)).toBe('a(b(c))')
    expect(reviewAfter(review, { type: 'indent', key: 0, by: 1 }).lines[0]?.depth).toBe(1)
  })
})

describe('the meeting of a file', () => {
  it('never makes up a year: a date without one stays to be asked', () => {
    const form = formOf(draft([], '--02-06'), null)
    expect(form.date).toBeNull()
    expect(targetOf(form)).toBeNull()
    expect(targetOf({ ...form, date: '2027-02-06' })).toEqual({
      type: 'new',
      fields: { date: '2027-02-06', startTime: '09:30' },
    })
    expect(targetOf({ ...form, meetingId: 'm' })).toEqual({ type: 'existing', meetingId: 'm' })
  })

  it('proposes the years around today, only on the weekday the file names, only dates that exist', () => {
    expect(datesMeant('--02-06', 'Date : 06/02', '2026-11-24')).toEqual([
      '2025-02-06',
      '2026-02-06',
      '2027-02-06',
    ])
    expect(datesMeant('--02-06', 'Jeudi 6 février', '2026-11-24')).toEqual(['2025-02-06'])
    expect(datesMeant('--02-06', 'lundi 6 février', '2026-11-24')).toHaveLength(3)
    expect(datesMeant('--02-29', '', '2027-11-24')).toEqual(['2028-02-29'])
  })
})

describe('the page of a file', () => {
  it('keeps rows of one table together and points to their own blocks', () => {
    const groups = groupsOf([
      { type: 'paragraph', text: 'p' },
      { type: 'row', table: 0, cells: ['a', 'b'] },
      { type: 'row', table: 0, cells: ['c'] },
      { type: 'row', table: 1, cells: ['d'] },
    ])
    expect(
      groups.map((group) => (group.type === 'table' ? group.rows.map((row) => row.index) : group.index)),
    ).toEqual([0, [1, 2], [3]])
  })
})
