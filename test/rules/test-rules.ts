// Faults of tests: one without an assertion, one that compares a value with itself or leaves before it asserts, one
// that sleeps. Each rule reads the syntax tree, and follows the functions of the tests' own files to the assertions in them.
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { type Fault, faultAt, nodesOf, parse, pathOf } from './syntax.ts'

export type TestFile = { readonly path: string; readonly text: string }
type Body = ts.FunctionExpression | ts.ArrowFunction

/** The bodies of `it` and `test`, tables included. */
export function testsIn(file: ts.SourceFile): { call: ts.CallExpression; body: Body }[] {
  const found: { call: ts.CallExpression; body: Body }[] = []
  for (const node of nodesOf(file)) {
    if (!ts.isCallExpression(node) || !/^(it|test)$/.test(rootOf(node.expression))) continue
    const body = node.arguments.find((one) => ts.isArrowFunction(one) || ts.isFunctionExpression(one))
    // The row of a table may hold functions; a test begins with its title.
    const [title] = node.arguments
    if (body !== undefined && title !== undefined && title !== body && isTitle(title))
      found.push({ call: node, body })
  }
  return found
}

const isTitle = (node: ts.Node) =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isIdentifier(node)

/** `it` of `it`, `it.each(rows)` and `it.for(rows)`. */
function rootOf(node: ts.Expression): string {
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) return rootOf(node.expression)
  if (ts.isTaggedTemplateExpression(node)) return rootOf(node.tag)
  return ts.isIdentifier(node) ? node.text : ''
}

/** Functions that assert by themselves or through others, by the file they are in and their name. */
export class Assertions {
  readonly #asserting = new Set<string>()
  readonly #files: ReadonlyMap<string, ts.SourceFile>

  constructor(files: readonly TestFile[]) {
    this.#files = new Map(files.map(({ path, text }) => [path, parse(path, text)]))
    const functions = [...this.#files.values()].flatMap((file) => [...functionsOf(file)])
    for (let before = -1; before !== this.#asserting.size; ) {
      before = this.#asserting.size
      for (const { key, body } of functions) if (this.firstIn(body) !== null) this.#asserting.add(key)
    }
  }

  fileOf(path: string): ts.SourceFile {
    const file = this.#files.get(path)
    if (file === undefined) throw new Error(`${path} was not read`)
    return file
  }

  /** The first call below a node that asserts something. */
  firstIn(node: ts.Node): ts.Node | null {
    for (const one of nodesOf(node)) if (ts.isCallExpression(one) && this.#asserts(one)) return one
    return null
  }

  #asserts(call: ts.CallExpression): boolean {
    const { expression } = call
    const path = pathOf(expression)
    // `expect(x)` alone says nothing; what follows it does.
    if (/^expect(\.|$)/.test(path)) return path.includes('.') || ts.isPropertyAccessExpression(call.parent)
    if (/^(fc\.)?assert(\.|$)/.test(path)) return true
    // Waiting for a window's element is an assertion: it throws.
    if (/(^|\.)(waitFor|waitForEvent|waitForFunction|find(All)?By\w+)$/.test(calledName(expression)))
      return true
    // A method is known by its name only: `world.expectSent()`.
    if (ts.isPropertyAccessExpression(expression)) return this.#asserting.has(`.${expression.name.text}`)
    return ts.isIdentifier(expression) && this.#asserting.has(this.#keyOf(expression))
  }

  #keyOf(name: ts.Identifier): string {
    const file = name.getSourceFile()
    for (const statement of file.statements) {
      if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
      const bindings = statement.importClause?.namedBindings
      if (bindings === undefined || !ts.isNamedImports(bindings)) continue
      const one = bindings.elements.find((element) => element.name.text === name.text)
      if (one !== undefined) {
        const from = join(dirname(file.fileName), statement.moduleSpecifier.text)
        return `${from} ${(one.propertyName ?? one.name).text}`
      }
    }
    return `${file.fileName} ${name.text}`
  }
}

/** The last name of what is called, whatever stands before it. */
function calledName(expression: ts.Expression): string {
  if (ts.isPropertyAccessExpression(expression)) return `.${expression.name.text}`
  return ts.isIdentifier(expression) ? expression.text : ''
}

