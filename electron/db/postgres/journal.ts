import type Database from 'better-sqlite3'
import { columnsOf, type RowChange } from '../columns.ts'
import type { Steps } from '../journal/changes.ts'
import { type EntryInfo, JournalSteps, type OwnRows, type Replayed, type Undone } from '../journal/steps.ts'
import type { Tracker } from '../reads/tracker.ts'
import { tablesOf } from '../stored-tables.ts'
import { numbered } from './driver.ts'
import type { Line } from './line.ts'

/** The journal of a team's base, written by the triggers that stand in it. Must be called inside the transaction it journals. */
export class TeamJournal {
  readonly #line: Line
  readonly #tracker: Tracker
  readonly #recorded: ReadonlySet<string>
  readonly #steps: JournalSteps

  /** @param desk an empty database of a desk, whose tables and columns are the same */
  constructor(line: Line, desk: Database.Database, tracker: Tracker) {
    this.#line = line
    this.#tracker = tracker
    this.#recorded = new Set(tablesOf(desk, 'journal'))
    this.#steps = new JournalSteps({
      // As the engine noted who made them, on whichever desk.
      ownOf: () => ({ where: 'made_by = session_user', parameters: [] }),
      record: (entry) => ({
        sql: `SELECT set_config('inp.entry', ?, true)`,
        parameters: [entry === null ? '' : String(entry)],
      }),
      replaying: (entry) => [
        { sql: 'SET CONSTRAINTS ALL DEFERRED' },
        { sql: `SELECT set_config('inp.replays', ?, true)`, parameters: [String(entry)] },
      ],
      imageOf: (columns) =>
        `json_build_object(${columns.map((column) => `'${column}', "${column}"`).join(', ')})::text`,
      columnsOf: (table) => columnsOf(desk, table),
    })
  }

  begin(info: EntryInfo): Promise<number> {
    return this.#play(this.#steps.begin(info))
  }

  resume(seq: number): Promise<void> {
    return this.#play(this.#steps.resume(seq))
  }

  end(
    seq: number,
    upTo: number,
    learnt: { meetingId: string | null; mergeKey: string | null },
  ): Promise<OwnRows | null> {
    return this.#play(this.#steps.end(seq, upTo, learnt))
  }

  changesIn(ord: number, tables: readonly string[]): Promise<RowChange[]> {
    return this.#play(this.#steps.changesIn(ord, tables))
  }

  records(table: string): boolean {
    return this.#recorded.has(table)
  }

  lastChange(): Promise<number> {
    return this.#play(this.#steps.lastChange())
  }

  changesSince(ord: number, most: number): Promise<RowChange[]> {
    return this.#play(this.#steps.changesSince(ord, most))
  }

  /** The number of the entry that whoever is on the line would take back, or do again; null when there is none. */
  async ownEntry(who: string, state: Replayed): Promise<number | null> {
    return (await this.#play(this.#steps.next(who, state)))?.seq ?? null
  }

  undo(who: string): Promise<Undone> {
    return this.#play(this.#steps.undo(who))
  }

  redo(who: string): Promise<Undone> {
    return this.#play(this.#steps.redo(who))
  }

  discardUndone(who: string): Promise<RowChange[]> {
    return this.#play(this.#steps.discardUndone(who))
  }

  async #play<T>(steps: Steps<T>): Promise<T> {
    for (let step = steps.next(); ; ) {
      if (step.done === true) return step.value
      const { sql, parameters = [], puts } = step.value
      const { rows, rowCount } = await this.#line.query(numbered(sql), parameters)
      if (puts === true) this.#tracker.ran({ sql, parameters }, rowCount ?? 0)
      step = steps.next(rows)
    }
  }
}
