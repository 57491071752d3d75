import type { Reader } from '../../db/driver.ts'
import type { TextDeadline } from '../../domain/watch/text-life.ts'

/** By text, soonest first, undated ones last. */
export async function deadlinesOf(tx: Reader, ids: readonly string[]): Promise<Map<string, TextDeadline[]>> {
  const rows = await tx
    .selectFrom('textDeadline')
    .selectAll()
    .where('watchItemId', 'in', [...ids])
    .orderBy('id')
    .execute()
  rows.sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999'))
  const byText = new Map<string, TextDeadline[]>()
  for (const row of rows) byText.set(row.watchItemId, [...(byText.get(row.watchItemId) ?? []), row])
  return byText
}
