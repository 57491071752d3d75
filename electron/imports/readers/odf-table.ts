import type { XmlElement } from '../xml.ts'
import { MAX_BLOCK_CHARACTERS, MAX_BLOCKS, MAX_COLUMNS } from './reading.ts'

export type OdfRow = { cells: string[]; repeated: Set<number> }
type Merge = { text: string; rowsLeft: number }

/** Elements that only gather rows. */
const GROUPS = new Set([
  'table:table-header-rows',
  'table:table-rows',
  'table:table-row-group',
  'text:soft-page-break',
])

/**
 * Rows that say something; hidden ones were not meant to be read.
 * @param textOf words of one cell
 * @returns rows, whether the table had more than are ever kept, and whether hidden ones have words
 */
export function readOdfRows(
  table: XmlElement,
  textOf: (cell: XmlElement) => string,
): { rows: OdfRow[]; truncated: boolean; hidden: boolean } {
  const rows: OdfRow[] = []
  let hidden = false
  /** Cells merged downwards that are still open, by column. */
  const open = new Map<number, Merge>()
  for (const element of odfRows(table)) {
    if (/^(?:collapse|filter)$/.test(element.attributes['table:visibility'] ?? '')) {
      hidden ||= element.children.some((cell) => typeof cell !== 'string' && textOf(cell) !== '')
      continue
    }
    const row = readRow(element, open, textOf)
    if (!row.cells.some((cell, column) => cell !== '' && !row.repeated.has(column))) continue
    // A row said to be repeated is the same words again: once for each, up to what a file may hold.
    const times = Math.min(timesOf(element, 'table:number-rows-repeated'), MAX_BLOCKS)
    for (let time = 0; time < times; time += 1) {
      if (rows.length >= MAX_BLOCKS) return { rows, truncated: true, hidden }
      rows.push(row)
    }
  }
  return { rows, truncated: false, hidden }
}

/** The only cell of a table that has one: a frame around ordinary text. */
export function onlyCell(table: XmlElement): XmlElement | null {
  const [row, ...others] = odfRows(table)
  if (row === undefined || others.length > 0) return null
  const cells = row.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === 'table:table-cell',
  )
  const [cell] = cells
  return cells.length === 1 && cell !== undefined && timesOf(cell, 'table:number-columns-repeated') === 1
    ? cell
    : null
}

function odfRows(table: XmlElement): XmlElement[] {
  return table.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'table:table-row') return [child]
    return GROUPS.has(child.name) ? odfRows(child) : []
  })
}

function readRow(
  element: XmlElement,
  open: Map<number, Merge>,
  textOf: (cell: XmlElement) => string,
): OdfRow {
  const row: OdfRow = { cells: [], repeated: new Set() }
  for (const cell of element.children) {
    if (typeof cell === 'string') continue
    const isCovered = cell.name === 'table:covered-table-cell'
    if (!isCovered && cell.name !== 'table:table-cell') continue
    const text = isCovered ? '' : textOf(cell).slice(0, MAX_BLOCK_CHARACTERS)
    for (let times = timesOf(cell, 'table:number-columns-repeated'); times > 0; times -= 1) {
      if (row.cells.length >= MAX_COLUMNS) break
      row.cells.push(isCovered ? covered(row, open) : text)
      if (isCovered) continue
      const rowsLeft = timesOf(cell, 'table:number-rows-spanned') - 1
      if (rowsLeft > 0) open.set(row.cells.length - 1, { text, rowsLeft })
      else open.delete(row.cells.length - 1)
    }
  }
  while (row.cells.at(-1) === '') row.cells.pop()
  return row
}

/** A covered cell repeats the one above when it is merged with it, and is empty when it is merged with the one before. */
function covered(row: OdfRow, open: Map<number, Merge>): string {
  const column = row.cells.length
  const merge = open.get(column)
  if (merge === undefined) return ''
  if (merge.rowsLeft === 1) open.delete(column)
  else open.set(column, { ...merge, rowsLeft: merge.rowsLeft - 1 })
  row.repeated.add(column)
  return merge.text
}

function timesOf(element: XmlElement, name: string): number {
  const value = element.attributes[name]
  return value !== undefined && /^[1-9]\d{0,6}$/.test(value) ? Number(value) : 1
}
