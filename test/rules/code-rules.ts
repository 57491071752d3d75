// Prohibitions for the code of a folder, read on its syntax tree; each rule with files that break it and files that do not.
import ts from 'typescript'
import { type Fault, faultAt, nodesOf, pathOf } from './syntax.ts'

export type CodeRule = {
  readonly name: string
  readonly covers: (path: string) => boolean
  /** Files that break it, and why they may. */
  readonly except?: Readonly<Record<string, string>>
  readonly faults: (file: ts.SourceFile) => readonly Fault[]
  /** Sources that break it, once each. */
  readonly plants: readonly string[]
  readonly innocent: readonly string[]
}

/** Calls, accesses and constructions by their path, wherever the name is not one of the file's own. */
function uses(file: ts.SourceFile, isForbidden: (path: string, node: ts.Node) => boolean): Fault[] {
  const own = new Set(declaredIn(file))
  const found: Fault[] = []
  for (const node of nodesOf(file)) {
    if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) continue
    if (ts.isIdentifier(node) && (isName(node) || own.has(node.text))) continue
    if (isInType(node)) continue
    const path = pathOf(node).replace(/^(globalThis|window|self)\./, '')
    if (isForbidden(path, node)) found.push(faultAt(node, path))
  }
  return found
}

/** An identifier that names something rather than using it: a property, a key, a declaration. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) return parent.name === node
  if (ts.isJsxAttribute(parent) || ts.isPropertySignature(parent)) return true
  return ts.isImportSpecifier(parent) || ts.isBindingElement(parent)
}

function isInType(node: ts.Node): boolean {
  return ts.findAncestor(node, (one) => ts.isTypeNode(one)) !== undefined
}

function* declaredIn(file: ts.SourceFile): Generator<string> {
  for (const node of nodesOf(file)) {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node) ||
      ts.isBindingElement(node)
    if (isDeclaration && node.name !== undefined && ts.isIdentifier(node.name)) yield node.name.text
  }
}

const isPrivilegedOrScreen = (path: string) =>
  /^(electron\/(domain|features|contract|documents|imports)|renderer)\/.*\.tsx?$/.test(path)

const clocks = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'performance.timeOrigin',
  'process.hrtime',
])
const chance = new Set(['crypto.randomUUID', 'crypto.getRandomValues'])
const doors = /^(fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|navigator\.sendBeacon)$/

/** The methods of a raw connection that take SQL. */
const rawStatements = new Set(['prepare', 'exec', 'pragma'])

/** Where each name is what a hook gives to change a state with: the block, and the hook. */
function settersIn(file: ts.SourceFile): ReadonlyMap<string, ReadonlyMap<ts.Node, string>> {
  const found = new Map<string, Map<ts.Node, string>>()
  for (const node of nodesOf(file)) {
    if (!ts.isVariableDeclaration(node) || !ts.isArrayBindingPattern(node.name)) continue
    const set = node.name.elements[1]?.getText()
    const { initializer } = node
    if (set === undefined || initializer === undefined || !ts.isCallExpression(initializer)) continue
    const blocks = found.get(set) ?? new Map<ts.Node, string>()
    found.set(set, blocks.set(node.parent.parent.parent, pathOf(initializer.expression)))
  }
  return found
}

/** The setters that a handler gives what is said to, or is itself. */
function settersOf(handler: ts.JsxExpression): ts.Identifier[] {
  const { expression } = handler
  if (expression === undefined) return []
  if (ts.isIdentifier(expression)) return [expression]
  if (!ts.isArrowFunction(expression)) return []
  const said = new Set(
    expression.parameters.flatMap((one) => [...nodesOf(one), one.name].map((n) => n.getText())),
  )
  return [...nodesOf(expression.body), expression.body].flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return []
    const isGiven = node.arguments.some(
      (given) =>
        // Of a comparison nothing that was said is left.
        !ts.isBinaryExpression(given) &&
        [given, ...nodesOf(given)].some((one) => ts.isIdentifier(one) && said.has(one.text)),
    )
    return isGiven ? [node.expression] : []
  })
}

/** Whether an attribute hears what is said in a field of a form. */
function saysField(attribute: ts.JsxAttribute): boolean {
  const name = attribute.name.getText()
  if (name === 'onCommit') return true
  const of = attribute.parent.parent.tagName.getText()
  return name === 'onChange' && /^(input|textarea|select)$/.test(of)
}

const shows = 'chooses what is shown'
const alsoStored = 'is stored with each key'

const fieldsOfTheMoment: Readonly<Record<string, string>> = {
  'renderer/app/find/FindBar.tsx': 'looks for words in what is shown',
  'renderer/features/home/search/Palette.tsx': 'looks for words, and goes with the palette',
  'renderer/features/agenda/AgendaRow.tsx': alsoStored,
  'renderer/features/minutes/MinutesDesk.tsx': alsoStored,
  'renderer/features/settings/DispatchFolderSection.tsx': alsoStored,
  'renderer/features/meetings/back-planning/PlanTask.tsx': 'is stored at once',
  'renderer/features/documents/attachments/ProjectionBar.tsx': shows,
  'renderer/features/documents/style/LetterheadSection.tsx': shows,
  'renderer/features/minutes/versions/Comparison.tsx': shows,
  'renderer/features/settings/DispatchTemplatesSection.tsx': shows,
  'renderer/features/backups/TurnOnDialog.tsx':
    'is said again each time: the passphrase beside it is not kept',
  'renderer/features/directory/personal-data/AnonymiseDialog.tsx': 'is said again each time: it erases',
}

