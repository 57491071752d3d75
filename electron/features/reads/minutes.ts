import { AppError } from '../../contract/errors.ts'
import type { MinutesView } from '../../contract/minutes.ts'
import type { Reader } from '../../db/driver.ts'
import { getRow } from '../../db/rows.ts'
import type { Row } from '../../db/tables.ts'
import {
  inDocumentOrder,
  type Minutes,
  type MinutesSection,
  type MinutesState,
} from '../../domain/minutes/minutes.ts'
import { storedRichText } from '../../domain/text/rich-text.ts'
import { agendaItems } from './agenda.ts'

export async function minutesView(tx: Reader, meetingId: string): Promise<MinutesView | null> {
  const minutes = await tx
    .selectFrom('minutes')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  if (!minutes) return null
  const [sections, items, decisions, actions] = await Promise.all([
    tx.selectFrom('minutesSection').selectAll().where('minutesId', '=', minutes.id).execute(),
    agendaItems(tx, meetingId),
    tx.selectFrom('decision').selectAll().where('meetingId', '=', meetingId).orderBy('rank').execute(),
    tx.selectFrom('action').selectAll().where('meetingId', '=', meetingId).orderBy('rank').execute(),
  ])
  const rank = new Map(items.map((item, index) => [item.id, index]))
  const byRank = (a: { itemId: string }, b: { itemId: string }) =>
    (rank.get(a.itemId) ?? 0) - (rank.get(b.itemId) ?? 0)
  // Every paper made of a draft that has not left says them in this order, as the one that leaves will.
  const isFrozen = minutes.frozenAt !== null
  return {
    minutes: toMinutes(minutes),
    sections: sections.map(toSection).sort(byRank),
    decisions: isFrozen ? decisions : inDocumentOrder(decisions, items),
    actions: isFrozen ? actions : inDocumentOrder(actions, items),
  }
}

/** Rich texts were checked on their way in; they come back as what they are. */
export function toMinutes(row: Row<'minutes'>): Minutes {
  return {
    ...row,
    opening: storedRichText(row.opening),
    closing: storedRichText(row.closing),
  }
}

export function toSection(row: Row<'minutesSection'>): MinutesSection {
  return {
    ...row,
    presentation: storedRichText(row.presentation),
    exchanges: storedRichText(row.exchanges),
  }
}

/** How far its minutes have come; null without any. */
export async function minutesState(tx: Reader, meetingId: string): Promise<MinutesState | null> {
  const row = await tx
    .selectFrom('minutes')
    .select('state')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return row?.state ?? null
}

/** The minutes of a meeting, open for writing: absent is `not-found`, approved ones no longer are (`state-refuses`). */
export async function openMinutes(tx: Reader, meetingId: string): Promise<Row<'minutes'>> {
  const row = await tx.selectFrom('minutes').selectAll().where('meetingId', '=', meetingId).executeTakeFirst()
  if (!row) throw new AppError('not-found')
  refuseApproved(row)
  return row
}

/** The meeting that a section belongs to, its minutes open for writing. */
export async function meetingOfSection(tx: Reader, sectionId: string): Promise<string> {
  const section = await getRow(tx, 'minutesSection', sectionId)
  const minutes = await getRow(tx, 'minutes', section.minutesId)
  refuseApproved(minutes)
  return minutes.meetingId
}

export function refuseApproved(minutes: { state: string }): void {
  if (minutes.state === 'approved') throw new AppError('approved')
}
