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
import type { RowImage } from '../columns.ts'

/** Which rows of one table a statement can depend on: others do not concern it. */
export type Demand = {
  /** By column. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>
  /**
   * Rows that come and go alone do not concern it: they are only joined to rows whose foreign key names them, and none
   * does before those come, or after they have gone.
   */
  readonly isJoined: boolean
  /** What a row must hold besides. */
  readonly tests: readonly Test[]
}
/** The same `key` stands for the same test. */
export type Test = { readonly key: string; mayHold(row: RowImage): boolean }
/** By table; of each place where a statement names it. A table that is left out is read whole. */
export type Demands = ReadonlyMap<string, readonly Demand[]>

export type Schema = {
  isForeignKey(from: TableColumn, to: TableColumn): boolean
  hasColumn(table: string, column: string): boolean
}
type TableColumn = { table: string; column: string }

/** So many values single nothing out any more. */
const MOST_VALUES = 500

/** A table, or a subquery (without a name), in the FROM or a join of a select. */
type Source = {
  readonly table: string
  readonly alias: string
  readonly on: OperationNode | null
  /** Rows that its join leaves out are not missed elsewhere. */
  readonly isInner: boolean
  /** The columns of a subquery that are columns of a table in it. */
  readonly columns: ReadonlyMap<string, Column>
  readonly values: Map<string, ReadonlySet<string>>
  readonly tests: Test[]
  isJoined: boolean
}
/** Of a table; `of` says by which source of the select that names it. */
type Column = { readonly of: Source; readonly base: Source; readonly column: string }

/** One select and those around it. */
type Scope = {
  readonly query: SelectQueryNode
  readonly sources: readonly Source[]
  readonly outer: Scope | null
}

/**
 * The rows that a select demands of tables in its own FROM and joins, and in those of the selects within it:
 * `column = value`, `column in (values)` and `column is null`, in the AND of a WHERE, and what joins carry over from there.
 * @param named how often the text of the statement names a table: what is named in plain SQL as well is read whole
 */
export function demandsOf(
  query: RootOperationNode,
  named: ReadonlyMap<string, number>,
  schema: Schema,
): Demands {
  const scopes: Scope[] = []
  collect(query, null, scopes, schema)
  for (const scope of scopes) demandIn(scope, schema)
  const sources = scopes.flatMap((scope) => scope.sources)
  const demands = new Map<string, readonly Demand[]>()
  for (const [table, times] of named) {
    const own = sources.filter((source) => source.table === table)
    if (own.length === times) demands.set(table, own)
  }
  return demands
}

/** The selects in a query, each after those that it is in: what these demand is carried over into it. */
function collect(node: OperationNode, outer: Scope | null, all: Scope[], schema: Schema): Scope | null {
  if (!SelectQueryNode.is(node)) {
    eachPart(node, (part) => collect(part, outer, all, schema))
    return null
  }
  const at = all.length
  const within: Scope[] = []
  const sources: Source[] = []
  const scope = { query: node, sources, outer }
  const add = (from: OperationNode, on: OperationNode | null, isInner: boolean) =>
    sources.push(sourceOf(from, { on, isInner }, (inner) => collect(inner, scope, within, schema), schema))
  for (const from of node.from?.froms ?? []) add(from, null, true)
  for (const { table, on, joinType } of node.joins ?? [])
    if (joinType === 'InnerJoin' || joinType === 'LeftJoin')
      add(table, on?.on ?? null, joinType === 'InnerJoin')
    else add(table, null, false)
  const { from, joins, ...rest } = node
  eachPart(rest, (part) => collect(part, scope, within, schema))
  for (const { on } of joins ?? []) if (on !== undefined) collect(on, scope, within, schema)
  all.splice(at, 0, scope, ...within)
  return scope
}

/** Nodes without a select in them; most nodes are. */
const leaves: ReadonlySet<string> = new Set([
  'ReferenceNode',
  'ColumnNode',
  'TableNode',
  'IdentifierNode',
  'OperatorNode',
  'ValueNode',
  'PrimitiveValueListNode',
  'SelectAllNode',
])

function eachPart(node: object, visit: (part: OperationNode) => void): void {
  for (const value of Object.values(node)) {
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value)) eachPart(value, visit)
    else if (isNode(value) && !leaves.has(value.kind)) visit(value)
  }
}

function isNode(value: object): value is OperationNode {
  return 'kind' in value && typeof value.kind === 'string'
}

function sourceOf(
  node: OperationNode,
  join: Pick<Source, 'on' | 'isInner'>,
  inner: (node: OperationNode) => Scope | null,
  schema: Schema,
): Source {
  const fresh = { ...join, columns: new Map<string, Column>(), values: new Map(), tests: [], isJoined: false }
  if (TableNode.is(node)) {
    const { name } = node.table.identifier
    return { ...fresh, table: name, alias: name }
  }
  const alias = AliasNode.is(node) && IdentifierNode.is(node.alias) ? node.alias.name : ''
  const aliased = AliasNode.is(node) ? node.node : node
  if (alias !== '' && TableNode.is(aliased)) return { ...fresh, table: aliased.table.identifier.name, alias }
  // A source that is not understood still counts: beside it, a column without a table may be of either.
  const scope = inner(aliased)
  return { ...fresh, table: '', alias, columns: scope === null ? fresh.columns : passedOn(scope, schema) }
}

