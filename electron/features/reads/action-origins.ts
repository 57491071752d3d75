import type { DecisionRow } from '../../contract/follow-up.ts'
import type { Reader } from '../../db/driver.ts'
import { itemNumbers } from '../../domain/agenda/agenda.ts'

export type Origin = DecisionRow['origin']

/** Columns of the meeting that a query of decisions or actions reads beside each. */
export type OriginColumns = {
  date: string
  number: number | null
  meetingTitle: string
  approvalId: string | null
  frozenAt: string | null
}

/** The origin of each row of some meetings. */
export async function originsOf(
  tx: Reader,
  meetingIds: readonly string[],
): Promise<(row: OriginColumns & { itemId: string }) => Origin> {
  const items = await tx
    .selectFrom('agendaItem')
    // A page in the order of names reads the agendas of sixty meetings: of each item, only what numbers it.
    .select(['id', 'meetingId', 'parentId', 'position', 'kind', 'title'])
    .where('meetingId', 'in', [...new Set(meetingIds)])
    .execute()
  const known = new Map<string, { number: string; title: string }>()
  const byMeeting = new Map<string, typeof items>()
  for (const item of items) {
    const own = byMeeting.get(item.meetingId)
    if (own === undefined) byMeeting.set(item.meetingId, [item])
    else own.push(item)
  }
  for (const own of byMeeting.values()) {
    const numbers = itemNumbers(own)
    for (const { id, title } of own) known.set(id, { number: numbers.get(id) ?? '', title })
  }
  return ({ itemId, date, number, meetingTitle, approvalId, frozenAt }) => ({
    date,
    number,
    title: meetingTitle,
    itemNumber: known.get(itemId)?.number ?? '',
    itemTitle: known.get(itemId)?.title ?? '',
    isApproved: approvalId !== null,
    isNumbered: frozenAt !== null,
  })
}
