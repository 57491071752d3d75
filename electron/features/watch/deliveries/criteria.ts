import type { Reader, Transaction } from '../../../db/driver.ts'
import { defined, updateRow } from '../../../db/rows.ts'
import { WatchCriteria, type WatchCriteriaFields } from '../../../domain/watch/criteria.ts'

export async function watchCriteria(tx: Reader): Promise<WatchCriteria & { id: string }> {
  const row = await tx.selectFrom('watchProfile').selectAll().executeTakeFirstOrThrow()
  const { id, version, natures, ministries, words, withNominative } = row
  const fields = WatchCriteria.parse({
    version,
    natures: JSON.parse(natures),
    ministries: JSON.parse(ministries),
    words: JSON.parse(words),
    withNominative: withNominative === 1,
  })
  return { id, ...fields }
}

export async function updateCriteria(
  tx: Transaction,
  version: number,
  patch: { [K in keyof WatchCriteriaFields]?: WatchCriteriaFields[K] | undefined },
): Promise<WatchCriteria> {
  const { id } = await watchCriteria(tx)
  const { withNominative, ...lists } = defined(patch)
  await updateRow(
    tx,
    'watchProfile',
    { id, version },
    {
      ...Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, JSON.stringify(list)])),
      ...(withNominative === undefined ? {} : { withNominative: withNominative ? 1 : 0 }),
    },
  )
  const { id: _, ...criteria } = await watchCriteria(tx)
  return criteria
}
