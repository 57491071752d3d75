import type { ExpressionBuilder } from 'kysely'
import type { Reader } from '../../../db/driver.ts'
import type { Tables } from '../../../db/tables.ts'
import type { DispatchKind } from '../../../domain/dispatch/dispatch.ts'
import {
  type BackPlanLine,
  byDue,
  type PlanFacts,
  type PlannedTask,
  plannedTask,
} from '../../../domain/meetings/back-planning.ts'
import { openActionStates } from '../../../domain/minutes/action.ts'
import { civilDate } from '../../../domain/time/civil-date.ts'
import { toCarry } from '../../reads/carry-over/counts.ts'

/** The lines of the template, in the order of the days. */
export function templateLines(tx: Reader): Promise<BackPlanLine[]> {
  return tx.selectFrom('backPlanLine').selectAll().orderBy('offsetDays').orderBy('id').execute()
}

/** The tasks of some meetings, each meeting's by due date. */
export async function plannedTasks(
  tx: Reader,
  meetingIds: readonly string[],
  today: string,
  countedFor = (ids: readonly string[]) => toCarry(tx, ids, today),
): Promise<PlannedTask[]> {
  if (meetingIds.length === 0) return []
  const [tasks, facts] = await Promise.all([
    tx
      .selectFrom('meetingTask')
      .selectAll()
      .where('meetingId', 'in', [...meetingIds])
      .execute(),
    planFacts(tx, meetingIds),
  ])
  if (tasks.length === 0) return []
  const asking = tasks.filter(({ act }) => act === 'carryOver').map(({ meetingId }) => meetingId)
  const carried = asking.length === 0 ? new Map<string, number>() : await countedFor(asking)
  return tasks
    .flatMap((task) => {
      const known = facts.get(task.meetingId)
      if (known === undefined) return []
      return [plannedTask(task, { ...known, toCarry: carried.get(task.meetingId) ?? null }, today)]
    })
    .sort(byDue)
}

function awaitedOf(eb: ExpressionBuilder<Tables, 'meeting'>) {
  return eb
    .selectFrom('awaitedDocument')
    .innerJoin('agendaItem', 'agendaItem.id', 'awaitedDocument.itemId')
    .select((of) => of.fn.countAll<number>().as('count'))
    .whereRef('agendaItem.meetingId', '=', 'meeting.id')
}

async function planFacts(
  tx: Reader,
  meetingIds: readonly string[],
): Promise<Map<string, Omit<PlanFacts, 'toCarry'>>> {
  const messages = sentMessages(tx, meetingIds)
  const meetings = tx
    .selectFrom('meeting')
    .leftJoin('minutes', 'minutes.meetingId', 'meeting.id')
    .leftJoin('agendaStatus', 'agendaStatus.id', 'meeting.id')
    .select([
      'meeting.id',
      'meeting.date',
      'meeting.state',
      'minutes.state as minutesState',
      'agendaStatus.state as agendaState',
      'agendaStatus.submittedAt',
      'agendaStatus.validatedAt',
    ])
    .select((eb) => [
      eb
        .selectFrom('agendaVersion')
        .select((of) => of.fn.min('agendaVersion.publishedAt').as('at'))
        .whereRef('agendaVersion.meetingId', '=', 'meeting.id')
        .as('publishedAt'),
      awaitedOf(eb).$asScalar().$notNull().as('awaitedDocuments'),
      awaitedOf(eb)
        .where('awaitedDocument.attachmentId', 'is', null)
        .$asScalar()
        .$notNull()
        .as('missingDocuments'),
      eb
        .selectFrom('action')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('action.meetingId', '=', 'meeting.id')
        .where('action.state', 'in', [...openActionStates])
        .$asScalar()
        .$notNull()
        .as('openActions'),
    ])
    .where('meeting.id', 'in', [...meetingIds])
    .execute()
  const [sent, rows] = await Promise.all([messages, meetings])
  return new Map(
    rows.map(({ id, agendaState, submittedAt, validatedAt, publishedAt, ...row }) => [
      id,
      {
        ...row,
        agendaSubmittedOn:
          agendaState === null || agendaState === 'draft' ? null : dayOf(submittedAt ?? validatedAt),
        agendaPublishedOn: dayOf(publishedAt),
        sentOn: sent.get(id) ?? new Map(),
      },
    ]),
  )
}

/** By meeting, the day on which the first message of each kind was sent. */
async function sentMessages(
  tx: Reader,
  meetingIds: readonly string[],
): Promise<Map<string, Map<DispatchKind, string>>> {
  const rows = await tx
    .selectFrom('dispatch')
    .select(['meetingId', 'kind'])
    .select((eb) => eb.fn.min('sentAt').as('sentAt'))
    .where('meetingId', 'in', [...meetingIds])
    .where('state', '=', 'sent')
    .groupBy(['meetingId', 'kind'])
    .execute()
  const found = new Map<string, Map<DispatchKind, string>>()
  for (const { meetingId, kind, sentAt } of rows) {
    const day = dayOf(sentAt)
    if (day === null) continue
    const kinds = found.get(meetingId) ?? new Map<DispatchKind, string>()
    found.set(meetingId, kinds.set(kind, day))
  }
  return found
}

/** The civil date of an instant on this desk. */
function dayOf(instant: string | null): string | null {
  return instant === null ? null : civilDate(new Date(instant))
}
