import type { Reader } from '../../../db/driver.ts'
import type { ObjectNumber } from '../../../domain/search/query.ts'

export type NumberedObject = {
  readonly kind: 'decision' | 'action'
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly date: string
  readonly rank: number
  readonly text: string
}

/** Decisions or actions by their printed number; all of a meeting while the last figures are not typed yet. */
export async function numberedObjects(tx: Reader, number: ObjectNumber): Promise<NumberedObject[]> {
  const { of, year, meeting, rank } = number
  const from = (table: 'decision' | 'action') => {
    const query = tx
      .selectFrom(table)
      .innerJoin('meeting', 'meeting.id', `${table}.meetingId`)
      .select([
        `${table}.id as id`,
        `${table}.meetingId as meetingId`,
        `${table}.itemId as itemId`,
        `${table}.rank as rank`,
        `${table}.text as text`,
        'meeting.date as date',
      ])
      .where('meeting.number', '=', meeting)
      .where('meeting.date', 'like', `${year}-%`)
      .where('meeting.deletedAt', 'is', null)
      .orderBy(`${table}.rank`)
      .limit(8)
    return rank === null ? query : query.where(`${table}.rank`, '=', rank)
  }
  const rows = await from(of).execute()
  return rows.map((row) => ({ kind: of, ...row }))
}
