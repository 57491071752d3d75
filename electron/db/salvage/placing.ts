// Puts rows into the tables of the result, or aside; no row that was read is dropped silently.
import { appendFileSync } from 'node:fs'
import type { Database, Statement } from 'better-sqlite3'
import { columnsOf, quoted } from '../columns.ts'
import { toAppError } from '../translate-error.ts'

export type Value = string | number | bigint | Buffer | null
export type Image = Readonly<Record<string, Value>>

/** Tables of the reading itself; they go when it is finished. */
export const DOUBT_TABLE = 'search_reading_doubt'

export class Placing {
  readonly #db: Database
  readonly #unplaced: string
  readonly #inserts = new Map<string, Statement>()

  constructor(db: Database, unplaced: string) {
    this.#db = db
    this.#unplaced = unplaced
    db.exec(
      `CREATE TABLE IF NOT EXISTS ${DOUBT_TABLE} (table_name TEXT, id TEXT, image TEXT, PRIMARY KEY (table_name, id))`,
    )
  }

  /** Whether the row has its place; a rule of the schema that it breaks is what refuses it. */
  place(table: string, image: Image, rowid?: number): boolean {
    const columns = columnsOf(this.#db, table).filter((column) => column in image)
    const names = [...(rowid === undefined ? [] : ['rowid']), ...columns]
    const key = `${table} ${names.join()}`
    let insert = this.#inserts.get(key)
    if (insert === undefined) {
      insert = this.#db.prepare(
        `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      )
      this.#inserts.set(key, insert)
    }
    const values = columns.map((column) => image[column] ?? null)
    const statement = insert
    return allowed(() => statement.run(...(rowid === undefined ? values : [rowid, ...values])))
  }

  /** A row to be placed only if nothing better is found: its text is visibly damaged. */
  doubt(table: string, id: string, image: Image): void {
    this.#db
      .prepare(`INSERT OR REPLACE INTO ${DOUBT_TABLE} VALUES (?, ?, ?)`)
      .run(table, id, JSON.stringify(image))
  }

  doubted(table: string, id: string): Image | null {
    const image = this.#db
      .prepare(`SELECT image FROM ${DOUBT_TABLE} WHERE table_name = ? AND id = ?`)
      .pluck()
      .get(table, id)
    return typeof image === 'string' ? (JSON.parse(image) as Image) : null
  }

  doubtedIds(table: string): string[] {
    return this.#db
      .prepare(`SELECT id FROM ${DOUBT_TABLE} WHERE table_name = ?`)
      .pluck()
      .all(table) as string[]
  }

  /** Written beside the result, for whoever wants to look. */
  setAside(table: string, why: 'not-placed' | 'orphan', image: Image): void {
    appendFileSync(this.#unplaced, `${JSON.stringify({ table, why, row: image })}\n`)
  }
}

/** Whether a rule of the schema lets it pass; a full disk is no rule, it ends the reading. */
export function allowed(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
    if (/^SQLITE_(CONSTRAINT|MISMATCH|RANGE)/.test(code) || thrown instanceof RangeError) return false
    throw toAppError(thrown)
  }
}

/** A text that no person typed: what a page that lost its content leaves. */
export function isSpoilt(value: unknown): boolean {
  return typeof value === 'string' && (value.includes('\u0000') || value.includes('\uFFFD'))
}
