import { sql } from 'kysely'
import type { DecisionFilter, DecisionRow, DecisionSort, Named } from '../../contract/follow-up.ts'
import type { Output, Parsed } from '../../contract/index.ts'
import type { Reader } from '../../db/driver.ts'
import type { DecisionStanding } from '../../domain/minutes/decision.ts'
import { foldedWords } from '../../domain/text/fold.ts'
import type { ReadContext } from '../context.ts'
import { originsOf } from '../reads/action-origins.ts'
import { letters } from '../reads/letters.ts'
import { typedNumber } from '../reads/typed-number.ts'

/** The decisions of every meeting that is not in the bin. */
function decisionsFrom(tx: Reader) {
  return tx
    .selectFrom('decision')
    .innerJoin('meeting', 'meeting.id', 'decision.meetingId')
    .leftJoin('decisionFollowUp', 'decisionFollowUp.id', 'decision.id')
    .leftJoin('minutes', 'minutes.meetingId', 'decision.meetingId')
    .where('meeting.deletedAt', 'is', null)
}
const standing = sql<DecisionStanding>`CASE
  WHEN coalesce(decision_follow_up.state, 'inForce') <> 'inForce' THEN decision_follow_up.state
  WHEN minutes.state = 'approved' OR meeting.taken_over IS NOT NULL THEN 'inForce' ELSE 'toApprove' END`
type All = ReturnType<typeof decisionsFrom>

/** The ids of every decision that a filter leaves; within what is equal newest meeting first, then as printed. */
export async function orderedDecisions(
  { tx, findIds }: ReadContext,
  filter: DecisionFilter,
  sort: DecisionSort,
): Promise<string[]> {
  const way = sort.descending ? 'desc' : 'asc'
  const query = narrowed(tx, filter).select('decision.id')
  const newestFirst = (sorted: typeof query) =>
    sorted.orderBy('meeting.date', 'desc').orderBy('decision.meetingId').orderBy('decision.rank')
  const sorted =
    sort.by === 'text'
      ? newestFirst(query.orderBy(letters(sql.ref('decision.text')), way))
      : sort.by === 'state'
        ? newestFirst(query.orderBy(standing, way))
        : query.orderBy('meeting.date', way).orderBy('decision.meetingId', way).orderBy('decision.rank', way)
  const rows = await sorted.execute()
  const ids = rows.map(({ id }) => id)
  if (filter.words.trim() === '' || typedNumber(filter.words) !== null) return ids
  const known = new Set(await findIds(foldedWords(filter.words), 'decision'))
  return ids.filter((id) => known.has(id))
}

/** Words aside: the index of the search knows them. */
function narrowed(tx: Reader, filter: DecisionFilter): All {
  let query = decisionsFrom(tx)
  const numbered = typedNumber(filter.words)
  if (numbered !== null) {
    query = query.where('meeting.date', 'like', `${numbered.year}-%`)
    if (numbered.meeting !== null) query = query.where('meeting.number', '=', numbered.meeting)
    if (numbered.rank !== null) query = query.where('decision.rank', '=', numbered.rank)
  }
  if (filter.state !== null) query = query.where(standing, '=', filter.state)
  if (filter.meetingId !== null) query = query.where('decision.meetingId', '=', filter.meetingId)
  if (filter.seriesId !== null) query = query.where('meeting.seriesId', '=', filter.seriesId)
  return query
}

/** One page, with how many there are in all. */
export async function decisionsPage(
  context: ReadContext,
  { filter, sort, offset, limit }: Parsed<'followUp.decisions'>,
): Promise<Output<'followUp.decisions'>> {
  const all = await orderedDecisions(context, filter, sort)
  return {
    rows: await decisionsByIds(context.tx, all.slice(offset, offset + limit)),
    total: all.length,
  }
}

/** The rows of a query, each with where it comes from and what stands in its place. */
async function decisionRows(tx: Reader, query: All): Promise<DecisionRow[]> {
  const rows = await query
    .leftJoin('approval', 'approval.id', 'decision.meetingId')
    .selectAll('decision')
    .select([
      'decisionFollowUp.version as nowVersion',
      'decisionFollowUp.state',
      'decisionFollowUp.replacedById',
      'decisionFollowUp.reason',
      'decisionFollowUp.changedOn',
      'meeting.date',
      'meeting.number',
      'meeting.title as meetingTitle',
      'approval.id as approvalId',
      'minutes.frozenAt',
      standing.as('standing'),
    ])
    .execute()
  if (rows.length === 0) return []
  const originOf = await originsOf(
    tx,
    rows.map(({ meetingId }) => meetingId),
  )
  const named = await namedDecisions(
    tx,
    rows.flatMap(({ replacedById }) => replacedById ?? []),
  )
  return rows.map((row) => {
    const { nowVersion, state, standing: told, replacedById, reason, changedOn, ...rest } = row
    const { date, number, meetingTitle, approvalId, frozenAt, ...decision } = rest
    return {
      decision,
      now: {
        version: nowVersion ?? 0,
        state: state ?? 'inForce',
        standing: told,
        replacedBy: replacedById === null ? null : (named.get(replacedById) ?? null),
        reason: reason ?? '',
        changedOn,
      },
      origin: originOf({ date, number, meetingTitle, approvalId, frozenAt, itemId: decision.itemId }),
    }
  })
}

export async function namedDecisions(tx: Reader, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('decision')
    .innerJoin('meeting', 'meeting.id', 'decision.meetingId')
    .select(['decision.id', 'decision.rank', 'decision.text', 'meeting.date', 'meeting.number'])
    .where('decision.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Some decisions by id, in the order asked for; those of meetings in the bin left out. */
export async function decisionsByIds(tx: Reader, ids: readonly string[]): Promise<DecisionRow[]> {
  const rows = await decisionRows(tx, decisionsFrom(tx).where('decision.id', 'in', [...ids]))
  const byId = new Map(rows.map((row) => [row.decision.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export async function decisionById(tx: Reader, id: string): Promise<DecisionRow | undefined> {
  const [row] = await decisionsByIds(tx, [id])
  return row
}
