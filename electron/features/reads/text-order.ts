import { type RawBuilder, sql } from 'kysely'
import { fold } from '../../domain/text/fold.ts'

/** Letters that put texts in order: two that begin alike so far stay as they were. */
const ORDERED_LETTERS = 40

/** What `byText` orders by: whole texts of thousands of rows would be read for their beginnings. */
export function firstLetters(text: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`substr(${text}, 1, ${ORDERED_LETTERS})`
}

/** By the letters of the texts, accents and case aside. */
export function byText<R extends { readonly text: string }>(rows: readonly R[], descending: boolean): R[] {
  const way = descending ? -1 : 1
  return rows
    .map((row) => ({ row, key: fold(row.text) }))
    .sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -way : way))
    .map(({ row }) => row)
}
