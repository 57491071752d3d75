import { AppError } from '../../contract/errors.ts'
import type { Archive } from '../archive.ts'
import { type Relationship, relatedPart, relationshipsOf } from '../package-parts.ts'
import { childOf, childrenOf, readXml, textOf, type XmlElement } from '../xml.ts'
import { isOn } from './office-values.ts'
import {
  emptyReading,
  MAX_BLOCK_CHARACTERS,
  MAX_BLOCKS,
  MAX_COLUMNS,
  type Reading,
  type SheetReading,
} from './reading.ts'
import { type NumberKind, readNumberFormats, sayNumber } from './xlsx-numbers.ts'

type Workbook = {
  sharedStrings: readonly string[]
  kindOf: (style: string | undefined) => NumberKind
  since1904: boolean
}

type SheetRow = { number: number; cells: Map<number, string> }

/** The first sheet. @throws AppError `file-damaged`, `file-inflates` */
export function readXlsx(archive: Archive, main: string): Reading {
  return readXlsxSheets(archive, main, 1)[0]?.reading ?? emptyReading()
}

/**
 * @param most how many sheets are read; those after them are only named
 * @throws AppError `file-damaged`, `file-inflates` when the first sheet is
 */
export function readXlsxSheets(archive: Archive, main: string, most: number): SheetReading[] {
  const relationships = relationshipsOf(archive, main)
  const sheets: { name: string; part: Relationship }[] = []
  let since1904 = false
  let isHidden = false
  readXml(archive.read(main) ?? new Uint8Array(), ['sheet', 'workbookPr'], (element) => {
    if (element.name === 'workbookPr') since1904 = isOn(element.attributes.date1904)
    else if ((element.attributes.state ?? 'visible') === 'visible') {
      const part = relationships.get(element.attributes['r:id'] ?? '')
      if (part !== undefined) sheets.push({ name: element.attributes.name ?? '', part })
    } else isHidden = true
    return undefined
  })
  const workbook: Workbook = {
    sharedStrings: readSharedStrings(relatedPart(archive, relationships, 'sharedStrings')),
    kindOf: readNumberFormats(relatedPart(archive, relationships, 'styles')),
    since1904,
  }
  const found: SheetReading[] = []
  let left = MAX_BLOCKS
  for (const { name, part } of sheets) {
    if (part.type !== 'worksheet') continue
    if (found.length >= most) {
      found.push({ name, reading: null })
      continue
    }
    try {
      const bytes = archive.read(part.target)
      // The first may be cut short; another one is read whole, or only named.
      const reading =
        bytes === null ? emptyReading() : readSheet(bytes, workbook, found.length > 0 ? left : null)
      if (reading?.blocks.length === 0) continue
      left -= reading?.blocks.length ?? 0
      if (reading !== null) reading.hidden ||= isHidden
      found.push({ name, reading })
    } catch (error) {
      // Damage beside the sheet that was wanted is no reason to refuse that one.
      if (found.length === 0 || !(error instanceof AppError)) throw error
      found.push({ name, reading: null })
    }
  }
  return found
}

function readSheet(bytes: Uint8Array, workbook: Workbook, most: number | null): Reading | null {
  const reading = emptyReading()
  let isTooLong = false
  const rows: SheetRow[] = []
  const merges: SheetRange[] = []
  readXml(bytes, ['row', 'mergeCell'], (element) => {
    if (element.name === 'mergeCell') {
      const range = rangeOf(element.attributes.ref ?? '')
      if (range !== null) merges.push(range)
      return undefined
    }
    if (most !== null && rows.length >= most) {
      isTooLong = true
      return false
    }
    if (rows.length >= MAX_BLOCKS) {
      reading.truncated = true
      return undefined
    }
    const row = readRow(element, rows.at(-1)?.number ?? 0, workbook)
    // Hidden cells were not meant to be read.
    if (!isOn(element.attributes.hidden)) rows.push(row)
    else if ([...row.cells.values()].some((text) => text !== '')) reading.hidden = true
    return undefined
  })
  if (isTooLong) return null
  const repeated = spread(rows, merges)
  const filled = rows.filter((row) =>
    [...row.cells].some(([column, text]) => text !== '' && !repeated.get(row)?.has(column)),
  )
  const columns = filled.flatMap((row) =>
    [...row.cells].filter(([, text]) => text !== '').map(([column]) => column),
  )
  const first = columns.reduce((least, column) => Math.min(least, column), MAX_COLUMNS)
  const last = columns.reduce((most, column) => Math.max(most, column), 0)
  for (const row of filled) {
    const cells: string[] = []
    for (let column = first; column <= last; column += 1) cells.push(row.cells.get(column) ?? '')
    const shifted = new Set([...(repeated.get(row) ?? [])].map((column) => column - first))
    if (shifted.size > 0) reading.repeated.set(reading.blocks.length, shifted)
    reading.rowNumbers.set(reading.blocks.length, row.number)
    reading.blocks.push({ type: 'row', table: 0, cells })
  }
  return reading
}

