// Every write leaves each row before and after, by TEMP triggers made from the schema at opening, so that no query can
// forget it; undo and redo put the other image back.
import type { Database, Statement } from 'better-sqlite3'
import { columnsOf, jsonOf, quoted, type RowChange } from '../columns.ts'
import type { Tracker } from '../reads/tracker.ts'
import { tablesOf } from '../stored-tables.ts'
import {
  type EntryInfo,
  JournalSteps,
  type OwnRows,
  type Replayed,
  type Steps,
  type Undone,
} from './steps.ts'

/** The journal of one writing connection. Must be called inside the transaction it journals. */
export class Journal {
  readonly #db: Database
  readonly #tracker: Tracker | null
  readonly #recorded: ReadonlySet<string>
  readonly #steps: JournalSteps
  /** Each is compiled with the triggers and foreign keys of its table: that takes longer than a row. */
  readonly #statements = new Map<string, Statement>()

  /** @param tracker told of what undo and redo write, which no query builder does */
  constructor(db: Database, tracker: Tracker | null = null) {
    this.#db = db
    this.#tracker = tracker
    db.exec('CREATE TEMP TABLE journal_now (entry INTEGER)')
    this.#recorded = new Set(tablesOf(db, 'journal'))
    for (const table of this.#recorded) db.exec(triggers(table, columnsOf(db, table)))
    this.#steps = new JournalSteps({
      ownOf: (who) => ({ where: 'who = ?', parameters: [who] }),
      record: (entry) =>
        entry === null
          ? { sql: 'DELETE FROM journal_now' }
          : { sql: 'INSERT INTO journal_now (entry) VALUES (?)', parameters: [entry] },
      replaying: () => [{ sql: 'PRAGMA defer_foreign_keys = ON' }],
      imageOf: (columns) => jsonOf(columns, ''),
      columnsOf: (table) => columnsOf(db, table),
    })
  }

  begin(info: EntryInfo): number {
    return this.#play(this.#steps.begin(info))
  }

  resume(seq: number): void {
    this.#play(this.#steps.resume(seq))
  }

  end(
    seq: number,
    upTo: number,
    learnt: { meetingId: string | null; mergeKey: string | null },
  ): OwnRows | null {
    return this.#play(this.#steps.end(seq, upTo, learnt))
  }

  changesIn(ord: number, tables: readonly string[]): RowChange[] {
    return this.#play(this.#steps.changesIn(ord, tables))
  }

  /** Whether the rows of a table are recorded. */
  records(table: string): boolean {
    return this.#recorded.has(table)
  }

  get lastChange(): number {
    return this.#play(this.#steps.lastChange())
  }

  changesSince(ord: number, most: number): RowChange[] {
    return this.#play(this.#steps.changesSince(ord, most))
  }

  /** The number of the entry that somebody would take back, or do again; null when there is none. */
  ownEntry(who: string, state: Replayed): number | null {
    return this.#play(this.#steps.next(who, state))?.seq ?? null
  }

  undo(who: string): Undone {
    return this.#play(this.#steps.undo(who))
  }

  redo(who: string): Undone {
    return this.#play(this.#steps.redo(who))
  }

  #play<T>(steps: Steps<T>): T {
    for (let step = steps.next(); ; ) {
      if (step.done === true) return step.value
      const { sql, parameters = [], puts } = step.value
      const statement = this.#prepared(sql)
      if (statement.reader) step = steps.next(statement.all(...parameters))
      else {
        const { changes } = statement.run(...parameters)
        if (puts === true) this.#tracker?.ran({ sql, parameters }, changes)
        step = steps.next([])
      }
    }
  }

  #prepared(sql: string): Statement {
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
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
