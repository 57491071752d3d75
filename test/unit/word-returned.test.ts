import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { agendaDifferences } from '../../electron/domain/agenda/review.ts'
import type { FileToPrint } from '../../electron/domain/meetings/meeting-file.ts'
import type { Difference } from '../../electron/domain/minutes/difference.ts'
import { reviewDifferences } from '../../electron/domain/minutes/review-differences.ts'
import {
  agendaColumns,
  besideAgenda,
  betweenItems,
  sentAgenda,
} from '../../electron/features/minutes/observations/sent-agenda.ts'
import { type SentPlace, sentMinutes } from '../../electron/features/minutes/observations/sent-minutes.ts'
import { readReview } from '../../electron/imports/word-review/read-review.ts'
import { type ExpectedDifference, expectedReturns } from '../fixtures/returned/expected.ts'
import {
  agendaMeeting,
  olderMeeting,
  otherMeeting,
  sentMeeting,
} from '../fixtures/returned/source/meetings.ts'

const folder = fileURLToPath(new URL('../fixtures/returned/', import.meta.url))
const bytesOf = (name: string) => new Uint8Array(readFileSync(folder + name))
const read = (fileName: string) => readReview({ fileName, bytes: bytesOf(fileName) })

const sentTo: Readonly<Record<string, () => FileToPrint>> = {
  'older-version.docx': olderMeeting,
  'other-meeting.docx': otherMeeting,
}
const minutes = Object.entries(expectedReturns).filter(
  ([, { paper, verdict }]) => paper === 'minutes' && verdict !== 'no-text',
)

const words = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** Compared parts of a difference, white space aside. */
function told(one: ExpectedDifference) {
  return {
    kind: one.kind,
    item: one.item,
    before: words(one.before),
    after: words(one.after),
    author: one.author ?? '',
    // Word writes the clock of the desk: its Z says nothing.
    date: one.date === null ? null : Date.parse(one.date.replace(/Z$/, '')),
    comment: words(one.comment),
    on: words(one.on ?? ''),
    resolved: one.resolved ?? false,
    moved:
      one.moved === undefined
        ? null
        : { paragraphs: one.moved.paragraphs.map(words), before: words(one.moved.before) },
    place: one.before === '' ? words(one.place) : '',
    anchor: one.before === '' ? null : one.anchor,
  }
}

/** The same of what was found: an answer to a comment stands in the comment, and is told after it. */
function found(one: Difference, sent: readonly SentPlace[], numbers: ReadonlyMap<string, string>) {
  const place = one.at === null ? undefined : sent[one.at]
  const base = {
    kind: one.kind,
    item: place?.itemId == null ? null : (numbers.get(place.itemId) ?? null),
    before: words(one.before),
    after: words(one.after),
    resolved: one.comment?.isResolved ?? false,
    on: words(one.comment?.quoted ?? ''),
    moved:
      one.moved === null
        ? null
        : {
            paragraphs: one.moved.texts.map(words),
            before: words(one.moved.next === null ? '' : (sent[one.moved.next]?.text ?? '')),
          },
    place: one.before === '' ? words(place?.text ?? '') : '',
    anchor: one.before === '' ? null : (place?.anchor ?? null),
  }
  const said = [
    { author: one.author, at: one.authoredAt, text: one.comment?.text ?? '' },
    ...(one.comment?.replies ?? []),
  ]
  return said.map(({ author, at, text }) => ({
    ...base,
    author,
    date: at === null ? null : Date.parse(at),
    comment: words(text),
  }))
}

const key = (one: { before: string; after: string; author: string; comment: string }) =>
  `${one.before} ${one.after} ${one.author} ${one.comment}`

describe('a file that came back', () => {
  it.each(minutes)('%s is read: each difference once, at its place', (name, { differences }) => {
    const file = (sentTo[name] ?? sentMeeting)()
    const model = minutesModel(file)
    const sent = sentMinutes(file, model)
    const numbers = new Map(file.items.map((item, index) => [item.id, String(index + 1)]))
    const review = read(name)
    const all = reviewDifferences(sent, review).differences.flatMap((one) => found(one, sent, numbers))
    const sorted = <T extends Parameters<typeof key>[0]>(list: readonly T[]) =>
      [...list].sort((a, b) => key(a).localeCompare(key(b)))
    expect(sorted(all)).toEqual(sorted(differences.map(told)))
  })

  it('holds no text when its pages are pictures', () => {
    const review = read('images-only.docx')
    expect(review.paragraphs).toEqual([])
    expect(review.pictures).toBeGreaterThan(0)
  })
})

describe('an agenda that its reader corrected', () => {
  it.each(Object.entries(expectedReturns).filter(([, { paper }]) => paper === 'agenda'))(
    '%s says which rows, which cells, and by whom',
    (name, { differences }) => {
      const file = agendaMeeting()
      const sent = sentAgenda(file)
      const { differences: all } = agendaDifferences(sent, read(name), {
        columnsOf: agendaColumns,
        beside: besideAgenda(file),
        between: betweenItems,
      })
      const told = differences.map((one) => ({
        kind: one.kind,
        item: one.before === '' ? null : one.item,
        before: words(one.before),
        after: words(one.after),
        author: one.author ?? '',
        comment: words(one.comment),
        near: one.before === '' ? words(one.place) : '',
      }))
      expect(
        all.map((one) => {
          const row = one.at === null ? undefined : sent[one.at]
          return {
            kind: one.kind,
            item: one.before === '' ? null : (row?.number ?? null),
            before: words(one.before),
            after: words(one.after),
            author: one.author,
            comment: words(one.comment?.text ?? ''),
            near: one.before === '' ? words(row?.cells.title ?? '') : '',
          }
        }),
      ).toEqual(told)
    },
  )
})
