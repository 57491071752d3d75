import { type Expression, type SqlBool, sql } from 'kysely'
import type { ActionFilter, ActionRow, ActionSort } from '../../contract/follow-up.ts'
import type { Reader } from '../../db/driver.ts'
import type { CivilDate } from '../../domain/ids.ts'
import { openActionStates } from '../../domain/minutes/action.ts'
import { actionChecks, MANY_MOVES } from '../../domain/minutes/follow-up.ts'
import { alphabetical } from '../../domain/text/alphabetical.ts'
import { foldedWords } from '../../domain/text/fold.ts'
import type { ReadContext } from '../context.ts'
import { type OriginColumns, originsOf } from './action-origins.ts'
import { letters } from './letters.ts'
import { typedNumber } from './typed-number.ts'

/** As it stands now: what was changed since, else what was printed. */
export const due = sql<string | null>`coalesce(action_follow_up.due_date, action.due_date)`
export const owner = sql<string>`coalesce(action_follow_up.owner, action.owner)`
export const ownerId = sql<
  string | null
>`CASE WHEN action_follow_up.owner IS NULL THEN action.owner_id ELSE action_follow_up.owner_id END`
export const organisation = sql<string>`coalesce(action_follow_up.organisation, action.organisation)`
const moves = sql<number>`coalesce(action_follow_up.move_count, 0)`
export const isOpen = sql<SqlBool>`action.state IN (${sql.join([...openActionStates])})`

/** Whoever had mandates, none of which goes on. Who never had one is a guest, and has not left. */
const left = (today: string) => sql<SqlBool>`${ownerId} IN (SELECT person_id FROM mandate
  GROUP BY person_id HAVING max(coalesce(ends_on, '9999')) < ${today})`

const checks: Readonly<
  Record<Exclude<NonNullable<ActionFilter['check']>, 'any'>, (today: string) => Expression<SqlBool>>
> = {
  noOwner: () => sql<SqlBool>`(${ownerId} IS NULL AND trim(${owner}) = '' AND trim(${organisation}) = '')`,
  noDate: () => sql<SqlBool>`${due} IS NULL`,
  movedTwice: () => sql<SqlBool>`${moves} >= ${MANY_MOVES}`,
  ownerLeft: left,
}

/** Open actions that a check names. */
export function checkOf(check: NonNullable<ActionFilter['check']>, today: string): Expression<SqlBool> {
  const one = check === 'any' ? Object.values(checks).map((of) => of(today)) : [checks[check](today)]
  return sql<SqlBool>`(${isOpen} AND (${sql.join(one, sql` OR `)}))`
}

/** Late: the day itself is still in time. */
export const isLate = (today: string) => sql<SqlBool>`(${isOpen} AND ${due} < ${today})`

/** The actions of every meeting that is not in the bin. */
export function actionsFrom(tx: Reader) {
  return tx
    .selectFrom('action')
    .innerJoin('meeting', 'meeting.id', 'action.meetingId')
    .leftJoin('actionFollowUp', 'actionFollowUp.id', 'action.id')
    .where('meeting.deletedAt', 'is', null)
}

/** By the ids of actions, the day on which one that was put off is due now. */
export async function putOffTo(tx: Reader): Promise<ReadonlyMap<string, CivilDate>> {
  const rows = await actionsFrom(tx)
    .select(['action.id', due.as('due')])
    .where('action.state', '=', 'postponed')
    .execute()
  return new Map(rows.flatMap(({ id, due: day }) => (day === null ? [] : [[id, day] as const])))
}

export type OrderedAction = { id: string; due: string | null }

/**
 * Every action that a filter leaves, in order, each once and always in the same place. Light rows: of thousands a page of
 * whole ones is read by id afterwards.
 */
export async function orderedActions(
  context: ReadContext,
  filter: ActionFilter,
  sort: ActionSort,
): Promise<OrderedAction[]> {
  const query = narrowed(context, filter).select(['action.id', due.as('due')])
  const rows = await (sort.by === 'owner' ? ownersOrder(query, sort) : inOrder(query, sort).execute())
  if (filter.words.trim() === '' || typedNumber(filter.words) !== null) return rows
  const ids = new Set(await context.findIds(foldedWords(filter.words), 'action'))
  return rows.filter(({ id }) => ids.has(id))
}

