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
  const waiting: ts.Node[] = []
  const put = (node: ts.Node) => {
    const from = waiting.length
    ts.forEachChild(node, (child) => {
      if (!skips(child)) waiting.push(child)
    })
    // The first one is taken first.
    waiting.push(...waiting.splice(from).reverse())
  }
  put(root)
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node
    put(node)
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
