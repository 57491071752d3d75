import { foldedWords } from '../../domain/text/fold.ts'
import { type ListColumn, listColumns } from '../../domain/watch/list-layout.ts'

/** Rows before the heads: a title, a date, an empty line. */
const HEAD_WITHIN = 25
/** Heads that say which text a line is of: a table without one of them is another table. */
const NAMING: ReadonlySet<ListColumn> = new Set(['id', 'title', 'nor', 'jorfText', 'eli', 'celex'])

export type ListHeads = {
  /** Rank of the heads among the rows. */
  readonly row: number
  /** By column of the table; null: of nothing that a text has. */
  readonly columns: readonly (ListColumn | null)[]
  readonly heads: readonly string[]
}

/** Null when no row is the heads of such a table. */
export function findHeads(rows: readonly (readonly string[])[]): ListHeads | null {
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
