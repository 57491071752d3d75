import type { HomeTask } from '../../contract/settings.ts'
import type { Reader } from '../../db/driver.ts'
import { timetable } from '../../domain/agenda/agenda.ts'
import { isOpen, type PlanAct, type PlannedTask } from '../../domain/meetings/back-planning.ts'
import type { MeetingRow } from '../../domain/meetings/meeting.ts'
import { minutesDue } from '../../domain/meetings/minutes-due.ts'
import { isAhead } from '../../domain/meetings/opened.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import { addWorkingDays } from '../../domain/time/holidays.ts'
import type { ReadContext } from '../context.ts'
import type { Waiting } from '../home/index.ts'
import { actionsFrom, isLate } from '../reads/actions.ts'
import { agendaItems } from '../reads/agenda.ts'

/** "This week" is the next seven days. */
const WEEK_DAYS = 7
/** An agenda that overruns is said so many days before the meeting, and always of the next one. */
const TRIM_DAYS = 14
/** Working days before the meeting by which everybody should have answered. */
const REPLY_DAYS = 3
/** Under so many items an agenda is still to be built. */
const FEW_ITEMS = 4

type ComputedKind = Exclude<HomeTask['kind'], 'plan'>
type Known = {
  rows: readonly MeetingRow[]
  next: MeetingRow | null
  /** The back-planning of all of them. */
  planned: readonly PlannedTask[]
  waiting: ReadonlyMap<string, Waiting>
  /** Points that earlier meetings left open, by meeting. */
  carried: ReadonlyMap<string, number>
  /** The last working day on which the convocation of a meeting leaves in time. */
  deadline: (row: MeetingRow) => string
}

/** Late first, then by date. */
export async function homeTasks({ tx, today }: ReadContext, known: Known): Promise<HomeTask[]> {
  const until = addDays(today, WEEK_DAYS)
  const { waiting } = known
  const isPast = ({ date, state }: MeetingRow) => date < today || state === 'held'
  const late = lateActions(tx, today)
  const found = known.rows.map(async (row) => [
    ...waitingTasks(row, waiting.get(row.id), known, today),
    ...(isPast(row) ? minutesTasks(row, known) : await preparationTasks(tx, row, { ...known, today })),
  ])
  const tasks = [...(await Promise.all(found)).flat(), ...carryOverTasks(today, known)]
  for (const task of known.planned) {
    if (!isOpen(task)) continue
    const { id, title, act, meetingId } = task
    const due = task.act === 'convene' ? earliest(task.due, limitOf(known, meetingId)) : task.due
    const count = act === null ? 0 : missingFor(act, waiting.get(meetingId))
    tasks.push({ kind: 'plan', meetingId, due, plan: { id, title, act }, count })
  }
  const shown = tasks.filter(({ due }) => due === null || due <= until)
  const reminded = new Set(
    shown
      .filter((task) => task.kind === 'plan' && task.plan.act === 'remindActions')
      .map(({ meetingId }) => meetingId),
  )
  return [...shown, ...lateTask(await late, reminded)].sort(byDue)
}

/** Debts of others, where no line of the back-planning speaks of them; and questions that wait for an answer. */
function waitingTasks(
  row: MeetingRow,
  waiting: Waiting | undefined,
  known: Known,
  today: string,
): HomeTask[] {
  if (waiting === undefined) return []
  const { replies, documents, documentsDue, observations, reviewDeadline } = waiting
  const task = (kind: ComputedKind, due: string | null, count: number): HomeTask[] =>
    count === 0 ? [] : [{ kind, meetingId: row.id, due, count }]
  const isSaid = (act: PlanAct) => linesFor(known, row.id, [act]).length > 0
  return [
    ...(isSaid('countReplies')
      ? []
      : task('missing-replies', addWorkingDays(row.date, -REPLY_DAYS), replies)),
    ...(isSaid('remindSlides') ? [] : task('missing-documents', documentsDue ?? row.date, documents)),
    ...task('answer-observations', reviewDeadline ?? today, observations),
  ]
}

