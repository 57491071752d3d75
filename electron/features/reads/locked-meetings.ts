import type { RowChange, RowImage } from '../../db/columns.ts'
import type { Reader } from '../../db/driver.ts'

/**
 * The columns that the papers of a meeting print, by table; null: every column. Later work on a meeting (how far an action is, a person
 * merged with another) is none of it.
 */
const said: Readonly<Record<string, readonly string[] | null>> = {
  meeting:
    'title number date start_time end_time mode place video_link chair secretary state deleted_at taken_over'.split(
      ' ',
    ),
  action: ['text', 'owner', 'organisation', 'due_date', 'item_id', 'meeting_id'],
  attendee: ['family_name', 'given_name', 'organisation', 'role', 'status', 'meeting_id'],
  agenda_item: null,
  minutes: null,
  minutes_section: null,
  decision: null,
}

/**
 * Whether a write changed what the papers of a meeting say that was taken over and is locked.
 * @param changesIn the changes of the write in some tables.
 */
export async function changesLocked(
  tx: Reader,
  changesIn: (tables: readonly string[]) => readonly RowChange[] | Promise<readonly RowChange[]>,
): Promise<boolean> {
  const locked = await tx.selectFrom('meeting').select('id').where('takenOver', '=', 'locked').execute()
  if (locked.length === 0) return false
  const ids = new Set<unknown>(locked.map(({ id }) => id))
  for (const change of await changesIn(Object.keys(said)))
    if (isSaid(change))
      for (const image of [change.before, change.after])
        if (image !== null && ids.has(await meetingOf(tx, change, image))) return true
  return false
}

function isSaid({ table, before, after }: RowChange): boolean {
  const columns = said[table] ?? null
  return (
    columns === null ||
    before === null ||
    after === null ||
    columns.some((column) => before[column] !== after[column])
  )
}

async function meetingOf(tx: Reader, { table, before }: RowChange, image: RowImage): Promise<unknown> {
  // A meeting that is being made is not locked yet.
  if (table === 'meeting') return before?.id
  if (table !== 'minutes_section') return image.meeting_id
  const minutes = await tx
    .selectFrom('minutes')
    .select('meetingId')
    .where('id', '=', String(image.minutes_id))
    .executeTakeFirst()
  return minutes?.meetingId
}
