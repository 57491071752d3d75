import type { Passage, TextLife } from '../../contract/watch-life.ts'
import type { Reader } from '../../db/driver.ts'
import { identityKeys } from '../../domain/watch/text-identifiers.ts'
import type { WatchItem } from '../../domain/watch/watch.ts'
import { watchRow } from '../reads/watch.ts'
import { linksFrom, linksTo } from './links.ts'
import { matchesOf } from './matches.ts'
import { followedTexts, named } from './same-text.ts'

export async function textLife({ tx }: { readonly tx: Reader }, id: string): Promise<TextLife> {
  const item = await watchRow(tx, id)
  return {
    item,
    deadlines: (
      await tx.selectFrom('textDeadline').selectAll().where('watchItemId', '=', id).orderBy('id').execute()
    ).sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999')),
    consultations: (
      await tx
        .selectFrom('textConsultation')
        .selectAll()
        .where('watchItemId', '=', id)
        .orderBy('id')
        .execute()
    ).sort((a, b) => (a.askedOn ?? '9999').localeCompare(b.askedOn ?? '9999')),
    links: await linksFrom(tx, id),
    linkedFrom: await linksTo(tx, item),
    passages: await passagesOf(tx, item),
    namesakes: await namesakesOf(tx, item),
    matches: await matchesOf(tx, item),
  }
}

/** Where it was presented, oldest first, with what each organisation said of the item. */
async function passagesOf(tx: Reader, { hearings }: TextLife['item']): Promise<Passage[]> {
  const positions = await tx
    .selectFrom('itemPosition')
    .selectAll()
    .where(
      'itemId',
      'in',
      hearings.map(({ itemId }) => itemId),
    )
    .orderBy('id')
    .execute()
  return [...hearings]
    .sort((a, b) => a.meetingDate.localeCompare(b.meetingDate))
    .map((hearing) => ({
      ...hearing,
      positions: positions.filter(({ itemId }) => itemId === hearing.itemId),
    }))
}

async function namesakesOf(tx: Reader, item: WatchItem): Promise<TextLife['namesakes']> {
  const own = identityKeys(item)
  const found = await followedTexts(tx, own)
  return found.flatMap(({ item: other, keys }) => {
    const key = own.find((one) => keys.has(one))
    return other.id === item.id || key === undefined ? [] : [{ key, text: named(other) }]
  })
}
