import type { Reader, Transaction } from '../../../db/driver.ts'
import { defined, updateRow } from '../../../db/rows.ts'
import { WatchProfile, type WatchProfileFields } from '../../../domain/watch/profile.ts'

export async function watchProfile(tx: Reader): Promise<WatchProfile & { id: string }> {
  const row = await tx.selectFrom('watchProfile').selectAll().executeTakeFirstOrThrow()
  const { id, version, natures, ministries, words, withNominative } = row
  const fields = WatchProfile.parse({
    version,
    natures: JSON.parse(natures),
    ministries: JSON.parse(ministries),
    words: JSON.parse(words),
    withNominative: withNominative === 1,
  })
  return { id, ...fields }
}

export async function updateWatchProfile(
  tx: Transaction,
  version: number,
  patch: { [K in keyof WatchProfileFields]?: WatchProfileFields[K] | undefined },
): Promise<WatchProfile> {
  const { id } = await watchProfile(tx)
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
  const { id: _, ...profile } = await watchProfile(tx)
  return profile
}
