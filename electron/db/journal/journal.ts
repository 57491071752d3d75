// Every write leaves each row before and after, by triggers made from the schema at opening; undo and redo put the other
// image back.
import type { Database, Statement } from 'better-sqlite3'
import { columnsOf, jsonOf, type RowChange } from '../columns.ts'
import type { Tracker } from '../reads/tracker.ts'
import { tablesOf } from '../stored-tables.ts'
import type { TempTrigger } from '../temp-triggers.ts'
import type { Steps } from './changes.ts'
import { type EntryInfo, JournalSteps, type OwnRows, type Replayed, type Undone } from './steps.ts'

/** The journal of one writing connection that has its triggers. Must be called inside the transaction it journals. */
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
    this.#steps = new JournalSteps({
      ownOf: (who) => ({ where: 'who = ?', parameters: [who] }),
      record: (entry) =>
        entry === null
          ? { sql: 'DELETE FROM journal_now' }
          : { sql: 'INSERT INTO journal_now (entry) VALUES (?)', parameters: [entry] },
      // With it every statement of the connection is compiled anew: one row speaks of no other that is put back with it.
      replaying: (_entry, rows) => (rows > 1 ? [{ sql: 'PRAGMA defer_foreign_keys = ON' }] : []),
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

  discardUndone(who: string): RowChange[] {
    return this.#play(this.#steps.discardUndone(who))
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

/** What records each row, while an entry is under way. */
export function journalTriggers(db: Database): TempTrigger[] {
  return tablesOf(db, 'journal').flatMap((table) => {
    const columns = columnsOf(db, table)
    const on = (event: string, row: string, before: string, after: string) => ({
      name: `journal_${table}_${event.toLowerCase()}`,
      table,
      event,
      when: '(SELECT entry FROM journal_now) IS NOT NULL',
      work: `INSERT INTO journal_change (entry_seq, table_name, row_id, before, after)
        VALUES ((SELECT entry FROM journal_now), '${table}', ${row}.id, ${before}, ${after})`,
    })
    return [
      on('INSERT', 'NEW', 'NULL', jsonOf(columns, 'NEW.')),
      on('UPDATE', 'NEW', jsonOf(columns, 'OLD.'), jsonOf(columns, 'NEW.')),
      on('DELETE', 'OLD', jsonOf(columns, 'OLD.'), 'NULL'),
    ]
  })
}
