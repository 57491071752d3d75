import { sql } from 'kysely'
import type { FollowUpChoices } from '../../contract/follow-up.ts'
import type { Output, Parsed } from '../../contract/index.ts'
import type { Reader } from '../../db/driver.ts'
import { aheadStates } from '../../domain/meetings/opened.ts'
import { dueGroup } from '../../domain/minutes/follow-up.ts'
import { alphabetical } from '../../domain/text/alphabetical.ts'
import type { ReadContext } from '../context.ts'
import {
  actionsById,
  actionsFrom,
  checkOf,
  isLate,
  isOpen,
  orderedActions,
  organisation,
  owner,
  ownerId,
} from '../reads/actions.ts'

/** One page, with the counts of the whole list. */
export async function actionsPage(
  context: ReadContext,
  { filter, sort, offset, limit, next: dueBefore }: Parsed<'followUp.actions'>,
): Promise<Output<'followUp.actions'>> {
  const { tx, today } = context
  // At once, here and below: a server is asked for all of them together.
  const [next, all] = await Promise.all([nextMeeting(tx, today), orderedActions(context, filter, sort)])
  const groups = { late: 0, beforeNext: 0, later: 0, undated: 0 }
  const before = dueBefore === undefined ? (next?.date ?? null) : dueBefore
  for (const action of all) groups[dueGroup(action.due, today, before)] += 1
  const shown = all.slice(offset, offset + limit).map(({ id }) => id)
  return { rows: await actionsById({ tx, today }, shown), total: all.length, groups, nextMeeting: next }
}

/** The next meeting that is to take place, today included. */
async function nextMeeting(tx: Reader, today: string) {
  const row = await tx
    .selectFrom('meeting')
    .select(['date', 'number'])
    .where('date', '>=', today)
    .where('state', 'in', [...aheadStates, 'inSession'])
    .where('deletedAt', 'is', null)
    .orderBy('date')
    .orderBy('startTime')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function followUpCounts({ tx, today }: ReadContext): Promise<Output<'followUp.counts'>> {
  const counted = actionsFrom(tx)
    .select([
      sql<number>`coalesce(sum(${isOpen}), 0)`.as('open'),
      sql<number>`coalesce(sum(${isLate(today)}), 0)`.as('late'),
      sql<number>`coalesce(sum(NOT ${isOpen}), 0)`.as('closed'),
      sql<number>`coalesce(sum(${checkOf('any', today)}), 0)`.as('toCheck'),
    ])
    .executeTakeFirstOrThrow()
  const decided = tx
    .selectFrom('decision')
    .innerJoin('meeting', 'meeting.id', 'decision.meetingId')
    .select((eb) => eb.fn.countAll<number>().as('decisions'))
    .where('meeting.deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const [actions, { decisions }] = await Promise.all([counted, decided])
  return { ...actions, decisions }
}

export async function followUpChoices({ tx }: ReadContext): Promise<FollowUpChoices> {
  const doers = actionsFrom(tx)
    .select([owner.as('name'), organisation.as('organisation'), ownerId.as('id')])
    .distinct()
    .execute()
  const concerned = tx
    .selectFrom('meeting')
    .select(['id', 'date', 'number', 'seriesId'])
    .where('deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb.selectFrom('action').select('action.id').whereRef('action.meetingId', '=', 'meeting.id'),
        ),
        eb.exists(
          eb.selectFrom('decision').select('decision.id').whereRef('decision.meetingId', '=', 'meeting.id'),
        ),
      ]),
    )
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const calendars = tx.selectFrom('series').select(['id', 'name']).orderBy('name').execute()
  const [owned, meetings, series] = await Promise.all([doers, concerned, calendars])
  const owners = new Map<string, FollowUpChoices['owners'][number]>()
  const organisations = new Set<string>()
  for (const { id, name, organisation: printed } of owned) {
    if (printed.trim() !== '') organisations.add(printed)
    const key = id ?? name
    if (key !== '' && name.trim() !== '' && !owners.has(key))
      owners.set(key, { key, name, organisation: printed })
  }
  return {
    owners: [...owners.values()].sort((a, b) => alphabetical(a.name, b.name)),
    organisations: [...organisations].sort(alphabetical),
    meetings,
    series,
  }
}
