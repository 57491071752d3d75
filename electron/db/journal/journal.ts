// Every write leaves each row before and after, by TEMP triggers made from the schema at opening, so that no query can
// forget it; undo and redo put the other image back.
import type { Database, Statement } from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import { columnsOf, jsonOf, quoted } from '../columns.ts'
import { tablesOf } from '../stored-tables.ts'

/** Writes of one kind on one row within this time make one entry: undo takes back a burst of typing, not a letter. */
const MERGE_WITHIN_MS = 20_000

export type EntryInfo = {
  at: string
  who: string
  method: string
  meetingId: string | null
  /** Same key, shortly after, newest entry: merged. Null never merges. */
  mergeKey: string | null
}

type Change = { ord: number; tableName: string; rowId: string; before: string | null; after: string | null }
export type RowImage = Readonly<Record<string, string | number | null>>
/** One row before and after a write; null where it was not, or is no more. */
export type RowChange = { table: string; before: RowImage | null; after: RowImage | null }

/** The journal of one writing connection. Must be called inside the transaction it journals. */
export class Journal {
  readonly #db: Database
  /** Each is compiled with the triggers and foreign keys of its table: that takes longer than a row. */
  readonly #statements = new Map<string, Statement>()

  constructor(db: Database) {
    this.#db = db
    db.exec('CREATE TEMP TABLE journal_now (entry INTEGER)')
    for (const table of tablesOf(db, 'journal')) db.exec(triggers(table, columnsOf(db, table)))
  }

  /** From here on row changes are recorded under a new entry. */
  begin(info: EntryInfo): number {
    const { lastInsertRowid } = this.#db
      .prepare(
        `INSERT INTO journal_entry (at, who, method, meeting_id, merge_key, state) VALUES (?, ?, ?, ?, ?, 'done')`,
      )
      .run(info.at, info.who, info.method, info.meetingId, info.mergeKey)
    this.#db.prepare('INSERT INTO journal_now (entry) VALUES (?)').run(lastInsertRowid)
    return Number(lastInsertRowid)
  }

  /**
   * Goes on with an entry that an earlier transaction began: one act in many transactions is one entry.
   * @throws AppError `cancelled` when it was taken back meanwhile
   */
  resume(seq: number): void {
    const entry = this.#db.prepare('SELECT state FROM journal_entry WHERE seq = ?').get(seq) as
      | { state: string }
      | undefined
    if (entry?.state !== 'done') throw new AppError('cancelled')
    this.#db.prepare('INSERT INTO journal_now (entry) VALUES (?)').run(seq)
  }

  /**
   * Ends the entry: drops it when nothing changed, completes what the handler learnt meanwhile, merges it into the
   * previous one when both are one burst, and discards what had been undone (a new write ends the redo line).
   * Answers whether there is an entry.
   */
  end(seq: number, learnt: { meetingId: string | null; mergeKey: string | null }): boolean {
    const db = this.#db
    db.prepare('DELETE FROM journal_now').run()
    if (!db.prepare('SELECT 1 FROM journal_change WHERE entry_seq = ? LIMIT 1').get(seq)) {
      db.prepare('DELETE FROM journal_entry WHERE seq = ?').run(seq)
      return false
    }
    db.prepare('UPDATE journal_entry SET meeting_id = ?, merge_key = ? WHERE seq = ?').run(
      learnt.meetingId,
      learnt.mergeKey,
      seq,
    )
    const undone = db.prepare(`UPDATE journal_entry SET state = 'discarded' WHERE state = 'undone'`).run()
    // Steps of one write on a row are taken back in the same steps: ranks that change places pass through free ones.
    if (undone.changes === 0 && this.#merge(seq, learnt.mergeKey)) this.#collapse(seq)
    return true
  }

  /** Whether it went into one entry with the previous one. */
  #merge(seq: number, mergeKey: string | null): boolean {
    if (mergeKey === null) return false
    const db = this.#db
    const last = db
      .prepare(
        'SELECT seq, at, method, merge_key AS mergeKey FROM journal_entry WHERE seq < ? ORDER BY seq DESC LIMIT 1',
      )
      .get(seq) as { seq: number; at: string; method: string; mergeKey: string | null } | undefined
    const own = db.prepare('SELECT at, method FROM journal_entry WHERE seq = ?').get(seq) as {
      at: string
      method: string
    }
    if (last?.mergeKey !== mergeKey || last.method !== own.method) return false
    const later = Date.parse(own.at) - Date.parse(last.at)
    // A clock that was set back says nothing of how long ago the last one was: they stay apart.
    if (later < 0 || later > MERGE_WITHIN_MS) return false
    db.prepare('UPDATE journal_change SET entry_seq = ? WHERE entry_seq = ?').run(seq, last.seq)
    db.prepare('DELETE FROM journal_entry WHERE seq = ?').run(last.seq)
    return true
  }

