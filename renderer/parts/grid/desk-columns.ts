// How somebody left the columns of a list stays on this desk: widths in pixels, and the order.
import { useState } from 'react'
import type { GridSort } from './columns.ts'

type Left = { readonly widths: Readonly<Record<string, number>>; readonly sort: GridSort | null }

const untouched: Left = { widths: {}, sort: null }

export function useDeskColumns(list: string): readonly [Left, (change: Partial<Left>) => void] {
  const key = `list.${list}`
  const [left, setLeft] = useState(() => readLeft(localStorage.getItem(key)))
  const change = (part: Partial<Left>) => {
    const next = { ...left, ...part }
    localStorage.setItem(key, JSON.stringify(next))
    setLeft(next)
  }
  return [left, change]
}

/** What another version wrote is no reason to fail. */
function readLeft(stored: string | null): Left {
  if (stored === null) return untouched
  try {
    const { widths, sort }: Partial<Left> = JSON.parse(stored)
    const entries = Object.entries(widths ?? {}).filter(([, width]) => Number.isFinite(width))
    const isSort = typeof sort?.by === 'string' && typeof sort.descending === 'boolean'
    return { widths: Object.fromEntries(entries), sort: isSort ? (sort ?? null) : null }
  } catch {
    return untouched
  }
}
