import type { Reader } from '../../db/driver.ts'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { DispatchKind } from '../../domain/dispatch/dispatch.ts'
import type { AwaitedDocument } from '../../domain/documents/attachment.ts'
import { type PlanAct, taskDue } from '../../domain/meetings/back-planning.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'

/** The task whose day is the deadline that a kind of dispatch speaks of. */
const deadlineTask: Readonly<Partial<Record<DispatchKind, PlanAct>>> = {
  callForSubjects: 'buildAgenda',
  convocation: 'countReplies',
  replyReminder: 'countReplies',
  slidesReminder: 'remindSlides',
  guestInvitation: 'remindSlides',
  agendaDraft: 'convene',
  internalMinutes: 'sendDraftMinutes',
  draftMinutes: 'remindReviewers',
  reviewReminder: 'remindReviewers',
}

/** The earliest day that was given for what is owed, else that of the back-planning; null without either. */
export async function deadlineOf(
  { tx, meeting, kind }: { tx: Reader; meeting: Meeting; kind: DispatchKind },
  letter: { item: AgendaItem | null; awaited: readonly AwaitedDocument[] },
): Promise<string | null> {
  const owed =
    kind === 'guestInvitation' && letter.item !== null
      ? await tx
          .selectFrom('awaitedDocument')
          .select('dueOn')
          .where('itemId', '=', letter.item.id)
          .where('attachmentId', 'is', null)
          .execute()
      : letter.awaited
  const given = owed.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).sort()[0]
  if (given !== undefined) return given
  return (await chosenDay(tx, meeting, kind)) ?? plannedDeadline(tx, meeting, kind)
}

/** Where the last day that a kind speaks of is kept. */
export const chosenDays: Readonly<
  Partial<Record<DispatchKind, 'internalDeadline' | 'reviewDeadline' | 'consultationDeadline'>>
> = {
  internalMinutes: 'internalDeadline',
  draftMinutes: 'reviewDeadline',
  reviewReminder: 'reviewDeadline',
  writtenApproval: 'consultationDeadline',
}

/** The last day of a round of the minutes, which may have been put off since it was first given. */
async function chosenDay(tx: Reader, { id }: Meeting, kind: DispatchKind): Promise<string | null> {
  const field = chosenDays[kind]
  if (field === undefined) return null
  const minutes = await tx
    .selectFrom('minutes')
    .select(['internalDeadline', 'reviewDeadline', 'consultationDeadline'])
    .where('meetingId', '=', id)
    .executeTakeFirst()
  return minutes?.[field] ?? null
}

/** The day that the back-planning gives; null without one. */
export async function plannedDeadline(
  tx: Reader,
  meeting: Meeting,
  kind: DispatchKind,
): Promise<string | null> {
  const act = deadlineTask[kind]
  return act === undefined ? null : plannedDay(tx, meeting, act)
}

async function plannedDay(tx: Reader, { id, date }: Meeting, act: PlanAct): Promise<string | null> {
  const tasks = await tx
    .selectFrom('meetingTask')
    .selectAll()
    .where('meetingId', '=', id)
    .where('act', '=', act)
    .execute()
  return tasks.map((task) => taskDue(date, task)).sort()[0] ?? null
}
