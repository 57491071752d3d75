// The rows that a csv or a workbook shows, and cells that no spreadsheet program takes for a formula.
import { z } from 'zod'
import { CivilDate } from '../../domain/ids.ts'
import { wellFormed } from '../paper/well-formed.ts'

const Cell = z.union([
  z.string(),
  z.number(),
  z.strictObject({ date: CivilDate }),
  /** From 0 to 1, shown in hundredths. */
  z.strictObject({ share: z.number() }),
  z.null(),
])
export type Cell = z.infer<typeof Cell>

export const Sheet = z.strictObject({
  name: z.string().min(1).max(31),
  /** Widths in characters. */
  columns: z.array(z.strictObject({ title: z.string(), width: z.number().min(1).max(255) })).min(1),
  rows: z.array(z.array(Cell)),
})
export type Sheet = z.infer<typeof Sheet>

/**
 * The signs that make a cell a formula, or begin one once a program has trimmed it: = + - @, their wide forms, tab and line
 * ends. Source: OWASP, CSV Injection.
 */
const formula = /^[\s\u00a0\u202f]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u

/** The same words behind an apostrophe when a program could take them for a formula. */
export function neutral(words: string): string {
  const clean = wellFormed(words)
  return formula.test(clean) ? `'${clean}` : clean
}
