// Decisions and actions numbered in the order of the agenda while the draft has not left; frozen afterwards.
import type { Transaction } from '../../db/driver.ts'
import { updateRow } from '../../db/rows.ts'
import { inDocumentOrder } from '../../domain/minutes/minutes.ts'
import { agendaItems } from '../reads/agenda.ts'
import { openMinutes } from '../reads/minutes.ts'

/** Ranks are unique within a meeting: on the way to the new ones they pass through numbers nobody has. */
const OUT_OF_THE_WAY = 100_000

/** 1, 2, 3… in agenda order, then as they were noted. Does nothing once the numbers are frozen. */
export async function renumber(tx: Transaction, meetingId: string): Promise<void> {
  const minutes = await openMinutes(tx, meetingId)
  if (minutes.frozenAt !== null) return
  const items = await agendaItems(tx, meetingId)
  for (const table of ['decision', 'action'] as const) {
    const rows = await tx
      .selectFrom(table as 'decision')
      .selectAll()
      .where('meetingId', '=', meetingId)
      .execute()
    const before = new Map(rows.map((row) => [row.id, row]))
    const moved = inDocumentOrder(rows, items).flatMap(({ id, rank }) => {
      const row = before.get(id)
      return row === undefined || row.rank === rank ? [] : [{ row, rank }]
    })
    for (const { row } of moved)
      await tx
        .updateTable(table as 'decision')
        .set({ rank: row.rank + OUT_OF_THE_WAY })
        .where('id', '=', row.id)
        .execute()
    for (const { row, rank } of moved) await updateRow(tx, table as 'decision', row, { rank })
  }
}
