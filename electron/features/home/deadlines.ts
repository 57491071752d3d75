// Deadlines: the days that come soonest on which a followed text enters into force or applies.
import type { Output } from '../../contract/index.ts'
import { addDays } from '../../domain/civil-date.ts'
import type { ReadContext } from '../context.ts'

type TextDeadline = Output<'home.beside'>['deadlines'][number]

/** Half a year ahead is what a meeting can still prepare. */
const AHEAD_DAYS = 183
const MOST = 3

export async function textDeadlines({
  tx,
  today,
}: Pick<ReadContext, 'tx' | 'today'>): Promise<TextDeadline[]> {
  const soonest = (column: 'inForceOn' | 'appliesOn') =>
    tx
      .selectFrom('watchItem')
      .select(['id', 'title', 'audience', `${column} as date`])
      .where(column, '>=', today)
      .where(column, '<=', addDays(today, AHEAD_DAYS))
      .where('followUp', '!=', 'closed')
      .where('status', '!=', 'repealed')
      .orderBy(column)
      .orderBy('id')
      .limit(MOST)
      .execute()
  const found = [
    ...(await soonest('appliesOn')).map((row) => ({ ...row, what: 'applies' as const })),
    ...(await soonest('inForceOn')).map((row) => ({ ...row, what: 'inForce' as const })),
  ]
  const seen = new Set<string>()
  return found
    .flatMap(({ id: watchItemId, title, audience, date, what }) => {
      // In force and applicable on one day is one deadline.
      const key = `${watchItemId} ${date}`
      if (date === null || seen.has(key)) return []
      seen.add(key)
      return [{ watchItemId, title, audience, date, what }]
    })
    .sort((a, b) => a.date.localeCompare(b.date) || a.title.localeCompare(b.title))
    .slice(0, MOST)
}
