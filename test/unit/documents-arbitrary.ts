import fc from 'fast-check'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import { Outcome } from '../../electron/domain/minutes/minutes.ts'
import { typography } from '../../electron/domain/text/french.ts'
import type { RichBlock } from '../../electron/domain/text/rich-text.ts'
import {
  action,
  attendee,
  bullets,
  decision,
  emptyFile,
  item,
  paragraph,
  rich,
  section,
  table,
} from './documents-builders.ts'

const undrawable = ['😀', '日', '한']

/** Typed words as printed: French typography, a visible sign for what the fonts lack. */
export function printed(words: string): string {
  return undrawable.reduce((rest, sign) => rest.replaceAll(sign, '□'), typography(words.trim()))
}

const letters = fc.constantFrom(
  ...'aeiou bcdé È œ Ÿ 0 1 9 , . : ; ! ? « » ’ " ( ) < > # * _ @ $ \\ / & % € ½ … – — °'.split(' '),
  ' ',
  ' ',
  'mot',
  'λ',
  'Ж',
  ...undrawable,
)
const words = (maxLength: number, minLength = 1) =>
  fc.string({ unit: letters, minLength, maxLength }).filter((value) => value.trim() !== '')
const title = fc.oneof(
  words(40),
  words(160, 100).map((value) => value.slice(0, 400)),
)
const line = fc.oneof(fc.constant(''), words(40))
const time = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
const date = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10))

const { blocks } = fc.letrec<{ block: RichBlock; blocks: RichBlock[] }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words(80).map((value) => paragraph(value)),
    fc.constant<RichBlock>({ type: 'paragraph' }),
    tie('blocks').map((inner): RichBlock => bullets(inner)),
    fc.tuple(fc.nat({ max: 30 }), tie('blocks')).map(
      ([start, inner]): RichBlock => ({
        type: 'orderedList',
        attrs: { start },
        content: [{ type: 'listItem', content: inner }],
      }),
    ),
    tie('blocks').map((inner): RichBlock => ({ type: 'blockquote', content: inner })),
    fc.tuple(words(10), words(20), words(20)).map(([a, b, c]): RichBlock => table([a, b], [b, c], [c, a])),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
}))
const richText = fc.oneof(fc.constant([]), blocks).map((content) => rich(...content))

/** A meeting with up to 12 items in a tree and up to 40 attendees. */
export const meetingFiles: fc.Arbitrary<FileToPrint> = fc
  .record({
    items: fc.array(
      fc.record({
        title,
        parent: fc.option(fc.nat({ max: 10 }), { nil: null }),
        kind: fc.constantFrom('item' as const, 'item' as const, 'welcome' as const, 'break' as const),
        presenter: line,
        durationMinutes: fc.option(fc.nat({ max: 240 }), { nil: null }),
        fixedStart: fc.option(time, { nil: null }),
        presentation: richText,
        exchanges: richText,
        outcome: fc.option(fc.constantFrom(...Outcome.options), { nil: null }),
        decisions: fc.array(words(60), { maxLength: 2 }),
        actions: fc.array(
          fc.record({ text: words(60), owner: line, dueDate: fc.option(date, { nil: null }) }),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 12 },
    ),
    attendees: fc.array(
      fc.record({
        familyName: words(20),
        givenName: line,
        organisation: line,
        college: fc.constantFrom('', 'État', 'Associations d’élus'),
        status: fc.constantFrom('surPlace' as const, 'visio' as const, 'excuse' as const, null),
      }),
      { maxLength: 40 },
    ),
    bodyName: words(60),
    number: fc.option(fc.integer({ min: 1, max: 999 }), { nil: null }),
    startTime: time,
    state: fc.constantFrom('drafting' as const, 'review' as const, 'validated' as const, 'approved' as const),
  })
  .map(({ items, attendees, bodyName, number, startTime, state }) => {
    const file = emptyFile()
    let rank = 0
    const tree = items.map((one, index) =>
      item(index, {
        title: one.title,
        kind: one.kind,
        presenter: one.presenter,
        durationMinutes: one.durationMinutes,
        fixedStart: one.fixedStart,
        // A parent is an earlier root, so the tree has two levels at most and no cycle.
        parentId:
          one.parent !== null && one.parent < index && items[one.parent]?.parent === null
            ? item(one.parent).id
            : null,
      }),
    )
    return {
      ...file,
      body: { ...file.body, name: bodyName },
      meeting: { ...file.meeting, number, startTime },
      minutes: file.minutes && { ...file.minutes, state },
      items: tree,
      attendees: attendees.map((one, index) => attendee(index, one)),
      sections: items.map((one, index) =>
        section(index, { presentation: one.presentation, exchanges: one.exchanges, outcome: one.outcome }),
      ),
      decisions: items.flatMap((one, index) =>
        one.decisions.map((text) => {
          rank += 1
          return decision(rank, index, text)
        }),
      ),
      actions: items.flatMap((one, index) =>
        one.actions.map((fields) => {
          rank += 1
          return action(rank, index, fields)
        }),
      ),
    }
  })
