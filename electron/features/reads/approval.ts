import type { ApprovalView } from '../../contract/approval.ts'
import type { Reader } from '../../db/driver.ts'
import type { Row } from '../../db/tables.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { isOpened } from '../../domain/meetings/opened.ts'
import { FileSignature, type SignedCopy } from '../../domain/minutes/signed-copy.ts'
import type { Approval } from '../../domain/minutes/version.ts'
import { agendaItems } from './agenda.ts'
import { mayBeAbout, meetingsInTitle, meetingsUpTo } from './meeting-in-title.ts'
import { liveMeeting } from './meetings.ts'
import { isChangedSinceValidation } from './minutes-content.ts'
import { retainedRemarks } from './observations.ts'

/** Later meetings that can approve, as far as anybody plans. */
const MAX_APPROVING = 12

export async function approvalOf(tx: Reader, meetingId: string): Promise<Approval | null> {
  return (await tx.selectFrom('approval').selectAll().where('id', '=', meetingId).executeTakeFirst()) ?? null
}

export async function signedCopies(tx: Reader, meetingId: string): Promise<SignedCopy[]> {
  const rows = await tx
    .selectFrom('signedCopy')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    signatures: FileSignature.array().parse(JSON.parse(row.signatures)),
    areAppendedRead: row.areAppendedRead === 1,
  }))
}

export async function approvalView(tx: Reader, meetingId: string): Promise<ApprovalView> {
  const meeting = await liveMeeting(tx, meetingId)
  const [approval, corrigenda, copies, standing, isChanged, remarks, approvingMeetings] = await Promise.all([
    approvalOf(tx, meetingId),
    tx.selectFrom('corrigendum').selectAll().where('meetingId', '=', meetingId).orderBy('number').execute(),
    signedCopies(tx, meetingId),
    obstacles(tx, meetingId, meeting.state),
    isChangedSinceValidation(tx, meetingId),
    retainedRemarks(tx, meetingId),
    meetingsThatApprove(tx, meeting),
  ])
  return {
    approval,
    corrigenda,
    signedCopies: copies,
    obstacles: standing,
    isChangedSinceValidation: isChanged,
    retainedRemarks: remarks,
    approvingMeetings,
  }
}

async function meetingsThatApprove(tx: Reader, meeting: Meeting): Promise<ApprovalView['approvingMeetings']> {
  const later = await tx
    .selectFrom('meeting')
    .select(['id', 'number', 'date', 'state', 'seriesId'])
    .where('deletedAt', 'is', null)
    .where('state', '!=', 'cancelled')
    .where('date', '>=', meeting.date)
    .where('id', '!=', meeting.id)
    .where((eb) =>
      meeting.seriesId === null ? eb('seriesId', 'is', null) : eb('seriesId', '=', meeting.seriesId),
    )
    .orderBy('date')
    .limit(MAX_APPROVING)
    .execute()
  return Promise.all(
    later.map(async (approving) => {
      const { id, number, date, state } = approving
      const itemId = await approvalItem(tx, approving, meeting)
      const isWritten = itemId !== null && (await sectionToWrite(tx, itemId)) !== null
      return { meetingId: id, number, date, isOpened: isOpened(state), itemId, isWritten }
    }),
  )
}

/** The item of an agenda that approves these minutes: of that nature, naming the meeting; where one alone finds none, that one. */
async function approvalItem(
  tx: Reader,
  approving: Pick<Meeting, 'id' | 'date' | 'seriesId'>,
  meeting: Pick<Meeting, 'id' | 'date'>,
): Promise<string | null> {
  const asking = (await agendaItems(tx, approving.id)).filter(({ nature }) => nature === 'approbation')
  if (asking.length === 0) return null
  const earlier = await meetingsUpTo(tx, approving)
  const items = asking.map(({ id, title }) => ({ id, title, about: meetingsInTitle(title, earlier) }))
  const named = items.find(({ about }) => about.some(({ id }) => id === meeting.id))
  if (named !== undefined) return named.id
  const [only, ...others] = items
  const isFree =
    only !== undefined && others.length + only.about.length === 0 && mayBeAbout(only.title, meeting)
  return isFree ? only.id : null
}

/** What an item's minutes say, where they are begun and not approved: nothing is written elsewhere by itself. */
export async function sectionToWrite(tx: Reader, itemId: string): Promise<Row<'minutesSection'> | null> {
  const section = await tx
    .selectFrom('minutesSection')
    .innerJoin('minutes', 'minutes.id', 'minutesSection.minutesId')
    .selectAll('minutesSection')
    .where('minutesSection.itemId', '=', itemId)
    .where('minutes.state', '!=', 'approved')
    .executeTakeFirst()
  return section ?? null
}

export async function obstacles(
  tx: Reader,
  meetingId: string,
  meetingState: string,
): Promise<ApprovalView['obstacles']> {
  const minutes = await tx
    .selectFrom('minutes')
    .select('state')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (minutes === undefined) return ['noMinutes']
  if (minutes.state === 'approved') return ['approved']
  const open = await tx
    .selectFrom('observation')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('paper', '=', 'minutes')
    .where('state', '=', 'open')
    .executeTakeFirst()
  return [
    ...(meetingState === 'held' ? [] : ['notHeld' as const]),
    ...(minutes.state === 'validated' ? [] : ['notValidated' as const]),
    ...(open === undefined ? [] : ['openObservations' as const]),
  ]
}
