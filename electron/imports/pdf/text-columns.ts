import type { Page, Piece } from '../../domain/documents/drawn-pages.ts'

/** Where the second column of a page may begin, as a share of its width. */
const FROM = 0.42
const TO = 0.62
/** Words this near begin at one place; in points. */
const NEAR = 3
/** Shorter than this on average, what stands side by side are cells of a table. */
const SENTENCE = 24
const MIN_LINES = 3

/** Pieces in the order of reading: what is above, the left column, the right one, what is below. One stretch when there are no columns. */
export function textColumns(page: Page, pieces: readonly Piece[]): Piece[][] {
  const start = secondStart(page, pieces)
  if (start === null) return [[...pieces]]
  const right = pieces.filter((piece) => Math.abs(piece.x - start) <= NEAR)
  const top = Math.max(...right.map(({ y }) => y)) + 4
  const crossing = pieces.filter((piece) => piece.x < start - NEAR && piece.x + piece.width > start - NEAR)
  // Whatever runs over the gap ends the columns.
  const across = Math.max(Number.NEGATIVE_INFINITY, ...crossing.filter(({ y }) => y < top).map(({ y }) => y))
  const floor = Math.max(across, titleOver(across, right, pieces))
  const inside = pieces.filter(({ y }) => y <= top && y > floor + 2)
  const left = inside.filter(({ x }) => x < start - NEAR)
  const second = inside.filter(({ x }) => x >= start - NEAR)
  if (!isText(left) || !isText(second)) return [[...pieces]]
  if (left.length < 2 || second.length < MIN_LINES || hasGaps(left) || hasGaps(second)) return [[...pieces]]
  const above = pieces.filter(({ y }) => y > top)
  const below = pieces.filter(({ y }) => y <= floor + 2)
  return [above, left, second, below].filter((stretch) => stretch.length > 0)
}

/** Short lines over the text that ends the columns: they stand apart from the columns, which end on one line. */
function titleOver(across: number, right: readonly Piece[], pieces: readonly Piece[]): number {
  const end = Math.min(...right.map(({ y }) => y).filter((y) => y > across))
  const below = pieces.filter(({ y }) => y > across && y < end - 2)
  const first = Math.max(...below.map(({ y }) => y))
  const [usual = 0] = right
    .map(({ y }) => y)
    .sort((a, b) => b - a)
    .flatMap((y, at, all) => (at === 0 ? [] : [(all[at - 1] ?? y) - y]))
    .sort((a, b) => a - b)
  const endTogether = pieces.some(({ x, y }) => x < (right[0]?.x ?? 0) - NEAR && Math.abs(y - end) < 2)
  const isTitle = below.length > 0 && below.length <= 3 && endTogether && end - first > usual * 1.3
  return Number.isFinite(across) && isTitle ? first : Number.NEGATIVE_INFINITY
}

/** Where most pieces of the middle of the page begin. */
function secondStart(page: Page, pieces: readonly Piece[]): number | null {
  const starts = pieces.map(({ x }) => x).filter((x) => x > page.width * FROM && x < page.width * TO)
  const counted = starts.map((start) => ({
    start,
    count: starts.filter((other) => Math.abs(other - start) <= NEAR).length,
  }))
  const best = counted.sort((a, b) => b.count - a.count)[0]
  return best === undefined || best.count < MIN_LINES ? null : best.start
}

function isText(pieces: readonly Piece[]): boolean {
  const letters = pieces.reduce((sum, { text }) => sum + text.length, 0)
  return pieces.length > 0 && letters / pieces.length >= SENTENCE
}

/** Words apart on one line: cells, not sentences. */
function hasGaps(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) =>
    pieces.some(
      (other) => Math.abs(other.y - piece.y) < 2 && other.x - (piece.x + piece.width) > 2 * piece.height,
    ),
  )
}
