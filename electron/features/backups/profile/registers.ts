import type { Reader } from '../../../db/driver.ts'
import { stateNow } from '../../../documents/followed-up.ts'
import { lines } from '../../../documents/open-profile/meeting-page.ts'
import { linkTo, unbroken } from '../../../documents/open-profile/page.ts'
import type { Register } from '../../../documents/open-profile/register-page.ts'
import {
  registerPath as at,
  registerHeads as heads,
} from '../../../documents/open-profile/register-places.ts'
import { escapeMarkup } from '../../../documents/paper/escape.ts'
import { minutesText } from '../../../documents/text/minutes.ts'
import { openProfileText as text } from '../../../documents/text/open-profile.ts'
import { printedNumber } from '../../../domain/minutes/minutes.ts'
import { fullName } from '../../../domain/people/full-name.ts'
import { formatDateWithoutWeekday } from '../../../domain/text/french.ts'
import { putOffTo } from '../../reads/actions.ts'

/** Where a meeting's page lies, by its id; only of meetings that have one. */
export type MeetingPaths = ReadonlyMap<string, { path: string; words: string }>

/** One after another: each is written before the next is read. */
export async function* registersOf(tx: Reader, meetings: MeetingPaths): AsyncGenerator<Register> {
  yield await decisions(tx, meetings)
  yield await actions(tx, meetings)
  yield await projects(tx)
  for (const year of await watchYears(tx)) yield await watch(tx, year)
  yield await subjects(tx, meetings)
  yield await directory(tx)
}

const day = (date: string | null) => (date === null ? '' : formatDateWithoutWeekday(date))

function meetingLink(from: string, meetings: MeetingPaths, id: string | null): string {
  const meeting = id === null ? undefined : meetings.get(id)
  return meeting === undefined ? '' : linkTo(from, meeting.path, meeting.words)
}

async function decisions(tx: Reader, meetings: MeetingPaths): Promise<Register> {
  const rows = await tx
    .selectFrom('decision')
    .innerJoin('meeting', 'meeting.id', 'decision.meetingId')
    .innerJoin('agendaItem', 'agendaItem.id', 'decision.itemId')
    .select(['decision.id', 'decision.rank', 'decision.text', 'decision.meetingId'])
    .select(['meeting.date', 'meeting.number', 'agendaItem.title as item'])
    .where('meeting.deletedAt', 'is', null)
    .orderBy('meeting.date', 'desc')
    .orderBy('decision.rank')
    .execute()
  return {
    path: at.decision,
    title: text.decisions,
    heads: heads.decision,
    rows: rows.map((row) => ({
      id: row.id,
      cells: [
        unbroken(printedNumber('D', row, row.rank)),
        lines(row.text),
        escapeMarkup(row.item),
        meetingLink(at.decision, meetings, row.meetingId),
      ],
    })),
  }
}

async function actions(tx: Reader, meetings: MeetingPaths): Promise<Register> {
  const rows = await tx
    .selectFrom('action')
    .innerJoin('meeting', 'meeting.id', 'action.meetingId')
    .select(['action.id', 'action.rank', 'action.text', 'action.owner', 'action.organisation'])
    .select(['action.dueDate', 'action.state', 'action.meetingId', 'meeting.date', 'meeting.number'])
    .where('meeting.deletedAt', 'is', null)
    .orderBy('meeting.date', 'desc')
    .orderBy('action.rank')
    .execute()
  const moved = await putOffTo(tx)
  return {
    path: at.action,
    title: text.actions,
    heads: heads.action,
    rows: rows.map((row) => ({
      id: row.id,
      cells: [
        unbroken(printedNumber('A', row, row.rank)),
        lines(row.text),
        escapeMarkup([row.owner, row.organisation].filter((word) => word !== '').join(', ')),
        day(row.dueDate),
        stateNow(row, moved),
        meetingLink(at.action, meetings, row.meetingId),
      ],
    })),
  }
}

async function projects(tx: Reader): Promise<Register> {
  const rows = await tx.selectFrom('project').selectAll().orderBy('title').execute()
  return {
    path: at.project,
    title: text.projects,
    heads: heads.project,
    rows: rows.map((row) => ({
      id: row.id,
      cells: [
        escapeMarkup(row.title),
        escapeMarkup([row.projectOwner, row.organisation].filter((word) => word !== '').join(', ')),
        text.projectStages[row.stage],
        [row.purpose, row.localImpact, row.regulatorySide, row.askedOfBody]
          .filter((words) => words !== '')
          .map(lines)
          .join('<br>'),
      ],
    })),
  }
}

async function watchYears(tx: Reader): Promise<string[]> {
  const rows = await tx.selectFrom('watchItem').select('publishedOn').distinct().execute()
  return [...new Set(rows.map(({ publishedOn }) => publishedOn?.slice(0, 4) ?? ''))].sort().reverse()
}

async function watch(tx: Reader, year: string): Promise<Register> {
  let query = tx.selectFrom('watchItem').selectAll()
  query =
    year === ''
      ? query.where('publishedOn', 'is', null)
      : query.where('publishedOn', '>=', `${year}-01-01`).where('publishedOn', '<=', `${year}-12-31`)
  const rows = await query.orderBy('publishedOn', 'desc').orderBy('id', 'desc').execute()
  return {
    path: at.watch(year),
    title: text.watchYear(year),
    heads: heads.watch,
    rows: rows.map((row) => ({
      id: row.id,
      cells: [
        minutesText.watchNatures[row.nature],
        escapeMarkup(row.title),
        escapeMarkup([row.number, row.nor].filter((word) => word !== '').join(', ')),
        minutesText.watchStatuses[row.status],
        day(row.publishedOn),
        day(row.inForceOn),
        lines(row.consequences),
      ],
    })),
  }
}

async function subjects(tx: Reader, meetings: MeetingPaths): Promise<Register> {
  const rows = await tx
    .selectFrom('subject')
    .selectAll()
    .orderBy('receivedOn', 'desc')
    .orderBy('id')
    .execute()
  return {
    path: at.subject,
    title: text.subjects,
    heads: heads.subject,
    rows: rows.map((row) => ({
      id: row.id,
      cells: [
        day(row.receivedOn),
        escapeMarkup(row.title),
        lines(row.text),
        escapeMarkup([row.requester, row.organisation].filter((word) => word !== '').join(', ')),
        text.subjectStates[row.state],
        meetingLink(at.subject, meetings, row.meetingId),
      ],
    })),
  }
}

async function directory(tx: Reader): Promise<Register> {
  const rows = await tx
    .selectFrom('person')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .select(['person.id', 'person.civility', 'person.givenName', 'person.familyName', 'person.jobTitle'])
    .select(['person.email', 'person.phone', 'organisation.name as organisation'])
    .orderBy('person.protocolOrder')
    .orderBy('person.id')
    .execute()
  return {
    path: at.person,
    title: text.directory,
    heads: heads.person,
    rows: rows.map((row) => ({
      id: row.id,
      cells: [fullName(row), row.organisation ?? '', row.jobTitle, row.email, row.phone].map(escapeMarkup),
    })),
  }
}
