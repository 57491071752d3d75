// The agenda of a meeting made ready to type under; nothing internal of an item is in it.

import type { Reader } from '../../../db/driver.ts'
import { safeFileName } from '../../../documents/file-name.ts'
import { joined, typed } from '../../../documents/head.ts'
import type { NotebookPaper } from '../../../documents/notebook/notebook.ts'
import { notebookText as text } from '../../../documents/text/notebook.ts'
import { depths, isTimed, itemNumbers, timetable, toClockTime } from '../../../domain/agenda/agenda.ts'
import { numbered } from '../../../domain/meetings/meeting-name.ts'
import { notebookHeading, notebookReference } from '../../../domain/session/notebook.ts'
import { formatDate, formatTime } from '../../../domain/text/french.ts'
import type { LongContext } from '../../context.ts'
import { agendaItems } from '../../reads/agenda.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { getBody } from '../../reads/settings.ts'

/** The bytes of the blank notebook. */
export async function renderNotebook(
  context: LongContext,
  meetingId: string,
  format: 'docx' | 'txt',
): Promise<Uint8Array> {
  const model = await context.read(({ tx }) => notebookPaper(tx, meetingId))
  return (await context.runJob('writeNotebook', { model, format })).bytes
}

/** "Carnet de notes - séance 11 - 2026-12-10.docx". */
export async function notebookFileName(context: LongContext, meetingId: string): Promise<string> {
  return context.read(async ({ tx }) => {
    const { number, date } = await liveMeeting(tx, meetingId)
    const { meetingWord } = await getBody(tx)
    return safeFileName(text.fileName(meetingWord, number, date), 'docx')
  })
}

async function notebookPaper(tx: Reader, meetingId: string): Promise<NotebookPaper> {
  const meeting = await liveMeeting(tx, meetingId)
  const body = await getBody(tx)
  const items = await agendaItems(tx, meetingId)
  const numbers = itemNumbers(items)
  const deep = depths(items)
  const { slots } = timetable(items, meeting)
  const areTimed = isTimed(items)
  const words = joined([
    typed(body.name),
    meeting.number === null ? '' : numbered(meeting.number),
    formatDate(meeting.date),
  ])
  return {
    meetingId,
    author: body.name,
    meeting: text.meeting(words, notebookReference(meetingId)),
    // Nothing is noted of a break.
    items: items
      .filter(({ kind }) => kind !== 'break')
      .map(({ id, title, presenter, organisation }) => {
        const slot = areTimed ? slots.get(id) : undefined
        const hours =
          slot === undefined || slot.end === slot.start
            ? ''
            : text.hours(formatTime(toClockTime(slot.start)), formatTime(toClockTime(slot.end)))
        const planned = joined([
          hours,
          typed(presenter),
          organisation === '' || presenter === '' ? typed(organisation) : `(${typed(organisation)})`,
        ]).replace(', (', ' (')
        return {
          id,
          depth: deep.get(id) ?? 1,
          heading: notebookHeading({ number: numbers.get(id) ?? '', title }),
          planned: planned === '' ? '' : text.planned(planned.replace(/\s+/gu, ' ')),
        }
      }),
  }
}
