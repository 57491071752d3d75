import type { RowChange, RowImage } from '../../db/columns.ts'
import type { Reader } from '../../db/driver.ts'

type Said = Readonly<Record<string, readonly string[] | null>>
/** The changes of a write in some tables. */
type ChangesIn = (tables: readonly string[]) => readonly RowChange[] | Promise<readonly RowChange[]>

/**
 * The columns that the papers of a meeting print, by table; null: every column. Later work on a meeting (how far an action is, a person
 * merged with another) is none of it.
 */
const said: Said = {
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

/** Whether a write changed what the papers of a meeting say that was taken over and is locked. */
export async function changesLocked(tx: Reader, changesIn: ChangesIn): Promise<boolean> {
  const locked = await tx.selectFrom('meeting').select('id').where('takenOver', '=', 'locked').execute()
  if (locked.length === 0) return false
  const ids = new Set<unknown>(locked.map(({ id }) => id))
  for (const change of await changesIn(Object.keys(said)))
    if (isSaid(said, change))
      for (const image of [change.before, change.after])
        if (image !== null && ids.has(await meetingOf(tx, change, image))) return true
  return false
}

/** What a sealed paper says of its meeting and of the items, by table. Its own rows are locked by the database. */
const sealed: Said = {
  meeting: 'title number date start_time end_time mode place video_link chair secretary deleted_at'.split(
    ' ',
  ),
  agenda_item:
    'title kind nature presenter organisation requester duration_minutes fixed_start parent_id position meeting_id'.split(
      ' ',
    ),
}

/** Whether a write changed what the sealed minutes of a meeting say of it. */
export async function changesSealed(tx: Reader, changesIn: ChangesIn): Promise<boolean> {
  const changes = await changesIn(Object.keys(sealed))
  const made = new Set(
    changes.flatMap(({ table, before, after }) =>
      table === 'meeting' && before === null ? [after?.id] : [],
    ),
  )
  const touched = new Set<string>()
  for (const change of changes)
    if (isSaid(sealed, change))
      for (const image of [change.before, change.after]) {
        const id = image === null ? undefined : await meetingOf(tx, change, image)
        // What is made and sealed in one go, as a sample is, was not sealed before.
        if (typeof id === 'string' && !made.has(id)) touched.add(id)
      }
  if (touched.size === 0) return false
  const found = await tx
    .selectFrom('approval')
    .select('id')
    .where('id', 'in', [...touched])
    .executeTakeFirst()
  return found !== undefined
}

function isSaid(said: Said, { table, before, after }: RowChange): boolean {
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
