import { sql } from 'kysely'
import { contract, namesOf } from '../../contract/index.ts'
import type { MethodShape } from '../../contract/method.ts'
import { type CountedAs, type Done, doneGroups, doneTables } from '../../domain/meetings/week-done.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import type { ReadContext } from '../context.ts'

const DAYS = 7
/** A row that others pushed aside was not worked on: nothing of it changed but its place. */
const isOrderOnly = sql<boolean>`before IS NOT NULL AND after IS NOT NULL
  AND table_name IN ('agenda_item', 'observation', 'attendee', 'person', 'organisation', 'college')
  AND json_remove(before, '$.version', '$.position', '$.parent_id', '$.protocol_order')
    = json_remove(after, '$.version', '$.position', '$.parent_id', '$.protocol_order')`

/** Who is listed and not yet noted, or noted by an answer of theirs, was noted by nobody. */
const isNoted = sql<boolean>`(table_name != 'attendee'
  OR (method LIKE 'attendance.%' AND method != 'attendance.fillFromReplies' AND json_extract(after, '$.status') IS NOT NULL))`

/** What was read from a notebook or a transcript was noted elsewhere, or only said. */
const isOwnLine = sql<boolean>`(table_name != 'session_line'
  OR json_extract(coalesce(after, before), '$.notebook_id') IS NULL)`

const cases = Object.entries<MethodShape>(contract).flatMap(([method, { counted }]) =>
  counted === undefined ? [] : namesOf(method).map((name) => sql`WHEN ${name} THEN ${counted}`),
)
/** Empty for most methods: a row that one added and another changed is one thing. */
const countedAs = sql<CountedAs | ''>`CASE method ${sql.join(cases, sql` `)} ELSE '' END`

/** Lines that a person reads at a glance. */
const MOST = 7

export async function doneSince({ tx, today }: Pick<ReadContext, 'tx' | 'today'>): Promise<Done[]> {
  const since = new Date(`${addDays(today, -DAYS)}T00:00:00`).toISOString()
  const rows = await tx
    .selectFrom('journalEntry')
    .innerJoin('journalChange', 'journalChange.entrySeq', 'journalEntry.seq')
    .select(['journalChange.tableName as table', 'journalEntry.meetingId'])
    .select((eb) => [
      countedAs.as('counted'),
      sql<number>`count(DISTINCT CASE WHEN before IS NULL THEN row_id END)`.as('added'),
      sql<number>`count(DISTINCT CASE WHEN ${isOrderOnly} THEN NULL ELSE row_id END)`.as('touched'),
      eb.fn.max('journalEntry.at').as('at'),
    ])
    .where('journalChange.tableName', 'in', doneTables)
    .where('journalEntry.state', '=', 'done')
    .where(isNoted)
    .where(isOwnLine)
    .where('journalEntry.at', '>=', since)
    .groupBy([sql`counted`, 'journalChange.tableName', 'journalEntry.meetingId'])
    .execute()
  const groups = doneGroups(rows)
  const ids = [...new Set(groups.flatMap(({ meetingId }) => (meetingId === null ? [] : [meetingId])))]
  const meetings = await tx
    .selectFrom('meeting')
    .select(['id', 'number', 'date'])
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .execute()
  return groups
    .flatMap(({ meetingId, ...group }) => {
      const meeting = meetings.find(({ id }) => id === meetingId) ?? null
      // Work on a meeting that is gone leads nowhere.
      return meetingId !== null && meeting === null ? [] : [{ ...group, meeting }]
    })
    .slice(0, MOST)
}
