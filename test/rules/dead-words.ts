import ts from 'typescript'
import { type Fault, faultAt, nodesOf } from './syntax.ts'

type Member = ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.MethodDeclaration

/** Words of catalogues that no other place names; an object that is handed on as a whole has all of its words named. */
export function deadWords(
  catalogues: readonly ts.SourceFile[],
  all: readonly ts.SourceFile[],
  checker: ts.TypeChecker,
): Fault[] {
  const named = new Set<ts.Node>()
  const nameAll = (node: ts.Node) => {
    for (const inner of nodesOf(node)) if (isMember(inner)) named.add(inner)
  }
  const sought = new Set(namesIn(catalogues, all))
  for (const file of all)
    for (const node of nodesOf(file)) {
      if (!ts.isIdentifier(node) || !sought.has(node.text) || isDeclared(node)) continue
      const whole =
        ts.isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.parent : node
      const { parent } = whole
      const goesOn = ts.isPropertyAccessExpression(parent) && parent.expression === whole
      for (const declaration of declarationsOf(node, checker)) {
        if (isMember(declaration)) named.add(declaration)
        if (!goesOn) nameAll(declaration)
      }
    }
  return catalogues.flatMap((file) =>
    [...nodesOf(file)].flatMap((node) =>
      isMember(node) && isOfCatalogue(node) && !named.has(node) ? [faultAt(node, node.name.getText())] : [],
    ),
  )
}

/** What words and catalogues are called, under other names too: no other name can stand for one, and types take their time. */
function* namesIn(catalogues: readonly ts.SourceFile[], all: readonly ts.SourceFile[]): Generator<string> {
  for (const file of catalogues)
    for (const node of nodesOf(file))
      if (isMember(node)) yield node.name.getText()
      else if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) yield node.name.text
  for (const file of all)
    for (const node of nodesOf(file))
      if (
        ts.isImportSpecifier(node) ||
        ts.isExportSpecifier(node) ||
        ts.isNamespaceImport(node) ||
        ts.isNamespaceExport(node)
      ) {
        const isOther = !('propertyName' in node) || node.propertyName !== undefined
        if (isOther) yield node.name.text
      }
}

const isMember = (node: ts.Node): node is Member =>
  ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isMethodDeclaration(node)

/** The name of what is declared there, or imported. */
function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isExportSpecifier(parent)) return true
  return (ts.isVariableDeclaration(parent) || isMember(parent)) && parent.name === node
}

function declarationsOf(node: ts.Identifier, checker: ts.TypeChecker): readonly ts.Node[] {
  const symbol = ts.isBindingElement(node.parent)
    ? checker.getTypeAtLocation(node.parent.parent).getProperty((node.parent.propertyName ?? node).getText())
    : checker.getSymbolAtLocation(node)
  if (symbol === undefined) return []
  const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  return real.declarations ?? []
}

/** In the object of a constant whose type is what it holds: a type of its own says which words there are. */
function isOfCatalogue(member: Member): boolean {
  let node: ts.Node = member.parent
  for (;;) {
    const { parent } = node
    if (ts.isVariableDeclaration(parent)) return parent.type === undefined && isTop(parent)
    if (
      !ts.isPropertyAssignment(parent) &&
      !ts.isAsExpression(parent) &&
      !ts.isObjectLiteralExpression(parent)
    )
      return false
    node = parent
  }
}

const isTop = (declaration: ts.VariableDeclaration) => ts.isSourceFile(declaration.parent.parent.parent)
