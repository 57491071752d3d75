import type { Reader } from '../../db/driver.ts'

/** Rows that hang on items are found by these: by the meeting, those of every meeting would have to be looked at. */
export async function itemIds(tx: Reader, meetingId: string): Promise<string[]> {
  const rows = await tx.selectFrom('agendaItem').select('id').where('meetingId', '=', meetingId).execute()
  return rows.map(({ id }) => id)
}
