import { AnyRichText, plainText } from '../domain/text/rich-text.ts'
import type { RowImage } from './columns.ts'

/** Columns that name a row, best first. */
const naming = [
  'title',
  'name',
  'family_name',
  'text',
  'subject',
  'file_name',
  'word',
  'raw',
  'words',
  'comment',
  'place',
]

/** Rows that are called by who they are of: what they say is a code, or words that name nothing. */
const namedByWhom: Readonly<Record<string, string | null>> = {
  reply: null,
  approval_reply: null,
  item_position: 'organisation',
}

/** What a row calls itself; empty when it has no words of its own. */
export function ownTitle(table: string, row: RowImage): string {
  if (table === 'person' || table === 'attendee')
    return `${row.given_name ?? ''} ${row.family_name ?? ''}`.trim()
  if (table === 'meeting' && row.title === '') return String(row.date ?? '')
  const whom = namedByWhom[table]
  if (whom !== undefined) return whom === null ? '' : String(row[whom] ?? '')
  for (const column of naming) {
    const value = row[column]
    if (typeof value === 'string' && value.trim() !== '') return plainWords(value).slice(0, 200)
  }
  return ''
}

/** The words of a rich text, or the value itself. */
export function plainWords(value: string): string {
  if (!value.startsWith('{')) return value
  try {
    const parsed = AnyRichText.safeParse(JSON.parse(value))
    return parsed.success ? plainText(parsed.data) : value
  } catch {
    return value
  }
}
