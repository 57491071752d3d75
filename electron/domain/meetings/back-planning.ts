import { z } from 'zod'
import type { DispatchKind } from '../dispatch/dispatch.ts'
import { CivilDate, Id, Name, Version } from '../ids.ts'
import type { MinutesState } from '../minutes/minutes.ts'
import { addDays } from '../time/civil-date.ts'
import { addWorkingDays, nearestWorkingDay } from '../time/holidays.ts'
import type { Body } from './body.ts'
import type { MeetingState } from './meeting.ts'
import { isOpened } from './opened.ts'

/** The act a line leads to; null = nothing but being done. */
export const PlanAct = z.enum([
  'callForSubjects',
  'carryOver',
  'buildAgenda',
  'submitAgenda',
  'convene',
  'remindSlides',
  'countReplies',
  'prepareRoom',
  'writeMinutes',
  'sendDraftMinutes',
  'remindReviewers',
  'remindActions',
])
export type PlanAct = z.infer<typeof PlanAct>

export const DayCounting = z.enum(['calendar', 'working'])
export type DayCounting = z.infer<typeof DayCounting>

/** A line of the template: so many days before (negative) or after the meeting. */
export const BackPlanLineFields = z.strictObject({
  title: Name,
  offsetDays: z.int().min(-365).max(365),
  counting: DayCounting,
  act: PlanAct.nullable(),
})
export type BackPlanLineFields = z.infer<typeof BackPlanLineFields>
export const BackPlanLine = BackPlanLineFields.extend({ id: Id, version: Version })
export type BackPlanLine = z.infer<typeof BackPlanLine>

/** Most lines in the template, and most tasks of one meeting. */
export const MAX_PLAN_LINES = 60

/** The same laid down for one meeting, where it can be changed, ticked or taken out. */
export const MeetingTaskFields = BackPlanLineFields.extend({ doneOn: CivilDate.nullable() })
export type MeetingTaskFields = z.infer<typeof MeetingTaskFields>
export const MeetingTask = MeetingTaskFields.extend({ id: Id, version: Version, meetingId: Id })
export type MeetingTask = z.infer<typeof MeetingTask>

/** Why a task is done without anybody ticking it, and when if that is known. */
const TaskProof = z.strictObject({
  by: z.enum([
    'messageSent',
    'nothingToCarry',
    'agendaSubmitted',
    'agendaPublished',
    'meetingConvened',
    'convenedUnpublished',
    'documentsReceived',
    'minutesWritten',
    'minutesSent',
    'minutesValidated',
    'noOpenAction',
  ]),
  on: CivilDate.nullable(),
})
type TaskProof = z.infer<typeof TaskProof>

/** A task with the date that follows from the meeting's, and what the rest of the data say of it. */
export const PlannedTask = MeetingTask.extend({
  due: CivilDate,
  proof: TaskProof.nullable(),
  /** Not done and no longer to be: the meeting is cancelled, or begun or convened and the task was to come before. */
  isOver: z.boolean(),
})
export type PlannedTask = z.infer<typeof PlannedTask>

/**
 * When a task is due. Working days are counted one by one; a calendar day that is not worked gives way to the working
 * day before it, or after it when it follows the meeting, so that nothing falls on the other side of the meeting.
 */
export function taskDue(
  meetingDate: CivilDate,
  { offsetDays, counting }: Pick<BackPlanLineFields, 'offsetDays' | 'counting'>,
): CivilDate {
  if (offsetDays === 0) return meetingDate
  if (counting === 'working') return addWorkingDays(meetingDate, offsetDays)
  return nearestWorkingDay(addDays(meetingDate, offsetDays), offsetDays < 0 ? -1 : 1)
}

/** The last day on which a convocation leaves in time. Clear days count neither that day nor the meeting's. */
export function convocationDeadline(
  meetingDate: CivilDate,
  days: number,
  counting: Body['convocationCounting'],
): CivilDate {
  if (days === 0) return meetingDate
  if (counting === 'working') return addWorkingDays(meetingDate, -days)
  return addDays(meetingDate, counting === 'clear' ? -days - 1 : -days)
}

/** The same as a day that is worked, which the screens say. */
export function convocationLeavesBy(...of: Parameters<typeof convocationDeadline>): CivilDate {
  return nearestWorkingDay(convocationDeadline(...of), -1)
}

export type PlanFacts = {
  date: CivilDate
  state: MeetingState
  agendaSubmittedOn: CivilDate | null
  agendaPublishedOn: CivilDate | null
  /** The first message of each kind that was sent. */
  sentOn: ReadonlyMap<DispatchKind, CivilDate>
  awaitedDocuments: number
  missingDocuments: number
  minutesState: MinutesState | null
  openActions: number
  /** Lines the meeting is asked to take up; null while that is another meeting's to do first. */
  toCarry: number | null
}

