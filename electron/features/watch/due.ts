import type { Output, Parsed } from '../../contract/index.ts'
import type { DueText } from '../../contract/watch-life.ts'
import type { Reader } from '../../db/driver.ts'
import { addDays } from '../../domain/time/civil-date.ts'
import type { ReadContext } from '../context.ts'

/** More deadlines than anybody reads; the list says that it goes on. */
const MOST = 1000

/** A date of the text itself says nothing more. */
const ofText = { deadlineId: null, threshold: '', label: '' }

/** Soonest first, at most `limit`; what is closed or repealed is not followed any more. */
export async function dueTexts(
  tx: Reader,
  { from, to, limit }: { from: string; to: string; limit: number },
): Promise<DueText[]> {
  const soonest = (column: 'inForceOn' | 'appliesOn') =>
    tx
      .selectFrom('watchItem')
      .select(['id as watchItemId', 'title', 'shortTitle', 'audience', `${column} as date`])
      .where(column, '>=', from)
      .where(column, '<=', to)
      .where('followUp', '!=', 'closed')
      .where('status', '!=', 'repealed')
      .orderBy(column)
      .orderBy('id')
      .limit(limit)
      .execute()
  const deadlines = await tx
    .selectFrom('textDeadline')
    .innerJoin('watchItem', 'watchItem.id', 'textDeadline.watchItemId')
    .select(['watchItem.id as watchItemId', 'watchItem.title', 'watchItem.shortTitle'])
    .select(['textDeadline.id as deadlineId'])
    .select(['textDeadline.date', 'textDeadline.audience', 'textDeadline.threshold', 'textDeadline.label'])
    .where('textDeadline.date', '>=', from)
    .where('textDeadline.date', '<=', to)
    .where('watchItem.followUp', '!=', 'closed')
    .where('watchItem.status', '!=', 'repealed')
    .orderBy('textDeadline.date')
    .orderBy('textDeadline.id')
    .limit(limit)
    .execute()
  const found = [
    ...deadlines.map((row) => ({ ...row, what: 'deadline' as const })),
    ...(await soonest('appliesOn')).map((row) => ({ ...row, ...ofText, what: 'applies' as const })),
    ...(await soonest('inForceOn')).map((row) => ({ ...row, ...ofText, what: 'inForce' as const })),
  ]
  const seen = new Set<string>()
  return found
    .flatMap(({ date, ...row }): DueText[] => {
      // In force and applicable on one day is one deadline; several publics on one day are several.
      const key = `${row.watchItemId} ${date}`
      if (date === null || (row.what !== 'deadline' && seen.has(key))) return []
      seen.add(key)
      return [{ ...row, date }]
    })
    .sort((a, b) => a.date.localeCompare(b.date) || a.title.localeCompare(b.title))
    .slice(0, limit)
}

export async function due(
  { tx, today }: Pick<ReadContext, 'tx' | 'today'>,
  { span }: Parsed<'watch.due'>,
): Promise<Output<'watch.due'>> {
  const to = addDays(today, Number(span))
  const { undated } = await tx
    .selectFrom('textDeadline')
    .select((eb) => eb.fn.countAll<number>().as('undated'))
    .where('textDeadline.date', 'is', null)
    // Looked up one by one: joined, every text that is followed may be gone through for the few that have deadlines.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('watchItem')
          .select('watchItem.id')
          .whereRef('watchItem.id', '=', 'textDeadline.watchItemId')
          .where('watchItem.followUp', '!=', 'closed')
          .where('watchItem.status', '!=', 'repealed'),
      ),
    )
    .executeTakeFirstOrThrow()
  return { rows: await dueTexts(tx, { from: today, to, limit: MOST }), undated, from: today, to }
}
