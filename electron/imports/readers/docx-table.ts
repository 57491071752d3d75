import type { Relationship } from '../package-parts.ts'
import { childOf, type XmlElement } from '../xml.ts'
import type { Numbering } from './docx-numbering.ts'
import { isPlaceholder, type ParagraphText } from './docx-paragraph.ts'
import type { ParagraphStyle } from './docx-styles.ts'
import { wordValue } from './office-values.ts'
import { MAX_BLOCK_CHARACTERS, MAX_COLUMNS } from './reading.ts'

/** The rest of a docx that its pieces need. */
export type DocxContext = {
  links: ReadonlyMap<string, Relationship>
  styleOf: (id: string | null) => ParagraphStyle
  numbering: Numbering
  noteTrackedChanges: () => void
  numberedText: (paragraph: XmlElement) => ParagraphText & { marker: string | null }
}

type TableRow = { cells: string[]; repeated: Set<number> }

/** Rows of `w:tbl`; `frame` is the only cell of a table that has one, not read yet. */
export function readTable(
  table: XmlElement,
  context: DocxContext,
): { rows: TableRow[]; frame: XmlElement | null } {
  const rowElements = inside(table, 'w:tr').filter((row) => !isDeleted(row, context))
  const only = rowElements.length === 1 && rowElements[0] !== undefined ? inside(rowElements[0], 'w:tc') : []
  if (only.length === 1 && only[0] !== undefined) return { rows: [], frame: only[0] }
  const rows: TableRow[] = []
  /** Text of the vertically merged cell that is open in each column. */
  const above = new Map<number, string>()
  for (const element of rowElements) {
    const row = readRow(element, above, context)
    if (row.cells.some((cell, column) => cell !== '' && !row.repeated.has(column))) rows.push(row)
  }
  return { rows, frame: null }
}

function readRow(element: XmlElement, above: Map<number, string>, context: DocxContext): TableRow {
  const row: TableRow = { cells: [], repeated: new Set() }
  const skipped = span(childOf(element, 'w:trPr'), 'w:gridBefore', 0)
  for (let column = 0; column < skipped; column += 1) row.cells.push('')
  for (const cell of inside(element, 'w:tc')) {
    const column = row.cells.length
    if (column >= MAX_COLUMNS) break
    const properties = childOf(cell, 'w:tcPr')
    const merge = childOf(properties, 'w:vMerge')
    const text = cellText(cell, context).slice(0, MAX_BLOCK_CHARACTERS)
    const continues = merge !== undefined && merge.attributes['w:val'] !== 'restart'
    if (merge === undefined) above.delete(column)
    else if (!continues) above.set(column, text)
    if (continues && above.get(column) !== undefined) row.repeated.add(column)
    row.cells.push(continues ? (above.get(column) ?? text) : text)
    for (
      let extra = span(properties, 'w:gridSpan', 1);
      extra > 1 && row.cells.length < MAX_COLUMNS;
      extra -= 1
    ) {
      row.cells.push('')
    }
  }
  return row
}

/** Lines of a cell, joined by line ends; list paragraphs keep their printed number. */
function cellText(cell: XmlElement, context: DocxContext): string {
  const lines: string[] = []
  const collect = (container: XmlElement) => {
    for (const child of container.children) {
      if (typeof child === 'string') continue
      if (child.name === 'w:p') {
        const { text, marker, textBoxes } = context.numberedText(child)
        lines.push([marker ?? '', text.trim()].filter((part) => part !== '').join(' '))
        for (const box of textBoxes) collect(box)
      } else if (child.name === 'w:tbl') {
        for (const row of readTable(child, context).rows) lines.push(row.cells.join('\t'))
      } else if (child.name === 'w:sdt' && !isPlaceholder(child)) collect(child)
      else if (child.name === 'w:sdtContent' || child.name === 'w:ins') collect(child)
    }
  }
  collect(cell)
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Rows or cells, also those wrapped in content controls. */
function inside(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === name) return [child]
    return ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(child.name) ? inside(child, name) : []
  })
}

function isDeleted(row: XmlElement, context: DocxContext): boolean {
  const properties = childOf(row, 'w:trPr')
  if (properties === undefined) return false
  const deleted = childOf(properties, 'w:del') !== undefined
  if (deleted || childOf(properties, 'w:ins') !== undefined) context.noteTrackedChanges()
  return deleted
}

function span(properties: XmlElement | undefined, name: string, otherwise: number): number {
  const value = properties === undefined ? null : wordValue(properties, name)
  return value !== null && /^\d{1,3}$/.test(value) ? Math.min(Number(value), MAX_COLUMNS) : otherwise
}
