import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { MeetingFacts } from '../../domain/documents/meeting-facts.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { printedNumber } from '../../domain/minutes/minutes.ts'
import { meetingFacts } from '../facts/meeting.ts'

/** Of a meeting that was held: its real hours when both are known. */
export function heldFacts({ meeting, minutes }: MeetingFile): MeetingFacts {
  const opened = minutes?.openedAt ?? null
  const closed = minutes?.closedAt ?? null
  const hours = opened === null || closed === null ? {} : { startTime: opened, endTime: closed }
  return { ...meetingFacts(meeting), ...hours }
}

/** In the order in which papers say them: by item, then by rank; those of no item last. */
export function statementFacts(
  file: MeetingFile,
  items: readonly AgendaItem[],
): Pick<MeetingFacts, 'decisions' | 'actions'> {
  const ranks = new Map(items.map(({ id }, rank) => [id, rank]))
  const inOrder = <S extends { itemId: string; rank: number }>(statements: readonly S[]) =>
    statements
      .map((statement) => ({ statement, item: ranks.get(statement.itemId) ?? null }))
      .sort(
        (a, b) => (a.item ?? items.length) - (b.item ?? items.length) || a.statement.rank - b.statement.rank,
      )
  return {
    decisions: inOrder(file.decisions).map(({ statement: { rank, text }, item }) => ({
      number: printedNumber('D', file.meeting, rank),
      item,
      text: text.trim(),
    })),
    actions: inOrder(file.actions).map(
      ({ statement: { rank, text, owner, organisation, dueDate }, item }) => ({
        number: printedNumber('A', file.meeting, rank),
        item,
        text: text.trim(),
        owner: owner.trim(),
        organisation: organisation.trim(),
        dueDate,
      }),
    ),
  }
}

export function nextFacts({ minutes }: MeetingFile): MeetingFacts['next'] {
  if (minutes === null) return null
  const { nextMeetingDate: date, nextMeetingTime: startTime, nextMeetingPlace } = minutes
  const place = nextMeetingPlace.trim()
  return date === null && place === '' ? null : { date, startTime: date === null ? null : startTime, place }
}
