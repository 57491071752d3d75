import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import type { DispatchDocumentKind, DispatchKind } from '../../domain/dispatch/dispatch.ts'
import type { PlanAct } from '../../domain/meetings/back-planning.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'

/** Papers of the letter to everybody; what is written to one person carries none. */
export const papersOfKind: Readonly<Record<DispatchKind, readonly DispatchDocumentKind[]>> = {
  callForSubjects: ['subjectSheet'],
  slidesReminder: [],
  convocation: ['convocation', 'agenda', 'calendar'],
  agendaChanged: ['agendaChanges', 'agenda'],
  guestInvitation: [],
  dateChange: ['calendar'],
  cancellation: ['calendar'],
  draftMinutes: ['minutes'],
  reviewReminder: ['minutes'],
  approvedMinutes: ['minutes'],
  actionsReminder: [],
}

/** Done, in the back-planning, once a dispatch of the kind is sent. */
export const taskOfKind: Readonly<Partial<Record<DispatchKind, PlanAct>>> = {
  callForSubjects: 'callForSubjects',
  slidesReminder: 'remindSlides',
  convocation: 'convene',
  draftMinutes: 'sendDraftMinutes',
  reviewReminder: 'remindReviewers',
  actionsReminder: 'remindActions',
}

/** Refuses a dispatch that would say what is not so. */
export async function refuseUntimely(tx: Reader, meeting: Meeting, kind: DispatchKind): Promise<void> {
  if (!(await isTimely(tx, meeting, kind))) throw new AppError('state-refuses')
}

async function isTimely(tx: Reader, { id, state }: Meeting, kind: DispatchKind): Promise<boolean> {
  const isAhead = state === 'planned' || state === 'convened'
  switch (kind) {
    case 'callForSubjects':
    case 'slidesReminder':
    case 'convocation':
    case 'agendaChanged':
    case 'guestInvitation':
      return isAhead
    case 'dateChange':
      return (
        isAhead &&
        (await tx.selectFrom('meetingMove').select('id').where('meetingId', '=', id).executeTakeFirst()) !==
          undefined
      )
    case 'cancellation':
      return state === 'cancelled'
    case 'draftMinutes':
    case 'reviewReminder':
      return (await minutesState(tx, id)) !== null
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
