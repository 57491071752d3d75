// Every write leaves each row before and after, by TEMP triggers made from the schema at opening, so that no query can
// forget it; undo and redo put the other image back.
import type { Database, Statement } from 'better-sqlite3'
import { AppError } from '../../contract/errors.ts'
import { columnsOf, jsonOf, quoted, type RowChange, type RowImage } from '../columns.ts'
import type { Tracker } from '../reads/tracker.ts'
import { tablesOf } from '../stored-tables.ts'

/**
 * Writes of one kind on one row within this time of the first of them make one entry: undo takes back a burst of typing,
 * not a letter, and never the work of an hour.
 */
const BURST_MS = 60_000
/** A wording that stood for less was a slip, mended as it was typed. */
const READ_MS = 2000

export type EntryInfo = {
  at: string
  who: string
  method: string
  meetingId: string | null
  /** Same key, within a minute, newest entry: merged. Null never merges. */
  mergeKey: string | null
}

type Begun = Pick<EntryInfo, 'at' | 'who' | 'method'>
type Change = { ord: number; table: string; rowId: string; before: string | null; after: string | null }
/** Rows that were added to the journal's own tables; `any` when others there changed too. */
export type OwnRows = 'any' | readonly RowChange[]
type Undone = { meetingId: string | null; changes: readonly RowChange[]; own: readonly RowChange[] }

/** The journal of one writing connection. Must be called inside the transaction it journals. */
export class Journal {
  readonly #db: Database
  readonly #tracker: Tracker | null
  readonly #recorded: ReadonlySet<string>
  /** Each is compiled with the triggers and foreign keys of its table: that takes longer than a row. */
  readonly #statements = new Map<string, Statement>()
  /** The newest entry, and when it was last written: within a burst, how long a wording stood. */
  #written: { readonly seq: number; readonly at: number } | null = null

  /** @param tracker told of what undo and redo write, which no query builder does */
  constructor(db: Database, tracker: Tracker | null = null) {
    this.#db = db
    this.#tracker = tracker
    db.exec('CREATE TEMP TABLE journal_now (entry INTEGER)')
    this.#recorded = new Set(tablesOf(db, 'journal'))
    for (const table of this.#recorded) db.exec(triggers(table, columnsOf(db, table)))
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
   * @param upTo the last change before this transaction, which may not be the first of its entry
   * @returns the rows that the journal itself has more; null when there is no entry
   */
  end(
    seq: number,
    upTo: number,
    learnt: { meetingId: string | null; mergeKey: string | null },
  ): OwnRows | null {
    const db = this.#db
    db.prepare('DELETE FROM journal_now').run()
    if (!db.prepare('SELECT 1 FROM journal_change WHERE entry_seq = ? LIMIT 1').get(seq)) {
      db.prepare('DELETE FROM journal_entry WHERE seq = ?').run(seq)
      return null
    }
    db.prepare('UPDATE journal_entry SET meeting_id = ?, merge_key = ? WHERE seq = ?').run(
      learnt.meetingId,
      learnt.mergeKey,
      seq,
    )
    const { at, who } = db.prepare('SELECT at, who FROM journal_entry WHERE seq = ?').get(seq) as {
      at: string
      who: string
    }
    const discarded = this.#restate(`state = 'undone' AND who = ?`, who, 'discarded')
    const former = this.#written
    this.#written = { seq, at: Date.parse(at) }
    const joined = discarded.length > 0 ? null : this.#merge(seq, learnt.mergeKey)
    // Steps of one write on a row are taken back in the same steps: ranks that change places pass through free ones.
    if (joined === null) return [...discarded, ...this.#addedRows(seq, upTo)]
    const wasRead = former?.seq !== joined || Date.parse(at) - former.at >= READ_MS
    this.#collapse(seq, upTo, wasRead)
    return 'any'
  }

  /** Changes the state of entries; returns their rows before and after. */
  #restate(where: string, value: string | number, state: 'done' | 'undone' | 'discarded'): RowChange[] {
    const images = this.#prepared(
      `SELECT ${jsonOf(columnsOf(this.#db, 'journal_entry'), '')} AS image FROM journal_entry WHERE ${where}`,
    ).all(value) as { image: string }[]
    if (images.length === 0) return []
    this.#prepared(`UPDATE journal_entry SET state = ? WHERE ${where}`).run(state, value)
    return images.map(({ image }) => {
      const before = imageOf(image)
      return { table: 'journal_entry', before, after: { ...before, state } }
    })
  }

  /** Without the images: they are rows of other tables. */
  #addedRows(seq: number, upTo: number): RowChange[] {
    const rows = (table: string, columns: readonly string[], where: string, value: number) =>
      (
        this.#prepared(`SELECT ${jsonOf(columns, '')} AS after FROM ${table} WHERE ${where} ?`).all(
          value,
        ) as {
          after: string
        }[]
      ).map(({ after }) => ({ table, before: null, after: imageOf(after) }))
    return [
      ...rows('journal_entry', columnsOf(this.#db, 'journal_entry'), 'seq =', seq),
      ...rows('journal_change', ['ord', 'entry_seq', 'table_name', 'row_id'], 'ord >', upTo),
    ]
  }

  /** Brings it into one entry with the previous one; returns the number that this one had, null when they stay apart. */
  #merge(seq: number, mergeKey: string | null): number | null {
    if (mergeKey === null) return null
    const db = this.#db
    const last = db
      .prepare(
        'SELECT seq, at, who, method, merge_key AS mergeKey FROM journal_entry WHERE seq < ? ORDER BY seq DESC LIMIT 1',
      )
      .get(seq) as (Begun & { seq: number; mergeKey: string | null }) | undefined
    const own = db.prepare('SELECT at, who, method FROM journal_entry WHERE seq = ?').get(seq) as Begun
    if (last?.mergeKey !== mergeKey || last.method !== own.method || last.who !== own.who) return null
    // The entry keeps the instant at which its burst began.
    const later = Date.parse(own.at) - Date.parse(last.at)
    // A clock that was set back says nothing of how long ago the last one was: they stay apart.
    if (later < 0 || later > BURST_MS) return null
    db.prepare('UPDATE journal_change SET entry_seq = ? WHERE entry_seq = ?').run(seq, last.seq)
    db.prepare('UPDATE journal_entry SET at = ? WHERE seq = ?').run(last.at, seq)
    db.prepare('DELETE FROM journal_entry WHERE seq = ?').run(last.seq)
    return last.seq
  }

