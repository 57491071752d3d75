import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Input, Output } from '../../electron/contract/index.ts'
import type { ApiError } from './api-error.ts'
import { call } from './client.ts'
import { queryKey, type Readable } from './use-query.ts'

/** Rows of one read: enough for the tallest window, few enough to paint at once. */
export const PAGE = 60
/** Pages that stay read, the last ones looked at: each is read again after every change. */
const KEPT = 12

export type Pages<P, R> = {
  /** The beginning, with the counts of the whole; undefined until it is read. */
  readonly first: P | undefined
  /** As long as the whole list; what is not read is undefined. */
  readonly rows: readonly (R | undefined)[]
  readonly error: ApiError | null
  /** Rows that are about to be seen. */
  readonly near: (from: number, to: number) => void
  readonly refetch: () => void
}

/**
 * A list that is read where one looks. The last answer stays on the screen while another beginning is read.
 * @param rowsOf the same function at every call: rows are made once
 */
export function usePages<M extends Readable, R>(
  method: M,
  inputOf: (page: { offset: number; limit: number }) => Input<M>,
  rowsOf: (page: Output<M>) => { readonly rows: readonly R[]; readonly total: number },
): Pages<Output<M>, R> {
  const key = JSON.stringify(inputOf({ offset: 0, limit: PAGE }))
  const [wanted, setWanted] = useState<{ key: string; pages: readonly number[] }>({ key, pages: [] })
  const pages = wanted.key === key ? wanted.pages : []
  const all = [0, ...pages.filter((page) => page !== 0)]
  const results = useQueries({
    queries: all.map((page) => {
      const input = inputOf({ offset: page * PAGE, limit: PAGE })
      return { queryKey: queryKey(method, input), queryFn: () => call(method, input) }
    }),
  })
  const read = results.map(({ data }) => data as Output<M> | undefined)
  const last = useRef<{ read: typeof read; all: readonly number[] }>({ read: [], all: [] })
  const isSame =
    read.length === last.current.read.length &&
    read.every((page, rank) => page === last.current.read[rank] && all[rank] === last.current.all[rank])
  if (!isSame && read[0] !== undefined) last.current = { read, all }
  const known = last.current
  const rows = useMemo(() => {
    const [first] = known.read
    if (first === undefined) return []
    const { total } = rowsOf(first)
    const filled: (R | undefined)[] = new Array(total).fill(undefined)
    known.read.forEach((page, rank) => {
      if (page === undefined) return
      const from = (known.all[rank] ?? 0) * PAGE
      rowsOf(page).rows.forEach((row, index) => {
        if (from + index < total) filled[from + index] = row
      })
    })
    return filled
  }, [known, rowsOf])
  const near = useCallback(
    (from: number, to: number) =>
      setWanted((before) => {
        const pages = before.key === key ? before.pages : []
        const asked = range(Math.floor(from / PAGE), Math.floor(to / PAGE))
        if (before.key === key && asked.every((page) => pages.includes(page))) return before
        return { key, pages: [...pages.filter((page) => !asked.includes(page)), ...asked].slice(-KEPT) }
      }),
    [key],
  )
  const failed = results.find(({ error }) => error !== null)
  return {
    first: known.read[0],
    rows,
    error: (failed?.error ?? null) as ApiError | null,
    near,
    refetch: () => {
      for (const { refetch } of results) void refetch()
    },
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, rank) => from + rank)
}