/** What the members have been given with their convocation is called for, built and agreed no more. */
const beforeConvening: ReadonlySet<PlanAct> = new Set<PlanAct>([
  'callForSubjects',
  'buildAgenda',
  'submitAgenda',
])

/** A task as it stands: its date, what did it, whether it is still to be done. */
export function plannedTask(task: MeetingTask, facts: PlanFacts, today: CivilDate): PlannedTask {
  const proof = task.act === null ? null : proofOf(task.act, facts)
  const begun = isOpened(facts.state) || facts.date < today
  const convened = facts.state === 'convened' || facts.sentOn.has('convocation')
  const isOver =
    task.doneOn === null &&
    proof === null &&
    (facts.state === 'cancelled' ||
      (begun && task.offsetDays <= 0) ||
      (convened && task.act !== null && beforeConvening.has(task.act)))
  return { ...task, due: taskDue(facts.date, task), proof, isOver }
}

/** Whether it is known to have been convened, by whatever way: what its plan noted stays once it is opened. */
export function isConvened(
  state: MeetingState,
  tasks: readonly Pick<MeetingTask, 'act' | 'doneOn'>[],
): boolean {
  return (
    state === 'convened' ||
    (isOpened(state) && tasks.some(({ act, doneOn }) => act === 'convene' && doneOn !== null))
  )
}

/** Whether somebody still has to do it. */
export function isOpen({ doneOn, proof, isOver }: Pick<PlannedTask, 'doneOn' | 'proof' | 'isOver'>): boolean {
  return doneOn === null && proof === null && !isOver
}

/** Tasks in the order of their dates. */
export function byDue(a: PlannedTask, b: PlannedTask): number {
  return a.due.localeCompare(b.due) || a.offsetDays - b.offsetDays || a.id.localeCompare(b.id)
}

const sentWith: Partial<Record<PlanAct, DispatchKind>> = {
  callForSubjects: 'callForSubjects',
  convene: 'convocation',
  remindSlides: 'slidesReminder',
  sendDraftMinutes: 'draftMinutes',
  remindReviewers: 'reviewReminder',
  remindActions: 'actionsReminder',
}

/** States of minutes that the members have been given to read, or have read. */
const beforeMembers: readonly MinutesState[] = ['review', 'validated', 'approved']

function proofOf(act: PlanAct, facts: PlanFacts): TaskProof | null {
  const kind = sentWith[act]
  const sent = kind === undefined ? undefined : facts.sentOn.get(kind)
  if (sent !== undefined) return { by: 'messageSent', on: sent }
  const { minutesState, agendaPublishedOn } = facts
  switch (act) {
    case 'carryOver':
      return facts.toCarry === 0 ? { by: 'nothingToCarry', on: null } : null
    case 'buildAgenda':
    case 'submitAgenda':
      if (facts.agendaSubmittedOn !== null) return { by: 'agendaSubmitted', on: facts.agendaSubmittedOn }
      return agendaPublishedOn === null ? null : { by: 'agendaPublished', on: agendaPublishedOn }
    case 'convene':
      // One that was opened without is not convened by that.
      if (facts.state !== 'convened') return null
      return { by: agendaPublishedOn === null ? 'convenedUnpublished' : 'meetingConvened', on: null }
    case 'remindSlides':
      return facts.awaitedDocuments > 0 && facts.missingDocuments === 0
        ? { by: 'documentsReceived', on: null }
        : null
    case 'writeMinutes':
      return minutesState === null || minutesState === 'drafting' ? null : { by: 'minutesWritten', on: null }
    case 'sendDraftMinutes':
      return minutesState !== null && beforeMembers.includes(minutesState)
        ? { by: 'minutesSent', on: null }
        : null
    case 'remindReviewers':
      return minutesState === 'validated' || minutesState === 'approved'
        ? { by: 'minutesValidated', on: null }
        : null
    case 'remindActions':
      return minutesState !== null && minutesState !== 'drafting' && facts.openActions === 0
        ? { by: 'noOpenAction', on: null }
        : null
    default:
      return null
  }
}

/** Which line of a plan a message answers: done once it is sent. */
export const planActOfKind: Readonly<Partial<Record<DispatchKind, PlanAct>>> = {
  callForSubjects: 'callForSubjects',
  slidesReminder: 'remindSlides',
  agendaDraft: 'submitAgenda',
  convocation: 'convene',
  draftMinutes: 'sendDraftMinutes',
  reviewReminder: 'remindReviewers',
  actionsReminder: 'remindActions',
}
