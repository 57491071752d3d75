import type { Ruling } from '../../domain/documents/drawn-pages.ts'

/** Corners of a table from the top down and from the left; `owner[row][column]` names the cell that a place belongs to. */
export type Grid = { xs: number[]; ys: number[]; owner: number[][] }

/** Lines this near are one, and meet; in points. */
const NEAR = 3

/** Grids with at least two columns and one row, from the top of the page. */
export function gridsOf(rulings: readonly Ruling[]): Grid[] {
  const level = rulings.filter(({ y0, y1 }) => y0 === y1)
  const upright = rulings.filter(({ x0, x1, y0, y1 }) => x0 === x1 && y0 !== y1)
  return tables([...level, ...upright])
    .map(gridOf)
    .filter((grid): grid is Grid => grid !== null)
    .sort((a, b) => (b.ys[0] ?? 0) - (a.ys[0] ?? 0))
}

/** Lines that touch, directly or through others, are of one table. */
function tables(rulings: readonly Ruling[]): Ruling[][] {
  const groups: Ruling[][] = []
  const sorted = [...rulings].sort((a, b) => b.y1 - a.y1)
  for (const ruling of sorted) {
    const touched = groups.filter((group) => group.some((other) => meet(ruling, other)))
    const [first, ...others] = touched
    if (first === undefined) {
      groups.push([ruling])
      continue
    }
    first.push(ruling)
    for (const other of others) {
      first.push(...other)
      groups.splice(groups.indexOf(other), 1)
    }
  }
  return groups
}

function meet(a: Ruling, b: Ruling): boolean {
  return a.x0 - NEAR <= b.x1 && b.x0 - NEAR <= a.x1 && a.y0 - NEAR <= b.y1 && b.y0 - NEAR <= a.y1
}

function gridOf(rulings: readonly Ruling[]): Grid | null {
  const level = rulings.filter(({ y0, y1 }) => y0 === y1)
  const upright = rulings.filter(({ y0, y1 }) => y0 !== y1)
  const xs = distinct(upright.map(({ x0 }) => x0))
  const ys = distinct(level.map(({ y0 }) => y0)).reverse()
  if (xs.length < 3 || ys.length < 2 || xs.length > 66 || ys.length > 2000) return null
  const owner = ys.slice(1).map(() => xs.slice(1).map(() => 0))
  const isDrawn = (column: number, row: number) => {
    const middleY = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2
    return upright.some((line) => crosses(line, 'upright', xs[column] ?? 0, middleY))
  }
  // A border that most rows leave out is one of the head only: the rows have these columns all the same.
  const isOfHead = xs.map(
    (_, column) =>
      isDrawn(column, 0) && owner.filter((_, row) => isDrawn(column, row)).length * 2 < owner.length,
  )
  let cells = 0
  ys.slice(1).forEach((_, row) => {
    xs.slice(1).forEach((right, column) => {
      const middleX = ((xs[column] ?? 0) + right) / 2
      const closedAbove = row === 0 || level.some((line) => crosses(line, 'level', ys[row] ?? 0, middleX))
      const closedBefore = column === 0 || isOfHead[column] === true || isDrawn(column, row)
      const before = owner[row]?.[column - 1]
      const above = owner[row - 1]?.[column]
      const own =
        !closedBefore && before !== undefined ? before : !closedAbove && above !== undefined ? above : cells
      if (own === cells) cells += 1
      const line = owner[row]
      if (line !== undefined) line[column] = own
    })
  })
  return { xs, ys, owner }
}

function crosses(line: Ruling, kind: 'level' | 'upright', at: number, middle: number): boolean {
  return kind === 'level'
    ? Math.abs(line.y0 - at) <= NEAR && line.x0 <= middle && middle <= line.x1
    : Math.abs(line.x0 - at) <= NEAR && line.y0 <= middle && middle <= line.y1
}

/** Values that lie apart, in rising order; those near each other give their first. */
function distinct(values: readonly number[]): number[] {
  const found: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    if (value - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) found.push(value)
  }
  return found
}
