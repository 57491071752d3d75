import { AppError } from '../../contract/errors.ts'
import { LINE_LENGTH } from '../../domain/limits.ts'
import { foldedWords } from '../../domain/text/fold.ts'
import {
  identifiedBy,
  type ListedText,
  type ListWarning,
  MAX_LIST_LINES,
  type ReadList,
  type RefusedLine,
} from '../../domain/watch/list.ts'
import { type ListColumn, listColumns, wordsOfCell } from '../../domain/watch/list-layout.ts'
import {
  contradict,
  type Identified,
  identityKeys,
  readAddress,
} from '../../domain/watch/text-identifiers.ts'
import { recognise } from '../format.ts'
import { csvRecords } from '../readers/csv.ts'
import { MAX_BLOCK_CHARACTERS, MAX_COLUMNS } from '../readers/reading.ts'
import { readXlsx } from '../readers/xlsx.ts'
import { CellFault, consultationsOf, deadlinesOf, fieldOf, idOf, linksOf } from './cells.ts'

/** Rows before the heads: a title, a date, an empty line. */
const HEAD_WITHIN = 25
/** Heads that say which text a line is of: a table without one of them is another table. */
const NAMING: ReadonlySet<ListColumn> = new Set(['id', 'title', 'nor', 'jorfText', 'eli', 'celex'])

type ListHeads = {
  /** Rank of the heads among the rows. */
  readonly row: number
  /** By column of the table; null: of nothing that a text has. */
  readonly columns: readonly (ListColumn | null)[]
  readonly heads: readonly string[]
}

/** Null when no row is the heads of such a table. */
function findHeads(rows: readonly (readonly string[])[]): ListHeads | null {
  for (const [row, heads] of rows.slice(0, HEAD_WITHIN).entries()) {
    const columns = heads.map(columnOf)
    // The first of two columns of one meaning counts.
    const unique = columns.map((column, rank) => (columns.indexOf(column) === rank ? column : null))
    const known = unique.filter((column) => column !== null)
    const isAlone = heads.filter((head) => head.trim() !== '').length === 1
    // One word alone on a line is more often a title than the only head.
    const isTable = known.length > 1 || (isAlone && row === 0)
    if (isTable && known.some((column) => NAMING.has(column))) return { row, columns: unique, heads }
  }
  return null
}

function columnOf(head: string): ListColumn | null {
  const words = foldedWords(head).join(' ')
  if (words === '') return null
  const own = listColumns.find((one) => foldedWords(one.head).join(' ') === words)
  return (own ?? listColumns.find(({ others }) => others.test(words)))?.column ?? null
}

type Row = { line: number; cells: readonly string[] }

/**
 * A table without heads that are known has no texts, and all its heads unknown.
 * @throws AppError `file-format-unknown` (neither csv nor xlsx), `file-empty`, and what the readers refuse
 */
