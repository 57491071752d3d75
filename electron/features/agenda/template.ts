import type { Reader } from '../../db/driver.ts'
import { lastRank } from '../../domain/agenda/template.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { siblings } from '../reads/agenda.ts'
import { liveMeeting } from '../reads/meetings.ts'
import { missingApprovals, standingItems } from '../reads/standing-items.ts'
import { templateLines } from '../reads/template-lines.ts'
import { insertItem } from './items.ts'

/**
 * The whole template on an empty agenda; on another, only the approvals that it lacks. Without approvals for a meeting
 * made long before, when an earlier one will have approved what awaits it today.
 */
export async function layTemplate(
  { tx, now }: WriteContext,
  meetingId: string,
  { approvals = true }: { approvals?: boolean } = {},
): Promise<void> {
  const meeting = await liveMeeting(tx, meetingId)
  const roots = await siblings(tx, meetingId, null)
  // Approvals come first, after a welcome and those already there.
  const head = roots.findIndex(({ kind, nature }) => kind !== 'welcome' && nature !== 'approbation')
  const from = head === -1 ? roots.length : head
  const items =
    roots.length === 0 ? await standingItems(tx, meeting, { approvals }) : await missingApprovals(tx, meeting)
  for (const [rank, fields] of items.entries())
    await insertItem({ tx, now }, { id: newId(now), meetingId, parentId: null, index: from + rank }, fields)
}

/**
 * Where an item added from elsewhere (a subject, a text) goes: last, but before any other business.
 * To be given to `insertItem` as it is.
 */
export async function lastPlace(tx: Reader, meetingId: string): Promise<{ parentId: null; index: number }> {
  return { parentId: null, index: lastRank(await siblings(tx, meetingId, null), await templateLines(tx)) }
}
