// The syntax tree of a file as the rules read it: where something stands, and what calls what.
import ts from 'typescript'

/** Something wrong in a file; `line` counts from one. */
export type Fault = { readonly line: number; readonly what: string }

export function parse(path: string, text: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
}

export function faultAt(node: ts.Node, what: string): Fault {
  const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart())
  return { line: line + 1, what }
}

/** Every node of a tree, outer ones first; what `skips` says is left out with all that is inside. */
export function* nodesOf(root: ts.Node, skips: (node: ts.Node) => boolean = () => false): Generator<ts.Node> {
  const children: ts.Node[] = []
  ts.forEachChild(root, (child) => {
    if (!skips(child)) children.push(child)
  })
  for (const child of children) {
    yield child
    yield* nodesOf(child, skips)
  }
}

/** `a.b.c` of an access or a call without arguments between, `''` for anything else. */
export function pathOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node)) {
    const before = pathOf(node.expression)
    return before === '' ? '' : `${before}.${node.name.text}`
  }
  return ''
}
