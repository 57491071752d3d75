// Every small change of a source file that some test should notice, found on its syntax tree.
import ts from 'typescript'

/** One change of a text: `replacement` takes the place of what is between `start` and `end`. */
export type Change = {
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly replacement: string
}

/** Calls of a chain that choose, order or shorten: each may be left out and the rest still makes sense. */
const links = new Set([
  'where',
  'whereRef',
  'orderBy',
  'limit',
  'distinct',
  'filter',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'slice',
  'trim',
  'toLowerCase',
  'normalize',
])

const operators: ReadonlyMap<ts.SyntaxKind, readonly string[]> = new Map([
  [ts.SyntaxKind.LessThanToken, ['<=', '>=']],
  [ts.SyntaxKind.LessThanEqualsToken, ['<', '>']],
  [ts.SyntaxKind.GreaterThanToken, ['>=', '<=']],
  [ts.SyntaxKind.GreaterThanEqualsToken, ['>', '<']],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ['!==']],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ['===']],
  [ts.SyntaxKind.AmpersandAmpersandToken, ['||']],
  [ts.SyntaxKind.BarBarToken, ['&&']],
  [ts.SyntaxKind.MinusToken, ['+']],
  [ts.SyntaxKind.AsteriskToken, ['/']],
])

/** Words of SQL that say which rows and in which order. */
const sqlWords: readonly (readonly [from: string, to: string])[] = [
  [' AND ', ' OR '],
  [' OR ', ' AND '],
  [' DESC', ' ASC'],
  [' ASC', ' DESC'],
  [' IS NOT NULL', ' IS NULL'],
  ['DISTINCT ', ''],
  [' <= ', ' < '],
  [' >= ', ' > '],
]

/** The changes of one file, in the order of their places. */
export function changesOf(path: string, text: string): Change[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: Change[] = []
  const add = (kind: string, node: ts.Node, replacement: string) =>
    found.push({ kind, start: node.getStart(), end: node.end, replacement })
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return
    changesOfNode(node, add)
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      changesOfSql(node, add)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

type Add = (kind: string, node: ts.Node, replacement: string) => void

function changesOfNode(node: ts.Node, add: Add): void {
  if (ts.isIfStatement(node)) {
    add('condition negated', node.expression, `!(${node.expression.getText()})`)
    if (node.elseStatement === undefined && leaves(node.thenStatement)) add('guard dropped', node, '')
  } else if (ts.isConditionalExpression(node)) {
    add('condition negated', node.condition, `!(${node.condition.getText()})`)
  } else if (ts.isBinaryExpression(node)) {
    for (const other of operators.get(node.operatorToken.kind) ?? [])
      add('operator', node.operatorToken, other)
  } else if (ts.isExpressionStatement(node)) {
    if (isDoing(node.expression)) add('statement dropped', node, ';')
  } else if (ts.isNumericLiteral(node)) {
    if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return
    const value = Number(node.text)
    add('number', node, String(value + 1))
    if (value > 0) add('number', node, String(value - 1))
  } else if (node.kind === ts.SyntaxKind.TrueKeyword) add('truth', node, 'false')
  else if (node.kind === ts.SyntaxKind.FalseKeyword) add('truth', node, 'true')
  else if (ts.isArrayLiteralExpression(node)) {
    if (node.elements.length < 2 || node.parent.kind === ts.SyntaxKind.ArrayBindingPattern) return
    for (const element of node.elements) {
      const rest = node.elements.filter((other) => other !== element)
      add('element removed', node, `[${rest.map((other) => other.getText()).join(', ')}]`)
    }
  } else if (ts.isCallExpression(node)) changesOfCall(node, add)
  else if (ts.isStringLiteral(node)) {
    if (isWords(node)) add('words', node, "''")
  } else if (ts.isRegularExpressionLiteral(node)) {
    const [, body = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(node.text) ?? []
    if (flags.includes('i')) add('pattern', node, `/${body}/${flags.replace('i', '')}`)
    if (body.startsWith('^')) add('pattern', node, `/${body.slice(1)}/${flags}`)
    if (body.endsWith('$') && !body.endsWith('\\$')) add('pattern', node, `/${body.slice(0, -1)}/${flags}`)
  } else if (ts.isFunctionLike(node)) {
    const body = 'body' in node ? node.body : undefined
    if (body !== undefined && ts.isBlock(body) && body.statements.length > 1 && !givesBack(body))
      add('left early', body, '{}')
  }
}

function changesOfCall(node: ts.CallExpression, add: Add): void {
  const [first, second] = node.arguments
  if (ts.isPropertyAccessExpression(node.expression) && links.has(node.expression.name.text))
    add('link dropped', node, node.expression.expression.getText())
  if (first === undefined || second === undefined) return
  if (!isPlain(first) || !isPlain(second)) return
  const rest = node.arguments.slice(2).map((argument) => argument.getText())
  const swapped = [second.getText(), first.getText(), ...rest].join(', ')
  add('arguments swapped', node, `${node.expression.getText()}(${swapped})`)
}

function changesOfSql(node: ts.Node, add: Add): void {
  const text = node.getText()
  if (!/\b(SELECT|UPDATE|DELETE|INSERT|WHERE|ORDER BY)\b/.test(text)) return
  for (const [from, to] of sqlWords)
    for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1))
      add('words of SQL', node, text.slice(0, at) + to + text.slice(at + from.length))
}

/** Whether a branch throws, returns or goes on elsewhere: without it, what follows is done all the same. */
function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement
  return (
    last !== undefined &&
    (ts.isThrowStatement(last) ||
      ts.isReturnStatement(last) ||
      ts.isContinueStatement(last) ||
      ts.isBreakStatement(last))
  )
}

function isDoing(expression: ts.Expression): boolean {
  if (ts.isAwaitExpression(expression) || ts.isVoidExpression(expression))
    return isDoing(expression.expression)
  if (ts.isCallExpression(expression)) return expression.expression.kind !== ts.SyntaxKind.SuperKeyword
  return (
    ts.isBinaryExpression(expression) &&
    expression.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    expression.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  )
}

const isPlain = (node: ts.Expression) =>
  ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isStringLiteralLike(node)

/** A text that is shown, stored or compared; names of columns, keys and modules are the compiler's to check. */
function isWords(node: ts.StringLiteral): boolean {
  const { parent } = node
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false
  return node.text.length > 0 && (ts.isReturnStatement(parent) || ts.isConditionalExpression(parent))
}

/** Whether a function returns a value somewhere, its inner functions left out. */
function givesBack(body: ts.Node): boolean {
  let found = false
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return
    if (ts.isReturnStatement(node) && node.expression !== undefined) found = true
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(body, visit)
  return found
}
