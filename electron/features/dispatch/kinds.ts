import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import type { DispatchDocumentKind, DispatchKind } from '../../domain/dispatch/dispatch.ts'
import type { PlanAct } from '../../domain/meetings/back-planning.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { isChangedSinceValidation } from '../reads/minutes-content.ts'
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

/** Done, in the back-planning, once a dispatch of the kind is sent. */
export const taskOfKind: Readonly<Partial<Record<DispatchKind, PlanAct>>> = {
  callForSubjects: 'callForSubjects',
  slidesReminder: 'remindSlides',
  agendaDraft: 'submitAgenda',
  convocation: 'convene',
  draftMinutes: 'sendDraftMinutes',
  reviewReminder: 'remindReviewers',
  actionsReminder: 'remindActions',
}

/** Refuses a dispatch that would say what is not so. */
export async function refuseUntimely(tx: Reader, meeting: Meeting, kind: DispatchKind): Promise<void> {
  refuseUnderWay(meeting, kind)
  if (!(await isTimely(tx, meeting, kind))) throw new AppError('state-refuses')
}

/** Minutes that are still being written, as long as their meeting goes on, wait for its end. */
const ofOpenMinutes: ReadonlySet<DispatchKind> = new Set<DispatchKind>([
  'internalMinutes',
  'draftMinutes',
  'reviewReminder',
  'writtenApproval',
])

/** Refuses minutes that would leave a meeting under way, however long ago their message was prepared. */
export function refuseUnderWay({ state }: Meeting, kind: DispatchKind): void {
  if (state === 'inSession' && ofOpenMinutes.has(kind)) throw new AppError('state-refuses')
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
export async function refuseOvertaken(tx: Reader, meeting: Meeting, kind: DispatchKind): Promise<void> {
  refuseUnderWay(meeting, kind)
  const isSo = beforeTheMeeting.has(kind) ? meeting.state !== 'cancelled' : await isTimely(tx, meeting, kind)
  if (!isSo) throw new AppError('state-refuses')
}

async function isTimely(tx: Reader, meeting: Meeting, kind: DispatchKind): Promise<boolean> {
  const { id, state } = meeting
  const isAhead = state === 'planned' || state === 'convened'
  switch (kind) {
    case 'callForSubjects':
    case 'slidesReminder':
    case 'agendaDraft':
    case 'convocation':
    case 'replyReminder':
    case 'agendaChanged':
    case 'guestInvitation':
      return isAhead
    case 'dateChange':
      return (
        isAhead &&
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

async function minutesState(tx: Reader, meetingId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('minutes')
    .select('state')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return row?.state ?? null
}
