import type { Database } from 'better-sqlite3'
import { columnsOf } from '../columns.ts'
import { Recent } from '../recent.ts'

/** The tables and columns that a statement touches. */
export type Program = {
  /** The columns that it reads, by table; of a table without any, only whether there are rows. */
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>
  /** How often its text names each of these tables. */
  readonly named: ReadonlyMap<string, number>
  /** Tables that it writes, by triggers and cascades too. */
  readonly writes: ReadonlySet<string>
}

type Operation = { addr: number; opcode: string; p1: number; p2: number; p3: number }
/** The table that lies at a page of the file, or an index of one, and the columns of its records in their order. */
type Place = { table: string; columns: readonly string[]; isIndex: boolean }
type Schema = {
  version: unknown
  places: ReadonlyMap<number, Place>
  /** Their columns, by table. */
  virtual: ReadonlyMap<string, readonly string[]>
}

const MAIN = 0
/** The application has fewer; but lists of any length make a text each. */
const MOST_STATEMENTS = 2_000

/**
 * Finds what statements touch, as SQLite itself tells: EXPLAIN lists the program that it runs, in which every table and index
 * that is opened has its page, and every column its place. No SQL is parsed here, so none can be misread.
 */
export class Programs {
  readonly #db: Database
  readonly #known = new Recent<Program>(MOST_STATEMENTS)
  #schema: Schema | null = null

  constructor(db: Database) {
    this.#db = db
  }

  /** @param parameters as they are given to it; EXPLAIN runs nothing, but wants them */
  of(sql: string, parameters: readonly unknown[]): Program {
    return this.#known.get(sql, () => {
      const operations = this.#db.prepare(`EXPLAIN ${sql}`).all(...parameters) as Operation[]
      return touched(operations, sql, this.#current())
    })
  }

  /** Where tables and indexes lie: a change of the schema, and a VACUUM, may move them. */
  #current(): Schema {
    const version = this.#db.pragma('schema_version', { simple: true })
    if (this.#schema !== null && this.#schema.version === version) return this.#schema
    const rows = this.#db
      .prepare(
        `SELECT name, tbl_name AS "table", type, rootpage AS page FROM sqlite_schema WHERE type IN ('table', 'index')`,
      )
      .all() as { name: string; table: string; type: 'table' | 'index'; page: number }[]
    const places = new Map<number, Place>()
    const indexed = this.#indexed()
    for (const { name, table, type, page } of rows) {
      const isIndex = type === 'index'
      const columns = (isIndex ? indexed.get(name) : undefined) ?? columnsOf(this.#db, table)
      if (page > 0) places.set(page, { table, isIndex, columns })
    }
    const virtual = new Map(
      rows
        .filter(({ type, page }) => type === 'table' && page === 0)
        .map(({ name }) => [name, columnsOf(this.#db, name)]),
    )
    this.#schema = { version, places, virtual }
    return this.#schema
  }

  /**
   * Columns whose values are in an index, by its name; one over an expression, or of some rows only, may depend on any column
   * of its table, and is left out. Asked of all at once: two statements for each took a tenth of an opening.
   */
  #indexed(): ReadonlyMap<string, readonly string[]> {
    const rows = this.#db
      .prepare(
        `SELECT s.name AS "index", c.cid, c.name
         FROM sqlite_schema AS s JOIN pragma_index_xinfo(s.name) AS c WHERE s.type = 'index'`,
      )
      .all() as { index: string; cid: number; name: string | null }[]
    const partial = this.#db
      .prepare(
        `SELECT i.name
         FROM sqlite_schema AS s JOIN pragma_index_list(s.name) AS i WHERE s.type = 'table' AND i.partial = 1`,
      )
      .pluck()
      .all() as string[]
    const columns = new Map<string, string[]>()
    for (const { index, name } of rows) {
      const all = columns.get(index) ?? []
      columns.set(index, name === null ? all : [...all, name])
    }
    for (const { index, cid } of rows) if (cid === -2) columns.delete(index)
    for (const index of partial) columns.delete(index)
    return columns
  }
}

function touched(operations: readonly Operation[], sql: string, { places, virtual }: Schema): Program {
  const reads = new Map<string, Set<string>>()
  const writes = new Set<string>()
  const columnsOfRead = (table: string) => {
    const columns = reads.get(table) ?? new Set<string>()
    reads.set(table, columns)
    return columns
  }
  for (const program of separate(operations)) {
    // A number may stand for several, one after another; a column is then said to be of each.
    const cursors = new Map<number, Place[]>()
    for (const { opcode, p1, p2, p3 } of program) {
      const place = p3 === MAIN ? places.get(p2) : undefined
      const isWritten = opcode === 'OpenWrite'
      if (place !== undefined && (isWritten || opcode === 'OpenRead' || opcode === 'ReopenIdx')) {
        cursors.set(p1, [...(cursors.get(p1) ?? []), place])
        if (isWritten) writes.add(place.table)
        const columns = columnsOfRead(place.table)
        // Rows are found by the columns of an index without any of them being asked for.
        if (place.isIndex) for (const column of place.columns) columns.add(column)
      } else if (opcode === 'Clear' && p2 === MAIN) {
        const table = places.get(p1)?.table
        if (table !== undefined) writes.add(table)
      } else if (opcode === 'VOpen') {
        // It is not said which: what names none of ours opens one that only reads its argument (json_each).
        for (const [table, columns] of virtual)
          if (sql.includes(table)) for (const column of columns) columnsOfRead(table).add(column)
      } else if (opcode === 'VUpdate') for (const table of virtual.keys()) writes.add(table)
    }
    // Only now: the order of the list is not that of the run.
    for (const { opcode, p1, p2 } of program)
      if (opcode === 'Column')
        for (const { table, columns } of cursors.get(p1) ?? []) {
          const column = columns[p2]
          if (column !== undefined) columnsOfRead(table).add(column)
        }
  }
  return { reads, writes, named: new Map([...reads.keys()].map((table) => [table, timesNamed(sql, table)])) }
}

/** Neither its columns nor what is called like it count. */
function timesNamed(sql: string, table: string): number {
  return [...sql.matchAll(new RegExp(`(?<!\\bas "?)\\b${table}\\b(?!"?\\.)`, 'gi'))].length
}

/** The program itself, then those of its triggers: each begins at nought again, with cursors of its own. */
function separate(operations: readonly Operation[]): Operation[][] {
  const programs: Operation[][] = []
  for (const operation of operations) {
    if (operation.addr === 0) programs.push([])
    programs.at(-1)?.push(operation)
  }
  return programs
}
