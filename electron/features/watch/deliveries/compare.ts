import { sql } from 'kysely'
import type { Reader } from '../../../db/driver.ts'
import type { StagedText } from '../../../domain/watch/delivery.ts'
import {
  type Delivered,
  type DeliveryChange,
  deliveryChange,
  isSameText,
} from '../../../domain/watch/delivery-change.ts'
import type { DeliveredFields } from '../../../domain/watch/jorf-text.ts'
import { identityKeys } from '../../../domain/watch/text-identifiers.ts'
import { unpublished, type WatchItem } from '../../../domain/watch/watch.ts'

export type Compared = DeliveryChange & { staged: StagedText; item: WatchItem | null }

/** Drafts by the id of the text that somebody says to be their publication. */
export type ByHand = ReadonlyMap<string, string>

/** Some delivered texts, in their order. What an identifier says goes before what somebody said. */
export async function compareWithWatch(
  tx: Reader,
  staged: readonly StagedText[],
  byHand: ByHand = new Map(),
): Promise<Compared[]> {
  const find = await knownItems(tx, staged)
  const draft = await draftsByHand(tx, staged, byHand)
  const pairs = staged.map((one) => ({ one, item: find(one) ?? draft(one) }))
  const before = await deliveredBefore(
    tx,
    pairs.flatMap(({ item }) => (item === null ? [] : [item.id])),
  )
  return pairs.map(({ one, item }) => ({
    staged: one,
    item,
    ...deliveryChange(one, item, item === null ? null : (before.get(item.id) ?? null)),
  }))
}

/** A draft that came out since, or is gone, is none. */
async function draftsByHand(
  tx: Reader,
  staged: readonly StagedText[],
  byHand: ByHand,
): Promise<(one: StagedText) => WatchItem | null> {
  const ids = staged.flatMap(({ text: { jorfText } }) => byHand.get(jorfText) ?? [])
  if (ids.length === 0) return () => null
  const found = await tx
    .selectFrom('watchItem')
    .selectAll()
    .where('id', 'in', ids)
    .where('status', 'in', unpublished)
    .execute()
  return ({ text }) => found.find(({ id }) => id === byHand.get(text.jorfText)) ?? null
}

/** By its id on Légifrance; else by another name of it, of a followed text that may be this one. */
async function knownItems(
  tx: Reader,
  staged: readonly StagedText[],
): Promise<(one: StagedText) => WatchItem | null> {
  const texts = staged.map(({ text }) => text)
  // As one value: a statement with a place for each would be another one for each number of them.
  const given = (values: readonly string[]) =>
    sql<string>`(SELECT value FROM json_each(${JSON.stringify([...new Set(values.filter((value) => value !== ''))])}))`
  const found = await tx
    .selectFrom('watchItem')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('jorfText', 'in', given(texts.map(({ jorfText }) => jorfText))),
        // Those have no id yet: the others are found by theirs.
        eb.and([
          eb('jorfText', '=', ''),
          eb.or([
            eb('nor', 'in', given(texts.map(({ nor }) => nor))),
            eb('eli', 'in', given(texts.map(({ eli }) => eli))),
            eb('number', 'in', given(texts.map(({ number }) => number))),
          ]),
        ]),
      ]),
    )
    .execute()
  const byId = new Map<string, WatchItem>()
  const byKey = new Map<string, WatchItem[]>()
  for (const item of found)
    if (item.jorfText !== '') byId.set(item.jorfText, item)
    else for (const key of identityKeys(item)) byKey.set(key, [...(byKey.get(key) ?? []), item])
  return ({ text }) => {
    const known = byId.get(text.jorfText)
    if (known !== undefined) return known
    for (const key of identityKeys({ ...text, celex: null }))
      for (const item of byKey.get(key) ?? []) if (isSameText(text, item)) return item
    return null
  }
}

async function deliveredBefore(tx: Reader, ids: readonly string[]): Promise<Map<string, Delivered>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('watchSource')
    .select(['id', 'stamp', 'modifiedOn', 'fields'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, stamp, modifiedOn, fields }) => [
      id,
      { stamp, modifiedOn, fields: JSON.parse(fields) as DeliveredFields },
    ]),
  )
}