  /** Several updates of one row within an entry become one: first image before, last image after. */
  #collapse(seq: number): void {
    const byRow = new Map<string, Change>()
    for (const change of this.#changes(seq)) {
      const key = `${change.tableName} ${change.rowId}`
      const first = byRow.get(key)
      if (first && first.after !== null && change.before !== null && change.after !== null) {
        this.#db.prepare('UPDATE journal_change SET after = ? WHERE ord = ?').run(change.after, first.ord)
        this.#db.prepare('DELETE FROM journal_change WHERE ord = ?').run(change.ord)
        first.after = change.after
      } else byRow.set(key, change)
    }
  }

  #changes(seq: number): Change[] {
    return this.#db
      .prepare(
        `SELECT ord, table_name AS tableName, row_id AS rowId, before, after
         FROM journal_change WHERE entry_seq = ? ORDER BY ord`,
      )
      .all(seq) as Change[]
  }

  /** The changes of an entry in some tables, in their order. */
  changesIn(seq: number, tables: readonly string[]): RowChange[] {
    const image = (json: string | null) => (json === null ? null : (JSON.parse(json) as RowImage))
    return this.#changes(seq)
      .filter(({ tableName }) => tables.includes(tableName))
      .map(({ tableName, before, after }) => ({
        table: tableName,
        before: image(before),
        after: image(after),
      }))
  }

  /** Takes back the newest done entry; returns its meeting. Throws `nothing-to-undo` or `undo-conflict`. */
  undo(): { meetingId: string | null } {
    const entry = this.#next(`state = 'done' ORDER BY seq DESC`)
    this.#db.pragma('defer_foreign_keys = ON')
    for (const change of this.#changes(entry.seq).reverse()) this.#put(change, change.after, change.before)
    this.#db.prepare(`UPDATE journal_entry SET state = 'undone' WHERE seq = ?`).run(entry.seq)
    return entry
  }

  /** Does again the entry undone last. */
  redo(): { meetingId: string | null } {
    const entry = this.#next(`state = 'undone' ORDER BY seq ASC`)
    this.#db.pragma('defer_foreign_keys = ON')
    for (const change of this.#changes(entry.seq)) this.#put(change, change.before, change.after)
    this.#db.prepare(`UPDATE journal_entry SET state = 'done' WHERE seq = ?`).run(entry.seq)
    return entry
  }

  #next(where: string): { seq: number; meetingId: string | null } {
    const entry = this.#db
      .prepare(`SELECT seq, meeting_id AS meetingId FROM journal_entry WHERE ${where} LIMIT 1`)
      .get() as { seq: number; meetingId: string | null } | undefined
    if (!entry) throw new AppError('nothing-to-undo')
    return entry
  }

  /** Replaces a row that must look like `from` by `to`; the version only ever rises, so other windows notice. */
  #put(change: Change, from: string | null, to: string | null): void {
    const db = this.#db
    const table = change.tableName
    const found = this.#prepared(
      `SELECT ${jsonOf(columnsOf(db, table), '')} AS image FROM ${quoted(table)} WHERE id = ?`,
    ).get(change.rowId) as { image: string } | undefined
    const current = found?.image ?? null
    if (!sameRow(current, from)) throw new AppError('undo-conflict')
    if (to === null) {
      this.#prepared(`DELETE FROM ${quoted(table)} WHERE id = ?`).run(change.rowId)
      return
    }
    const target = JSON.parse(to) as RowImage
    const image =
      'version' in target && current !== null
        ? { ...target, version: Number((JSON.parse(current) as RowImage).version) + 1 }
        : target
    // A row written before a migration says nothing of newer columns: they take their default.
    const columns = columnsOf(db, table).filter((column) => column in image)
    const values = columns.map((column) => image[column] ?? null)
    if (current === null) {
      this.#prepared(
        `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ).run(...values)
    } else {
      this.#prepared(
        `UPDATE ${quoted(table)} SET ${columns.map((c) => `${quoted(c)} = ?`).join(', ')} WHERE id = ?`,
      ).run(...values, change.rowId)
    }
  }

  #prepared(sql: string): Statement {
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

function sameRow(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  const [left, right] = [JSON.parse(a) as RowImage, JSON.parse(b) as RowImage]
  // Columns that only one image has came or went with a migration in between.
  const names = Object.keys(left).filter((name) => name !== 'version' && name in right)
  return names.every((name) => left[name] === right[name])
}

function triggers(table: string, columns: readonly string[]): string {
  const on = (event: string, row: string, before: string, after: string) => `
CREATE TEMP TRIGGER journal_${table}_${event.toLowerCase()} AFTER ${event} ON main.${quoted(table)}
WHEN (SELECT entry FROM journal_now) IS NOT NULL BEGIN
  INSERT INTO journal_change (entry_seq, table_name, row_id, before, after)
  VALUES ((SELECT entry FROM journal_now), '${table}', ${row}.id, ${before}, ${after});
END;`
  return (
    on('INSERT', 'NEW', 'NULL', jsonOf(columns, 'NEW.')) +
    on('UPDATE', 'NEW', jsonOf(columns, 'OLD.'), jsonOf(columns, 'NEW.')) +
    on('DELETE', 'OLD', jsonOf(columns, 'OLD.'), 'NULL')
  )
}
