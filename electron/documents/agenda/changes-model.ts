import { z } from 'zod'
import { agendaChanges, headChanges, movedHours } from '../../domain/agenda/changes.ts'
import type { AgendaChange, AgendaContent } from '../../domain/agenda/version.ts'
import type { ClockTime } from '../../domain/ids.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { formatDate, formatTime, formatTimeRange } from '../../domain/text/french.ts'
import { DocumentHead, documentHead, fact, joined, Row, typed } from '../head.ts'
import { agendaText, changesText } from '../text/agenda.ts'
import { meetingText } from '../text/meeting.ts'
import { changeInWords, headEditsInWords } from './change-words.ts'

/** A titled table whose cells are lines; the first cell of a row names the row. */
const LinesTable = z.strictObject({
  heading: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.array(z.string()))),
})

export const AgendaChangesModel = z.strictObject({
  kind: z.literal('agendaChanges'),
  head: DocumentHead,
  facts: z.array(Row),
  /** Only tables that have rows: the meeting itself, the items, the hours of those who speak. */
  tables: z.array(LinesTable),
  /** Said under its heading when there is nothing to compare; null otherwise. */
  nothing: z.strictObject({ heading: z.string(), sentence: z.string() }).nullable(),
})
export type AgendaChangesModel = z.infer<typeof AgendaChangesModel>

/** Two contents of one agenda that differ, with the numbers of their versions; null for one that is not published. */
export type Compared = {
  before: { number: number; content: AgendaContent }
  after: { number: number | null; content: AgendaContent }
}

/** @param compared null while there are no two versions. */
export function agendaChangesModel(file: MeetingFile, compared: Compared | null): AgendaChangesModel {
  const { meeting } = file
  const number = compared?.after.number ?? null
  const tables = compared === null ? [] : tablesOf(compared).filter(({ rows }) => rows.length > 0)
  const isDraft = compared !== null && number === null
  const mention = isDraft ? changesText.draft : number === null ? '' : agendaText.version(number)
  return {
    kind: 'agendaChanges',
    head: documentHead(file, 'agendaChanges', mention, isDraft ? changesText.draftNotice : ''),
    facts: [
      ...fact(meetingText.subject, typed(meeting.title)),
      ...fact(
        meetingText.date,
        joined([formatDate(meeting.date), formatTimeRange(meeting.startTime, meeting.endTime)]),
      ),
      ...fact(meetingText.place, typed(meeting.place)),
      ...fact(changesText.compared, compared === null ? '' : comparedWords(compared)),
    ],
    tables,
    nothing:
      compared === null ? { heading: changesText.changes, sentence: changesText.nothingToCompare } : null,
  }
}

function comparedWords({ before, after }: Compared): string {
  return after.number === null
    ? changesText.sinceVersion(before.number)
    : changesText.between(before.number, after.number)
}

function tablesOf({ before, after }: Compared): AgendaChangesModel['tables'] {
  const [old, now] = [before.content, after.content]
  return [
    {
      heading: changesText.meeting,
      columns: [...changesText.meetingColumns],
      rows: headEditsInWords(old, now, headChanges(old, now)).map((edit) => [
        [edit.field],
        [said(edit.before)],
        [said(edit.after)],
      ]),
    },
    {
      heading: changesText.changes,
      columns: [...changesText.changeColumns],
      rows: agendaChanges(old, now).flatMap((difference) => changeRows(changeInWords(difference))),
    },
    {
      heading: changesText.hours,
      columns: [...changesText.hourColumns],
      rows: movedHours(old, now).map((moved) => [
        [typed(moved.presenter)],
        [typed(moved.title)],
        [said(hour(moved.before))],
        [said(hour(moved.after))],
      ]),
    },
  ]
}

/** One row, or one per edit: what was and what is stand side by side even when they take several lines. */
function changeRows(change: AgendaChange): string[][][] {
  const { type, numberBefore, numberAfter, startBefore, startAfter } = change
  const word = changesText.types[type]
  const name = joined([numberAfter ?? numberBefore ?? '', typed(change.title)], ' ')
  if (type !== 'edited')
    return [[[word], [name], [place(numberBefore, startBefore)], [place(numberAfter, startAfter)]]]
  return change.edits.map((edit) => [[word], [name, edit.field], [said(edit.before)], [said(edit.after)]])
}

/** "point 3, 14 h 30"; a dash where the item is not. */
function place(number: string | null, start: ClockTime | null): string {
  const where = number === null || number === '' ? '' : changesText.itemNumber(number)
  return said(joined([where, hour(start)]))
}

function hour(time: ClockTime | null): string {
  return time === null ? '' : formatTime(time)
}

function said(words: string): string {
  return words === '' ? changesText.nothing : words
}
