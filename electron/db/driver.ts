// Kysely on better-sqlite3; one connection, statements cached by text, transactions that begin IMMEDIATE.
import type { Database, Statement } from 'better-sqlite3'
import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type Transaction as KyselyTransaction,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Tracker } from './reads/tracker.ts'
import { Recent } from './recent.ts'
import type { Tables } from './tables.ts'

/** For read handlers: selects only. */
export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'withRecursive' | 'fn' | 'case' | 'dynamic'>
/** For write handlers: the open transaction. */
export type Transaction = KyselyTransaction<Tables>
export type Db = Kysely<Tables>

/** A statement slower than this is reported by its text: nothing on the live connection may take longer. */
export const SLOW_MS = 40
/** Compiled statements that are kept: lists of any length make a text each. */
const MOST_STATEMENTS = 2_000

type Report = (sql: string, milliseconds: number) => void

class Connection implements DatabaseConnection {
  readonly #driver: SqliteDriver
  constructor(driver: SqliteDriver) {
    this.#driver = driver
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#driver.run<R>(this, query)
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not used on the live connection')
  }
}

/** Said to support several connections, so that Kysely does not wait for a free one: our driver throws instead. */
class ThrowingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

class SqliteDriver implements Driver {
  readonly #db: Database
  readonly #report: Report
  readonly #tracker: Tracker | null
  readonly #statements = new Recent<Statement>(MOST_STATEMENTS)
  #owner: DatabaseConnection | null = null

  constructor(db: Database, report: Report, tracker: Tracker | null) {
    this.#db = db
    this.#report = report
    this.#tracker = tracker
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new Connection(this)
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#owner !== null) throw new Error('a transaction is already open: use its tx')
    this.#db.exec('BEGIN IMMEDIATE')
    this.#owner = connection
  }

  async commitTransaction(): Promise<void> {
    this.#db.exec('COMMIT')
    this.#owner = null
  }

  async rollbackTransaction(): Promise<void> {
    this.#owner = null
    // SQLite has already rolled back by itself after some errors (full disk, I/O).
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
  }

  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}

  run<R>(connection: DatabaseConnection, query: CompiledQuery): QueryResult<R> {
    if (this.#owner !== null && this.#owner !== connection)
      throw new Error(`used outside the open transaction: ${query.sql}`)
    const statement = this.#statements.get(query.sql, () => this.#db.prepare(query.sql))
    const started = performance.now()
    try {
      if (statement.reader) {
        const rows = statement.all(...query.parameters) as R[]
        this.#tracker?.ran(query, null)
        return { rows }
      }
      const { changes, lastInsertRowid } = statement.run(...query.parameters)
      this.#tracker?.ran(query, changes)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    } finally {
      const took = performance.now() - started
      if (took > SLOW_MS) this.#report(query.sql, took)
    }
  }
}

/**
 * The query builder over an open SQLite connection; columns are snake_case in SQL, camelCase in code.
 * @param tracker told of every statement, where it matters what was read and written
 */
export function createDb(db: Database, report: Report, tracker: Tracker | null = null): Db {
  const dialect: Dialect = {
    createAdapter: () => new ThrowingAdapter(),
    createDriver: () => new SqliteDriver(db, report, tracker),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
  return new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] })
}
