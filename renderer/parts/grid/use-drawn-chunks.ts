import { type RefObject, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { CHUNK } from './GridChunk.tsx'

/** Before anything is measured. */
const ROW_HEIGHT = 44
/** So many chunks that lie together out of reach have one body: half a thousand bodies cost more than the rows that are seen. */
const GROUP = 25 * CHUNK
/** Drawn before they come into view, above and below. */
const MARGIN = '600px 0px'

/** What has a body of its own: a chunk, or a whole group of them that one has not come near yet (`isFar`). */
type Piece = {
  readonly from: number
  readonly rows: number
  readonly isDrawn: boolean
  readonly isFar: boolean
}

/**
 * Long lists are drawn where one looks: the rest keeps its room. A chunk has one body, drawn or not, because it is the body
 * that is watched.
 * @param at the row where the keyboard is: it is drawn wherever one looks, because it has the focus
 */
export function useDrawnChunks(
  grid: RefObject<HTMLTableElement | null>,
  length: number,
  at: number,
  onNear: ((first: number, last: number) => void) | undefined,
) {
  const [near, setNear] = useState<ReadonlySet<number>>(() => new Set([0]))
  const [reached, setReached] = useState<ReadonlySet<number>>(() => new Set([0]))
  const heights = useRef(new Map<number, number>())
  const chunks = useMemo(() => {
    const pieces: Piece[] = []
    for (let group = 0; group < length; group += GROUP) {
      const end = Math.min(group + GROUP, length)
      if (!reached.has(group) && (at < group || at >= end))
        pieces.push({ from: group, rows: end - group, isDrawn: false, isFar: true })
      else
        for (let from = group; from < end; from += CHUNK) {
          const rows = Math.min(CHUNK, end - from)
          const isDrawn = near.has(from) || (at >= from && at < from + rows)
          pieces.push({ from, rows, isDrawn, isFar: false })
        }
    }
    return pieces
  }, [length, near, reached, at])
  const bodies = chunks.map(({ from }) => from).join()
  useEffect(() => {
    const table = grid.current
    if (table === null || !bodies.includes(',')) return
    const observer = new IntersectionObserver(
      (entries) => {
        const isFar = ({ target }: IntersectionObserverEntry) => target.hasAttribute('data-far')
        const fromOf = ({ target }: IntersectionObserverEntry) => Number(target.getAttribute('data-chunk'))
        const met = entries.filter((entry) => isFar(entry) && entry.isIntersecting).map(fromOf)
        // In turns: what is not seen yet holds neither a click nor the frame of what is.
        startTransition(() => {
          if (met.length > 0) setReached((before) => new Set([...before, ...met]))
          setNear((before) => {
            const now = new Set(before)
            for (const entry of entries)
              if (entry.isIntersecting && !isFar(entry)) now.add(fromOf(entry))
              else now.delete(fromOf(entry))
            return now
          })
        })
      },
      { root: table.closest('.scroll'), rootMargin: MARGIN },
    )
    for (const body of table.tBodies) observer.observe(body)
    return () => observer.disconnect()
  }, [grid, bodies])
  // After it is painted, when this costs nothing: before, the whole screen would be laid out for it alone.
  useEffect(() => {
    for (const body of grid.current?.tBodies ?? [])
      if (body.getAttribute('aria-hidden') !== 'true' && body.querySelector('[aria-busy]') === null)
        heights.current.set(Number(body.dataset.chunk), body.offsetHeight)
  })
  const readDrawn = useCallback(() => {
    for (const { from, rows, isDrawn } of chunks) if (isDrawn) onNear?.(from, from + rows - 1)
  }, [chunks, onNear])
  // Another order is another list to read from: whoever reads it changes with it.
  useEffect(readDrawn, [readDrawn])
  return {
    chunks,
    readDrawn,
    rowHeight: () => rowHeight(heights.current),
    /** The same for a group as for its chunks one by one: nothing moves when one comes near it. */
    heightOf({ from, rows }: Piece) {
      const average = rowHeight(heights.current)
      let sum = 0
      for (let chunk = from; chunk < from + rows; chunk += CHUNK) {
        const own = Math.min(CHUNK, from + rows - chunk)
        sum += (own === CHUNK ? heights.current.get(chunk) : undefined) ?? Math.round(own * average)
      }
      return sum
    },
  }
}

/** Of the rows that were drawn, on the average. */
function rowHeight(known: ReadonlyMap<number, number>): number {
  const sum = [...known.values()].reduce((total, height) => total + height, 0)
  return sum === 0 ? ROW_HEIGHT : Math.round(sum / known.size / CHUNK)
}
