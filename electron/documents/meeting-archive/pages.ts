import type { ArchivedKind } from '../../domain/minutes/retention.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { formatDateWithoutWeekday, formatSize } from '../../domain/text/french.ts'
import { civilDate } from '../../domain/time/civil-date.ts'
import { factsOf, linkTo, pageOf, paragraph, tableOf } from '../open-profile/page.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { raisedMarkup } from '../paper/raised.ts'
import { meetingArchiveText as text } from '../text/meeting-archive.ts'
import { minutesText } from '../text/minutes.ts'
import { meetingTitle } from './description.ts'
import type { ArchivedPiece, MeetingArchiveModel } from './model.ts'
import { leftOutKinds, sortedKinds, unnamedKinds } from './transfer.ts'

/** @param path where it lies among `pieces` */
export function sheetPage(
  path: string,
  model: MeetingArchiveModel,
  pieces: readonly ArchivedPiece[],
): string {
  const { approval, meeting, transfer } = model
  const { columns, retentionColumns } = text
  const day = (instant: string) => raisedMarkup(formatDateWithoutWeekday(civilDate(new Date(instant))))
  const main = [
    paragraph(text.lead),
    factsOf([
      [text.facts.body, escapeMarkup(model.body)],
      [text.facts.meeting, raisedMarkup(meetingTitle(model))],
      [text.facts.subject, escapeMarkup(meeting.title)],
      [text.facts.producer, escapeMarkup(model.producer)],
      [text.facts.chair, escapeMarkup(meeting.chair)],
      [text.facts.approvedOn, raisedMarkup(formatDateWithoutWeekday(approval.approvedOn))],
      [text.facts.mode, text.modes[approval.mode]],
      [text.facts.sealedAt, day(approval.sealedAt)],
      [text.facts.hash, `<code>${escapeMarkup(approval.sha256)}</code>`],
      [text.facts.madeAt, day(model.madeAt)],
    ]),
    `<h2 id="pieces">${text.files}</h2>\n`,
    tableOf(
      'pieces',
      [columns.file, columns.kind, columns.date, columns.size, columns.hash],
      pieces.map(({ path: piece, title, kind, date, sizeBytes, sha256 }) => [
        linkTo(path, piece, title),
        text.kinds[kind],
        raisedMarkup(formatDateWithoutWeekday(date)),
        formatSize(sizeBytes),
        `<code>${sha256}</code>`,
      ]),
    ),
    `<h2 id="conservation">${text.retention}</h2>\n`,
    paragraph(text.retentionLead),
    tableOf('conservation', Object.values(retentionColumns), retentionRows(model)),
    ...(transfer === null
      ? [list(text.verify, text.verifyLines), list(text.limits, text.limitsLines)]
      : [list(text.transferIs, transferLines(model))]),
  ]
  return pageOf({
    path,
    title: text.title(meetingTitle(model)),
    look: model.look,
    main: main.join(''),
    home: path,
  })
}

function transferLines({ rules }: MeetingArchiveModel): string[] {
  const told = (kinds: readonly ArchivedKind[], words: (kinds: readonly string[]) => string) =>
    kinds.length === 0 ? [] : [words(kinds.map((kind) => text.kinds[kind]))]
  return [
    ...text.transferLines,
    ...told(sortedKinds(rules), text.toSort),
    ...told(leftOutKinds(rules), text.leftOutRule),
    ...told(unnamedKinds(rules), text.unnamedRule),
  ]
}

function retentionRows({ rules }: MeetingArchiveModel): string[][] {
  return rules.map(({ kind, duaYears, finalFate, communicableAfterYears, reference }) => [
    text.kinds[kind],
    duaYears === null ? '' : text.years(duaYears),
    finalFate === null ? '' : text.fates[finalFate],
    communicableAfterYears === null
      ? ''
      : communicableAfterYears === 0
        ? text.atOnce
        : text.years(communicableAfterYears),
    escapeMarkup(reference),
  ])
}

/** @param home where the sheet lies */
export function attendancePage(path: string, home: string, { look, attendees }: MeetingArchiveModel): string {
  const main = [
    paragraph(text.attendanceLead),
    tableOf(
      'titre',
      Object.values(text.attendanceColumns),
      attendees.map((attendee) =>
        [
          fullName(attendee),
          attendee.organisation,
          attendee.college,
          attendee.role,
          attendee.status === null ? minutesText.statusUnknown : minutesText.statuses[attendee.status],
          attendee.representedBy,
        ].map(escapeMarkup),
      ),
    ),
  ]
  return pageOf({ path, title: text.attendance, look, main: main.join(''), home, homeWords: text.home })
}

function list(title: string, entries: readonly string[]): string {
  return `<h2>${title}</h2>\n<ul>${entries.map((entry) => `<li>${escapeMarkup(entry)}</li>`).join('\n')}</ul>\n`
}
