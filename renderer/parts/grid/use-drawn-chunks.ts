import { type RefObject, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { CHUNK } from './GridChunk.tsx'

/** Before anything is measured. */
const ROW_HEIGHT = 44
/** Drawn before they come into view, above and below. */
const MARGIN = '600px 0px'

/**
 * Long lists are drawn where one looks: the rest keeps its room. A chunk has one body for good, drawn or not, because it is
 * the body that is watched.
 * @param at the row where the keyboard is: it is drawn wherever one looks, because it has the focus
 */
export function useDrawnChunks(
  grid: RefObject<HTMLTableElement | null>,
  length: number,
  at: number,
  onNear: ((first: number, last: number) => void) | undefined,
) {
  const [near, setNear] = useState<ReadonlySet<number>>(() => new Set([0]))
  const heights = useRef(new Map<number, number>())
  const count = Math.ceil(length / CHUNK)
  const chunks = useMemo(
    () =>
      Array.from({ length: count }, (_, rank) => {
        const from = rank * CHUNK
        return { from, isDrawn: near.has(from) || (at >= from && at < from + CHUNK) }
      }),
    [count, near, at],
  )
  useEffect(() => {
    const table = grid.current
    if (table === null || count < 2) return
    const observer = new IntersectionObserver(
      (entries) => {
        // In turns: what is not seen yet holds neither a click nor the frame of what is.
        startTransition(() =>
          setNear((before) => {
            const now = new Set(before)
            for (const { target, isIntersecting } of entries) {
              const from = Number(target.getAttribute('data-chunk'))
              if (isIntersecting) now.add(from)
              else now.delete(from)
            }
            return now
          }),
        )
      },
      { root: table.closest('.scroll'), rootMargin: MARGIN },
    )
    for (const body of table.tBodies) observer.observe(body)
    return () => observer.disconnect()
  }, [grid, count])
  // After it is painted, when this costs nothing: before, the whole screen would be laid out for it alone.
  useEffect(() => {
    for (const body of grid.current?.tBodies ?? [])
      if (body.getAttribute('aria-hidden') !== 'true' && body.querySelector('[aria-busy]') === null)
        heights.current.set(Number(body.dataset.chunk), body.offsetHeight)
  })
  const readDrawn = useCallback(() => {
    for (const { from, isDrawn } of chunks) if (isDrawn) onNear?.(from, Math.min(from + CHUNK, length) - 1)
  }, [chunks, length, onNear])
  // Another order is another list to read from: whoever reads it changes with it.
  useEffect(readDrawn, [readDrawn])
  return {
    chunks,
    readDrawn,
    rowHeight: () => rowHeight(heights.current),
    heightOf: (from: number) => {
      const rows = Math.min(CHUNK, length - from)
      const own = heights.current.get(from)
      return own !== undefined && rows === CHUNK ? own : Math.round(rows * rowHeight(heights.current))
    },
  }
}

/** Of the rows that were drawn, on the average. */
function rowHeight(known: ReadonlyMap<number, number>): number {
  const sum = [...known.values()].reduce((total, height) => total + height, 0)
  return sum === 0 ? ROW_HEIGHT : Math.round(sum / known.size / CHUNK)
}
