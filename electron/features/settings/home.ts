// Home: the next meeting, the meetings in flight, and what is due, from the data alone.
import type { Home, HomeTask } from '../../contract/settings.ts'
import { timetable } from '../../domain/agenda.ts'
import { addDays } from '../../domain/civil-date.ts'
import type { MeetingRow } from '../../domain/meeting.ts'
import { agendaItems } from '../agenda/queries.ts'
import type { ReadContext } from '../context.ts'
import { meetingRows } from '../meetings/queries.ts'
import { copyState } from './queries.ts'

/** Days before the meeting by which its convocation goes out (customary; CRPA R133-8 for bodies it applies to). */
const CONVOCATION_DAYS = 5
/** Days after the meeting by which its minutes are expected. */
const MINUTES_DAYS = 15

export async function home({ tx, today, desk }: ReadContext): Promise<Home> {
  const inFlight = await tx
    .selectFrom('meeting')
    .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
    .select('meeting.id')
    .where('meeting.deletedAt', 'is', null)
    .where('meeting.state', '!=', 'cancelled')
    .where((eb) =>
      eb.or([
        eb('meeting.date', '>=', today),
        eb('meeting.state', '=', 'inSession'),
        eb.and([eb('meeting.date', '>=', addDays(today, -120)), eb('minutes.state', 'is not', 'approved')]),
      ]),
    )
    .execute()
  const any = await tx.selectFrom('meeting').select('id').limit(1).executeTakeFirst()
  const rows = await meetingRows(tx, { ids: inFlight.map(({ id }) => id) })
  const ahead = rows.filter((row) => row.date >= today && row.state !== 'held').reverse()
  const next = ahead[0] ?? null
  const open = rows.filter((row) => row.id !== next?.id).slice(0, 6)
  const tasks: HomeTask[] = []
  if (next) tasks.push(...(await preparationTasks(tx, next)))
  for (const row of rows) if (row.date < today || row.state === 'held') tasks.push(...minutesTasks(row))
  const late = await tx
    .selectFrom('action')
    .innerJoin('meeting', 'meeting.id', 'action.meetingId')
    .select(['action.meetingId'])
    .where('action.state', 'in', ['todo', 'inProgress'])
    .where('action.dueDate', '<', today)
    .where('meeting.deletedAt', 'is', null)
    .execute()
  const firstLate = late[0]
  if (firstLate)
    tasks.push({ kind: 'late-actions', meetingId: firstLate.meetingId, due: null, count: late.length })
  return { isEmpty: !any, today, next, open, tasks: tasks.sort(byDue), copies: copyState(desk) }
}

async function preparationTasks(tx: ReadContext['tx'], next: MeetingRow): Promise<HomeTask[]> {
  const tasks: HomeTask[] = []
  const items = await agendaItems(tx, next.id)
  const { overrunMinutes } = timetable(items, next)
  if (overrunMinutes > 0)
    tasks.push({ kind: 'trim-agenda', meetingId: next.id, due: null, count: overrunMinutes })
  const convocation = addDays(next.date, -CONVOCATION_DAYS)
  if (items.length < 4)
    tasks.push({ kind: 'build-agenda', meetingId: next.id, due: convocation, count: items.length })
  if (next.state === 'planned')
    tasks.push({ kind: 'convene', meetingId: next.id, due: convocation, count: 0 })
  tasks.push({ kind: 'hold', meetingId: next.id, due: next.date, count: 0 })
  return tasks
}

function minutesTasks(row: MeetingRow): HomeTask[] {
  const due = addDays(row.date, MINUTES_DAYS)
  if (row.minutesState === null) return [{ kind: 'start-minutes', meetingId: row.id, due, count: 0 }]
  if (row.minutesState === 'validated')
    return [{ kind: 'approve-minutes', meetingId: row.id, due: null, count: 0 }]
  if (row.minutesState === 'approved') return []
  return [{ kind: 'finish-minutes', meetingId: row.id, due, count: 0 }]
}

const byDue = (a: HomeTask, b: HomeTask) => (a.due ?? '').localeCompare(b.due ?? '')
