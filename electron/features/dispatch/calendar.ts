import type { Reader } from '../../db/driver.ts'
import { safeFileName } from '../../documents/file-name.ts'
import { typed } from '../../documents/head.ts'
import { dispatchText as text } from '../../documents/text/dispatch.ts'
import { isTimed, timetable } from '../../domain/agenda/agenda.ts'
import { agendaContent } from '../../domain/agenda/version.ts'
import type { Dispatch, Recipient } from '../../domain/dispatch/dispatch.ts'
import type { Body } from '../../domain/meetings/body.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { headersOf, isAddress, type Mailbox } from '../../domain/people/addresses.ts'
import {
  type CalendarContent,
  type CalendarFile,
  calendarSequence,
  calendarSpan,
  calendarText,
  calendarUid,
} from '../../domain/time/calendar-file.ts'
import { agendaItems } from '../reads/agenda.ts'
import { agendaLines } from './agenda-lines.ts'

export type Calendar = {
  fileName: string
  file: CalendarFile
  /** Its content, to be compared with the next one. */
  content: string
}

export async function calendarFor(
  tx: Reader,
  about: { body: Body; meeting: Meeting; dispatch: Dispatch; recipients: readonly Recipient[] },
): Promise<Calendar> {
  const { body, meeting, dispatch, recipients } = about
  const content = await calendarContent(tx, body, meeting, dispatch.kind === 'cancellation')
  const said = calendarText(content)
  const { to, cc } = headersOf(recipients)
  const file: CalendarFile = {
    uid: calendarUid(meeting.id),
    sequence: calendarSequence(await lastSent(tx, meeting.id), said),
    stampedAt: dispatch.createdAt,
    content,
    organizer: senderOf(body),
    attendees: [
      ...to.map((mailbox) => ({ ...mailbox, required: true })),
      ...cc.map((mailbox) => ({ ...mailbox, required: false })),
    ],
  }
  return { fileName: calendarName(body, meeting), file, content: said }
}

export function calendarName(body: Body, meeting: Meeting): string {
  return safeFileName([meeting.date, body.acronym.trim(), text.calendarFile].filter(Boolean).join('_'), 'ics')
}

/** The secretariat as sender and organiser; null when its address is missing or no address. */
export function senderOf(body: Body): Mailbox | null {
  const address = body.email.trim()
  return isAddress(address)
    ? { name: text.senderName(body.acronym.trim() || typed(body.name)), address }
    : null
}

/** What a calendar file of the meeting says now. */
export async function calendarContent(
  tx: Reader,
  body: Body,
  meeting: Meeting,
  cancelled = false,
): Promise<CalendarContent> {
  const items = await agendaItems(tx, meeting.id)
  const lines = agendaLines(agendaContent(meeting, items))
  const link = meeting.videoLink.trim()
  const paragraphs = [
    cancelled ? text.calendarCancelled(typed(meeting.cancelReason)) : '',
    link === '' ? '' : text.calendarLink(link),
    lines === '' ? '' : `${text.calendarAgenda}\n${lines}`,
  ]
  return {
    ...calendarSpan(meeting, isTimed(items) ? timetable(items, meeting).end : null),
    summary: text.calendarSummary(
      body.acronym.trim() || typed(body.name),
      body.meetingWord,
      meeting.number,
      typed(meeting.title),
    ),
    location: typed(meeting.place),
    description: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
    link: /^https?:\/\/\S+$/i.test(link) && URL.canParse(link) ? link : '',
    cancelled,
  }
}

/** The lines of the agenda in a description. */
export const agendaIn = (description: string) =>
  description.split('\n\n').find((paragraph) => paragraph.startsWith(text.calendarAgenda)) ?? ''

/** The calendar file that went out last; undoing the sending takes it back. */
async function lastSent(tx: Reader, meetingId: string): Promise<{ sequence: number; text: string } | null> {
  const row = await tx
    .selectFrom('dispatch')
    .select(['calendarSequence', 'calendarContent'])
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'sent')
    .where('calendarSequence', 'is not', null)
    .orderBy('calendarSequence', 'desc')
    .executeTakeFirst()
  if (row === undefined || row.calendarSequence === null) return null
  return { sequence: row.calendarSequence, text: row.calendarContent ?? '' }
}
