import { writeCsv } from './csv.ts'
import type { Sheet } from './sheet.ts'
import { writeXlsx } from './xlsx.ts'

/** A csv holds the first sheet only. */
export function writeSpreadsheet(sheets: readonly Sheet[], format: 'csv' | 'xlsx'): Uint8Array {
  const [first] = sheets
  if (first === undefined) throw new RangeError('no sheet to write')
  return format === 'csv' ? writeCsv(first) : writeXlsx(sheets)
}
