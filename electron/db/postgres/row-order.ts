// Rows that a query leaves in no order, or ties of the order that it gives, come as they were added: so SQLite has them, by
// chance of its storage, while PostgreSQL moves whatever is written. Ids are in that order.
import {
  AliasNode,
  ColumnNode,
  IdentifierNode,
  type OperationNode,
  OperationNodeTransformer,
  OrderByItemNode,
  OrderByNode,
  type QueryId,
  ReferenceNode,
  SelectAllNode,
  SelectQueryNode,
  TableNode,
} from 'kysely'

export class RowOrder extends OperationNodeTransformer {
  readonly #tables: ReadonlySet<string>
  /** @param tables those whose rows have an id */
  constructor(tables: ReadonlySet<string>) {
    super()
    this.#tables = tables
  }

  /** @param query one that is no part of another */
  of<T extends OperationNode>(query: T, queryId: QueryId): T {
    const ordered = this.transformNode(query, queryId)
    if (!SelectQueryNode.is(ordered) || ordered.orderBy !== undefined) return ordered
    const isPlain = ordered.selections?.every(({ selection }) => isColumn(selection)) === true
    return isPlain ? { ...ordered, ...this.#withTies(ordered) } : ordered
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    const query = super.transformSelectQuery(node, queryId)
    return query.orderBy === undefined ? query : this.#withTies(query)
  }

  #withTies(query: SelectQueryNode): SelectQueryNode {
    const { from, joins = [], orderBy } = query
    const isGrouped =
      query.groupBy !== undefined ||
      query.distinctOn !== undefined ||
      query.setOperations !== undefined ||
      (query.frontModifiers?.length ?? 0) > 0
    if (isGrouped || from === undefined) return query
    const names = [...from.froms, ...joins.map(({ table }) => table)].flatMap(
      (one) => this.#nameOf(one) ?? [],
    )
    if (names.length === 0) return query
    const items = names.map((name) => ({
      ...OrderByItemNode.create(ReferenceNode.create(ColumnNode.create('id'), TableNode.create(name))),
      // As the key is kept, which is never null.
      nulls: 'last' as const,
    }))
    return { ...query, orderBy: OrderByNode.create([...(orderBy?.items ?? []), ...items]) }
  }

  #nameOf(node: OperationNode): string | null {
    const table = AliasNode.is(node) ? node.node : node
    if (!TableNode.is(table) || !this.#tables.has(table.table.identifier.name)) return null
    if (!AliasNode.is(node)) return table.table.identifier.name
    return IdentifierNode.is(node.alias) ? node.alias.name : null
  }
}

function isColumn(selection: OperationNode): boolean {
  if (AliasNode.is(selection)) return isColumn(selection.node)
  return SelectAllNode.is(selection) || ReferenceNode.is(selection) || ColumnNode.is(selection)
}
