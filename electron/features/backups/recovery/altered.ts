import type { AlteredText } from '../../../contract/recovery.ts'
import type { AlteredRow } from '../../../contract/wire-backups.ts'
import type { EveryText, TextRow } from '../../../db/search/every-text.ts'
import { knownText } from '../../../documents/text/personal-data.ts'
import type { LongContext } from '../../context.ts'

/** So many are named; the count is whole. */
const NAMED = 5

/** The columns by which people know a row, the first that says something. */
const names = ['title', 'name', 'family_name', 'subject', 'file_name', 'text', 'label', 'word']

/** The rows that are not what was written, as people know them. */
export async function alteredTexts(context: LongContext): Promise<{ count: number; named: AlteredText[] }> {
  const rows = await context.alteredRows()
  const named: AlteredText[] = []
  for (const row of rows.slice(0, NAMED)) named.push(await described(context, row))
  return { count: rows.length, named }
}

async function described({ read, readTexts }: LongContext, { table, id }: AlteredRow): Promise<AlteredText> {
  const row = await readTexts((texts) => rowOf(texts, table, id))
  const [meetingId, itemId] = [row?.meetingId ?? null, row?.values.item_id ?? null]
  const meeting =
    meetingId === null
      ? undefined
      : await read(({ tx }) =>
          tx.selectFrom('meeting').select(['id', 'date']).where('id', '=', meetingId).executeTakeFirst(),
        )
  const item =
    itemId === null
      ? undefined
      : await read(({ tx }) =>
          tx.selectFrom('agendaItem').select('title').where('id', '=', itemId).executeTakeFirst(),
        )
  return {
    where: knownText.table(table),
    name: (nameOf(row) ?? item?.title ?? '').slice(0, 80),
    meetingDate: meeting?.date ?? null,
  }
}

function rowOf(texts: EveryText, table: string, id: string): TextRow | null {
  const known = texts.tables.find(({ name }) => name === table)
  return known === undefined ? null : texts.rowNamed(known, id)
}

function nameOf(row: TextRow | null): string | undefined {
  return names.flatMap((column) => row?.values[column] ?? []).find((words) => words.trim() !== '')
}
