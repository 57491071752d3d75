import type { Page, Piece } from '../../domain/documents/drawn-pages.ts'
import { MAX_BLOCK_CHARACTERS } from '../readers/reading.ts'
import { type Grid, gridsOf } from './grid.ts'
import { joinLines, linesOfPieces } from './text-lines.ts'

export type TableRow = { cells: string[]; repeated: Set<number> }
export type PageTable = { top: number; bottom: number; lefts: number[]; rows: TableRow[] }

/** The tables drawn on a page that hold words side by side, and the pieces that stand in none of them. */
export function ruledTables(page: Page, pieces: readonly Piece[]): { tables: PageTable[]; free: Piece[] } {
  let free = [...pieces]
  const grids = gridsOf(page.rulings)
  for (const grid of grids) free = free.flatMap((piece) => cutAtBorders(grid, piece))
  const tables: PageTable[] = []
  for (const grid of grids) {
    const inside = free.filter((piece) => placeOf(grid, piece) !== null)
    const rows = rowsOf(grid, inside)
    // A frame around a paragraph, or the lines of a drawing, hold no words side by side.
    if (!rows.some(({ cells }) => cells.filter((cell) => cell !== '').length > 1)) continue
    const taken = new Set(inside)
    free = free.filter((piece) => !taken.has(piece))
    tables.push({ top: grid.ys[0] ?? 0, bottom: grid.ys.at(-1) ?? 0, lefts: grid.xs.slice(0, -1), rows })
  }
  return { tables, free }
}

/** Row and column of the grid where the middle of a piece lies. */
function placeOf({ xs, ys }: Grid, piece: Piece): { row: number; column: number } | null {
  // The beginning says the column: a long piece may run over its border. The middle of small letters says the row.
  const x = piece.x + Math.min(piece.width / 2, piece.height)
  const y = piece.y + piece.height * 0.3
  const row = ys.findIndex((top, at) => at + 1 < ys.length && y <= top && y > (ys[at + 1] ?? 0))
  const column = xs.findIndex((left, at) => at + 1 < xs.length && x >= left && x < (xs[at + 1] ?? 0))
  return row < 0 || column < 0 ? null : { row, column }
}

/** pdf.js gives words of two narrow cells as one piece: it is cut at the space that lies nearest to the border. */
function cutAtBorders(grid: Grid, piece: Piece): Piece[] {
  const place = placeOf(grid, piece)
  const owners = place === null ? undefined : grid.owner[place.row]
  if (place === null || owners === undefined) return [piece]
  const border = grid.xs.find((x, at) => {
    const isInside = x > piece.x + piece.height * 0.5 && x < piece.x + piece.width - piece.height * 0.3
    return isInside && at > place.column && owners[at - 1] !== owners[at]
  })
  if (border === undefined || piece.width <= 0) return [piece]
  const share = piece.width / breadth(piece.text)
  const wanted = [...piece.text].findIndex(
    (_, at) => piece.x + breadth(piece.text.slice(0, at)) * share >= border,
  )
  const spaces = [...piece.text.matchAll(/\s+/g)].map(({ index, 0: space }) => ({
    index,
    end: index + space.length,
  }))
  const nearest = spaces.sort((a, b) => Math.abs(a.index - wanted) - Math.abs(b.index - wanted))[0]
  if (nearest === undefined || Math.abs(nearest.index - wanted) > 2 + piece.text.length * 0.15) return [piece]
  const first = {
    ...piece,
    text: piece.text.slice(0, nearest.index),
    width: breadth(piece.text.slice(0, nearest.index)) * share,
  }
  const x = Math.max(border + 1, piece.x + breadth(piece.text.slice(0, nearest.end)) * share)
  const rest = { ...piece, text: piece.text.slice(nearest.end), x, width: piece.x + piece.width - x }
  return [first, ...(rest.text === '' ? [] : cutAtBorders(grid, rest))]
}

/** How broad words are beside each other, in small letters: capitals take more, thin letters less. */
export function breadth(text: string): number {
  let sum = 0
  for (const letter of text)
    sum += /[\p{Lu}mw]/u.test(letter) ? 1.4 : /[ijl.,'’|:;!() ]/.test(letter) ? 0.55 : 1
  return sum
}

function rowsOf(grid: Grid, pieces: readonly Piece[]): TableRow[] {
  const held = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const place = placeOf(grid, piece)
    const owner = place === null ? undefined : grid.owner[place.row]?.[place.column]
    if (owner !== undefined) held.set(owner, [...(held.get(owner) ?? []), piece])
  }
  const seen = new Set<number>()
  return grid.owner
    .map((owners, row): TableRow => {
      const repeated = new Set<number>()
      const cells = owners.map((owner, column) => {
        if (owners[column - 1] === owner) return ''
        const text = textOf(held.get(owner) ?? [], rightOf(grid, row, column))
        if (seen.has(owner) && text !== '') repeated.add(column)
        return text
      })
      for (const owner of owners) seen.add(owner)
      return { cells, repeated }
    })
    .filter(({ cells, repeated }) => cells.some((cell, column) => cell !== '' && !repeated.has(column)))
}

/** Right border of a cell, less the usual margin of a cell. */
function rightOf({ xs, owner }: Grid, row: number, column: number): number {
  let last = column
  while (owner[row]?.[last + 1] !== undefined && owner[row]?.[last + 1] === owner[row]?.[column]) last += 1
  return (xs[last + 1] ?? 0) - 5
}

function textOf(pieces: readonly Piece[], right: number): string {
  return joinLines(linesOfPieces(pieces), right).slice(0, MAX_BLOCK_CHARACTERS)
}
