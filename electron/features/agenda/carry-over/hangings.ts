import type { Row } from '../../../db/tables.ts'
import type { WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { copyLinks } from '../copy.ts'

type Place = { meetingId: string; itemId: string }

export async function carryHangings(context: WriteContext, from: string, to: Place): Promise<void> {
  const { tx, now } = context
  const files = await tx
    .selectFrom('attachment')
    .selectAll()
    .where('itemId', '=', from)
    .where('replacedBy', 'is', null)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  for (const [rank, file] of files.entries()) {
    const row: Row<'attachment'> = {
      ...file,
      ...to,
      id: newId(now),
      version: 1,
      // One after the other: the list is in the order of arrival.
      addedAt: new Date(now.getTime() + rank).toISOString(),
      // It was handed out in the other room.
      tabled: 0,
    }
    await tx.insertInto('attachment').values(row).execute()
  }
  await carryPromises(context, from, to.itemId)
  await copyLinks(context, from, to.itemId)
}

/** A promised document that never came is still awaited, by a day that is to be said again. */
async function carryPromises({ tx, now }: WriteContext, from: string, itemId: string): Promise<void> {
  const awaited = await tx
    .selectFrom('awaitedDocument')
    .selectAll()
    .where('itemId', '=', from)
    .where('attachmentId', 'is', null)
    .orderBy('id')
    .execute()
  for (const promise of awaited)
    await tx
      .insertInto('awaitedDocument')
      .values({ ...promise, id: newId(now), version: 1, itemId, dueOn: null })
      .execute()
}
