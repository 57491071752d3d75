import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Rows of greys from the top, 0 is black. */
export type Picture = { readonly width: number; readonly height: number; readonly greys: Uint8Array }

/** What the recogniser reads best: 300 dots per inch. */
export const DOTS = 300
const POINTS = 72
/** A page of A2; larger ones are drawn more coarsely. */
const MOST_DOTS = 36_000_000

type Matrix = readonly [number, number, number, number, number, number]
/** A picture in the page: its greys, and how much each covers where it does not cover all. */
type Source = { width: number; height: number; greys: Uint8Array; covers: Uint8Array | null }

/** Where pdf.js finds the decoders of JBIG2 and JPEG 2000, which many scanners write. */
export function decodersFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'wasm') + sep
}

/**
 * A scanned page as it looks, drawn from its pictures alone: scanners write one a page, or strips, or letters and ground
 * apart. Without a canvas, which would be native code for each system.
 * @returns the picture, and how many of its dots are a point
 */
export async function pictureOf(page: PDFPageProxy): Promise<{ picture: Picture; scale: number }> {
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(DOTS / POINTS, Math.sqrt(MOST_DOTS / (width * height)))
  const viewport = page.getViewport({ scale })
  const picture = {
    width: Math.ceil(viewport.width),
    height: Math.ceil(viewport.height),
    greys: new Uint8Array(Math.ceil(viewport.width) * Math.ceil(viewport.height)).fill(255),
  }
  const { fnArray, argsArray } = await page.getOperatorList()
  let state = { matrix: asMatrix(viewport.transform), ink: 0 }
  const saved: (typeof state)[] = []
  for (const [at, operator] of fnArray.entries()) {
    const given: unknown[] = argsArray[at] ?? []
    switch (operator) {
      case OPS.save:
        saved.push(state)
        break
      case OPS.paintFormXObjectBegin:
        saved.push(state)
        if (Array.isArray(given[0])) state = { ...state, matrix: within(state.matrix, asMatrix(given[0])) }
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state
        break
      case OPS.transform:
        state = { ...state, matrix: within(state.matrix, asMatrix(given)) }
        break
      case OPS.setFillRGBColor:
        state = { ...state, ink: inkOf(given) }
        break
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject: {
        const source = sourceOf(await decoded(page, given[0]))
        if (source !== null) draw(picture, source, state.matrix)
        break
      }
      case OPS.paintImageMaskXObject: {
        const mask = maskOf(await withData(page, given[0]), state.ink)
        if (mask !== null) draw(picture, mask, state.matrix)
        break
      }
      default:
    }
  }
  return { picture, scale }
}

function asMatrix(numbers: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = numbers.map(Number)
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}

/** What a matrix does inside another one. */
function within([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Of "#1a2b3c", or of three numbers up to 255. */
function inkOf(given: readonly unknown[]): number {
  const [first] = given
  const [red = 0, green = 0, blue = 0] =
    typeof first === 'string'
      ? [1, 3, 5].map((at) => Number.parseInt(first.slice(at, at + 2), 16))
      : given.map(Number)
  return grey(red, green, blue)
}

/** Luma of ITU-R BT.601, in whole numbers. */
const grey = (red: number, green: number, blue: number) => (red * 77 + green * 150 + blue * 29) >> 8

/** A picture that pdf.js keeps under a name, or has written in place; null of one that it could not decode. */
async function decoded(page: PDFPageProxy, given: unknown): Promise<unknown> {
  if (typeof given !== 'string') return given
  const kept = given.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => kept.get(given, resolve))
}

/** The bits of a mask may be kept apart from its size. */
async function withData(page: PDFPageProxy, given: unknown): Promise<unknown> {
  const mask = await decoded(page, given)
  if (!isSized(mask) || typeof mask.data !== 'string') return mask
  const kept = await decoded(page, mask.data)
  return isSized(kept) ? { ...mask, data: kept.data } : null
}

type Sized = { width: number; height: number; data?: unknown; kind?: unknown }

function isSized(value: unknown): value is Sized {
  return typeof value === 'object' && value !== null && 'width' in value && 'height' in value
}

/** Kinds of pdf.js: 1 has a bit a dot, 2 three bytes, 3 four, the last of them what it covers. */
function sourceOf(value: unknown): Source | null {
  if (!isSized(value)) return null
  const { width, height, data, kind } = value
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null
  if (kind === 1) return { width, height, greys: bitsOf(data, width, height, [0, 255]), covers: null }
  const bytes = kind === 3 ? 4 : 3
  const greys = new Uint8Array(width * height)
  const covers = kind === 3 ? new Uint8Array(width * height) : null
  for (let at = 0; at < greys.length; at += 1) {
    const from = at * bytes
    greys[at] = grey(data[from] ?? 255, data[from + 1] ?? 255, data[from + 2] ?? 255)
    if (covers !== null) covers[at] = data[from + 3] ?? 255
  }
  return { width, height, greys, covers }
}

/** Ink where a bit is 0. */
function maskOf(value: unknown, ink: number): Source | null {
  if (!isSized(value)) return null
  const { width, height, data } = value
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null
  const greys = new Uint8Array(width * height).fill(ink)
  return { width, height, greys, covers: bitsOf(data, width, height, [255, 0]) }
}

function bitsOf(
  data: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  [zero, one]: readonly [number, number],
): Uint8Array {
  const dots = new Uint8Array(width * height)
  const rowBytes = (width + 7) >> 3
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const byte = data[y * rowBytes + (x >> 3)] ?? 255
      dots[y * width + x] = (byte >> (7 - (x & 7))) & 1 ? one : zero
    }
  return dots
}

/** Of a finer picture so many dots, in each direction, make one of the page. */
const MOST_STEPS = 3

/** Into the unit square that the matrix lays on the page. */
function draw(on: Picture, source: Source, matrix: Matrix): void {
  const [a, b, c, d, e, f] = matrix
  const area = a * d - b * c
  if (Math.abs(area) < 1) return
  const steps = Math.min(
    MOST_STEPS,
    Math.max(1, Math.round(Math.sqrt((source.width * source.height) / Math.abs(area)))),
  )
  const [left, right] = spanOf([e, e + a, e + c, e + a + c], on.width)
  const [top, bottom] = spanOf([f, f + b, f + d, f + b + d], on.height)
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = y * on.width + x
      const under = on.greys[at] ?? 255
      let sum = 0
      for (let step = 0; step < steps * steps; step += 1) {
        const dx = x + ((step % steps) + 0.5) / steps - e
        const dy = y + (Math.floor(step / steps) + 0.5) / steps - f
        const u = (d * dx - c * dy) / area
        const v = 1 - (a * dy - b * dx) / area
        if (u < 0 || u >= 1 || v < 0 || v >= 1) {
          sum += under
          continue
        }
        const from = Math.floor(v * source.height) * source.width + Math.floor(u * source.width)
        const share = (source.covers?.[from] ?? 255) / 255
        sum += under * (1 - share) + (source.greys[from] ?? 255) * share
      }
      on.greys[at] = sum / (steps * steps)
    }
}

function spanOf(ends: readonly number[], most: number): [number, number] {
  return [Math.max(0, Math.floor(Math.min(...ends))), Math.min(most, Math.ceil(Math.max(...ends)))]
}
