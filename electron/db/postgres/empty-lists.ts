import {
  type BinaryOperationNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  PrimitiveValueListNode,
  type QueryId,
  replaceWithNoncontingentExpression,
  ValueListNode,
} from 'kysely'

const isEmptyList = (node: OperationNode): boolean =>
  (PrimitiveValueListNode.is(node) || ValueListNode.is(node)) && node.values.length === 0

/** Kysely's own transformer looks no further than a comparison: a query within one kept its empty lists. */
class Transformer extends OperationNodeTransformer {
  protected override transformBinaryOperation(
    node: BinaryOperationNode,
    queryId?: QueryId,
  ): BinaryOperationNode {
    const { operator, rightOperand } = node
    const isIn = OperatorNode.is(operator) && (operator.operator === 'in' || operator.operator === 'not in')
    return isIn && isEmptyList(rightOperand)
      ? (replaceWithNoncontingentExpression(
          node as Parameters<typeof replaceWithNoncontingentExpression>[0],
        ) as BinaryOperationNode)
      : super.transformBinaryOperation(node, queryId)
  }
}

/** SQLite takes `in ()`, PostgreSQL does not. */
export function noEmptyLists(): KyselyPlugin {
  const transformer = new Transformer()
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  }
}
