import type { SourceBlock } from '../../../domain/agenda/source-block.ts'
import { datesIn } from '../dates.ts'
import { numberOfMarker } from '../item-line.ts'
import { oneLine, plainLine, SAYS_NOTHING } from '../plain-line.ts'
import { announcesNext } from './next-meeting.ts'
import { ownerAndDue } from './owner-and-due.ts'
import { recalls } from './statement-marks.ts'
import type { FoundAction, FoundDecision, Statements } from './statements.ts'

type Column =
  | 'number'
  | 'item'
  | 'decision'
  | 'action'
  | 'both'
  | 'owner'
  | 'due'
  | 'state'
  | 'details'
  | 'other'

export type Subject = { number: string | null; title: string; block: number; excerpt: string }

type Tables = Statements & { subjects: Subject[] }

const HEADS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:n°?|no|num(?:ero)?|ref(?:erence)?)$/],
  ['item', /^(?:points?|points? de l'(?:odj|ordre du jour)|sujets?|themes?|chantiers?|objets?)$/],
  [
    'both',
    /^(?:decisions?(?: ?[/,] ?| et | ou )(?:actions?|suites?|taches?)|actions?(?: ?[/,] ?| et | ou )decisions?)\b/,
  ],
  ['decision', /^(?:decisions?|positions?|decisions? ?\/ ?positions?|conclusions?|releve de decisions?)\b/],
  [
    'action',
    /^(?:quoi|prescriptions?|preconisations?|mesures?|engagements?|reste a faire|actions?|suites?|taches?|a faire|prochaines? actions?|travaux)\b/,
  ],
  [
    'owner',
    /^(?:responsables?|pilotes?|porteurs?|qui|acteurs?|charges?|en charge|personnes?|assignee?s?|attribuee?s?|affectee?s?|par qui|realise par)\b/,
  ],
  ['due', /^(?:echeances?|delais?|dates?|pour (?:le|quand)|quand|date limite)\b/],
  ['state', /^(?:etats?|statuts?|avancements?)$/],
  ['details', /^(?:details?|precisions?|descriptions?|commentaires?|contenus?)$/],
]

/** Decisions and actions of every table that has a column for them and, for actions, one that says who or when. */
export function readStatementTables(
  blocks: readonly SourceBlock[],
  repeated: ReadonlyMap<number, ReadonlySet<number>>,
): Tables {
  const found: Tables = { decisions: [], actions: [], used: new Set(), subjects: [] }
  let open: { table: number; columns: Column[] } | null = null
  let votes: { table: number; heads: readonly string[] } | null = null
  let above = ''
  let title = -1
  blocks.forEach((block, at) => {
    if (block.type !== 'row') {
      if (block.text.trim() !== '') {
        above = block.text
        title = at
      }
      return
    }
    const tally = tallyHead(block.cells)
    if (tally !== null) {
      open = null
      votes = { table: block.table, heads: tally }
      found.used.add(at)
      return
    }
    if (votes?.table === block.table) {
      found.used.add(at)
      takeVote(found, block.cells, votes.heads, above, at)
      return
    }
    const columns =
      headOf(block.cells) ?? (open?.table === block.table ? null : headlessAt(block.cells, above))
    const isHead = columns !== null && headOf(block.cells) !== null
    if (columns !== null) {
      open = { table: block.table, columns }
      found.used.add(at)
      // The title leads to the table, and to nothing below it.
      if (!isHead) found.used.add(title)
      if (!isHead) takeRow(found, block.cells, columns, at, repeated.get(at) ?? new Set())
    } else if (open !== null && open.table === block.table && !saysNext(block.cells)) {
      found.used.add(at)
      if (open.columns.includes('decision') && recalls(above)) return
      takeRow(found, block.cells, open.columns, at, repeated.get(at) ?? new Set())
    }
  })
  return found
}

const COUNTS =
  /^(?:(?:votes? |voix )?(?:pour|contre)|abs\w*\.?|votants?|nppv|blancs?|nuls?|resultats?|votes?|issue|decision)$/

/** "Résolution | Pour | Contre | Abstentions | Résultat": what is voted stands in the first column; null for other heads. */
function tallyHead(cells: readonly string[]): readonly string[] | null {
  const heads = cells.map((cell) => plainLine(cell))
  const [, ...counts] = heads
  const isTally = counts.length >= 2 && counts.every((head) => head === '' || COUNTS.test(head))
  return isTally &&
    counts.some((head) => /\bpour$/.test(head)) &&
    counts.some((head) => /\bcontre$/.test(head))
    ? cells.map((cell) => oneLine(cell))
    : null
}

/** A row of such a table; what a table at the end says again is one decision. */
function takeVote(
  found: Tables,
  cells: readonly string[],
  heads: readonly string[],
  above: string,
  block: number,
): void {
  const counted = cells.flatMap((cell, column) =>
    column > 0 && cell.trim() !== '' && heads[column] !== undefined
      ? [{ head: heads[column], said: oneLine(cell) }]
      : [],
  )
  if (!counted.some(({ said }) => /^\d{1,5}$/.test(said))) return
  const [first = ''] = cells
  const subject = oneLine(first).replace(/^[RD]?\d{1,3}\s?[.):–-]\s*/u, '')
  const own = /\p{L}{3}/u.test(subject) ? subject : null
  // Rows that are only numbered are told apart by their number.
  const text = own ?? [oneLine(above), oneLine(first)].filter(Boolean).join(' – ')
  if (text === '') return
  const outcome = counted.map(({ head, said }) => (/^\d/.test(said) ? `${head} : ${said}` : said)).join(', ')
  const isSaid = found.decisions.some(
    (one) => plainLine(one.text) === plainLine(text) && (own !== null || one.outcome === outcome),
  )
  if (isSaid) return
  const excerpt = cells.filter((cell) => cell.trim() !== '').join(' | ')
  found.decisions.push({ number: null, itemNumber: null, text, outcome, block, excerpt })
}

