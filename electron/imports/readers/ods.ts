import type { Archive } from '../archive.ts'
import { childrenOf, readXml, type XmlElement } from '../xml.ts'
import { ODF_XML } from './odf-package.ts'
import { readOdfParagraph } from './odf-paragraph.ts'
import { readOdfStyles } from './odf-styles.ts'
import { readOdfRows } from './odf-table.ts'
import { emptyReading, MAX_BLOCKS, type Reading, type SheetReading } from './reading.ts'

/**
 * @param most how many sheets are read; those after them are only named
 * @throws AppError `file-damaged`, `file-inflates`
 */
export function readOdsSheets(archive: Archive, most: number): SheetReading[] {
  const content = archive.read('content.xml') ?? new Uint8Array()
  const styles = readOdfStyles([archive.read('styles.xml'), content])
  const found: SheetReading[] = []
  let left = MAX_BLOCKS
  let isHidden = false
  readXml(
    content,
    ['table:table'],
    (table) => {
      if (styles.isHiddenTable(table.attributes['table:style-name'] ?? null)) {
        isHidden = true
        return true
      }
      const name = table.attributes['table:name'] ?? ''
      if (found.length >= most) {
        found.push({ name, reading: null })
        return true
      }
      const reading = readSheet(table)
      if (reading.blocks.length === 0) return true
      const isKept = found.length === 0 || (!reading.truncated && reading.blocks.length <= left)
      if (isKept) left -= reading.blocks.length
      found.push({ name, reading: isKept ? reading : null })
      return true
    },
    ODF_XML,
  )
  for (const { reading } of found) if (reading !== null) reading.hidden ||= isHidden
  return found
}

function readSheet(table: XmlElement): Reading {
  const reading = emptyReading()
  const { rows, truncated, hidden } = readOdfRows(table, cellText)
  reading.truncated = truncated
  reading.hidden = hidden
  // A sheet that begins in column C says nothing by it.
  const first = rows.reduce((least, { cells }) => {
    const filled = cells.findIndex((cell) => cell !== '')
    return filled < 0 ? least : Math.min(least, filled)
  }, Number.POSITIVE_INFINITY)
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  for (const { cells, repeated } of rows) {
    const shifted = new Set([...repeated].map((column) => column - first))
    if (shifted.size > 0) reading.repeated.set(reading.blocks.length, shifted)
    const padded = [...cells, ...Array<string>(width - cells.length).fill('')]
    reading.blocks.push({ type: 'row', table: 0, cells: padded.slice(first) })
  }
  return reading
}

/** Dates and hours by their value, which no language and no format changes; everything else as the sheet shows it. */
function cellText(cell: XmlElement): string {
  const { attributes } = cell
  const type = attributes['office:value-type'] ?? attributes['calcext:value-type']
  if (type === 'date') return sayDate(attributes['office:date-value'] ?? '') ?? shown(cell)
  if (type === 'time') return sayTime(attributes['office:time-value'] ?? '') ?? shown(cell)
  return shown(cell)
}

function shown(cell: XmlElement): string {
  return childrenOf(cell, 'text:p')
    .map((paragraph) => readOdfParagraph(paragraph).text)
    .join('\n')
    .trim()
}

function sayDate(value: string): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(value)
  if (found === null) return null
  const [, year, month, day, hour, minute] = found
  const date = `${day}/${month}/${year}`
  return hour === undefined || `${hour}${minute}` === '0000' ? date : `${date} ${hour}:${minute}`
}

/** `PT14H30M00S`; hours past 24 stay hours. */
function sayTime(value: string): string | null {
  const found = /^PT(\d{1,5})H(\d{1,2})M/.exec(value)
  return found === null ? null : `${found[1]?.padStart(2, '0')}:${found[2]?.padStart(2, '0')}`
}