/** Columns that a subquery passes on row by row: a demand on one is a demand on the rows in it. */
function passedOn(scope: Scope, schema: Schema): ReadonlyMap<string, Column> {
  const { kind, from, joins, where, selections = [], ...rest } = scope.query
  const columns = new Map<string, Column>()
  if (Object.values(rest).some((part) => part !== undefined)) return columns
  for (const { selection } of selections) {
    const named = AliasNode.is(selection) && IdentifierNode.is(selection.alias) ? selection.alias.name : null
    const column = columnIn(AliasNode.is(selection) ? selection.node : selection, scope, schema)
    if (column !== null && scope.sources.includes(column.of)) columns.set(named ?? column.column, column)
  }
  return columns
}

function demandIn(scope: Scope, schema: Schema): void {
  const { query, sources } = scope
  const where = query.where === undefined ? [] : conjuncts(query.where.where)
  // A condition says nothing of the rows of selects around it, nor one of a left join of what it is joined to.
  const conditions = [
    ...where.map((node) => ({ node, binds: (of: Source) => sources.includes(of) })),
    ...sources.flatMap((source) =>
      (source.on === null ? [] : conjuncts(source.on)).map((node) => ({
        node,
        binds: (of: Source) => of === source || (source.isInner && sources.includes(of)),
      })),
    ),
  ]
  for (const { node, binds } of conditions) {
    const limit = limited(node, scope, schema)
    if (limit !== null && binds(limit.column.of)) limit.column.base.tests.push(limit.test)
    const found = demanded(node, scope, schema)
    if (found === null || !binds(found.column.of)) continue
    // A row that a left join adds takes the place of none, which has no value either.
    const { of, base } = found.column
    if (!found.isNull || (of.isInner && base.isInner)) demand(found.column, found.values)
  }
  const joins = conditions.flatMap(({ node, binds }) =>
    joined(node, scope, schema).flatMap(([from, to]) =>
      binds(to.of) && from.base !== to.base ? [{ from, to }] : [],
    ),
  )
  for (const { from, to } of joins)
    if (
      schema.isForeignKey(
        { table: from.base.table, column: from.column },
        { table: to.base.table, column: to.column },
      )
    )
      to.base.isJoined = true
  // As long as something is carried over: a join may follow on a later one.
  for (let hasMore = true; hasMore; ) {
    hasMore = false
    for (const { from, to } of joins) {
      const values = from.base.values.get(from.column)
      if (values !== undefined && demand(to, values)) hasMore = true
    }
  }
}

function demand({ base, column }: Column, values: ReadonlySet<string>): boolean {
  if (base.values.has(column) || values.size > MOST_VALUES) return false
  base.values.set(column, values)
  return true
}

function conjuncts(node: OperationNode): OperationNode[] {
  if (AndNode.is(node)) return [...conjuncts(node.left), ...conjuncts(node.right)]
  if (ParensNode.is(node)) return conjuncts(node.node)
  return [node]
}

function demanded(
  node: OperationNode,
  scope: Scope,
  schema: Schema,
): { column: Column; values: Set<string>; isNull: boolean } | null {
  if (!BinaryOperationNode.is(node) || !OperatorNode.is(node.operator)) return null
  const { operator } = node.operator
  const column = columnIn(node.leftOperand, scope, schema)
  if (column === null || (operator !== '=' && operator !== 'in' && operator !== 'is')) return null
  const values = valuesIn(node.rightOperand)
  return values === null ? null : { column, values: new Set(values.map(String)), isNull: operator === 'is' }
}

const comparisons: Readonly<Record<string, (a: string | number, b: string | number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

/** What a comparison asks of a column: nothing holds it that has no value there. */
function limited(node: OperationNode, scope: Scope, schema: Schema): { column: Column; test: Test } | null {
  if (!BinaryOperationNode.is(node) || !OperatorNode.is(node.operator) || !ValueNode.is(node.rightOperand))
    return null
  const { operator } = node.operator
  const { value } = node.rightOperand
  const compare = comparisons[operator]
  const column = columnIn(node.leftOperand, scope, schema)
  if (column === null || compare === undefined || (typeof value !== 'string' && typeof value !== 'number'))
    return null
  const mayHold = (row: RowImage) => {
    const own = row[column.column] ?? null
    return own !== null && (typeof own !== typeof value || compare(own, value))
  }
  return { column, test: { key: `${column.column} ${operator} ${value}`, mayHold } }
}

function joined(node: OperationNode, scope: Scope, schema: Schema): [Column, Column][] {
  if (!BinaryOperationNode.is(node) || !OperatorNode.is(node.operator) || node.operator.operator !== '=')
    return []
  const left = columnIn(node.leftOperand, scope, schema)
  const right = columnIn(node.rightOperand, scope, schema)
  return left === null || right === null
    ? []
    : [
        [left, right],
        [right, left],
      ]
}

/** A column without a table is of the only source that has it; a subquery may have any. */
function columnIn(node: OperationNode, { sources, outer }: Scope, schema: Schema): Column | null {
  if (!ReferenceNode.is(node) || !ColumnNode.is(node.column)) return null
  const column = node.column.column.name
  const alias = node.table?.table.identifier.name
  const [of, another] = sources.filter((source) =>
    alias === undefined
      ? source.table === '' || schema.hasColumn(source.table, column)
      : source.alias === alias,
  )
  if (of === undefined) return alias === undefined || outer === null ? null : columnIn(node, outer, schema)
  if (another !== undefined) return null
  if (of.table !== '') return { of, base: of, column }
  const inner = of.columns.get(column)
  return inner === undefined ? null : { of, base: inner.base, column: inner.column }
}

function valuesIn(node: OperationNode): readonly unknown[] | null {
  if (ValueNode.is(node)) return [node.value]
  if (PrimitiveValueListNode.is(node)) return node.values
  if (!ValueListNode.is(node)) return null
  const values = node.values.flatMap((value) => (ValueNode.is(value) ? [value.value] : []))
  return values.length === node.values.length ? values : null
}