/** Heads of a record of what was decided and is done, and of no agenda: who does it, and when or how far it is. */
export function isFollowUpHead(cells: readonly string[]): boolean {
  const columns = headOf(cells) ?? []
  const has = (column: Column) => columns.includes(column)
  const isAgenda = cells.some((cell) =>
    /^(?:heures?|horaires?|durees?|minutage|rapporteu|intervenant|nature)\b|\b(?:attendue?s?|souhaitee?s?|proposee?s?|a prendre)\b/.test(
      plainLine(cell),
    ),
  )
  return !isAgenda && has('action') && has('owner') && (has('due') || has('state'))
}

/** "Prochaine réunion : 12 janvier" below the rows, alone in its own. */
function saysNext(cells: readonly string[]): boolean {
  const [only = '', ...others] = cells.filter((cell) => cell.trim() !== '')
  return others.length === 0 && announcesNext(only)
}

/** "Relancer la mairie | Zoé | 3 mai" right below "Actions": what, who and when, without heads. */
function headlessAt(cells: readonly string[], above: string): Column[] | null {
  const [what = '', who = '', when = '', ...others] = cells
  const isOne =
    /^(?:\d[\d.)]* ?)?(?:(?:releve d'|plan d'|liste des )?actions?(?: a mener)?|taches?|a faire|to ?do|suites? a donner|qui fait quoi)\s?[:?]?$/.test(
      plainLine(above),
    ) &&
    /\p{L}{3,}.*\p{L}{2}/u.test(what) &&
    who.length > 1 &&
    who.length <= 40 &&
    when.length <= 30 &&
    others.length === 0
  return isOne ? ['action', 'owner', 'due'] : null
}

