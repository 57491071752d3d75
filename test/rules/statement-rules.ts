// What a query may say in words of SQL: both engines understand it.
import ts from 'typescript'
import { functions } from '../../electron/db/postgres/functions.ts'
import type { CodeRule } from './code-rules.ts'
import { type Fault, faultAt, nodesOf } from './syntax.ts'

/** What both have by the same name and meaning, but for `max`, which in PostgreSQL takes one value. */
const common = [
  ...['abs', 'avg', 'coalesce', 'count', 'length', 'lower', 'max', 'nullif', 'replace', 'round'],
  ...['row_number', 'substr', 'sum', 'trim', 'upper'],
]
/** What PostgreSQL is given by us. */
const given = functions.flatMap((words) => /^CREATE (?:FUNCTION|AGGREGATE) (\w+)\(/u.exec(words)?.[1] ?? [])
const known: ReadonlySet<string> = new Set([...common, ...given])

/** Words before a bracket that call nothing. */
const keywords =
  /^(?:and|as|by|case|cast|else|exists|from|having|in|not|on|or|over|select|then|values|when|where)$/iu

const ofOneEngine =
  /\b(?:collate|distinct\s+on|glob|ifnull|ilike|indexed|isnull|lateral|match|notnull|pragma|regexp|rowid|similar)\b|::|->|\bas\s+(?:any|blob|datetime|numeric|real|tinyint)\b|==|[^<>]~|\blimit\s+\?\s*,|\bis\s+(?:not\s+)?(?:distinct|\?|[a-z_]+\.)/iu

/** The words of each `sql` fragment, with a question mark for each value. */
function* statementsIn(file: ts.SourceFile): Generator<{ node: ts.Node; words: string }> {
  for (const node of nodesOf(file)) {
    if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== 'sql') continue
    const { template } = node
    const words = ts.isNoSubstitutionTemplateLiteral(template)
      ? template.text
      : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join('?')
    yield { node, words: words.replace(/'[^']*'/gu, "''") }
  }
}

function faultOf(words: string): string | null {
  for (const { 0: call, 1: name = '', index } of words.matchAll(/\b(\w+)\s*\(/gu)) {
    if (keywords.test(name)) continue
    if (!known.has(name.toLowerCase())) return `${name}(`
    if (name.toLowerCase() === 'max' && hasSeveral(words.slice(index + call.length))) return 'max( of several'
  }
  return ofOneEngine.exec(words)?.[0] ?? null
}

/** Whether a comma stands within the bracket that is open at the beginning. */
function hasSeveral(words: string): boolean {
  let open = 1
  for (const sign of words) {
    if (sign === '(') open += 1
    if (sign === ')') open -= 1
    if (open === 0) return false
    if (sign === ',' && open === 1) return true
  }
  return false
}

export const statementRules: readonly CodeRule[] = [
  {
    name: 'what is asked in words of SQL outside db/, both engines understand',
    covers: (path) => /^electron\/(?!db\/).*\.ts$/.test(path),
    faults: (file) =>
      [...statementsIn(file)].flatMap(({ node, words }): Fault[] => {
        const fault = faultOf(words)
        return fault === null ? [] : [faultAt(node, fault)]
      }),
    plants: [
      "export const on = sql`strftime('%Y', date)`",
      'export const year = sql<number>`date_part(year, date)`',
      'export const due = sql`max(a.due, b.due)`',
      'export const own = sql`SELECT ifnull(title, 0) FROM meeting`',
      'export const like = sql`title ILIKE other`',
      'export const same = sql`a.title IS b.title`',
      'export const whole = sql`count(*)::int`',
      'export const bytes = sql`CAST(title AS BLOB)`',
      'export const last = sql`SELECT max(rowid) FROM meeting`',
      'export const page = sql`SELECT id FROM meeting LIMIT ?, ?`',
    ],
    innocent: [
      'export const all = sql`(SELECT value FROM json_each(ids))`',
      'export const due = sql`max(coalesce(a.due, b.due))`',
      "export const said = sql`title <> 'ifnull(a::int)' AND a.at IS NOT NULL`",
      'export const other = html`ifnull(a)`',
    ],
  },
]
