import type { Home, HomeTask } from '../../contract/settings.ts'
import { convocationLeavesBy, isConvened } from '../../domain/meetings/back-planning.ts'
import type { MeetingRow } from '../../domain/meetings/meeting.ts'
import { aheadStates } from '../../domain/meetings/opened.ts'
import { addDays, daysBetween } from '../../domain/time/civil-date.ts'
import type { ReadContext } from '../context.ts'
import { waitingOf } from '../home/index.ts'
import { plannedTasks } from '../meetings/index.ts'
import { toCarry } from '../reads/carry-over/counts.ts'
import { carryWorld } from '../reads/carry-over/world.ts'
import { sentConvocations } from '../reads/dispatches.ts'
import { meetingRows } from '../reads/meetings.ts'
import { copyState, getBody } from '../reads/settings.ts'
import { homeTasks } from './home-tasks.ts'

/** Minutes that nobody approved are in flight for so many days. */
const UNAPPROVED_DAYS = 120
/** Meetings to come are in flight from so many days before, and from before the first line of their back-planning. */
const AHEAD_DAYS = 45
/** Meetings shown beside the next one. */
const MOST_OPEN = 6

export async function home(context: ReadContext): Promise<Home> {
  const { tx, today, desk, dataFolder } = context
  const [rows, body, any, world] = await Promise.all([
    inFlight(context),
    getBody(tx),
    tx.selectFrom('meeting').select('id').limit(1).executeTakeFirst(),
    carryWorld(tx, today),
  ])
  const next = rows.filter(isAhead(today)).sort(byDate)[0] ?? null
  const deadline = ({ date }: MeetingRow) =>
    convocationLeavesBy(date, body.convocationDays, body.convocationCounting)
  const ids = rows.map(({ id }) => id)
  const counted = toCarry(tx, ids, today, world)
  // At once: a server is asked for all of them together.
  const [carried, planned, waiting, convocations, isAgendaPublished] = await Promise.all([
    counted,
    plannedTasks(tx, ids, today, () => counted),
    waitingOf(tx, rows, today),
    next === null ? [] : sentConvocations(tx, next.id),
    next !== null && hasPublished(tx, next.id),
  ])
  const tasks = await homeTasks(context, { rows, next, planned, deadline, waiting, carried })
  const asked = waiting.get(next?.id ?? '')
  return {
    isEmpty: !any,
    today,
    next,
    convocationDue: next?.state === 'planned' ? deadline(next) : null,
    isConvocationSent: convocations.length > 0,
    isConvened:
      next !== null &&
      isConvened(
        next.state,
        planned.filter(({ meetingId }) => meetingId === next.id),
      ),
    isAgendaPublished,
    open: openMeetings(rows, tasks, { today, next }),
    tasks,
    replies:
      asked === undefined || asked.asked === 0
        ? null
        : { asked: asked.asked, answered: asked.asked - asked.replies },
    copies: copyState(dataFolder, desk),
  }
}

async function hasPublished(tx: ReadContext['tx'], meetingId: string): Promise<boolean> {
  const version = await tx
    .selectFrom('agendaVersion')
    .select('id')
    .where('meetingId', '=', meetingId)
    .limit(1)
    .executeTakeFirst()
  return version !== undefined
}

async function inFlight({ tx, today }: ReadContext): Promise<MeetingRow[]> {
  const until = addDays(today, await daysAhead(tx))
  const nextDate = tx
    .selectFrom('meeting as sooner')
    .select((eb) => eb.fn.min('sooner.date').as('date'))
    .where('sooner.deletedAt', 'is', null)
    .where('sooner.state', 'in', [...aheadStates, 'inSession'])
    .where('sooner.date', '>=', today)
  const found = await tx
    .selectFrom('meeting')
    .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
    .select('meeting.id')
    .where('meeting.deletedAt', 'is', null)
    .where('meeting.state', '!=', 'cancelled')
    .where('meeting.takenOver', 'is', null)
    .where((eb) =>
      eb.or([
        eb.between('meeting.date', today, until),
        eb('meeting.date', '=', nextDate),
        eb('meeting.state', '=', 'inSession'),
        eb.and([
          eb.between('meeting.date', addDays(today, -UNAPPROVED_DAYS), today),
          eb('minutes.state', 'is distinct from', 'approved'),
        ]),
      ]),
    )
    .execute()
  return meetingRows(tx, { ids: found.map(({ id }) => id) })
}

/** Working days take up to half as many days again, and holidays some more. */
async function daysAhead(tx: ReadContext['tx']): Promise<number> {
  const { first } = await tx
    .selectFrom('meetingTask')
    .select((eb) => eb.fn.min('offsetDays').as('first'))
    .executeTakeFirstOrThrow()
  return Math.max(AHEAD_DAYS, Math.ceil(-1.5 * (first ?? 0)) + 14)
}

const isAhead =
  (today: string) =>
  ({ date, state }: MeetingRow) =>
    date >= today && state !== 'held'

const byDate = (a: MeetingRow, b: MeetingRow) =>
  a.date.localeCompare(b.date) || a.startTime.localeCompare(b.startTime)

/** Those in which something is under way: past ones, convened ones, those with something due this week. */
function openMeetings(
  rows: readonly MeetingRow[],
  tasks: readonly HomeTask[],
  { today, next }: { today: string; next: MeetingRow | null },
): MeetingRow[] {
  const due = new Set(tasks.map(({ meetingId }) => meetingId))
  return rows
    .filter(({ id, date, state }) => id !== next?.id && (date < today || state !== 'planned' || due.has(id)))
    .sort((a, b) => Math.abs(daysBetween(today, a.date)) - Math.abs(daysBetween(today, b.date)))
    .slice(0, MOST_OPEN)
}
