import ts from 'typescript'

/** Where the sentences that people read are kept. */
export const isCatalogue = (path: string): boolean =>
  /^(renderer\/text|electron\/(documents|shell|imports|features|command-line)\/text)\/.*\.tsx?$/.test(path) ||
  /^electron\/contract\/[\w-]+-sentences\.ts$/.test(path) ||
  path === 'electron/contract/menu-acts.ts'

/** Stands for what a template puts in: counts as a letter. */
const hole = '\ufffc'
const letter = `[\\p{L}\\p{N})\\]»%…€${hole}]`

type Rule = { readonly name: string; readonly wrong: RegExp; readonly plant: string; readonly right: string }

/** Imprimerie nationale's use, as the screens and the documents follow it: U+202F before ; ! ?, U+00A0 before : and inside « ». */
export const typography: readonly Rule[] = [
  {
    name: 'U+202F before ; ! ?',
    wrong: new RegExp(`(${letter}[ \\u00a0]?|^ )[;!?](?=[\\s\\u00a0»)]|$)`, 'u'),
    plant: 'Supprimer la séance ?',
    right: 'Supprimer la séance\u202f?',
  },
  {
    name: 'U+00A0 before :',
    wrong: new RegExp(`(${letter}[ \\u202f]?|^ ):(?=[\\s\\u00a0]|$)`, 'u'),
    plant: 'Impossible : la séance est tenue.',
    right: 'Impossible\u00a0: la séance est tenue.',
  },
  { name: 'U+00A0 after «', wrong: /«(?!\u00a0)/, plant: '« Séances »', right: '«\u00a0Séances\u00a0»' },
  {
    name: 'U+00A0 before »',
    wrong: /(?<!\u00a0)»/,
    plant: '«\u00a0Séances »',
    right: '«\u00a0Séances\u00a0»',
  },
  { name: '’ as apostrophe', wrong: /\p{L}'\p{L}/u, plant: "l'ordre du jour", right: 'l’ordre du jour' },
  {
    name: '« » as quotation marks',
    wrong: /"/,
    plant: 'le fichier "a"',
    right: 'le fichier «\u00a0a\u00a0»',
  },
  { name: '… as one character', wrong: /\.\.\./, plant: 'Lecture...', right: 'Lecture…' },
  { name: 'no plural in brackets', wrong: /\p{L}\((s|e|es|x)\)/u, plant: '3 point(s)', right: '3 points' },
  {
    name: 'a no-break space after n° and before %',
    wrong: new RegExp(`n° |[\\d${hole}] %`),
    plant: 'Séance n° 3',
    right: 'Séance n°\u00a03',
  },
]

/** A sentence of a catalogue; `line` counts from one. */
export type Sentence = { readonly line: number; readonly text: string }

/** Every string of a catalogue but keys, module names and types. Templates come with a hole for each part put in. */
export function sentencesOf(path: string, source: string): Sentence[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const found: Sentence[] = []
  // A constant of the same file (a no-break space with a name) counts as what it holds.
  const constants = new Map<string, string>()
  for (const statement of file.statements)
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer !== undefined && ts.isStringLiteralLike(initializer) && ts.isIdentifier(name))
          constants.set(name.text, initializer.text)
  const put = (expression: ts.Expression) =>
    (ts.isIdentifier(expression) ? constants.get(expression.text) : undefined) ?? hole
  const take = (node: ts.Node, text: string) =>
    found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text })
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return
    if (ts.isPropertyAssignment(node)) visit(node.initializer)
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) take(node, node.text)
    else if (ts.isTemplateExpression(node)) {
      const spans = node.templateSpans.map(({ expression, literal }) => put(expression) + literal.text)
      take(node, node.head.text + spans.join(''))
      for (const span of node.templateSpans) visit(span.expression)
    } else ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** Faults of typography in one sentence, by the names of the rules. */
export const faultsOf = (text: string): string[] =>
  typography.filter(({ wrong }) => wrong.test(text)).map(({ name }) => name)

/** Ends like a plural and is none, or the same as one. */
const invariable = /^(les|sans|dans|depuis|après|sous|mais|puis|plus|fois|mois|remis)$/u

