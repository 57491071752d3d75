import ts from 'typescript'
import type { Fault } from './syntax.ts'
import { faultAt, nodesOf } from './syntax.ts'

/**
 * Promises that nobody waits for: as a statement, as one side of one, or as a condition, which they always fulfil. What is
 * meant to go on by itself says so with `void`.
 */
export function* unawaitedIn(file: ts.SourceFile, checker: ts.TypeChecker): Generator<Fault> {
  const isPromise = (node: ts.Node) => {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node))
    const parts = type.isUnion() ? type.types : [type]
    return parts.some((part) => {
      const then = part.getProperty('then')
      return (
        then !== undefined && checker.getTypeOfSymbolAtLocation(then, node).getCallSignatures().length > 0
      )
    })
  }
  for (const node of nodesOf(file)) {
    const [condition, dropped] = ts.isExpressionStatement(node)
      ? [null, node.expression]
      : [conditionOf(node), null]
    for (const one of dropped === null ? [] : endsOf(dropped))
      if (isPromise(one)) yield faultAt(one, 'a promise that nobody waits for')
    if (condition !== null && isPromise(condition)) yield faultAt(condition, 'a promise as a condition')
  }
}

function conditionOf(node: ts.Node): ts.Expression | null {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return node.expression
  if (ts.isConditionalExpression(node)) return node.condition
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return node.operand
  return null
}

/** The expressions whose values a statement drops; an assignment keeps its value, `void` and `await` have seen to it. */
function endsOf(expression: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(expression)) return endsOf(expression.expression)
  if (ts.isConditionalExpression(expression))
    return [...endsOf(expression.whenTrue), ...endsOf(expression.whenFalse)]
  if (ts.isBinaryExpression(expression)) {
    const { kind } = expression.operatorToken
    if (kind === ts.SyntaxKind.CommaToken) return [...endsOf(expression.left), ...endsOf(expression.right)]
    const isChoice =
      kind === ts.SyntaxKind.AmpersandAmpersandToken ||
      kind === ts.SyntaxKind.BarBarToken ||
      kind === ts.SyntaxKind.QuestionQuestionToken
    return isChoice ? endsOf(expression.right) : []
  }
  return ts.isCallExpression(expression) || ts.isIdentifier(expression) || ts.isNewExpression(expression)
    ? isHandled(expression)
      ? []
      : [expression]
    : []
}

/** `promise.catch(…)`, `promise.then(…, …)`: its failure has somewhere to go. */
function isHandled(expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false
  const { name } = expression.expression
  return name.text === 'catch' || (name.text === 'then' && expression.arguments.length === 2)
}
