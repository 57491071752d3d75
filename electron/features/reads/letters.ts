import { type RawBuilder, sql } from 'kysely'

/** A text as a French list orders it, accents and case aside. */
export function letters(text: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`letters(${text})`
}
