import { breadth, type TableRow } from './ruled-tables.ts'
import { areTwoNames, columnEdges, joined, joinLines, type Run, type TextLine } from './text-lines.ts'

/** Words this near begin in one column; in points. */
const NEAR = 8
/** Behind a gap of words only what begins right there; in points. */
const EXACT = 0.5
/** Fewer lines in columns than this are chance: an address beside a date, a signature beside another. */
const MIN_ROWS = 3
/** A head and one row of three columns, parted by a drawn line, are none. */
const MIN_RULED_ROWS = 2

export type OpenTable = { from: number; to: number; rows: TableRow[] }

/**
 * The tables among lines: from which line to which (not included), and their rows.
 * @param levels heights of the level lines drawn on the page, which part rows where there are any
 */
export function openTables(lines: readonly TextLine[], step: number, levels: readonly number[]): OpenTable[] {
  const found: OpenTable[] = []
  for (let from = 0; from < lines.length; from += 1) {
    if ((lines[from]?.runs.length ?? 0) < 2) continue
    let to = from + 1
    while (to < lines.length && belongs(lines, from, to, step)) to += 1
    const table = tableOf(lines.slice(from, to), levels)
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
  const starts = lines.slice(from, at).flatMap(({ runs }) => runs.map(({ left }) => left))
  if (line.runs.length > 1) {
    const known = line.runs.filter((run) => starts.some((left) => Math.abs(left - run.left) <= NEAR))
    return gap < step * 4 && known.length * 2 > line.runs.length
  }
  // Larger letters than those of the rows are a heading's.
  if (line.size > 1.1 * Math.max(...lines.slice(from, at).map(({ size }) => size))) return false
  const next = starts.filter((left) => left > line.left + NEAR).sort((a, b) => a - b)[0]
  const own = starts.some((left) => Math.abs(left - line.left) <= NEAR)
  return gap < step * 1.5 && own && (next === undefined || line.right < next)
}

function tableOf(lines: readonly TextLine[], levels: readonly number[]): TableRow[] | null {
  const wide = lines.filter(({ runs }) => runs.length > 1)
  const [first, last] = [lines[0]?.y ?? 0, lines.at(-1)?.y ?? 0]
  const isRuled = (wide[0]?.runs.length ?? 0) > 2 && levels.some((y) => y < first && y > last)
  const areSideBySide = areLists(wide[0]) || wide.some(hasListBeside)
  const least = isRuled || areSideBySide ? MIN_RULED_ROWS : MIN_ROWS
  if (wide.length < least) return null
  const columns = columnsOf(wide)
  if (columns.length < 2) return null
  const cut = lines.map((line) => ({
    ...line,
    runs: line.runs.flatMap((run, at) =>
      cutAtColumns(run, columns).flatMap((one) => (at > 0 ? cutWithin(one, columns) : [one])),
    ),
  }))
  // Each line in columns begins its words where the others do.
  const fits = cut.filter(
    ({ runs }) => runs.length > 1 && runs.every((run) => columnOf(columns, run) !== null),
  )
  if (fits.length < wide.length * 0.8 || fits.length < least) return null
  if (areSideBySide) return [asOneRow(cut, columns)]
  const begins = rowStarts(cut, columns, levels)
  const rows: TableRow[] = []
  cut.forEach((line, at) => {
    if (begins(line, at) || rows.length === 0)
      rows.push({ cells: columns.map(() => ''), repeated: new Set() })
    const cells = rows.at(-1)?.cells ?? []
    for (const run of line.runs) {
      const column = columnOf(columns, run) ?? nearest(columns, run)
      const above = cells[column] ?? ''
      const last = above.slice(above.lastIndexOf('\n') + 1)
      if (above === '') cells[column] = run.text
      else cells[column] = areTwoNames(last, run.text) ? `${above}\n${run.text}` : joined(above, run.text)
    }
  })
  return areItems(rows) ? null : rows
}

/** "III –", "b)" and what it numbers, set apart: a list. */
function areItems(rows: readonly TableRow[]): boolean {
  return rows.every(({ cells }) => cells.length === 2 && MARKER.test(cells[0] ?? ''))
}

const MARKER = /^(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2}|\p{L})\s?(?:[.)/°–—-]|[.)]\s?[–—-])|[-–—•▪])$/u

/** "Présents : …" beside "Excusés : …": each goes on below itself, and no row is one. */
function areLists(first: TextLine | undefined): boolean {
  return first !== undefined && first.runs.length > 1 && first.runs.every(({ text }) => LIST.test(text))
}

