import type { Reader } from '../../../db/driver.ts'
import { watchName } from '../../../documents/watch-name.ts'
import { LINE_LENGTH } from '../../../domain/limits.ts'
import type { WholeText } from '../../../domain/watch/list.ts'

/** Some texts, in the order of their ids. */
export async function wholeTexts(tx: Reader, ids: readonly string[]): Promise<WholeText[]> {
  const items = await tx.selectFrom('watchItem').selectAll().where('id', 'in', ids).execute()
  const deadlines = await tx
    .selectFrom('textDeadline')
    .selectAll()
    .where('watchItemId', 'in', ids)
    .orderBy('id')
    .execute()
  const consultations = await tx
    .selectFrom('textConsultation')
    .selectAll()
    .where('watchItemId', 'in', ids)
    .orderBy('id')
    .execute()
  const links = await tx
    .selectFrom('textLink')
    .selectAll()
    .where('watchItemId', 'in', ids)
    .orderBy('id')
    .execute()
  const targets = await tx
    .selectFrom('watchItem')
    .select(['id', 'nature', 'number', 'title'])
    .where(
      'id',
      'in',
      links.flatMap(({ targetId }) => targetId ?? []),
    )
    .execute()
  const names = new Map(targets.map((target) => [target.id, watchName(target).slice(0, LINE_LENGTH)]))
  const of = <T extends { watchItemId: string }>(rows: readonly T[]) => {
    const byText = new Map<string, T[]>()
    for (const row of rows) byText.set(row.watchItemId, [...(byText.get(row.watchItemId) ?? []), row])
    return (id: string) => byText.get(id) ?? []
  }
  const [deadlinesOf, consultationsOf, linksOf] = [of(deadlines), of(consultations), of(links)]
  const byId = new Map(items.map((item) => [item.id, item]))
  return ids.flatMap((id) => {
    const item = byId.get(id)
    if (item === undefined) return []
    return {
      item,
      deadlines: inOrder(
        deadlinesOf(id).map(({ date, audience, threshold, label }) => ({ date, audience, threshold, label })),
      ),
      consultations: inOrder(
        consultationsOf(id).map(({ authority, name, askedOn, answeredOn, opinion, reference }) => ({
          askedOn,
          answeredOn,
          authority,
          name,
          opinion,
          reference,
        })),
      ),
      links: inOrder(
        linksOf(id).map(({ kind, targetId, citation }) => ({
          kind,
          citation: targetId === null ? citation : (names.get(targetId) ?? ''),
          targetId,
        })),
      ),
    }
  })
}

/** By what they say, soonest first and undated last, so that the same text gives the same cell wherever it is kept. */
function inOrder<T extends object>(rows: readonly T[]): T[] {
  const sign = (row: T) => JSON.stringify(Object.values(row).map((value) => value ?? '\uffff'))
  return rows
    .map((row) => ({ row, sign: sign(row) }))
    .sort((a, b) => (a.sign < b.sign ? -1 : 1))
    .map(({ row }) => row)
}