/** Plurals behind a number that may be one: `plural` makes them agree, or a condition on one or two. */
export function fixedPlurals(path: string, source: string): Sentence[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const found: Sentence[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateSpan(node) && isNumber(node.expression)) {
      const [, noun = ''] = /^[ \u00a0](\p{Ll}+[sx])(?!\p{L})/u.exec(node.literal.text) ?? []
      if (noun !== '' && !invariable.test(noun) && !isCounted(node))
        found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: noun })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** A name, a property, a sum, or any of these written with `count`. */
const isNumber = (node: ts.Expression): boolean =>
  ts.isIdentifier(node) ||
  ts.isPropertyAccessExpression(node) ||
  ts.isBinaryExpression(node) ||
  (ts.isCallExpression(node) && node.expression.getText() === 'count')

/** In a branch that a comparison with one or two chose, or of a word that its function says is text. */
function isCounted(span: ts.TemplateSpan): boolean {
  for (let node: ts.Node = span; node.parent !== undefined; node = node.parent) {
    const { parent } = node
    if (
      ts.isConditionalExpression(parent) &&
      node !== parent.condition &&
      /\b[12]\b/.test(parent.condition.getText())
    )
      return true
    if (ts.isFunctionLike(node))
      return node.parameters.some((one) => isText(one) && one.name.getText() === span.expression.getText())
  }
  return false
}
const isText = ({ type }: ts.ParameterDeclaration) => type !== undefined && /\bstring\b/.test(type.getText())

const spoken = new Set([
  'label',
  'title',
  'placeholder',
  'alt',
  'description',
  'aria-label',
  'aria-description',
])
/** Attributes that nobody reads: names of classes, drawings, keys. */
const unread =
  /^(className|class|id|key|role|type|name|href|rel|target|d|viewBox|transform|points|fill|stroke\w*|style|slot|lang|dir|data-.*|aria-(controls|labelledby|describedby|owns|activedescendant)|accept|keys|placement|autoComplete|enterKeyHint|inputMode|pattern)$/
/** A sentence or a word that begins one, not a key or a name of ours. */
const looksSaid = /^\p{Lu}\p{Ll}+|\p{L}{2,}[ \u00a0\u202f]+\p{L}{2,}/u

/** Words written in a screen instead of its catalogue: between tags, in expressions, and in what components are given. */
export function wordsInScreen(path: string, source: string): Sentence[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: Sentence[] = []
  const take = (node: ts.Node, text: string, isSaid: (text: string) => boolean) => {
    if (isSaid(text))
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: text.trim() })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) take(node, node.text, hasWord)
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression !== undefined)
      for (const part of shownParts(node.expression)) take(part, textOf(part), hasWord)
    if (ts.isJsxAttribute(node) && node.initializer !== undefined) {
      const name = node.name.getText()
      const isSaid = spoken.has(name) ? hasWord : (text: string) => looksSaid.test(text)
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer
      if (value !== undefined && !unread.test(name))
        for (const part of shownParts(value)) take(part, textOf(part), isSaid)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const hasWord = (text: string) => /\p{L}{2}/u.test(text)

type Part = ts.StringLiteralLike | ts.TemplateExpression

/** The literals that an expression may give: of either branch, after `&&` and `??`, and put together. */
function shownParts(node: ts.Node): Part[] {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return [node]
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return shownParts(node.expression)
  if (ts.isConditionalExpression(node)) return [...shownParts(node.whenTrue), ...shownParts(node.whenFalse)]
  if (!ts.isBinaryExpression(node)) return []
  const { operatorToken, left, right } = node
  if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return shownParts(right)
  const gives = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken]
  return gives.includes(operatorToken.kind) ? [...shownParts(left), ...shownParts(right)] : []
}

/** The text of a literal, without what a template puts in. */
function textOf(part: Part): string {
  if (!ts.isTemplateExpression(part)) return part.text
  return [part.head.text, ...part.templateSpans.map(({ literal }) => literal.text)].join(' ')
}
