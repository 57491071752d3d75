import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  IdentifierNode,
  type OperationNode,
  OperatorNode,
  ParensNode,
  PrimitiveValueListNode,
  ReferenceNode,
  type RootOperationNode,
  SelectQueryNode,
  TableNode,
  ValueListNode,
  ValueNode,
} from 'kysely'

/** What a statement demands of one table's rows: others do not concern it. */
export type Demand = {
  /** By column. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>
  /**
   * Rows that come and go alone do not concern it: they are only joined to rows whose foreign key names them, and none
   * does before those come, or after they have gone.
   */
  readonly isJoined: boolean
}

/** Whether a column of one table is a foreign key to a column of another. */
export type IsForeignKey = (
  from: { table: string; column: string },
  to: { table: string; column: string },
) => boolean

/** What the schema says of columns. */
export type Schema = {
  readonly isForeignKey: IsForeignKey
  hasColumn(table: string, column: string): boolean
}

/** So many values single nothing out any more. */
const MOST_VALUES = 500

type Source = {
  table: string
  alias: string /** Rows that its join leaves out are not missed elsewhere. */
  on: OperationNode | null
  isInner: boolean
}
type Column = { alias: string; column: string }
type ColumnIn = (node: OperationNode) => Column | null

/**
 * What a select demands of the rows of tables that it names once, in its own FROM and joins: `column = value` and
 * `column in (values)`, in the AND of its WHERE, and what joins carry over from there.
 */
export function demandsOf(
  query: RootOperationNode,
  sql: string,
  { isForeignKey, hasColumn }: Schema,
): ReadonlyMap<string, Demand> {
  const demands = new Map<string, Demand>()
  if (!SelectQueryNode.is(query) || query.from === undefined) return demands
  const sources = sourcesOf(query)
  const columnIn = columnAmong(sources, hasColumn)
  const byColumn = new Map<string, ReadonlySet<string>>()
  const demand = ({ alias, column }: Column, values: ReadonlySet<string>) => {
    const key = `${alias} ${column}`
    if (byColumn.has(key) || values.size > MOST_VALUES) return false
    byColumn.set(key, values)
    return true
  }
  const equals = query.where === undefined ? [] : conjuncts(query.where.where)
  for (const { left, values } of equals.flatMap((node) => demanded(node, columnIn))) demand(left, values)
  const joins = sources.flatMap((source) =>
    source.on === null ? [] : conjuncts(source.on).map((node) => ({ source, node })),
  )
  for (const { source, node } of joins)
    for (const { left, values } of demanded(node, columnIn))
      if (left.alias === source.alias || source.isInner) demand(left, values)
  // As long as something is carried over: a join may follow on a later one.
  for (let hasMore = true; hasMore; ) {
    hasMore = false
    for (const { source, node } of joins)
      for (const [from, to] of joined(node, columnIn)) {
        const values = byColumn.get(`${from.alias} ${from.column}`)
        if (values !== undefined && (to.alias === source.alias || source.isInner) && demand(to, values))
          hasMore = true
      }
  }
  for (const { table, alias } of sources) {
    if (!isNamedOnce(sql, table)) continue
    const own = [...byColumn].flatMap(([key, values]) => {
      const [of, column] = key.split(' ')
      return of === alias && column !== undefined ? [[column, values] as const] : []
    })
    const isJoined = joins.some(({ source, node }) =>
      joined(node, columnIn).some(([from, to]) => {
        const of = sources.find((one) => one.alias === from.alias)?.table ?? ''
        return (
          to.alias === alias &&
          from.alias !== alias &&
          (source.alias === alias || source.isInner) &&
          isForeignKey({ table: of, column: from.column }, { table, column: to.column })
        )
      }),
    )
    if (own.length > 0 || isJoined) demands.set(table, { values: new Map(own), isJoined })
  }
  return demands
}

function sourcesOf(query: SelectQueryNode): Source[] {
  const from = (query.from?.froms ?? []).flatMap((node) => named(node, null, true))
  const joins = (query.joins ?? []).flatMap(({ table, on, joinType }) =>
    joinType === 'InnerJoin' || joinType === 'LeftJoin'
      ? named(table, on?.on ?? null, joinType === 'InnerJoin')
      : named(table, null, false),
  )
  return [...from, ...joins]
}

function named(node: OperationNode, on: OperationNode | null, isInner: boolean): Source[] {
  if (TableNode.is(node)) {
    const { name } = node.table.identifier
    return [{ table: name, alias: name, on, isInner }]
  }
  // What is not understood still counts: beside it, a column without a table may be of either.
  if (!AliasNode.is(node) || !IdentifierNode.is(node.alias))
    return [{ table: '', alias: '', on: null, isInner: false }]
  const alias = node.alias.name
  return TableNode.is(node.node)
    ? [{ table: node.node.table.identifier.name, alias, on, isInner }]
    : // A subquery is no table, but it may be what a column is of.
      [{ table: '', alias, on, isInner }]
}

function conjuncts(node: OperationNode): OperationNode[] {
  if (AndNode.is(node)) return [...conjuncts(node.left), ...conjuncts(node.right)]
  if (ParensNode.is(node)) return conjuncts(node.node)
  return [node]
}

/** What a comparison with values demands. */
function demanded(node: OperationNode, columnIn: ColumnIn): { left: Column; values: Set<string> }[] {
  if (!BinaryOperationNode.is(node) || !OperatorNode.is(node.operator)) return []
  const { operator } = node.operator
  const left = columnIn(node.leftOperand)
  if (left === null || (operator !== '=' && operator !== 'in')) return []
  const values = valuesIn(node.rightOperand)
  return values === null ? [] : [{ left, values: new Set(values.map(String)) }]
}

function joined(node: OperationNode, columnIn: ColumnIn): [Column, Column][] {
  if (!BinaryOperationNode.is(node) || !OperatorNode.is(node.operator) || node.operator.operator !== '=')
    return []
  const left = columnIn(node.leftOperand)
  const right = columnIn(node.rightOperand)
  return left === null || right === null
    ? []
    : [
        [left, right],
        [right, left],
      ]
}

/** A column without a table is of the only source that has it; a subquery may have any. */
function columnAmong(sources: readonly Source[], hasColumn: Schema['hasColumn']): ColumnIn {
  return (node) => {
    if (!ReferenceNode.is(node) || !ColumnNode.is(node.column)) return null
    const column = node.column.column.name
    if (node.table !== undefined) return { alias: node.table.table.identifier.name, column }
    const [only, another] = sources.filter(({ table }) => table === '' || hasColumn(table, column))
    return only !== undefined && only.table !== '' && another === undefined
      ? { alias: only.alias, column }
      : null
  }
}

function valuesIn(node: OperationNode): readonly unknown[] | null {
  if (ValueNode.is(node)) return [node.value]
  if (PrimitiveValueListNode.is(node)) return node.values
  if (!ValueListNode.is(node)) return null
  const values = node.values.flatMap((value) => (ValueNode.is(value) ? [value.value] : []))
  return values.length === node.values.length ? values : null
}

const once = new Map<string, boolean>()

/** Whether the text names a table in one place only, but for its columns: in a second place it may be asked for other rows. */
function isNamedOnce(sql: string, table: string): boolean {
  const key = `${table} ${sql}`
  let is = once.get(key)
  if (is === undefined) {
    is = table !== '' && [...sql.matchAll(new RegExp(`\\b${table}\\b(?!"?\\.)`, 'g'))].length === 1
    once.set(key, is)
  }
  return is
}