function* functionsOf(file: ts.SourceFile): Generator<{ key: string; body: ts.Node }> {
  for (const node of nodesOf(file)) {
    const name = 'name' in node ? (node.name as ts.Node | undefined) : undefined
    if (name === undefined || !ts.isIdentifier(name)) continue
    if (ts.isFunctionDeclaration(node) && node.body !== undefined)
      yield { key: `${file.fileName} ${name.text}`, body: node.body }
    else if (ts.isMethodDeclaration(node) && node.body !== undefined)
      yield { key: `.${name.text}`, body: node.body }
    else if (ts.isVariableDeclaration(node) && node.initializer !== undefined && isFunction(node.initializer))
      yield { key: `${file.fileName} ${name.text}`, body: node.initializer }
    else if (ts.isPropertyAssignment(node) && isFunction(node.initializer))
      yield { key: `.${name.text}`, body: node.initializer }
  }
}

const isFunction = (node: ts.Node) => ts.isArrowFunction(node) || ts.isFunctionExpression(node)

export type TestRule = {
  readonly name: string
  readonly faults: (file: ts.SourceFile, assertions: Assertions) => readonly Fault[]
  readonly plants: readonly string[]
  readonly innocent: readonly string[]
}

const title = (call: ts.CallExpression) => call.arguments[0]?.getText().slice(0, 80) ?? ''

/** Where time itself is what is tried, each with why. */
export const mayPause: ReadonlyMap<string, string> = new Map([
  ['test/campaigns/app-typing.ts', 'types at the pace of a person'],
  ['test/campaigns/long-session.ts', 'types at the pace of a person'],
  ['test/e2e/presenter.test.ts', 'gives what must not happen the time to happen'],
  ['test/e2e/walls.ts', 'gives what must not happen the time to happen'],
])

/** Timers that are turned by hand take no time. */
const hasOwnClock = (file: ts.SourceFile) =>
  [...nodesOf(file)].some(
    (node) => ts.isCallExpression(node) && pathOf(node.expression) === 'vi.useFakeTimers',
  )

/** A pause that waits for nothing but time. In a loop it is the pace of a look at something. */
function isSleep(node: ts.Node): boolean {
  if (!ts.isAwaitExpression(node) || isInLoop(node)) return false
  const awaited = node.expression
  if (ts.isCallExpression(awaited)) {
    const path = pathOf(awaited.expression)
    return /(^|\.)(setTimeout|sleep|delay|wait|waitForTimeout|pause)$/.test(path) && hasDuration(awaited)
  }
  if (!ts.isNewExpression(awaited) || pathOf(awaited.expression) !== 'Promise') return false
  const [executor] = awaited.arguments ?? []
  if (executor === undefined || !isFunction(executor)) return false
  const { body } = executor as Body
  return ts.isCallExpression(body) && /^(globalThis\.)?setTimeout$/.test(pathOf(body.expression))
}

const hasDuration = (call: ts.CallExpression) =>
  call.arguments.some((one) => ts.isNumericLiteral(one) || ts.isIdentifier(one) || ts.isBinaryExpression(one))

const isInLoop = (node: ts.Node) =>
  ts.findAncestor(node, (one) => ts.isIterationStatement(one, false)) !== undefined

const holdsCall = (node: ts.Node) =>
  ts.isCallExpression(node) || [...nodesOf(node)].some((one) => ts.isCallExpression(one))