function readRow(element: XmlElement, previous: number, workbook: Workbook): SheetRow {
  const row: SheetRow = { number: Number(element.attributes.r ?? previous + 1), cells: new Map() }
  let next = 0
  for (const cell of childrenOf(element, 'c')) {
    const column = columnOf(cell.attributes.r ?? '') ?? next
    next = column + 1
    if (column < MAX_COLUMNS) row.cells.set(column, cellText(cell, workbook).slice(0, MAX_BLOCK_CHARACTERS))
  }
  return row
}

function cellText(cell: XmlElement, workbook: Workbook): string {
  const inline = childOf(cell, 'is')
  if (inline !== undefined) return stringText(inline)
  const holder = childOf(cell, 'v')
  const value = holder === undefined ? '' : textOf(holder)
  switch (cell.attributes.t) {
    case 's':
      return workbook.sharedStrings[Number(value)] ?? ''
    case 'b':
      return value === '1' ? 'Vrai' : 'Faux'
    case 'str':
    case 'd':
      return value.trim()
    case 'e':
      return ''
    default:
      return value === '' ? '' : sayNumber(value, workbook.kindOf(cell.attributes.s), workbook.since1904)
  }
}

/** A merged range shows its first cell; the rows below repeat it, the columns beside stay empty. */
function spread(rows: readonly SheetRow[], merges: readonly SheetRange[]): Map<SheetRow, Set<number>> {
  const repeated = new Map<SheetRow, Set<number>>()
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  for (const { top, bottom, left } of merges) {
    const text = byNumber.get(top)?.cells.get(left) ?? ''
    if (text === '') continue
    for (let number = top + 1; number <= Math.min(bottom, top + MAX_BLOCKS); number += 1) {
      const row = byNumber.get(number)
      if (row === undefined) continue
      row.cells.set(left, text)
      repeated.set(row, (repeated.get(row) ?? new Set()).add(left))
    }
  }
  return repeated
}

function readSharedStrings(bytes: Uint8Array | null): string[] {
  const strings: string[] = []
  if (bytes !== null) {
    readXml(bytes, ['si'], (element) => {
      strings.push(stringText(element))
      return undefined
    })
  }
  return strings
}

/** Text of a plain or rich string; phonetic runs (`rPh`) are not text. */
function stringText(element: XmlElement): string {
  const runs = [element, ...childrenOf(element, 'r')].flatMap((run) => childrenOf(run, 't'))
  return runs
    .map(textOf)
    .join('')
    .replace(/_x000D_/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .trim()
}

/** Rows from 1, columns from 0, both ends included. */
type SheetRange = { top: number; bottom: number; left: number; right: number }

/** Column of a cell reference ("A1" → 0), or null when it is none. */
function columnOf(reference: string): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference)?.[1]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** A range of cells, or null when the text is none. */
function rangeOf(reference: string): SheetRange | null {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (found === null) return null
  return {
    left: columnOf(found[1] ?? '') ?? 0,
    top: Number(found[2]),
    right: columnOf(found[3] ?? '') ?? 0,
    bottom: Number(found[4]),
  }
}