/** The numbers of domain/limits.ts, and the length that addresses had beside theirs. */
const lengths = new Set([254, 320, 500, 20_000, 200_000])

function isLength(node: ts.Node | undefined): boolean {
  return node !== undefined && ts.isNumericLiteral(node) && lengths.has(Number(node.text))
}

/** A length by its number, in a field or in the schema of what it holds, or the bytes of a file. */
function limitsByHand(file: ts.SourceFile): Fault[] {
  return [...nodesOf(file)].flatMap((node) => {
    if (ts.isBinaryExpression(node))
      return node.getText() === '50 * 1024 * 1024' ? [faultAt(node, '50 MB')] : []
    if (ts.isJsxAttribute(node)) {
      if (node.name.getText() !== 'maxLength' || node.initializer === undefined) return []
      return ts.isJsxExpression(node.initializer) && isLength(node.initializer.expression)
        ? [faultAt(node, node.getText())]
        : []
    }
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return []
    const { name, expression } = node.expression
    const isOfText = name.text === 'max' && /^z\s*\.string\(/.test(expression.getText())
    return isOfText && isLength(node.arguments[0]) ? [faultAt(node, node.getText())] : []
  })
}

const limitCodes = new Set(['limit-reached', 'file-too-large'])
const failures = new Set(['AppError', 'ApiError'])

/** Refusals for a limit that do not say which: their sentence has no number, and no act that helps. */
function limitsUnsaid(file: ts.SourceFile): Fault[] {
  return [...nodesOf(file)].flatMap((node) => {
    if (!ts.isNewExpression(node) || !failures.has(pathOf(node.expression))) return []
    const [code, detail] = node.arguments ?? []
    if (code === undefined || !ts.isStringLiteral(code) || !limitCodes.has(code.text)) return []
    const isSaid =
      detail !== undefined &&
      ts.isObjectLiteralExpression(detail) &&
      detail.properties.some((one) => one.name?.getText() === 'limit')
    return isSaid ? [] : [faultAt(node, code.text)]
  })
}

export const codeRules: readonly CodeRule[] = [
  {
    name: 'a refusal for a limit says which, and its number',
    covers: (path) => /^(electron|renderer)\/.*\.tsx?$/.test(path),
    faults: limitsUnsaid,
    plants: [
      "throw new AppError('limit-reached', { field: 'items' })",
      "throw new ApiError('file-too-large')",
    ],
    innocent: [
      "throw new AppError('limit-reached', { limit: { of: 'items', most: MAX_ITEMS } })",
      "throw new AppError('not-found')",
    ],
  },
  {
    name: 'the limits of a line, a text, a paste, an address and a file are named (domain/limits.ts)',
    covers: (path) => /^(electron|renderer)\/.*\.tsx?$/.test(path) && path !== 'electron/domain/limits.ts',
    faults: limitsByHand,
    plants: [
      'export const A = () => <input maxLength={500} />',
      'export const Email = z.string().trim().max(320)',
      'export const Words = z.string().min(1).max(20_000)',
      'const MAX_BYTES = 50 * 1024 * 1024',
    ],
    innocent: [
      'export const A = () => <TextField maxLength={LINE_LENGTH} />',
      'export const Ids = z.array(Id).max(500)',
      'export const Rubric = z.string().max(200)',
      'const TOTAL = 200 * 1024 * 1024',
    ],
  },
  {
    name: 'the domain has neither clock nor chance: what time it is, it is told',
    covers: (path) => /^electron\/domain\/.*\.ts$/.test(path),
    faults: (file) => [
      ...uses(file, (path) => clocks.has(path) || chance.has(path)),
      ...[...nodesOf(file)].flatMap((node) =>
        ts.isNewExpression(node) && pathOf(node.expression) === 'Date' && (node.arguments?.length ?? 0) === 0
          ? [faultAt(node, 'new Date()')]
          : [],
      ),
    ],
    plants: [
      'export const now = () => Date.now()',
      'export const today = () => new Date()',
      'export const id = () => Math.random().toString(36)',
      'export const took = () => performance.now()',
      'export const id = () => globalThis.crypto.randomUUID()',
      'export const clock: () => number = Date.now',
    ],
    innocent: ['export const day = (at: string) => new Date(at)', 'export const utc = Date.UTC(2026, 0)'],
  },
  {
    name: 'nothing but the shell reaches a network',
    covers: isPrivilegedOrScreen,
    faults: (file) => uses(file, (path) => doors.test(path)),
    plants: [
      "export const read = () => fetch('https://exemple.invalid')",
      "export const read = () => globalThis.fetch('https://exemple.invalid')",
      'export const open = (at: string) => new WebSocket(at)',
      "export const told = navigator.sendBeacon('/x')",
    ],
    innocent: ['export const all = (query: { fetch(): void }) => query.fetch()'],
  },
  {
    name: 'modules are imported, where the rules on directions see them',
    covers: (path) => /^(electron|renderer)\/.*\.tsx?$/.test(path),
    faults: (file) =>
      uses(file, (path) => /^(process\.(getBuiltinModule|binding|dlopen)|require|eval|Function)$/.test(path)),
    plants: [
      "export const fs = process.getBuiltinModule('node:fs')",
      'export const { getBuiltinModule } = process\nexport const load = process.getBuiltinModule',
      'export const run = (text: string) => new Function(text)()',
    ],
    innocent: ['export const list: Function[] = []', 'export const platform = process.platform'],
  },
  {
    name: 'features ask the database through its query builder or through db/, never by raw statements',
    covers: (path) => /^electron\/features\/.*\.ts$/.test(path),
    faults: (file) =>
      [...nodesOf(file)].flatMap((node) => {
        if (ts.isTaggedTemplateExpression(node) && pathOf(node.tag) === 'sql.raw')
          return [faultAt(node, 'sql.raw')]
        if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return []
        const { name, expression } = node.expression
        if (name.text === 'raw' && pathOf(expression) === 'sql') return [faultAt(node, 'sql.raw')]
        const [first] = node.arguments
        if (!rawStatements.has(name.text) || first === undefined) return []
        // A pattern is run on a text, a statement on a connection: it is a text itself.
        if (expression.kind === ts.SyntaxKind.RegularExpressionLiteral) return []
        return name.text === 'exec' && !isText(first) ? [] : [faultAt(node, `.${name.text}(`)]
      }),
    plants: [
      "export const all = (db: Raw, name: string) => db.prepare('SELECT * FROM ' + name).all()",
      "export const drop = (db: Raw, name: string) => db.exec('DROP TABLE ' + name)",
      "export const check = (db: Raw) => db.pragma('quick_check')",
      'export const raw = (words: string) => sql.raw(words)',
    ],
    innocent: ['export const found = (text: string) => /a/.exec(text)', 'const n = words.exec(line)'],
  },
  {
    name: 'what is said in a form outlives it: its fields are state that is kept',
    covers: (path) => /^renderer\/(app|features|parts)\/.*\.tsx$/.test(path),
    except: fieldsOfTheMoment,
    faults: (file) => {
      const setters = settersIn(file)
      return [...nodesOf(file)].flatMap((node) => {
        if (!ts.isJsxAttribute(node) || !saysField(node)) return []
        if (node.initializer === undefined || !ts.isJsxExpression(node.initializer)) return []
        return settersOf(node.initializer).flatMap((set) => {
          const blocks = setters.get(set.text)
          const block = ts.findAncestor(set, (one) => blocks?.has(one) === true)
          return block !== undefined && blocks?.get(block) === 'useState' ? [faultAt(node, set.text)] : []
        })
      })
    },
    plants: [
      'const [to, setTo] = useState(null)\nexport const A = () => <DateField value={to} onCommit={setTo} />',
      'const [a, setA] = useState({})\nexport const A = () => <TextField onCommit={(text) => setA({ ...a, text })} />',
      "const [a, setA] = useState('')\nexport const A = () => <input onChange={(event) => setA(event.target.value)} />",
    ],
    innocent: [
      "const [to, setTo] = useKept('a', null)\nexport const A = () => <DateField value={to} onCommit={setTo} />",
      "const [a, setA] = useState('')\nexport const A = () => <TextField onCommit={(text) => { setA(''); send(text) }} />",
      "const [a, set] = useState(1)\nfunction B() { const [b, set] = useKept('b', 1); return <Select onCommit={set} /> }",
      'const [face, setFace] = useState(1)\nexport const A = () => <Segments value={face} onChange={setFace} />',
    ],
  },
  {
    name: 'screens are dressed by classes: what React puts in place by script is the only style',
    covers: (path) => /^renderer\/.*\.tsx$/.test(path),
    faults: (file) =>
      [...nodesOf(file)].flatMap((node) =>
        ts.isJsxAttribute(node) && node.name.getText() === 'style' && !isMeasured(node)
          ? [faultAt(node, 'style=')]
          : [],
      ),
    plants: ["export const A = () => <p style={{ color: 'red' }}>…</p>"],
    innocent: ['export const A = () => <p className="note">…</p>'],
  },
]

/** A length that follows from data, or one given to the style sheet under a name. */
function isMeasured(attribute: ts.JsxAttribute): boolean {
  // Of a component of ours it is a property like another.
  const tag = attribute.parent.parent.tagName.getText()
  if (/^[A-Z]/.test(tag)) return true
  return [...nodesOf(attribute)].every(
    (node) =>
      !ts.isPropertyAssignment(node) ||
      node.name.getText().startsWith("'--") ||
      !ts.isLiteralExpression(node.initializer),
  )
}

function isText(node: ts.Expression): boolean {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateExpression(node) ||
    (ts.isBinaryExpression(node) && (isText(node.left) || isText(node.right)))
  )
}
