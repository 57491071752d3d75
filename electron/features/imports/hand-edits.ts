// A field that is not known to come from a file was written by somebody.
import type { Reader } from '../../db/driver.ts'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import { ReimportField } from '../../domain/agenda/reimport.ts'

/** Acts that write what a file says. */
const ofFiles: ReadonlySet<string> = new Set(['imports.apply'])

/** Where a field is kept, as images of the journal name it. */
const columns: Readonly<Record<ReimportField, readonly string[]>> = {
  title: ['title'],
  kind: ['kind'],
  nature: ['nature'],
  durationMinutes: ['duration_minutes'],
  fixedStart: ['fixed_start'],
  presenter: ['presenter'],
  organisation: ['organisation'],
  requester: ['requester'],
  note: ['note'],
  place: ['parent_id', 'position'],
}

/** Of each item, the fields that are not as a file left them; a field that says nothing belongs to nobody. */
export async function handEdits(
  tx: Reader,
  meetingId: string,
  items: readonly AgendaItem[],
): Promise<Map<string, ReimportField[]>> {
  const lastWriter = await writers(tx, meetingId)
  return new Map(
    items.map((item) => [
      item.id,
      ReimportField.options.filter((field) => {
        if (field !== 'place' && (item[field] === null || item[field] === '')) return false
        return !ofFiles.has(lastWriter.get(`${item.id} ${field}`) ?? '')
      }),
    ]),
  )
}

/** The act that last changed each field of each item of a meeting. */
async function writers(tx: Reader, meetingId: string): Promise<Map<string, string>> {
  const changes = await tx
    .selectFrom('journalEntry')
    .innerJoin('journalChange', 'journalChange.entrySeq', 'journalEntry.seq')
    .select(['method', 'rowId', 'before', 'after'])
    .where('journalEntry.meetingId', '=', meetingId)
    .where('state', '=', 'done')
    .where('tableName', '=', 'agenda_item')
    .orderBy('seq')
    .orderBy('ord')
    .execute()
  const last = new Map<string, string>()
  for (const { method, rowId, before, after } of changes) {
    if (after === null) continue
    const [was, is] = [imageOf(before), imageOf(after)]
    for (const field of ReimportField.options)
      if (columns[field].some((column) => was?.[column] !== is?.[column]))
        last.set(`${rowId} ${field}`, method)
  }
  return last
}

function imageOf(json: string | null): Record<string, unknown> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>)
}
