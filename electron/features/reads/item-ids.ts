import { AppError } from '../../contract/errors.ts'
import type { Reader } from '../../db/driver.ts'
import { getRow } from '../../db/rows.ts'

/** Rows that hang on items are found by these: by the meeting, those of every meeting would have to be looked at. */
export async function itemIds(tx: Reader, meetingId: string): Promise<string[]> {
  const rows = await tx.selectFrom('agendaItem').select('id').where('meetingId', '=', meetingId).execute()
  return rows.map(({ id }) => id)
}

/** Nothing of a meeting hangs on an item of another one; none at all is none. */
export async function expectItemOf(
  tx: Reader,
  meetingId: string,
  itemId: string | null | undefined,
): Promise<void> {
  if (itemId == null) return
  if ((await getRow(tx, 'agendaItem', itemId)).meetingId !== meetingId)
    throw new AppError('invalid-input', { field: 'itemId' })
}
