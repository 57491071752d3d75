import type { Transaction } from '../../db/driver.ts'
import { defined } from '../../db/rows.ts'
import { blankText, type WatchFields } from '../../domain/watch/watch.ts'

/** Adds a text under an id chosen by the caller; a call that is sent again adds nothing. */
export async function addWatchItem(
  tx: Transaction,
  id: string,
  fields: { [K in keyof WatchFields]?: WatchFields[K] | undefined } & { title: string },
): Promise<void> {
  await tx
    .insertInto('watchItem')
    .values({ ...blankText, ...defined(fields), title: fields.title, id, version: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
