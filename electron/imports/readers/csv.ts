import { type Options, parse } from 'csv-parse/sync'
import { AppError } from '../../contract/errors.ts'
import { decodeText } from '../decode.ts'
import { emptyReading, MAX_BLOCK_CHARACTERS, MAX_BLOCKS, MAX_COLUMNS, type Reading } from './reading.ts'

const SEPARATORS = [';', '\t', ',', '|']

/** @throws AppError `file-empty`, `file-format-unknown` (not text), `file-damaged` */
export function readCsv(bytes: Uint8Array): Reading {
  const reading = emptyReading()
  for (const record of csvRecords(bytes)) {
    const cells = record.slice(0, MAX_COLUMNS).map((cell) => cell.trim().slice(0, MAX_BLOCK_CHARACTERS))
    if (cells.every((cell) => cell === '')) continue
    if (reading.blocks.length >= MAX_BLOCKS) {
      reading.truncated = true
      break
    }
    reading.blocks.push({ type: 'row', table: 0, cells })
  }
  return reading
}

/** The rows as they are written, blank lines included. @throws AppError as `readCsv` */
export function csvRecords(bytes: Uint8Array): string[][] {
  const text = decodeText(bytes)
  if (text.trim() === '') throw new AppError('file-empty')
  // Excel's own way of saying it.
  const declared = /^sep=(.)\n/i.exec(text)
  const content = declared === null ? text : text.slice(declared[0].length)
  return parseRecords(content, declared?.[1] ?? findSeparator(content))
}

/** The rows of a text, blank lines included; a quote that never closes is text. @throws AppError `file-damaged` */
export function parseRecords(text: string, delimiter: string): string[][] {
  const options: Options = { delimiter, relax_column_count: true, relax_quotes: true, to: MAX_BLOCKS + 1 }
  try {
    return parse(text, options)
  } catch {
    // A quote that never closes: the quotes were text.
    try {
      return parse(text, { ...options, quote: null })
    } catch (error) {
      throw new AppError('file-damaged', { cause: error })
    }
  }
}

/** The separator present in most lines, the most regular in number when several are. */
function findSeparator(text: string): string {
  const lines = withoutQuoted(text.slice(0, 20_000))
    .split('\n')
    .filter((line) => line.trim() !== '')
  let best = { separator: ';', score: 0 }
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0)
    if (counts.length === 0) continue
    const usual = counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
    const regular = counts.filter((count) => count === usual).length
    const score = (regular / lines.length) * (1 + Math.min(usual, 10) / 100) * (counts.length / lines.length)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

function withoutQuoted(text: string): string {
  return text.replace(/"[^"]*"/g, '')
}
