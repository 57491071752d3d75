import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from 'parse5'
import { attributeOf, isUnseen } from './html-elements.ts'
import { MAX_BLOCK_CHARACTERS, MAX_BLOCKS, MAX_COLUMNS } from './reading.ts'

type Row = { cells: string[]; repeated: Set<number> }
type Merge = { text: string; rowsLeft: number }

/** Rows that say something. @param textOf words of one cell */
export function readHtmlRows(table: Tree.Element, textOf: (cell: Tree.Element) => string): Row[] {
  const rows: Row[] = []
  const open = new Map<number, Merge>()
  for (const element of rowsOf(table)) {
    if (rows.length >= MAX_BLOCKS) break
    const row = readRow(element, open, textOf)
    if (row.cells.some((cell, column) => cell !== '' && !row.repeated.has(column))) rows.push(row)
  }
  return rows
}

function rowsOf(table: Tree.Element): Tree.Element[] {
  return table.childNodes.flatMap((child) => {
    if (!tree.isElementNode(child) || isUnseen(child)) return []
    if (child.tagName === 'tr') return [child]
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : []
  })
}

function readRow(
  element: Tree.Element,
  open: Map<number, Merge>,
  textOf: (cell: Tree.Element) => string,
): Row {
  const row: Row = { cells: [], repeated: new Set() }
  for (const cell of element.childNodes) {
    if (!tree.isElementNode(cell) || !/^t[dh]$/.test(cell.tagName)) continue
    goUnder(row, open)
    if (row.cells.length >= MAX_COLUMNS) break
    const text = isUnseen(cell) ? '' : textOf(cell).slice(0, MAX_BLOCK_CHARACTERS)
    const rowsLeft = span(cell, 'rowspan') - 1
    const wide = span(cell, 'colspan')
    for (let at = 0; at < wide && row.cells.length < MAX_COLUMNS; at += 1) {
      if (rowsLeft > 0) open.set(row.cells.length, { text: at === 0 ? text : '', rowsLeft })
      row.cells.push(at === 0 ? text : '')
    }
  }
  goUnder(row, open)
  return row
}

/** Columns taken by a cell of a row above. */
function goUnder(row: Row, open: Map<number, Merge>): void {
  for (let merge = open.get(row.cells.length); merge !== undefined; merge = open.get(row.cells.length)) {
    const column = row.cells.length
    if (merge.rowsLeft === 1) open.delete(column)
    else open.set(column, { ...merge, rowsLeft: merge.rowsLeft - 1 })
    if (merge.text !== '') row.repeated.add(column)
    row.cells.push(merge.text)
    if (row.cells.length >= MAX_COLUMNS) return
  }
}

function span(cell: Tree.Element, name: string): number {
  const value = attributeOf(cell, name)
  return value !== null && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : 1
}
