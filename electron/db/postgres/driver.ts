import {
  type BinaryOperationNode,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  OperatorNode,
  type OrderByItemNode,
  PostgresQueryCompiler,
  type QueryId,
  type QueryResult,
  RawNode,
  type RootOperationNode,
  SqliteQueryCompiler,
  ValueNode,
} from 'kysely'
import type pg from 'pg'
import type { Tracker } from '../reads/tracker.ts'
import { beginWriting } from './address.ts'
import type { Line } from './line.ts'
import type { RowOrder } from './row-order.ts'
import { withoutNul } from './without-nul.ts'

/** `?` as `$1`, `$2` and so on. */
export function numbered(sql: string): string {
  let count = 0
  return sql.replaceAll('?', () => {
    count += 1
    return `$${count}`
  })
}

/** "a is b" of two values that may both be missing. */
const sameness: Readonly<Record<string, string>> = {
  is: 'is not distinct from',
  'is not': 'is distinct from',
}

/**
 * Rows come as SQLite has them: in no order, or in one with ties, as they were added; what is nothing comes before something,
 * whichever way it is sorted. Says that values are the same.
 */
export class TeamQueryCompiler extends PostgresQueryCompiler {
  readonly #order: RowOrder
  constructor(order: RowOrder) {
    super()
    this.#order = order
  }

  override compileQuery(node: RootOperationNode, queryId: QueryId): CompiledQuery {
    return super.compileQuery(this.#order.of(node, queryId), queryId)
  }

  protected override visitOrderByItem(node: OrderByItemNode): void {
    super.visitOrderByItem(node)
    if (node.nulls !== undefined) return
    const { direction } = node
    const isDescending =
      direction !== undefined && RawNode.is(direction) && direction.sqlFragments.join('').includes('desc')
    this.append(isDescending ? ' nulls last' : ' nulls first')
  }

  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { operator, rightOperand: right } = node
    const same = OperatorNode.is(operator) ? sameness[operator.operator] : undefined
    if (same === undefined || !ValueNode.is(right) || right.immediate === true)
      super.visitBinaryOperation(node)
    else {
      this.visitNode(node.leftOperand)
      this.append(` ${same} `)
      this.visitNode(right)
    }
  }
}

class Connection implements DatabaseConnection {
  readonly #driver: TeamDriver
  constructor(driver: TeamDriver) {
    this.#driver = driver
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#driver.run<R>(this, query)
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not used')
  }
}

/** Kysely on a line; tells the tracker of each statement in the words of SQLite, which knows what they touch. */
export class TeamDriver implements Driver {
  readonly #line: Line
  readonly #tracker: Tracker
  readonly #desk = new SqliteQueryCompiler()
  #owner: DatabaseConnection | null = null

  constructor(line: Line, tracker: Tracker) {
    this.#line = line
    this.#tracker = tracker
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new Connection(this)
  }

  /** Waits for whoever writes; what is read from here on holds until the commit. Never repeatable read: it would read what was before that writer. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#owner !== null) throw new Error('a transaction is already open: use its tx')
    this.#owner = connection
    try {
      await this.#line.begin(beginWriting)
    } catch (thrown) {
      // Kysely ends only what it saw begin.
      await this.rollbackTransaction()
      throw thrown
    }
  }

  async commitTransaction(): Promise<void> {
    this.#owner = null
    await this.#line.query('COMMIT')
  }

  async rollbackTransaction(): Promise<void> {
    this.#owner = null
    // A line that was cut has rolled back by itself.
    await this.#line.query('ROLLBACK').catch(() => undefined)
  }

  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}

  async run<R>(connection: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#owner !== null && this.#owner !== connection)
      throw new Error(`used outside the open transaction: ${query.sql}`)
    const isRaw = query.query.kind === 'RawNode'
    const { rows, rowCount, command } = await this.#line.query<R & pg.QueryResultRow>(
      isRaw ? numbered(query.sql) : query.sql,
      query.parameters.map((value) => (typeof value === 'string' ? withoutNul(value) : value)),
    )
    const isRead = command === 'SELECT'
    const told = isRaw ? query : this.#desk.compileQuery(query.query, query.queryId)
    this.#tracker.ran({ ...told, query: query.query }, isRead ? null : (rowCount ?? 0))
    return isRead ? { rows } : { rows, numAffectedRows: BigInt(rowCount ?? 0) }
  }
}
