import { type KeyboardEvent, useRef } from 'react'
import { fold } from '../../../electron/domain/text/fold.ts'
import type { GridColumn } from './columns.ts'

/** How long after a letter the next one goes on with it. */
const PAUSE_MS = 800

/** Letters go to the next row that begins with them; the same one again and again to the next but one. */
export function useTypeAhead<T>(
  rows: readonly (T | undefined)[],
  columns: readonly GridColumn<T>[],
  go: (index: number) => void,
): (event: KeyboardEvent, at: number) => void {
  const typed = useRef({ words: '', at: Number.NEGATIVE_INFINITY })
  return (event, at) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
    const isMore = event.timeStamp - typed.current.at < PAUSE_MS
    // No row begins with a sign, and signs are keys of their own.
    if (!isMore && !/[\p{L}\p{N}]/u.test(event.key)) return
    const words = (isMore ? typed.current.words : '') + fold(event.key)
    event.preventDefault()
    typed.current = { words, at: event.timeStamp }
    const column = columns.find(({ rowHeader }) => rowHeader === true) ?? columns[0]
    if (column === undefined) return
    const isOneLetter = new Set(words).size === 1
    const sought = isOneLetter ? words.slice(0, 1) : words
    for (let step = isOneLetter ? 1 : 0; step <= rows.length; step += 1) {
      const index = (at + step) % rows.length
      const row = rows[index]
      if (row !== undefined && beginnings(column, row).some((one) => one.startsWith(sought))) return go(index)
    }
  }
}

/** What the row is called, and what it is put in order by: of a person the name that is said second. */
function beginnings<T>({ text, rank }: GridColumn<T>, row: T): string[] {
  const order = rank?.(row)
  return [text(row), typeof order === 'string' ? order : ''].map(fold)
}
