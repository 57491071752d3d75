import type { Reader, Transaction } from '../../db/driver.ts'
import { updateRow } from '../../db/rows.ts'
import type { MinutesContent } from '../../domain/minutes/version.ts'
import { openMinutes } from '../reads/minutes.ts'
import { forgetTies } from './forget-ties.ts'
import { nextRank } from './numbered.ts'

/** The meeting, and the items that both the version and the agenda of now know. */
type Where = { meetingId: string; known: ReadonlySet<string> }

/**
 * Texts, outcomes, positions, decisions and actions. The head, the items and what stands under their titles stay as they
 * are now; what was written since under an item that the version did not know stays too. Attendance is a record of facts,
 * and how far an action has come is one: both are left.
 */
export async function restoreContent(
  tx: Transaction,
  meetingId: string,
  { minutes, sections, decisions, actions, positions }: MinutesContent,
): Promise<void> {
  const row = await openMinutes(tx, meetingId)
  const { opening, closing, ...fields } = minutes
  await updateRow(tx, 'minutes', row, {
    ...fields,
    opening: JSON.stringify(opening),
    closing: JSON.stringify(closing),
  })
  const present = await tx.selectFrom('minutesSection').selectAll().where('minutesId', '=', row.id).execute()
  const known = new Set<string>()
  for (const section of sections) {
    const live = present.find(({ itemId }) => itemId === section.itemId)
    if (live === undefined) continue
    known.add(section.itemId)
    await updateRow(tx, 'minutesSection', live, {
      presentation: JSON.stringify(section.presentation),
      exchanges: JSON.stringify(section.exchanges),
      outcome: section.outcome,
      outcomeSentence: section.outcomeSentence,
      circulation: section.circulation,
    })
  }
  const where = { meetingId, known }
  await restoreDecisions(tx, where, decisions)
  await restoreActions(tx, where, actions)
  await restorePositions(tx, where, positions)
}

async function restoreDecisions(
  tx: Transaction,
  { meetingId, known }: Where,
  decisions: MinutesContent['decisions'],
): Promise<void> {
  const rows = await tx.selectFrom('decision').selectAll().where('meetingId', '=', meetingId).execute()
  for (const { id } of goneSince(rows, decisions, known)) {
    await forgetTies(tx, { decisionId: id })
    await tx.deleteFrom('decision').where('id', '=', id).execute()
  }
  for (const { id, rank, ...fields } of decisions.filter(({ itemId }) => known.has(itemId))) {
    const live = rows.find((row) => row.id === id)
    if (live !== undefined) await updateRow(tx, 'decision', live, fields)
    else {
      const free = await freeRank(tx, 'decision', meetingId, rank)
      await tx
        .insertInto('decision')
        .values({ ...fields, id, version: 1, meetingId, rank: free })
        .execute()
    }
  }
}

async function restoreActions(
  tx: Transaction,
  { meetingId, known }: Where,
  actions: MinutesContent['actions'],
): Promise<void> {
  const rows = await tx.selectFrom('action').selectAll().where('meetingId', '=', meetingId).execute()
  for (const { id } of goneSince(rows, actions, known)) {
    await forgetTies(tx, { actionId: id })
    await tx.deleteFrom('action').where('id', '=', id).execute()
  }
  for (const { id, rank, state, ...stored } of actions.filter(({ itemId }) => known.has(itemId))) {
    const fields = { ...stored, ownerId: await stillThere(tx, 'person', stored.ownerId) }
    const live = rows.find((row) => row.id === id)
    if (live !== undefined) await updateRow(tx, 'action', live, fields)
    else {
      const free = await freeRank(tx, 'action', meetingId, rank)
      await tx
        .insertInto('action')
        .values({ ...fields, state, id, version: 1, meetingId, rank: free })
        .execute()
    }
  }
}

async function restorePositions(
  tx: Transaction,
  { meetingId, known }: Where,
  positions: MinutesContent['positions'],
): Promise<void> {
  const rows = await tx.selectFrom('itemPosition').selectAll().where('meetingId', '=', meetingId).execute()
  for (const { id } of goneSince(rows, positions, known))
    await tx.deleteFrom('itemPosition').where('id', '=', id).execute()
  for (const { id, ...stored } of positions.filter(({ itemId }) => known.has(itemId))) {
    const organisationId = await stillThere(tx, 'organisation', stored.organisationId)
    const fields = { ...stored, organisationId }
    const live = rows.find((row) => row.id === id)
    if (live !== undefined) await updateRow(tx, 'itemPosition', live, fields)
    else
      await tx
        .insertInto('itemPosition')
        .values({ ...fields, id, version: 1, meetingId })
        .execute()
  }
}

/** Rows that came after the version, under items that it knew. */
function goneSince<T extends { id: string; itemId: string }>(
  rows: readonly T[],
  wanted: readonly { id: string }[],
  known: ReadonlySet<string>,
): T[] {
  const ids = new Set(wanted.map(({ id }) => id))
  return rows.filter(({ id, itemId }) => !ids.has(id) && known.has(itemId))
}

/** Names are kept as printed; the link to a sheet that was removed since is not. */
async function stillThere(
  tx: Reader,
  table: 'person' | 'organisation',
  id: string | null,
): Promise<string | null> {
  if (id === null) return null
  const row = await tx
    .selectFrom(table as 'person')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The rank it had, or the next one when another took it meanwhile: numbers that left stand still. */
async function freeRank(
  tx: Reader,
  table: 'decision' | 'action',
  meetingId: string,
  wanted: number,
): Promise<number> {
  const other = await tx
    .selectFrom(table)
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('rank', '=', wanted)
    .executeTakeFirst()
  return other === undefined ? wanted : nextRank(tx, table, meetingId)
}