function headOf(cells: readonly string[]): Column[] | null {
  if (cells.some((cell) => cell.length > 45)) return null
  const columns = cells.map((cell): Column => {
    const words = plainLine(cell)
      .replace(/(?<![.:])[.:]+$/, '')
      .trim()
    // A narrow column of a PDF cuts its head in two: "Responsab le".
    return (
      HEADS.find(([, pattern]) => pattern.test(words) || pattern.test(words.replaceAll(' ', '')))?.[0] ??
      'other'
    )
  })
  // "Description | Responsable | Délai": what somebody does until a day is an action, whatever its column is called.
  if (!columns.includes('action') && columns.includes('owner') && columns.includes('due')) {
    const details = columns.indexOf('details')
    const what = details >= 0 ? details : columns.indexOf('item')
    const asksDeadline = cells.some((cell) =>
      /^(?:echeances?|delais?|pour le|date limite)\b/.test(plainLine(cell)),
    )
    if (what >= 0 && (details >= 0 || asksDeadline) && !columns.includes('decision')) columns[what] = 'action'
  }
  const has = (column: Column) => columns.includes(column)
  const statement = has('decision') || has('action') || has('both')
  const said =
    has('owner') ||
    has('due') ||
    has('state') ||
    has('details') ||
    ((has('decision') || has('both')) && (has('item') || has('action') || has('number')))
  return statement && said ? columns : null
}

function takeRow(
  found: Tables,
  cells: readonly string[],
  columns: readonly Column[],
  block: number,
  repeated: ReadonlySet<number>,
): void {
  const own = (column: Column) => {
    const at = columns.indexOf(column)
    return at < 0 || repeated.has(at) ? '' : oneLine(cells[at] ?? '')
  }
  const shared = (column: Column) => oneLine(cells[columns.indexOf(column)] ?? '')
  const excerpt = cells.filter((cell) => cell.trim() !== '').join(' | ')
  const itemNumber = /^(\d{1,2}(?:\.\d{1,2})*)\b/.exec(shared('item'))?.[1] ?? null
  // Of a table of actions alone each row is something to do, and no subject.
  if (/\p{L}{3}/u.test(own('item')) && (columns.includes('decision') || columns.includes('both')))
    found.subjects.push({ number: null, title: withoutNumber(own('item')), block, excerpt })
  const number = numberOfMarker(own('number')) ?? (own('number') === '' ? null : own('number'))
  const common = { number, itemNumber, block, excerpt }
  const state = plainLine(own('state'))
  const before = found.decisions.at(-1)
  // The end of a cell of a PDF that ran over its line, alone in a row.
  if (excerpt === own('decision') && before?.block === block - 1 && /^(?:\p{Ll}|n°|\d)/u.test(excerpt)) {
    before.text = `${before.text} ${excerpt}`
    before.block = block
    return
  }
  if (says(own('both'))) takeEither(found, own('both'), common)
  const details = own('details')
  const decision: FoundDecision = { ...common, text: withDetails(own('decision'), details), outcome: null }
  if (says(decision.text)) found.decisions.push(decision)
  const done = /^(?:realise|fait|termine|solde|clos|abandonne)/.test(state)
  const owner = own('owner').replace(/^@/, '')
  const action: FoundAction = {
    ...common,
    number: says(decision.text) ? null : number,
    text: withDetails(own('action'), details),
    owner: says(owner) ? owner : null,
    organisation: null,
    dueDate: datesIn(own('due'))[0]?.date ?? null,
  }
  if (says(action.text) && !done) found.actions.push(action)
}

function withoutNumber(words: string): string {
  return words.replace(/^\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?:[–—-]\s+)?(?=\p{Lu})/u, '')
}

/** A cell of "Décisions / actions": what begins with a verb or with who does it is to be done, the rest was decided. */
function takeEither(found: Statements, words: string, common: Omit<FoundDecision, 'text' | 'outcome'>): void {
  const [, by = ''] = /^(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) \p{Ll}{2,}[etd] /u.exec(words) ?? []
  const isTask = /^\p{L}+(?:er|ir|re|oir) /iu.test(words)
  if (by === '' && !isTask) {
    found.decisions.push({ ...common, text: words, outcome: null })
    return
  }
  const { rest, owner, dueDate } = ownerAndDue(words)
  found.actions.push({
    ...common,
    text: rest,
    owner: owner ?? (by === '' ? null : by),
    organisation: null,
    dueDate,
  })
}

/** "Point régulier" beside "Tous les mercredis". */
function withDetails(text: string, details: string): string {
  return text === '' || !says(details) ? text : `${text} : ${details}`
}

/** "-", "néant" and "sans objet" fill a cell without saying anything. */
function says(text: string): boolean {
  return /[\p{L}\d]/u.test(text) && !SAYS_NOTHING.test(plainLine(text))
}
