import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Ruling } from '../../domain/documents/drawn-pages.ts'

type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
/** Thicker than this a filled bar is a surface, not a line; in points. */
const MAX_THICKNESS = 4
/** Shorter than this a line underlines a word or draws a letter; in points. */
const MIN_LENGTH = 5
/** A drawing with more lines is no table. */
const MAX_RULINGS = 20_000

const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const FILLS = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
/** How pdf.js writes the steps of a path: the step, then its points. */
const STEP = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const
const POINTS: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 3, 3: 2, 4: 0 }

/** Lines of a page, by its list of operators. */
export function rulingsOf(operators: readonly number[], args: readonly unknown[]): Ruling[] {
  const rulings: Ruling[] = []
  const kept: Matrix[] = []
  let matrix: Matrix = IDENTITY
  operators.forEach((operator, at) => {
    const values = args[at]
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) kept.push(matrix)
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? IDENTITY
    else if (operator === OPS.transform) matrix = times(matrix, values)
    else if (operator === OPS.paintFormXObjectBegin && Array.isArray(values))
      matrix = times(matrix, values[0])
    else if (operator === OPS.constructPath && Array.isArray(values) && rulings.length < MAX_RULINGS) {
      const [paint, data] = values
      const path: unknown = Array.isArray(data) ? data[0] : data
      if (typeof paint === 'number' && path instanceof Float32Array)
        rulings.push(...linesOf(path, paint, matrix))
    }
  })
  return rulings
}

/** Strokes give their segments, a filled bar the line along its middle, a filled cell its four sides. */
function linesOf(path: Float32Array, paint: number, matrix: Matrix): Ruling[] {
  const found: Ruling[] = []
  for (const outline of outlines(path, matrix)) {
    if (FILLS.has(paint)) {
      const bar = barOf(outline)
      if (bar !== null) found.push(bar)
    }
    const isCell = (outline.length === 5 || outline.length === 6) && FILLS.has(paint)
    if (!STROKES.has(paint) && !isCell) continue
    outline.forEach((point, at) => {
      const before = outline[at - 1]
      const line = before === undefined ? null : lineOf(before, point)
      if (line !== null) found.push(line)
    })
  }
  return found
}

type Point = readonly [x: number, y: number]

/** The pieces of a path as chains of points; a piece with a curve is no line of a table. */
function outlines(path: Float32Array, matrix: Matrix): Point[][] {
  const found: Point[][] = []
  let current: Point[] = []
  let curved = false
  const end = () => {
    if (!curved && current.length > 1) found.push(current)
    current = []
    curved = false
  }
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 0
    const points = POINTS[step]
    if (points === undefined) break
    const point = placed(matrix, path[at + points * 2 - 1] ?? 0, path[at + points * 2] ?? 0)
    if (step === STEP.moveTo) {
      end()
      current = [point]
    } else if (step === STEP.lineTo) current.push(point)
    else if (step === STEP.closePath) {
      const [first] = current
      if (first !== undefined) current.push(first)
    } else curved = true
    at += 1 + points * 2
  }
  end()
  return found
}

function barOf(outline: readonly Point[]): Ruling | null {
  const xs = outline.map(([x]) => x)
  const ys = outline.map(([, y]) => y)
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (y1 - y0 <= MAX_THICKNESS && x1 - x0 >= MIN_LENGTH && x1 - x0 > y1 - y0) {
    return { x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 }
  }
  if (x1 - x0 <= MAX_THICKNESS && y1 - y0 >= MIN_LENGTH)
    return { x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0, y1 }
  return null
}

function lineOf([ax, ay]: Point, [bx, by]: Point): Ruling | null {
  if (Math.abs(ay - by) < 0.5 && Math.abs(ax - bx) >= MIN_LENGTH) {
    return { x0: Math.min(ax, bx), x1: Math.max(ax, bx), y0: ay, y1: ay }
  }
  if (Math.abs(ax - bx) < 0.5 && Math.abs(ay - by) >= MIN_LENGTH) {
    return { x0: ax, x1: ax, y0: Math.min(ay, by), y1: Math.max(ay, by) }
  }
  return null
}

function placed([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

function times(outer: Matrix, inner: unknown): Matrix {
  const numbers: unknown[] = Array.isArray(inner) || inner instanceof Float32Array ? [...inner] : []
  const [a, b, c, d, e, f] = numbers.map(Number)
  if (a === undefined || b === undefined || c === undefined || d === undefined) return outer
  const [x0, y0] = placed([outer[0], outer[1], outer[2], outer[3], 0, 0], a, b)
  const [x1, y1] = placed([outer[0], outer[1], outer[2], outer[3], 0, 0], c, d)
  const [x, y] = placed(outer, e ?? 0, f ?? 0)
  return [x0, y0, x1, y1, x, y]
}