/** Words aside: the index of the search knows them. */
function narrowed({ tx, today }: ReadContext, filter: ActionFilter) {
  let query = actionsFrom(tx)
  const numbered = typedNumber(filter.words)
  if (numbered !== null) {
    query = query.where('meeting.date', 'like', `${numbered.year}-%`)
    if (numbered.meeting !== null) query = query.where('meeting.number', '=', numbered.meeting)
    if (numbered.rank !== null) query = query.where('action.rank', '=', numbered.rank)
  }
  if (filter.states.length > 0) query = query.where('action.state', 'in', filter.states)
  if (filter.owner !== null)
    query = query.where(
      sql<SqlBool>`(${ownerId} = ${filter.owner} OR (${ownerId} IS NULL AND ${owner} = ${filter.owner}))`,
    )
  if (filter.organisation !== null)
    query = query.where(sql<SqlBool>`${organisation} = ${filter.organisation}`)
  if (filter.meetingId !== null) query = query.where('action.meetingId', '=', filter.meetingId)
  if (filter.seriesId !== null) query = query.where('meeting.seriesId', '=', filter.seriesId)
  const { beforeMeetingId } = filter
  if (beforeMeetingId !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('meeting as seen')
          .select('seen.id')
          .where('seen.id', '=', beforeMeetingId)
          .whereRef('seen.id', '!=', 'meeting.id')
          .whereRef('seen.date', '>=', 'meeting.date')
          .where((of) =>
            of.or([
              of('seen.seriesId', '=', of.ref('meeting.seriesId')),
              of.and([of('seen.seriesId', 'is', null), of('meeting.seriesId', 'is', null)]),
            ]),
          ),
      ),
    )
  if (filter.lateOnly) query = query.where(isLate(today))
  if (filter.check !== null) query = query.where(checkOf(filter.check, today))
  return query
}

type All = ReturnType<typeof actionsFrom>
type Light = ReturnType<typeof lightOf>
const lightOf = (query: All) => query.select(['action.id', due.as('due')])

/** By owner: first by date, names are put in order afterwards. */
function inOrder(query: Light, { by, descending }: ActionSort): Light {
  const way = descending ? 'desc' : 'asc'
  const newestFirst = (sorted: Light) =>
    sorted.orderBy('meeting.date', 'desc').orderBy('action.meetingId').orderBy('action.rank')
  switch (by) {
    case 'owner':
      return newestFirst(query.orderBy(sql`${due} IS NULL`).orderBy(due))
    case 'text':
      return newestFirst(query.orderBy(letters(sql.ref('action.text')), way))
    case 'due':
      return newestFirst(query.orderBy(sql`${due} IS NULL`).orderBy(due, way))
    case 'closed':
      return newestFirst(
        query.orderBy(sql`action_follow_up.closed_on IS NULL`).orderBy('actionFollowUp.closedOn', way),
      )
    case 'number':
      return query.orderBy('meeting.date', way).orderBy('action.meetingId', way).orderBy('action.rank', way)
  }
}

/** As a French directory orders names, accents and case aside; who has no owner comes last, then what is due first. */
async function ownersOrder(query: Light, sort: ActionSort): Promise<OrderedAction[]> {
  const rows = await inOrder(query, sort)
    .select([owner.as('owner'), organisation.as('organisation')])
    .execute()
  const names = [...new Set(rows.map((row) => `${row.owner}\n${row.organisation}`))].sort(alphabetical)
  const rank = new Map(names.map((name, place) => [name, sort.descending ? -place : place]))
  // Asked once of each row: a sort of thousands asks twelve times as often.
  const placed = rows.map((row) => ({
    row,
    place:
      row.owner.trim() === ''
        ? Number.POSITIVE_INFINITY
        : (rank.get(`${row.owner}\n${row.organisation}`) ?? 0),
  }))
  placed.sort((a, b) => (a.place === b.place ? 0 : a.place - b.place))
  return placed.map(({ row }) => row)
}

/** The rows of a query, each with where it comes from and what is to be looked at. */
async function actionRows({ tx, today }: ActionReading, query: All): Promise<ActionRow[]> {
  const rows = await query
    .leftJoin('minutes', 'minutes.meetingId', 'action.meetingId')
    .leftJoin('approval', 'approval.id', 'action.meetingId')
    .selectAll('action')
    .select([
      due.as('dueNow'),
      owner.as('ownerNow'),
      ownerId.as('ownerIdNow'),
      organisation.as('organisationNow'),
      moves.as('moveCount'),
      'actionFollowUp.reason',
      'actionFollowUp.closedOn',
      'meeting.date',
      'meeting.number',
      'meeting.title as meetingTitle',
      'approval.id as approvalId',
      'minutes.frozenAt',
    ])
    .select(sql<number | null>`${left(today)}`.as('hasLeft'))
    .execute()
  if (rows.length === 0) return []
  const originOf = await originsOf(
    tx,
    rows.map(({ meetingId }) => meetingId),
  )
  return rows.map((row) => {
    const { dueNow, ownerNow, ownerIdNow, organisationNow, moveCount, reason, closedOn, hasLeft, ...rest } =
      row
    const { date, number, meetingTitle, approvalId, frozenAt, ...action } = rest
    const columns: OriginColumns = { date, number, meetingTitle, approvalId, frozenAt }
    const now = {
      due: dueNow,
      owner: ownerNow,
      ownerId: ownerIdNow,
      organisation: organisationNow,
      moveCount,
      reason: reason ?? '',
      closedOn,
    }
    return {
      action,
      now,
      origin: originOf({ ...columns, itemId: action.itemId }),
      checks: actionChecks({ ...now, state: action.state }, hasLeft === 1),
    }
  })
}

type ActionReading = { tx: Reader; today: string }

/** Some actions by id, in the order asked for. */
export async function actionsById(reading: ActionReading, ids: readonly string[]): Promise<ActionRow[]> {
  const rows = await actionRows(reading, actionsFrom(reading.tx).where('action.id', 'in', [...ids]))
  const byId = new Map(rows.map((row) => [row.action.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
