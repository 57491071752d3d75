import { insertRows } from '../../../db/bulk.ts'
import type { Transaction } from '../../../db/driver.ts'
import { identityKeys } from '../../../domain/watch/text-identifiers.ts'
import { MAX_OF_A_TEXT, type TextLink } from '../../../domain/watch/text-life.ts'
import { newId } from '../../new-id.ts'
import { followedTexts } from '../same-text.ts'
import type { Compared } from './compare.ts'

export type Stored = { id: string; of: Compared }

/**
 * A text that is not followed yet is cited by its name: once it is, the link leads there. What another text does is a link of that
 * other one, and waits until it is followed.
 */
export async function storeLinks(tx: Transaction, stored: readonly Stored[], now: Date): Promise<void> {
  const told = stored.flatMap(({ id, of: { staged } }) =>
    (staged.text.links ?? []).map((link) => ({ id, title: staged.text.title, own: staged.text, link })),
  )
  if (told.length === 0) return
  const followed = await followedTexts(
    tx,
    told.map(({ link }) => link.key),
  )
  const idOf = (key: string) => followed.find(({ keys }) => keys.has(key))?.item.id ?? null
  const wanted = told.flatMap(({ id, title, own, link: { kind, isSource, citation, key } }) => {
    const other = idOf(key)
    if (isSource) return { watchItemId: id, kind, citation, citedKey: key, otherId: other }
    const [ownKey = ''] = identityKeys({ ...own, celex: null, nor: null, number: null, eli: null })
    return other === null ? [] : { watchItemId: other, kind, citation: title, citedKey: ownKey, otherId: id }
  })
  const there = await tx
    .selectFrom('textLink')
    .selectAll()
    .where(
      'watchItemId',
      'in',
      wanted.map(({ watchItemId }) => watchItemId),
    )
    .execute()
  const names = new Set(there.flatMap((link) => namesOf(link)))
  const counts = new Map<string, number>()
  for (const { watchItemId } of there) counts.set(watchItemId, (counts.get(watchItemId) ?? 0) + 1)
  const rows: TextLink[] = []
  for (const { otherId, ...link } of wanted) {
    const row: TextLink = {
      ...link,
      id: newId(now),
      version: 1,
      targetId: otherId,
      ...(otherId === null ? {} : { citation: '', citedKey: '' }),
    }
    const own = [...namesOf(row), ...namesOf({ ...row, citedKey: link.citedKey })]
    const count = counts.get(link.watchItemId) ?? 0
    if (own.some((name) => names.has(name)) || link.watchItemId === otherId || count >= MAX_OF_A_TEXT)
      continue
    for (const name of own) names.add(name)
    counts.set(link.watchItemId, count + 1)
    rows.push(row)
  }
  await insertRows(tx, 'textLink', rows)
}

/** One link may lead to a followed text, or cite it by a name. */
function namesOf({ watchItemId, kind, targetId, citedKey }: TextLink): string[] {
  const names = [targetId, citedKey].filter((name) => name !== null && name !== '')
  return names.map((name) => `${watchItemId} ${kind} ${name}`)
}
