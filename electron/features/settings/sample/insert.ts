import type { Transaction } from '../../../db/driver.ts'
import type { Tables } from '../../../db/tables.ts'

/** Rows by table, in the order in which foreign keys allow them. */
export type DemoRows = {
  [T in
    | 'college'
    | 'organisation'
    | 'person'
    | 'mandate'
    | 'project'
    | 'watchItem'
    | 'series'
    | 'meeting'
    | 'agendaItem'
    | 'itemProject'
    | 'itemWatch'
    | 'carryOver'
    | 'attendee'
    | 'minutes'
    | 'minutesSection'
    | 'decision'
    | 'action'
    | 'actionFollowUp'
    | 'decisionFollowUp'
    | 'followUpStep'
    | 'subject'
    | 'subjectMessage'
    | 'reply'
    | 'awaitedDocument']: Tables[T][]
}

/** Statements of this many rows: SQLite allows 32,766 parameters in one. */
const BATCH = 100

export async function insertDemo(tx: Transaction, rows: DemoRows): Promise<void> {
  await tx.updateTable('body').set({ isSample: 1, version: 2 }).execute()
  for (const table of Object.keys(rows) as (keyof DemoRows)[]) {
    const list = rows[table] as Tables['college'][]
    for (let from = 0; from < list.length; from += BATCH)
      await tx
        .insertInto(table as 'college')
        .values(list.slice(from, from + BATCH))
        .execute()
  }
  await layDownPlan(tx, rows)
}

/** The back-planning of meetings in preparation: the template's lines, under ids made of the meeting's and the line's. */
async function layDownPlan(tx: Transaction, rows: DemoRows): Promise<void> {
  const lines = await tx.selectFrom('backPlanLine').selectAll().execute()
  for (const meeting of rows.meeting)
    if (meeting.state === 'planned')
      for (const { id, ...line } of lines)
        await tx
          .insertInto('meetingTask')
          .values({
            ...line,
            id: `${meeting.id.slice(0, 24)}${id.slice(24)}`,
            version: 1,
            meetingId: meeting.id,
            doneOn: null,
          })
          .execute()
}