export function readList({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): ReadList {
  const { rows, truncated, mayBeCut } = rowsOf(fileName, bytes)
  const found = findHeads(rows.map(({ cells }) => cells))
  if (found === null) {
    const [first] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
    return { texts: [], refused: [], unknownColumns: told(first?.cells ?? []), truncated }
  }
  const read: ReadList = {
    texts: [],
    refused: [],
    unknownColumns: told(found.heads.filter((_, rank) => found.columns[rank] === null)),
    truncated,
  }
  const before = new Before()
  for (const { line, cells } of rows.slice(found.row + 1)) {
    if (cells.every((cell) => cell === '')) continue
    const text = lineOf({ line, cells }, found, mayBeCut)
    const other = 'why' in text ? null : before.sameAs(text)
    if ('why' in text) read.refused.push(text)
    else if (other === null) read.texts.push(text)
    else read.refused.push(refusal(line, text.fields.title ?? '', { why: 'twice', other }))
  }
  return read
}

function rowsOf(
  fileName: string,
  bytes: Uint8Array,
): { rows: Row[]; truncated: boolean /** Long cells end where the reader stopped. */; mayBeCut: boolean } {
  const recognised = recognise(fileName, bytes)
  if (recognised.format === 'xlsx') {
    const { blocks, rowNumbers, truncated } = readXlsx(recognised.archive, recognised.main)
    const rows = blocks.flatMap((block, rank) =>
      block.type === 'row'
        ? [{ line: rowNumbers.get(rank) ?? rank + 1, cells: block.cells.map(cellOf) }]
        : [],
    )
    return { rows, truncated, mayBeCut: true }
  }
  if (recognised.format !== 'csv' && recognised.format !== 'txt') throw new AppError('file-format-unknown')
  const records = csvRecords(bytes)
  const rows = records
    .slice(0, MAX_LIST_LINES)
    .map((record, rank) => ({ line: rank + 1, cells: record.slice(0, MAX_COLUMNS).map(cellOf) }))
  return { rows, truncated: records.length > MAX_LIST_LINES, mayBeCut: false }
}

const cellOf = (cell: string) => wordsOfCell(cell.replace(/\r\n?/g, '\n').trim())

function told(heads: readonly string[]): string[] {
  return heads.map((head) => head.replace(/\s+/g, ' ').slice(0, 100)).filter((head) => head !== '')
}

function refusal(
  line: number,
  title: string,
  why: Partial<RefusedLine> & Pick<RefusedLine, 'why'>,
): RefusedLine {
  return { line, title: title.slice(0, LINE_LENGTH), column: '', written: '', other: null, ...why }
}

function lineOf(
  { line, cells }: Row,
  { columns, heads }: ListHeads,
  mayBeCut: boolean,
): ListedText | RefusedLine {
  const warnings = new Set<ListWarning>()
  const text: Omit<ListedText, 'warnings'> = {
    line,
    id: null,
    fields: {},
    deadlines: [],
    consultations: [],
    links: [],
  }
  for (const [rank, column] of columns.entries()) {
    const cell = cells[rank] ?? ''
    if (column === null || cell === '') continue
    try {
      if (mayBeCut && cell.length >= MAX_BLOCK_CHARACTERS - 1) throw new CellFault('tooLong', cell)
      take(text, column, cell, (what) => warnings.add(what))
    } catch (thrown) {
      if (!(thrown instanceof CellFault)) throw thrown
      const title = cells[columns.indexOf('title')] ?? ''
      const column = (heads[rank] ?? '').slice(0, 100)
      return refusal(line, title, { why: thrown.why, column, written: thrown.written.slice(0, 100) })
    }
  }
  return {
    ...text,
    fields: text.id === null ? withAddress(text.fields) : text.fields,
    warnings: [...warnings],
  }
}

function take(
  text: Omit<ListedText, 'warnings'>,
  column: ListColumn,
  cell: string,
  warn: (what: ListWarning) => void,
): void {
  switch (column) {
    case 'id':
      text.id = idOf(cell)
      return
    case 'deadlines':
      text.deadlines = deadlinesOf(cell)
      return
    case 'consultations':
      text.consultations = consultationsOf(cell)
      return
    case 'links':
      text.links = linksOf(cell)
      return
    default:
      Object.assign(text.fields, fieldOf(column, cell, warn))
  }
}

/** Facts from the address of the source, where no other cell gives them. */
function withAddress(fields: ListedText['fields']): ListedText['fields'] {
  const found = fields.sourceUrl === undefined ? null : readAddress(fields.sourceUrl)
  if (found === null || !('facts' in found)) return fields
  const { nor, jorfText, eli, celex } = found.facts
  const said = Object.entries({ nor, jorfText, eli, celex }).filter(([, value]) => value !== null)
  return { ...Object.fromEntries(said), ...fields }
}

/** The lines that came before, by what names their texts. */
class Before {
  readonly #ids = new Map<string, number>()
  readonly #byKey = new Map<string, { line: number; named: Identified }[]>()

  /** The line that names the same text; null when none does, and this one is noted. */
  sameAs({ line, id, fields }: ListedText): number | null {
    if (id !== null) {
      // Its own sign tells a text from every other: two may carry one NOR, or one title.
      const before = this.#ids.get(id)
      if (before === undefined) this.#ids.set(id, line)
      return before ?? null
    }
    const named = identifiedBy(fields)
    const keys = identityKeys(named)
    if (keys.length === 0)
      keys.push(
        `title ${foldedWords(fields.title ?? '').join(' ')} ${fields.nature ?? ''} ${fields.signedOn ?? ''}`,
      )
    for (const key of keys)
      for (const one of this.#byKey.get(key) ?? []) if (!contradict(one.named, named)) return one.line
    for (const key of keys) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), { line, named }])
    return null
  }
}
