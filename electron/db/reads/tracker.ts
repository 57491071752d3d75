import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { columnsOf, foreignKeysOf } from '../columns.ts'
import { type Demands, demandsOf, type Schema } from './demands.ts'
import { Programs } from './programs.ts'
import type { Uses } from './uses.ts'

/** A statement as it was run: compiled by Kysely, or plain text, with what it demands if that is known. */
export type Ran = Pick<CompiledQuery, 'sql' | 'parameters'> &
  Partial<Pick<CompiledQuery, 'query'>> & { readonly demands?: Demands }

/** Told of each statement of one connection; notes for whoever has the turn what they read, or which tables they wrote. */
export class Tracker {
  readonly #programs: Programs
  readonly #schema: Schema
  /** Of reads that are made at once, each in its own. */
  readonly #reading = new AsyncLocalStorage<Uses>()
  #uses: Uses | null = null
  #written: Set<string> | null = null

  constructor(db: Database) {
    this.#programs = new Programs(db)
    this.#schema = {
      isForeignKey: (from, to) =>
        foreignKeysOf(db, from.table).some(
          (key) => key.column === from.column && key.toTable === to.table && key.toColumn === to.column,
        ),
      hasColumn: (table, column) => columnsOf(db, table).includes(column),
    }
  }

  /** From here on what is read is noted in `uses`. */
  read(uses: Uses): void {
    this.#uses = uses
    this.#written = null
  }

  /** What `work` reads is noted in `uses`, whatever else is read meanwhile. */
  reading<T>(uses: Uses, work: () => Promise<T>): Promise<T> {
    return this.#reading.run(uses, work)
  }

  /** From here on the tables that are written are noted in the set that is returned. */
  write(): ReadonlySet<string> {
    this.#uses = null
    this.#written = new Set()
    return this.#written
  }

  /** @param changes how many rows it changed itself; without any, no trigger and no cascade ran either */
  ran({ sql, parameters, query, demands }: Ran, changes: number | null): void {
    const uses = this.#reading.getStore() ?? this.#uses
    if (uses !== null) {
      const { reads, named } = this.#programs.of(sql, parameters)
      const demanded = query === undefined ? demands : demandsOf(query, named, this.#schema)
      for (const [table, columns] of reads)
        for (const demand of demanded?.get(table) ?? [undefined]) uses.ofTable(table, columns, demand)
    } else if (this.#written !== null && changes !== 0)
      for (const table of this.#programs.of(sql, parameters).writes) this.#written.add(table)
  }
}