const said = (node: ts.Node | undefined) =>
  node !== undefined &&
  (ts.isLiteralExpression(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    node.kind === ts.SyntaxKind.NullKeyword)

/** Clicks that are answered beside a hostile file, against those of the same window at rest; its control blocks the page. */
const clicksAnswered = 'test/e2e/hostile-files.test.ts'

const clock = /\b(performance\.now|Date\.now|process\.(hrtime|cpuUsage))\b/

/** One look at a clock less another. */
const isDifference = (node: ts.Node) =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.MinusToken &&
  clock.test(node.getText())

/** Variables and functions of a file that hold or return how long something took. */
function durationsIn(file: ts.SourceFile): Set<string> {
  const names = new Set<string>()
  const holds = (node: ts.Node) =>
    isDifference(node) ||
    [...nodesOf(node)].some((one) => isDifference(one) || (ts.isIdentifier(one) && names.has(one.text)))
  for (let before = -1; before !== names.size; ) {
    before = names.size
    for (const node of nodesOf(file)) {
      const body = ts.isVariableDeclaration(node)
        ? node.initializer
        : ts.isFunctionDeclaration(node)
          ? node.body
          : undefined
      if (body === undefined || !('name' in node)) continue
      const name = node.name as ts.Node | undefined
      if (name !== undefined && ts.isIdentifier(name) && holds(body)) names.add(name.text)
    }
  }
  return names
}

export const testRules: readonly TestRule[] = [
  {
    name: 'each test asserts something',
    faults: (file, assertions) =>
      testsIn(file).flatMap(({ call, body }) =>
        assertions.firstIn(body.body) === null ? [faultAt(call, title(call))] : [],
      ),
    plants: [
      "it('saves', async () => { await save() })",
      "it.each([1, 2])('saves %d', (n) => { save(n) })",
      "it('compares', () => { expect(save()) })",
      "function check() { save() }\nit('checks', () => { check() })",
    ],
    innocent: [
      "function check() { expect(1 + 1).toBe(two) }\nit('checks', () => { check() })",
      "it('holds for all', () => { fc.assert(fc.property(fc.nat(), (n) => n >= 0)) })",
    ],
  },
  {
    name: 'no assertion is about a word written in it',
    faults: (file) =>
      [...nodesOf(file)].flatMap((node) => {
        if (!ts.isCallExpression(node) || pathOf(node.expression) !== 'expect') return []
        const [value] = node.arguments
        if (said(value)) return [faultAt(node, node.getText())]
        const matcher = node.parent.parent
        const isItself =
          value !== undefined &&
          // Two calls may well differ.
          !holdsCall(value) &&
          ts.isCallExpression(matcher) &&
          matcher.expression === node.parent &&
          matcher.arguments[0]?.getText() === value?.getText()
        return isItself ? [faultAt(node, matcher.getText())] : []
      }),
    plants: [
      "it('is', () => { expect(true).toBe(true) })",
      "it('is', () => { expect('a').toBe(b) })",
      "it('is', () => { expect(title).toEqual(title) })",
    ],
    innocent: ["it('is', () => { expect(a.title).toEqual(b.title) })"],
  },
  {
    name: 'no test leaves before it has asserted',
    faults: (file, assertions) =>
      testsIn(file).flatMap(({ body }) => {
        const first = assertions.firstIn(body.body)
        return [...nodesOf(body.body, (node) => ts.isFunctionLike(node))].flatMap((node) =>
          ts.isReturnStatement(node) && (first === null || (node.pos < first.pos && node.end < first.end))
            ? [faultAt(node, node.getText())]
            : [],
        )
      }),
    plants: [
      "it('is', () => { if (process.platform !== 'win32') return\n expect(a).toBe(b) })",
      "it('is', async () => { if (await slow()) { return }\n expect(a).toBe(b) })",
    ],
    innocent: [
      "it('is', () => { const f = () => { return 1 }\n expect(f()).toBe(b) })",
      "it('is', () => { return expect(a).resolves.toBe(b) })",
    ],
  },
  {
    name: 'no test sleeps: it waits for what it waits for',
    faults: (file) =>
      mayPause.has(file.fileName) || hasOwnClock(file)
        ? []
        : [...nodesOf(file)].flatMap((node) => (isSleep(node) ? [faultAt(node, node.getText())] : [])),
    plants: [
      "it('is', async () => { await new Promise((resolve) => setTimeout(resolve, 2000))\n expect(a).toBe(b) })",
      "import { setTimeout } from 'node:timers/promises'\nit('is', async () => { await setTimeout(50)\n expect(a).toBe(b) })",
      "it('is', async () => { await page.waitForTimeout(500)\n expect(a).toBe(b) })",
    ],
    innocent: ['async function until(look) { while (!look()) { await setTimeout(20) } }'],
  },
  {
    name: 'no test asserts how long something took: the bench does',
    faults: (file) => {
      if (file.fileName === clicksAnswered) return []
      const names = durationsIn(file)
      const isDuration = (node: ts.Node): boolean =>
        isDifference(node) || (ts.isIdentifier(node) && names.has(node.text))
      return [...nodesOf(file)].flatMap((node) => {
        if (!ts.isCallExpression(node) || pathOf(node.expression) !== 'expect') return []
        const matcher = node.parent
        if (!ts.isPropertyAccessExpression(matcher) || !/^toBeLessThan/.test(matcher.name.text)) return []
        return node.arguments.some((one) => isDuration(one) || [...nodesOf(one)].some(isDuration))
          ? [faultAt(node, matcher.getText())]
          : []
      })
    },
    plants: [
      "it('is', () => { const from = Date.now()\n go()\n expect(Date.now() - from).toBeLessThan(1000) })",
      "it('is', () => { const took = performance.now() - from\n expect(took).toBeLessThanOrEqual(LIMIT) })",
      "async function timed() { const from = performance.now()\n await go()\n return performance.now() - from }\nit('is', async () => { const took = await timed()\n expect(took / 2).toBeLessThan(5) })",
    ],
    innocent: [
      "it('is', () => { expect(points.length - 1).toBeLessThan(5) })",
      "it('is', () => { expect(meeting.at).toBeLessThan(Date.now()) })",
    ],
  },
]
