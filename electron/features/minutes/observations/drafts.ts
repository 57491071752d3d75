import type { ObservationDraft } from '../../../contract/observations.ts'
import { placesText as text } from '../../../documents/text/places.ts'
import type { AgendaDifference } from '../../../domain/agenda/review.ts'
import { LINE_LENGTH, TEXT_LENGTH } from '../../../domain/limits.ts'
import type { Difference } from '../../../domain/minutes/difference.ts'
import { newId } from '../../new-id.ts'
import type { SentItem } from './sent-agenda.ts'
import type { SentPlace } from './sent-minutes.ts'

type Fields = Omit<ObservationDraft, 'id' | 'isKnown'>

/** Longest words quoted of a neighbour. */
const MAX_QUOTE = 120

export function minutesDrafts(
  differences: readonly Difference[],
  sent: readonly SentPlace[],
  now: Date,
): ObservationDraft[] {
  return differences.map((difference) => {
    const at = difference.at === null ? undefined : sent[difference.at]
    const isNew = difference.kind === 'change' && difference.before === ''
    const after = difference.moved?.after ?? null
    return draftOf(difference, now, {
      itemId: at?.itemId ?? null,
      anchor: difference.moved === null ? putAnchor(difference, at) : moveAnchor(difference, sent),
      place: at === undefined ? text.atTop : isNew ? text.after(at.place) : at.place,
      comment:
        difference.moved === null
          ? commentOf(difference)
          : moveWords(after === null ? undefined : sent[after]?.text),
    })
  })
}

/** Of new words that are no paragraph like the one after which they come, how they stand to it: `a_3/row`. */
function putAnchor({ before, put }: Difference, at: SentPlace | undefined): string {
  const anchor = at?.anchor ?? ''
  return anchor === '' || before !== '' || put === 'like' ? anchor : `${anchor}/${put}`
}

/** Of a move: the first paragraph that goes, how many, and after which: `a_3+2>a_7`. */
function moveAnchor({ at, moved }: Difference, sent: readonly SentPlace[]): string {
  const from = at === null ? null : (sent[at]?.anchor ?? null)
  const after = moved === null || moved.after === null ? null : (sent[moved.after]?.anchor ?? null)
  if (from === null || moved === null || after === null) return from ?? ''
  return `${from}${moved.texts.length === 1 ? '' : `+${moved.texts.length}`}>${after}`
}

/** The cell of a row is named after the row; what a new row says besides its title follows below it. */
export function agendaDrafts(
  differences: readonly AgendaDifference[],
  sent: readonly SentItem[],
  now: Date,
): ObservationDraft[] {
  return differences.map((difference) => {
    const { cell, before, after, kind, others } = difference
    const row = difference.at === null ? undefined : sent[difference.at]
    const isNew = kind === 'change' && before === ''
    const item = row === undefined ? '' : text.item(row.number, row.title.slice(0, 80))
    const detail =
      kind === 'move'
        ? text.movedItem
        : cell !== null
          ? text.cells[cell]
          : kind === 'comment'
            ? ''
            : isNew
              ? text.newItem
              : text.removedItem
    const near = difference.standsAfter === null ? undefined : sent[difference.standsAfter]?.cells.title
    return draftOf({ ...difference, after: isNew ? [after, ...others].join('\n') : after }, now, {
      itemId: row?.itemId ?? null,
      anchor: row === undefined ? '' : row.anchor + partOf(difference, sent),
      place: difference.isBeside
        ? besideWords(difference.paragraph)
        : isNew
          ? item === ''
            ? text.newItem
            : text.after(item)
          : [item, detail].filter((words) => words !== '').join(', '),
      comment: kind === 'move' ? moveWords(near) : commentOf(difference),
    })
  })
}

const besideWords = (paragraph: number | null) =>
  [text.besideItems, ...(paragraph === null ? [] : [text.paragraph(paragraph + 1)])].join(', ')

/** The part of a row that is meant; of a move, the item after which it goes ("first" when there is none). */
function partOf({ kind, cell, standsAfter }: AgendaDifference, sent: readonly SentItem[]): string {
  if (kind === 'move') return `>${standsAfter === null ? 'first' : (sent[standsAfter]?.itemId ?? 'first')}`
  return cell === null || cell === 'title' ? '' : `/${cell}`
}

function draftOf(
  difference: Pick<Difference, 'kind' | 'source' | 'before' | 'after' | 'author' | 'authoredAt' | 'comment'>,
  now: Date,
  place: Pick<Fields, 'itemId' | 'anchor' | 'place' | 'comment'>,
): ObservationDraft {
  return {
    id: newId(now),
    ...place,
    anchor: place.anchor.slice(0, 200),
    place: place.place.slice(0, LINE_LENGTH),
    comment: place.comment.slice(0, TEXT_LENGTH),
    organisation: '',
    organisationId: null,
    author: difference.author.slice(0, LINE_LENGTH),
    authoredAt: difference.authoredAt,
    kind: difference.kind,
    beforeText: difference.before.slice(0, TEXT_LENGTH),
    afterText: difference.after.slice(0, TEXT_LENGTH),
    source: difference.source,
    isKnown: false,
    isResolved: difference.comment?.isResolved ?? false,
  }
}

/** Its subject, its words, the answers to it; of words struck by hand, the question. */
function commentOf({ comment, struck }: Pick<Difference, 'comment' | 'struck'>): string {
  if (struck !== null) return text.struck(shortened(struck))
  if (comment === null) return ''
  const quoted = shortened(comment.quoted)
  return [
    ...(quoted === '' ? [] : [text.quoted(quoted)]),
    comment.text,
    ...comment.replies.map(({ author, text: words }) =>
      author === '' ? text.replyUnsigned(words) : text.reply(author, words),
    ),
  ].join('\n')
}

const moveWords = (after: string | undefined) =>
  after === undefined ? text.moveFirst : text.moveAfter(shortened(after))

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  return line.length <= MAX_QUOTE ? line : `${line.slice(0, MAX_QUOTE).replace(/(?<!\s)\s+\S*$/u, '')}…`
}
