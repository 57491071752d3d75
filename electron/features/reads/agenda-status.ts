import { z } from 'zod'
import type { AgendaStatus } from '../../contract/agenda.ts'
import type { Reader } from '../../db/driver.ts'
import { changeInWords, headEditsInWords } from '../../documents/agenda/change-words.ts'
import type { Compared } from '../../documents/agenda/changes-model.ts'
import { agendaChanges, headChanges, movedHours, sameContent } from '../../domain/agenda/changes.ts'
import {
  AgendaContent,
  type AgendaStatusRow,
  type AgendaVersion,
  agendaContent,
} from '../../domain/agenda/version.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { agendaItems } from './agenda.ts'
import { liveMeeting } from './meetings.ts'
import { missingApprovals } from './standing-items.ts'

/** Everything that the state of an agenda follows from, read once. */
export type Standing = {
  meeting: Meeting
  present: AgendaContent
  row: AgendaStatusRow
  /** Newest first. */
  versions: AgendaStatus['versions']
  /** The two newest versions with what they say. */
  last: AgendaVersion | null
  earlier: AgendaVersion | null
  /** The last published version says what the agenda says now. */
  isPublished: boolean
}

export async function standingOf(tx: Reader, meetingId: string): Promise<Standing> {
  const meeting = await liveMeeting(tx, meetingId)
  const [items, versions, [last = null, earlier = null], row] = await Promise.all([
    agendaItems(tx, meetingId),
    versionsOf(tx, meetingId),
    agendaVersions(tx, meetingId),
    statusRow(tx, meetingId),
  ])
  const present = agendaContent(meeting, items)
  const isPublished = last !== null && sameContent(last.content, present)
  return { meeting, present, row, versions, last, earlier, isPublished }
}

export async function agendaStatus(tx: Reader, meetingId: string): Promise<AgendaStatus> {
  const standing = await standingOf(tx, meetingId)
  const { meeting, present, row, versions, last, isPublished } = standing
  const validated = row.state === 'validated' ? row.validatedContent : null
  const stillPublished =
    last !== null && (isPublished || (validated !== null && sameContent(validated, last.content)))
  const { submittedTo, submittedAt, validatedBy, validatedAt } = row
  return {
    meetingId,
    state: stillPublished ? 'published' : row.state,
    submittedTo,
    submittedAt,
    validatedBy,
    validatedAt,
    changedSinceValidation: validated !== null && !sameContent(validated, present),
    versions,
    ...differencesOf(comparedIn(standing)),
    usualValidator: validatedBy || last?.validatedBy || meeting.chair,
    missingApprovals: (await missingApprovals(tx, meeting)).map(({ title }) => title),
  }
}

/** The two contents whose differences tell what changed last; null while there are no two. */
export async function comparedVersions(tx: Reader, meetingId: string): Promise<Compared | null> {
  return comparedIn(await standingOf(tx, meetingId))
}

function comparedIn({ last, earlier, present, isPublished }: Standing): Compared | null {
  if (last === null) return null
  if (!isPublished) return { before: last, after: { number: null, content: present } }
  return earlier === null ? null : { before: earlier, after: last }
}

function differencesOf(
  compared: Compared | null,
): Pick<AgendaStatus, 'compared' | 'changes' | 'headEdits' | 'movedHours'> {
  if (compared === null) return { compared: null, changes: [], headEdits: [], movedHours: [] }
  const { before, after } = compared
  const [old, now] = [before.content, after.content]
  return {
    compared: { before: before.number, after: after.number },
    changes: agendaChanges(old, now).map(changeInWords),
    headEdits: headEditsInWords(old, now, headChanges(old, now)),
    movedHours: movedHours(old, now),
  }
}

/** Published versions of a meeting's agenda, newest first, without what they say. */
function versionsOf(tx: Reader, meetingId: string): Promise<AgendaStatus['versions']> {
  return tx
    .selectFrom('agendaVersion')
    .select([
      ...(['id', 'meetingId', 'number', 'publishedAt', 'publishedBy', 'validatedBy'] as const),
      ...(['fileName', 'sizeBytes', 'pageCount', 'sha256'] as const),
    ])
    .where('meetingId', '=', meetingId)
    .orderBy('number', 'desc')
    .execute()
}

/** The two newest published versions with what they say, newest first. */
export async function agendaVersions(tx: Reader, meetingId: string): Promise<AgendaVersion[]> {
  const rows = await tx
    .selectFrom('agendaVersion')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('number', 'desc')
    .limit(2)
    .execute()
  return rows.map((row) => ({ ...row, content: AgendaContent.parse(JSON.parse(row.content)) }))
}

export type AgendaStatusFields = Omit<AgendaStatusRow, 'id' | 'version'>

/** A draft that nobody was shown. */
export const blankStatus: AgendaStatusFields = {
  state: 'draft',
  submittedTo: '',
  submittedAt: null,
  validatedBy: '',
  validatedAt: null,
  validatedContent: null,
  submittedContents: [],
}

async function statusRow(tx: Reader, meetingId: string): Promise<AgendaStatusRow> {
  const row = await tx.selectFrom('agendaStatus').selectAll().where('id', '=', meetingId).executeTakeFirst()
  if (row === undefined) return { ...blankStatus, id: meetingId, version: 0 }
  const { validatedContent, submittedContents } = row
  return {
    ...row,
    validatedContent: validatedContent === null ? null : AgendaContent.parse(JSON.parse(validatedContent)),
    submittedContents: z.array(AgendaContent).parse(JSON.parse(submittedContents)),
  }
}