/** "Excusés :" alone in a column that is not the first: over the names below it. */
function hasListBeside({ runs }: TextLine): boolean {
  return runs.slice(1).some(({ text }) => LIST.exec(text)?.[0] === text.trim())
}

const LIST =
  /^(?:(?:liste des |étaient |membres |personnes )*(?:présent|participant|excusé|absent|invité|représenté|pouvoir)[^:]{0,40}|(?:assist|particip)\p{L}+[^:]{0,40}|secrétaire[^:]{0,20}|techniciens?|diffusion)\s?:/iu

function asOneRow(lines: readonly TextLine[], columns: readonly number[]): TableRow {
  const parts = columns.map((_, column) =>
    lines.flatMap((line) =>
      line.runs
        .filter((run) => (columnOf(columns, run) ?? nearest(columns, run)) === column)
        .map((run) => ({ ...line, runs: [run], left: run.left, right: run.right, letters: run.text.length })),
    ),
  )
  const edges = columnEdges(
    parts.map((part, at) => ({ left: columns[at] ?? 0, right: Math.max(...part.map(({ right }) => right)) })),
  )
  // A list goes on behind a comma or an initial, however short its line is.
  const cells = parts.map((part, at) => joinLines(part, edges[at] ?? 0).replace(/(?<=,|\s\p{Lu}\.)\n/gu, ' '))
  return { cells, repeated: new Set() }
}

/**
 * Where rows begin: below a level line; else after a step that is wider than those within a row; else wherever the
 * first column has words beside others.
 */
function rowStarts(
  lines: readonly TextLine[],
  columns: readonly number[],
  levels: readonly number[],
): (line: TextLine, at: number) => boolean {
  const gap = (at: number) => (lines[at - 1]?.y ?? 0) - (lines[at]?.y ?? 0)
  const top = lines[0]?.y ?? 0
  const bottom = lines.at(-1)?.y ?? 0
  const inside = levels.filter((y) => y < top && y > bottom)
  const gaps = lines.slice(1).map((_, at) => gap(at + 1))
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)]
  // Lines of one row stand as near as lines of a text do.
  const size = lines[0]?.size ?? 0
  if (most > least * 1.25 && least < size * 1.35) return (_, at) => at > 0 && gap(at) > (least + most) / 2
  if (inside.length >= 2) {
    return (line, at) => inside.some((y) => y > line.y && y < (lines[at - 1]?.y ?? Number.POSITIVE_INFINITY))
  }
  return (line) => line.runs.length > 1 || columnOf(columns, line.runs[0]) === 0
}

/** Words of two narrow columns that came as one run, cut where other lines say that a column begins. */
function cutAtColumns(run: Run, columns: readonly number[]): Run[] {
  const gap = run.gaps.find(
    ({ x, isNarrow }) =>
      x > run.left + NEAR && columns.some((left) => Math.abs(left - x) <= (isNarrow ? EXACT : 2)),
  )
  if (gap === undefined) return [run]
  const first = { ...run, text: run.text.slice(0, gap.at).trim(), right: gap.x, gaps: [] }
  const rest = {
    text: run.text.slice(gap.at).trim(),
    left: gap.x,
    right: run.right,
    gaps: run.gaps.filter(({ x }) => x > gap.x).map(({ at, ...one }) => ({ ...one, at: at - gap.at })),
  }
  return [first, ...cutAtColumns(rest, columns)]
}

/**
 * pdf.js gives words of two columns that nearly touch as one piece. A cell behind others wraps before the next column: what
 * runs into it is cut at the blank that is nearest to where that one begins.
 */
function cutWithin(run: Run, columns: readonly number[]): Run[] {
  const border = columns.find((left) => left > run.left + NEAR && left < run.right - NEAR)
  if (border === undefined || columnOf(columns, run) === null) return [run]
  const share = (run.right - run.left) / breadth(run.text)
  const blanks = [...run.text.matchAll(/ /g)].map(({ index }) => ({
    index,
    x: run.left + breadth(run.text.slice(0, index + 1)) * share,
  }))
  const nearest = blanks.sort((a, b) => Math.abs(a.x - border) - Math.abs(b.x - border))[0]
  if (nearest === undefined || Math.abs(nearest.x - border) > NEAR) return [run]
  const first = { text: run.text.slice(0, nearest.index), left: run.left, right: border, gaps: [] }
  const rest = { text: run.text.slice(nearest.index + 1), left: border, right: run.right, gaps: [] }
  return [first, ...cutWithin(rest, columns)]
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
