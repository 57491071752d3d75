import type { CivilDate } from '../../domain/ids.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { printedNumber } from '../../domain/minutes/minutes.ts'
import { fullName } from '../../domain/people/full-name.ts'
import {
  formatDate,
  formatDateWithoutWeekday,
  formatSize,
  formatTimeRange,
} from '../../domain/text/french.ts'
import { stateNow } from '../followed-up.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { raisedMarkup } from '../paper/raised.ts'
import { meetingText } from '../text/meeting.ts'
import { minutesText } from '../text/minutes.ts'
import { openProfileText as text } from '../text/open-profile.ts'
import { factsOf, type Look, linkTo, pageOf, tableOf, unbroken } from './page.ts'

export type KeptFile = { path: string; sha256: string; sizeBytes: number }

export type MeetingPageContent = {
  path: string
  look: Look
  file: MeetingFile
  agendaPath: string
  /** Null without minutes. */
  minutesPath: string | null
  /** By the ids of actions, the day on which one that was put off is due now. */
  putOffTo: ReadonlyMap<string, CivilDate>
  approval: { sha256: string; approvedOn: string } | null
  kept: readonly KeptFile[]
  dispatches: readonly { subject: string; sentAt: string; recipients: number }[]
}

export function meetingPage(content: MeetingPageContent): string {
  const { path, look, file, agendaPath, minutesPath, approval, kept, dispatches } = content
  const { meeting, minutes } = file
  const { columns } = text
  const papers = [
    linkTo(path, agendaPath, text.agenda),
    minutesPath === null ? text.noMinutes : linkTo(path, minutesPath, text.minutes),
  ]
  const main = [
    factsOf([
      [
        meetingText.date,
        raisedMarkup(`${formatDate(meeting.date)}, ${formatTimeRange(meeting.startTime, meeting.endTime)}`),
      ],
      [columns.number, meeting.number === null ? '' : String(meeting.number)],
      [columns.state, text.meetingStates[meeting.state]],
      [meetingText.mode, meetingText.modes[meeting.mode]],
      [meetingText.place, escapeMarkup(meeting.place)],
      [meetingText.chair, escapeMarkup(meeting.chair)],
      [meetingText.secretary, escapeMarkup(meeting.secretary)],
      [columns.minutes, minutes === null ? '' : text.minutesStates[minutes.state]],
      [text.approvedOn, approval === null ? '' : formatDateWithoutWeekday(approval.approvedOn)],
      [text.approvedHash, approval === null ? '' : `<code>${escapeMarkup(approval.sha256)}</code>`],
    ]),
    `<ul>${papers.map((paper) => `<li>${paper}</li>`).join('')}</ul>\n`,
    section(
      'decisions',
      text.decisions,
      [columns.number, columns.decision],
      file.decisions.map((decision) => [
        unbroken(printedNumber('D', meeting, decision.rank)),
        lines(decision.text),
      ]),
    ),
    section(
      'actions',
      text.actions,
      [columns.number, columns.action, columns.owner, columns.due, columns.state],
      file.actions.map((action) => [
        unbroken(printedNumber('A', meeting, action.rank)),
        lines(action.text),
        escapeMarkup([action.owner, action.organisation].filter((word) => word !== '').join(', ')),
        action.dueDate === null ? '' : formatDateWithoutWeekday(action.dueDate),
        stateNow(action, content.putOffTo),
      ]),
    ),
    section(
      'participants',
      text.attendees,
      [columns.organisation, columns.name, columns.function, text.presence],
      file.attendees.map((attendee) => [
        escapeMarkup(attendee.organisation),
        escapeMarkup(fullName(attendee)),
        escapeMarkup(attendee.role),
        attendee.status === null ? minutesText.statusUnknown : minutesText.statuses[attendee.status],
      ]),
    ),
    section(
      'envois',
      text.dispatches,
      [columns.sent, columns.subject, columns.recipients],
      dispatches.map((dispatch) => [
        formatDateWithoutWeekday(dispatch.sentAt.slice(0, 10)),
        escapeMarkup(dispatch.subject),
        String(dispatch.recipients),
      ]),
    ),
    section(
      'fichiers',
      text.pieces,
      [columns.file, columns.size, columns.hash],
      kept.map((piece) => keptRow(path, piece)),
    ),
  ]
  const title = meeting.title === '' ? formatDate(meeting.date) : meeting.title
  return pageOf({ path, title, look, main: main.join('') })
}

/** A kept file's row: its name, how big it is, its hash. */
export function keptRow(from: string, { path, sizeBytes, sha256 }: KeptFile): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return [linkTo(from, path, name), formatSize(sizeBytes), `<code>${sha256}</code>`]
}

function section(id: string, title: string, heads: readonly string[], rows: readonly string[][]): string {
  return rows.length === 0 ? '' : `<h2 id="${id}">${title}</h2>\n${tableOf(id, heads, rows)}`
}

export function lines(words: string): string {
  return escapeMarkup(words).replaceAll('\n', '<br>')
}
