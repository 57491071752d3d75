import { strToU8 } from 'fflate'
import { type Cell, neutral, type Sheet } from './sheet.ts'
import { writeXlsx } from './xlsx.ts'

/** Without it Excel reads the file in the letters of Windows. */
const BYTE_ORDER_MARK = '\uFEFF'

function writeCsv({ columns, rows }: Sheet): Uint8Array {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(field).join(';'))
  return strToU8(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`)
}

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'object' && 'share' in cell) return String(cell.share).replace('.', ',')
  if (typeof cell === 'object') return cell.date.split('-').reverse().join('/')
  const words = neutral(cell)
  return /[";\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

/** A csv holds the first sheet only. */
export function writeSpreadsheet(sheets: readonly Sheet[], format: 'csv' | 'xlsx'): Uint8Array {
  const [first] = sheets
  if (first === undefined) throw new RangeError('no sheet to write')
  return format === 'csv' ? writeCsv(first) : writeXlsx(sheets)
}
