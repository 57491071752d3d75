// What of an item keeps to one page in letters that are still read at arm's length; the rest is counted.
import { z } from 'zod'
import { PlainTable } from '../head.ts'

export const Part = z.strictObject({
  heading: z.string(),
  lines: z.array(z.string()),
  table: PlainTable.nullable(),
})
export type Part = z.infer<typeof Part>

/** A part, and what is said of its lines or rows that have no room. */
type Told = Part & { others: (count: number) => string }

/** Rows of a table at most, whatever room there is. */
const MOST_ROWS = 5
/** Points of a page at the least size (resources/typst/chairBrief.typ), less its title, as these rough heights add up. */
const ROOM = 900
const [LINE, BETWEEN, HEADING] = [13, 5, 36]
const [TABLE_LINE, CELL, TABLE_HEAD] = [12, 11, 23]
/** Signs that a line of the page surely holds, and one of each column, by how many columns there are. */
const SIGNS = 84
const columnSigns: ReadonlyMap<number, readonly number[]> = new Map([
  [3, [14, 38, 17]],
  [5, [13, 26, 14, 9, 10]],
])

/**
 * Empty parts are left out; of the highest one a row goes as long as the page does not hold them all, a line only where no
 * table has a row left to lose: what is expected today is told in lines.
 */
export function fittedParts(parts: readonly Told[]): Part[] {
  const kept = parts
    .filter(({ lines, table }) => lines.length > 0 || (table?.rows.length ?? 0) > 0)
    .map((part) => ({ part, count: Math.min(countOf(part), part.table === null ? SIGNS : MOST_ROWS) }))
  const total = () => kept.reduce((sum, { part, count }) => sum + heightOf(part, count), 0)
  while (total() > ROOM) {
    const [highest] = kept
      .filter(({ count }) => count > 1)
      .sort(
        (a, b) =>
          Number(b.part.table !== null) - Number(a.part.table !== null) ||
          heightOf(b.part, b.count) - heightOf(a.part, a.count),
      )
    if (highest === undefined) break
    highest.count -= 1
  }
  return kept.map(({ part: { heading, lines, table, others: say }, count }) => {
    const left = countOf({ lines, table }) - count
    const others = left > 0 ? [say(left)] : []
    return table === null
      ? { heading, lines: [...lines.slice(0, count), ...others], table }
      : { heading, lines: others, table: { ...table, rows: table.rows.slice(0, count) } }
  })
}

const countOf = ({ lines, table }: Pick<Part, 'lines' | 'table'>) => table?.rows.length ?? lines.length

function heightOf({ lines, table }: Part, count: number): number {
  // A sentence says how many are left out.
  const high = HEADING + LINE + BETWEEN
  if (table === null)
    return lines.slice(0, count).reduce((sum, line) => sum + linesOf(line, SIGNS) * LINE + BETWEEN, high)
  const signs = columnSigns.get(table.columns.length) ?? []
  const rows = table.rows.slice(0, count)
  return rows.reduce(
    (sum, cells) =>
      sum + Math.max(...cells.map((words, x) => linesOf(words, signs[x] ?? 10))) * TABLE_LINE + CELL,
    high + TABLE_HEAD,
  )
}

const linesOf = (words: string, signs: number) => Math.max(1, Math.ceil(words.length / signs))
