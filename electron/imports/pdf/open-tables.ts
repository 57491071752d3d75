// Open tables of a page: rows set in columns without any line drawn, known by where their words begin.
import type { TableRow } from './ruled-tables.ts'
import { joined, type Run, type TextLine } from './text-lines.ts'

/** Words this near begin in one column; in points. */
const NEAR = 8
/** Fewer lines in columns than this are chance: an address beside a date, a signature beside another. */
const MIN_ROWS = 3

export type OpenTable = { from: number; to: number; rows: TableRow[] }

/** The tables among lines: from which line to which (not included), and their rows. */
export function openTables(lines: readonly TextLine[], step: number): OpenTable[] {
  const found: OpenTable[] = []
  for (let from = 0; from < lines.length; from += 1) {
    if ((lines[from]?.runs.length ?? 0) < 2) continue
    let to = from + 1
    while (to < lines.length && belongs(lines, from, to, step)) to += 1
    const table = tableOf(lines.slice(from, to))
    if (table === null) continue
    found.push({ from, to, rows: table })
    from = to - 1
  }
  return found
}

/** A line in columns, or one that goes on in one of them right below. */
function belongs(lines: readonly TextLine[], from: number, at: number, step: number): boolean {
  const line = lines[at]
  const before = lines[at - 1]
  if (line === undefined || before === undefined) return false
  const gap = before.y - line.y
  if (line.runs.length > 1) return gap < step * 4
  const starts = lines.slice(from, at).flatMap(({ runs }) => runs.slice(1).map(({ left }) => left))
  return gap < step * 1.5 && starts.some((left) => Math.abs(left - line.left) <= NEAR)
}

function tableOf(lines: readonly TextLine[]): TableRow[] | null {
  const wide = lines.filter(({ runs }) => runs.length > 1)
  if (wide.length < MIN_ROWS) return null
  const columns = columnsOf(wide)
  if (columns.length < 2) return null
  // Each line in columns begins its words where the others do.
  const fits = wide.filter(({ runs }) => runs.every((run) => columnOf(columns, run) !== null))
  if (fits.length < wide.length * 0.8 || fits.length < MIN_ROWS) return null
  const rows: TableRow[] = []
  for (const line of lines) {
    const begins = line.runs.length > 1 || columnOf(columns, line.runs[0]) === 0
    if (begins || rows.length === 0) rows.push({ cells: columns.map(() => ''), repeated: new Set() })
    const cells = rows.at(-1)?.cells ?? []
    for (const run of line.runs) {
      const column = columnOf(columns, run) ?? nearest(columns, run)
      const above = cells[column] ?? ''
      cells[column] = above === '' ? run.text : joined(above, run.text)
    }
  }
  return rows
}

/** Where words begin in at least two of the lines. */
function columnsOf(lines: readonly TextLine[]): number[] {
  const starts = lines.flatMap(({ runs }) => runs.map(({ left }) => left)).sort((a, b) => a - b)
  const groups: number[][] = []
  for (const start of starts) {
    const group = groups.at(-1)
    if (group !== undefined && start - (group[0] ?? 0) <= NEAR) group.push(start)
    else groups.push([start])
  }
  return groups.filter((group) => group.length >= 2).map((group) => group[0] ?? 0)
}

function columnOf(columns: readonly number[], run: Run | undefined): number | null {
  const at = run === undefined ? -1 : columns.findIndex((left) => Math.abs(left - run.left) <= NEAR)
  return at < 0 ? null : at
}

function nearest(columns: readonly number[], run: Run): number {
  const at = columns.findLastIndex((left) => left <= run.left + NEAR)
  return Math.max(0, at)
}
