// How somebody left the columns of a list stays on this desk: widths in pixels, and the order.
import { useMemo, useState } from 'react'
import type { GridSort } from './columns.ts'

type Left = { readonly widths: Readonly<Record<string, number>>; readonly sort: GridSort | null }

const untouched: Left = { widths: {}, sort: null }

export function useDeskColumns(list: string): readonly [Left, (change: Partial<Left>) => void] {
  const key = `list.${list}`
  const [left, setLeft] = useState(() => readLeft(localStorage.getItem(key)))
  const change = (part: Partial<Left>) => {
    // The list itself keeps its widths, whoever reads it their order.
    const next = { ...readLeft(localStorage.getItem(key)), ...part }
    localStorage.setItem(key, JSON.stringify(next))
    setLeft(next)
  }
  return [left, change]
}

/** For whoever reads a list in order: as it was left, unless it is no order of theirs. */
export function useDeskSort<S extends GridSort>(
  list: string,
  first: S,
  orders: { safeParse: (value: unknown) => { success: true; data: S } | { success: false } },
): readonly [S, (sort: S) => void] {
  const [{ sort }, change] = useDeskColumns(list)
  const known = useMemo(() => {
    const left = orders.safeParse(sort)
    return left.success ? left.data : null
  }, [orders, sort])
  return [known ?? first, (next) => change({ sort: next })]
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
