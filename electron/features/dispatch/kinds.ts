import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import type { DispatchDocumentKind, DispatchKind } from '../../domain/dispatch/dispatch.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { isAhead, isToCome } from '../../domain/meetings/opened.ts'
import { minutesState } from '../reads/minutes.ts'
import { isChangedSinceValidation } from '../reads/minutes-content.ts'
import type { Reading } from './papers.ts'
import { untoldOf } from './told.ts'

/** Papers of the letter to everybody; what is written to one person carries none. */
export const papersOfKind: Readonly<Record<DispatchKind, readonly DispatchDocumentKind[]>> = {
  callForSubjects: ['subjectSheet'],
  slidesReminder: [],
  convocation: ['convocation', 'agenda', 'calendar'],
  replyReminder: ['convocation', 'agenda'],
  agendaDraft: ['agendaWord', 'agenda'],
  agendaChanged: ['agendaChanges', 'agenda', 'calendar'],
  guestInvitation: [],
  dateChange: ['calendar'],
  cancellation: ['calendar'],
  internalMinutes: ['minutesWord', 'minutes'],
  draftMinutes: ['minutesWord', 'minutes'],
  reviewReminder: ['minutesWord', 'minutes'],
  writtenApproval: ['minutes'],
  approvedMinutes: ['minutes'],
  actionsReminder: [],
}

/** What is read over before anybody else has it: by whoever presides, and by whom the secretariat chose the last time. */
export const internalKinds: ReadonlySet<DispatchKind> = new Set<DispatchKind>([
  'agendaDraft',
  'internalMinutes',
])

/** Refuses a dispatch that would say what is not so. */
export async function refuseUntimely(
  { tx, today }: Reading,
  meeting: Meeting,
  kind: DispatchKind,
): Promise<void> {
  if (!(await isTimely(tx, meeting, kind))) throw new AppError('state-refuses')
  refuseUnfinished(meeting, today, kind)
}

/** Minutes that are still being written wait for the end of their meeting. */
const ofOpenMinutes: ReadonlySet<DispatchKind> = new Set<DispatchKind>([
  'internalMinutes',
  'draftMinutes',
  'reviewReminder',
  'writtenApproval',
])

/** Refuses minutes that would leave a meeting to come or under way, however long ago their message was prepared. */
export function refuseUnfinished(meeting: Meeting, today: string, kind: DispatchKind): void {
  if (!ofOpenMinutes.has(kind)) return
  if (meeting.state === 'inSession') throw new AppError('state-refuses')
  if (isToCome(meeting, today)) throw new AppError('meeting-to-come')
}

/** Said before the meeting: noted as sent later, it may have left before. */
const beforeTheMeeting: ReadonlySet<DispatchKind> = new Set<DispatchKind>([
  'callForSubjects',
  'slidesReminder',
  'agendaDraft',
  'convocation',
  'replyReminder',
  'agendaChanged',
  'guestInvitation',
  'dateChange',
])

/** Refuses what no longer is so of the meeting, however long ago its message was prepared: it would leave all the same. */
export async function refuseOvertaken(
  { tx, today }: Reading,
  meeting: Meeting,
  kind: DispatchKind,
): Promise<void> {
  const isSo = beforeTheMeeting.has(kind) ? meeting.state !== 'cancelled' : await isTimely(tx, meeting, kind)
  if (!isSo) throw new AppError('state-refuses')
  refuseUnfinished(meeting, today, kind)
}

async function isTimely(tx: Reader, meeting: Meeting, kind: DispatchKind): Promise<boolean> {
  const { id, state } = meeting
  switch (kind) {
    case 'callForSubjects':
    case 'slidesReminder':
    case 'agendaDraft':
    case 'convocation':
    case 'replyReminder':
    case 'agendaChanged':
    case 'guestInvitation':
      return isAhead(meeting)
    case 'dateChange':
      return (
        isAhead(meeting) &&
        ((await tx.selectFrom('meetingMove').select('id').where('meetingId', '=', id).executeTakeFirst()) !==
          undefined ||
          (await untoldOf(tx, meeting)).some((part) => part !== 'agenda'))
      )
    case 'cancellation':
      return state === 'cancelled'
    case 'internalMinutes':
    case 'draftMinutes':
    case 'reviewReminder': {
      const written = await minutesState(tx, id)
      return written !== null && written !== 'approved'
    }
    case 'writtenApproval':
      return (await minutesState(tx, id)) === 'validated' && !(await isChangedSinceValidation(tx, id))
    case 'approvedMinutes':
      return (await minutesState(tx, id)) === 'approved'
    case 'actionsReminder':
      return true
  }
}