/** The subject of a line of the back-planning that is still missing. */
function missingFor(act: PlanAct, waiting: Waiting | undefined): number {
  if (waiting === undefined) return 0
  if (act === 'countReplies') return waiting.replies
  return act === 'remindSlides' ? waiting.documents : 0
}

/** Lines of a meeting's back-planning for some acts: what they speak of, nothing else needs to say. */
function linesFor(
  { planned }: Pick<Known, 'planned'>,
  meetingId: string,
  acts: readonly PlanAct[],
): PlannedTask[] {
  return planned.filter(
    (line) => line.meetingId === meetingId && line.act !== null && acts.includes(line.act),
  )
}

async function preparationTasks(
  tx: Reader,
  row: MeetingRow,
  { next, deadline, planned, today }: Known & { today: string },
): Promise<HomeTask[]> {
  const tasks: HomeTask[] = []
  const add = (kind: ComputedKind, due: string | null, count = 0) =>
    tasks.push({ kind, meetingId: row.id, due, count })
  // Whatever its day, it is on: nothing of it is prepared any more.
  if (row.state === 'inSession') {
    add('close', [row.date, today].sort()[0] ?? today)
    return tasks
  }
  const convocation = deadline(row)
  if (row.id === next?.id || row.date <= addDays(today, TRIM_DAYS)) {
    const { overrunMinutes } = timetable(await agendaItems(tx, row.id), row)
    if (overrunMinutes > 0) add('trim-agenda', null, overrunMinutes)
  }
  if (row.itemCount < FEW_ITEMS && linesFor({ planned }, row.id, ['buildAgenda']).length === 0)
    add('build-agenda', convocation, row.itemCount)
  if (row.state === 'planned' && !linesFor({ planned }, row.id, ['convene']).some(isOpen))
    add('convene', convocation)
  add('hold', row.date)
  return tasks
}

/** Points that earlier meetings left open, of meetings whose back-planning does not speak of them. */
function carryOverTasks(today: string, known: Known): HomeTask[] {
  const silent = known.rows.filter(
    ({ id, date, state }) =>
      date >= today && isAhead({ state }) && linesFor(known, id, ['carryOver']).length === 0,
  )
  return silent.flatMap((row): HomeTask[] => {
    const count = known.carried.get(row.id) ?? 0
    const due = known.deadline(row)
    return count === 0 ? [] : [{ kind: 'carry-over', meetingId: row.id, due, count }]
  })
}

function minutesTasks({ id, date, minutesState, takenOver }: MeetingRow, known: Known): HomeTask[] {
  // Its minutes were written long ago, elsewhere.
  if (takenOver !== null) return []
  const due = minutesDue(date)
  const task = (kind: ComputedKind, by: string | null): HomeTask[] => [
    { kind, meetingId: id, due: by, count: 0 },
  ]
  if (minutesState === 'approved') return []
  // While its members may still answer there is nothing to be done yet.
  if (minutesState === 'validated') return task('approve-minutes', known.waiting.get(id)?.closesOn ?? null)
  const acts: PlanAct[] =
    minutesState === null ? ['writeMinutes'] : ['writeMinutes', 'sendDraftMinutes', 'remindReviewers']
  if (linesFor(known, id, acts).some(isOpen)) return []
  return task(minutesState === null ? 'start-minutes' : 'finish-minutes', due)
}

/** Late actions of all meetings. */
const lateActions = (tx: Reader, today: string) =>
  actionsFrom(tx).select('action.meetingId').where(isLate(today)).execute()

/** As many as the list has that it leads to; nothing where the back-planning asks for the reminder of every one. */
function lateTask(late: readonly { meetingId: string }[], reminded: ReadonlySet<string>): HomeTask[] {
  const first = late.find(({ meetingId }) => !reminded.has(meetingId))
  return first === undefined
    ? []
    : [{ kind: 'late-actions', meetingId: first.meetingId, due: null, count: late.length }]
}

function limitOf({ rows, deadline }: Known, meetingId: string): string | null {
  const row = rows.find(({ id }) => id === meetingId)
  return row === undefined ? null : deadline(row)
}

const earliest = (a: string, b: string | null) => (b === null || a < b ? a : b)
const byDue = (a: HomeTask, b: HomeTask) => (a.due ?? '').localeCompare(b.due ?? '')