  /**
   * Of several updates of one row within an entry only those stay apart whose words were read and are in neither neighbour:
   * undo takes all of them back at once, and the history keeps what was on the screen.
   * @param upTo the last of the changes that were brought together before
   * @param wasRead whether what they led to stood long enough
   */
  #collapse(seq: number, upTo: number, wasRead: boolean): void {
    const byRow = new Map<string, Change[]>()
    for (const change of this.#changes(seq)) {
      const key = `${change.table} ${change.rowId}`
      const steps = byRow.get(key) ?? []
      byRow.set(key, steps)
      steps.push(change)
      if (change.ord > upTo && this.#fold(steps, !wasRead)) while (this.#fold(steps, false));
    }
  }

  /** Brings the last two steps of a row together where nothing that was read is lost by it; whether it did. */
  #fold(steps: Change[], wasSlip: boolean): boolean {
    const [first, last] = steps.slice(-2)
    if (first === undefined || last === undefined) return false
    const [said, after] = [first.after, last.after]
    if (said === null || last.before === null || after === null) return false
    const isHeld =
      wasSlip || holdsWords(after, said) || (first.before !== null && holdsWords(first.before, said))
    if (!isHeld) return false
    this.#db.prepare('UPDATE journal_change SET after = ? WHERE ord = ?').run(after, first.ord)
    this.#db.prepare('DELETE FROM journal_change WHERE ord = ?').run(last.ord)
    first.after = after
    steps.pop()
    return true
  }

  #changes(seq: number): Change[] {
    return this.#db
      .prepare(
        `SELECT ord, table_name AS "table", row_id AS rowId, before, after
         FROM journal_change WHERE entry_seq = ? ORDER BY ord`,
      )
      .all(seq) as Change[]
  }

  /** The changes of an entry in some tables, in their order. */
  changesIn(seq: number, tables: readonly string[]): RowChange[] {
    return this.#changes(seq)
      .filter(({ table }) => tables.includes(table))
      .map(rowChange)
  }

  /** Whether the rows of a table are recorded. */
  records(table: string): boolean {
    return this.#recorded.has(table)
  }

  /** The number of the last recorded change. */
  get lastChange(): number {
    return Number(this.#prepared('SELECT max(ord) FROM journal_change').pluck().get() ?? 0)
  }

  /** Changes recorded since a given one, oldest first. Asked before the entry ends: ending one brings changes together. */
  changesSince(ord: number, most: number): RowChange[] {
    const changes = this.#prepared(
      `SELECT ord, table_name AS "table", row_id AS rowId, before, after
       FROM journal_change WHERE ord > ? ORDER BY ord LIMIT ?`,
    ).all(ord, most) as Change[]
    return changes.map(rowChange)
  }

  /**
   * Takes back somebody's own newest entry, whatever others did meanwhile.
   * @returns its meeting and the rows it put
   * @throws AppError `nothing-to-undo`; `undo-conflict` when somebody built on it
   */
  undo(who: string): Undone {
    const entry = this.#next(who, `state = 'done' ORDER BY seq DESC`)
    this.#db.pragma('defer_foreign_keys = ON')
    const changes = this.#changes(entry.seq).reverse()
    for (const change of changes) this.#put(change, change.after, change.before)
    return {
      meetingId: entry.meetingId,
      own: this.#restate('seq = ?', entry.seq, 'undone'),
      changes: changes.map(({ table, before, after }) => rowChange({ table, before: after, after: before })),
    }
  }

  /** Does again what somebody took back last. */
  redo(who: string): Undone {
    const entry = this.#next(who, `state = 'undone' ORDER BY seq ASC`)
    this.#db.pragma('defer_foreign_keys = ON')
    const changes = this.#changes(entry.seq)
    for (const change of changes) this.#put(change, change.before, change.after)
    return {
      meetingId: entry.meetingId,
      own: this.#restate('seq = ?', entry.seq, 'done'),
      changes: changes.map(rowChange),
    }
  }

  #next(who: string, where: string): { seq: number; meetingId: string | null } {
    const entry = this.#db
      .prepare(`SELECT seq, meeting_id AS meetingId FROM journal_entry WHERE who = ? AND ${where} LIMIT 1`)
      .get(who) as { seq: number; meetingId: string | null } | undefined
    if (!entry) throw new AppError('nothing-to-undo')
    return entry
  }

  /** Replaces a row that must look like `from` by `to`; the version only ever rises, so other windows notice. */
  #put(change: Change, from: string | null, to: string | null): void {
    const db = this.#db
    const { table } = change
    const found = this.#prepared(
      `SELECT ${jsonOf(columnsOf(db, table), '')} AS image FROM ${quoted(table)} WHERE id = ?`,
    ).get(change.rowId) as { image: string } | undefined
    const current = found?.image ?? null
    if (!sameRow(current, from)) throw new AppError('undo-conflict')
    if (to === null) {
      this.#run(`DELETE FROM ${quoted(table)} WHERE id = ?`, [change.rowId])
      return
    }
    const target = imageOf(to)
    const image =
      'version' in target && current !== null
        ? { ...target, version: Number(imageOf(current).version) + 1 }
        : target
    // A row written before a migration says nothing of newer columns: they take their default.
    const known = columnsOf(db, table).filter((column) => column in image)
    if (current === null) {
      this.#run(
        `INSERT INTO ${quoted(table)} (${known.map(quoted).join(', ')}) VALUES (${known.map(() => '?').join(', ')})`,
        known.map((column) => image[column] ?? null),
      )
      return
    }
    // What stays as it is is not written: of sealed minutes an action's state may change, its words may not.
    const was = imageOf(current)
    const changed = known.filter((column) => image[column] !== was[column])
    if (changed.length === 0) return
    this.#run(
      `UPDATE ${quoted(table)} SET ${changed.map((column) => `${quoted(column)} = ?`).join(', ')} WHERE id = ?`,
      [...changed.map((column) => image[column] ?? null), change.rowId],
    )
  }

  #run(sql: string, parameters: readonly unknown[]): void {
    const { changes } = this.#prepared(sql).run(...parameters)
    this.#tracker?.ran({ sql, parameters }, changes)
  }

  #prepared(sql: string): Statement {
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

function imageOf(json: string): RowImage {
  return JSON.parse(json) as RowImage
}

function rowChange({ table, before, after }: Pick<Change, 'table' | 'before' | 'after'>): RowChange {
  return {
    table,
    before: before === null ? null : imageOf(before),
    after: after === null ? null : imageOf(after),
  }
}

function sameRow(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  const [left, right] = [imageOf(a), imageOf(b)]
  // Columns that only one image has came or went with a migration in between.
  const names = Object.keys(left).filter((name) => name !== 'version' && name in right)
  return names.every((name) => left[name] === right[name])
}

/** Whether each text of a row is in another image of it, whole or with words more in one place. */
function holdsWords(image: string, said: string): boolean {
  const row = imageOf(image)
  return Object.entries(imageOf(said)).every(([column, words]) => {
    const other = row[column]
    return typeof words !== 'string' || (typeof other === 'string' && isWithin(words, other))
  })
}

function isWithin(words: string, longer: string): boolean {
  let start = 0
  while (start < words.length && words[start] === longer[start]) start += 1
  return longer.length >= words.length && longer.endsWith(words.slice(start))
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
