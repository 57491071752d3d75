import { itemNatureWords } from '../../../../electron/domain/agenda/agenda-words.ts'
import type { Draft, DraftItem, DraftSource } from '../../../../electron/domain/agenda/draft.ts'
import {
  formatDateWithoutWeekday,
  formatDuration,
  formatTime,
} from '../../../../electron/domain/text/french.ts'
import { attendanceStatusText } from '../../../text/attendance.ts'
import { understoodText as text } from '../../../text/old-files-understood.ts'
import { SURE } from '../review-line.ts'

export type Part = 'items' | 'participants' | 'decisions' | 'actions'

export type UnderstoodRow = {
  readonly id: string
  /** Place in its part; what a source page knows a line by. */
  readonly key: number
  readonly number: string | null
  readonly title: string
  /** The rest of what is known, in the order of reading. */
  readonly more: readonly string[]
  /** From 0. */
  readonly depth: number
  readonly isSure: boolean
  readonly taken: true
  readonly source: DraftSource
}

type Said = Pick<UnderstoodRow, 'number' | 'title' | 'more' | 'source'> & { depth?: number }

export function understoodRows(draft: Draft): Readonly<Record<Part, readonly UnderstoodRow[]>> {
  return {
    items: draft.items.flatMap((item) => itemRows(item, 0)).map(row('items')),
    participants: draft.participants
      .map((person) => ({
        number: null,
        title: words(person.givenName, person.familyName).join(' '),
        more: words(
          person.role,
          person.organisation,
          person.attendance === null ? null : attendanceStatusText[person.attendance],
        ),
        source: person.source,
      }))
      .map(row('participants')),
    decisions: draft.decisions
      .map((decision) => ({
        number: decision.number,
        title: decision.text,
        more: words(decision.itemNumber === null ? null : text.underItem(decision.itemNumber)),
        source: decision.source,
      }))
      .map(row('decisions')),
    actions: draft.actions
      .map((action) => ({
        number: action.number,
        title: action.text,
        more: words(
          action.owner,
          action.organisation,
          action.dueDate === null ? null : text.due(dateWords(action.dueDate)),
          action.itemNumber === null ? null : text.underItem(action.itemNumber),
        ),
        source: action.source,
      }))
      .map(row('actions')),
  }
}

/** A date without a year is told as it was read. */
export function dateWords(date: string): string {
  return date.startsWith('-')
    ? text.noYear(`${date.slice(5, 7)}/${date.slice(2, 4)}`)
    : formatDateWithoutWeekday(date)
}

function itemRows(item: DraftItem, depth: number): Said[] {
  const { number, title, fixedStart, durationMinutes, durationRange, nature, presenter, organisation } = item
  const duration =
    durationMinutes !== null
      ? formatDuration(durationMinutes)
      : durationRange === undefined
        ? null
        : durationRange.map(formatDuration).join(' – ')
  const more = words(
    fixedStart === null ? null : formatTime(fixedStart),
    duration,
    nature === null ? null : itemNatureWords[nature],
    presenter,
    organisation,
  )
  return [
    { number, title, more, depth, source: item.source },
    ...item.children.flatMap((child) => itemRows(child, depth + 1)),
  ]
}

const row =
  (part: Part) =>
  (said: Said, key: number): UnderstoodRow => ({
    depth: 0,
    ...said,
    id: `${part}-${key}`,
    key,
    isSure: said.source.confidence >= SURE && said.title.trim() !== '',
    taken: true,
  })

function words(...said: readonly (string | null)[]): string[] {
  return said.flatMap((one) => (one === null || one.trim() === '' ? [] : [one]))
}
