import { useEffect, useState } from 'react'
import { showToast } from '../../api/toasts.ts'
import { gridText as text } from '../../text/grid.ts'
import { choose, chooseAll, chooseTo, type Selection } from './selection.ts'

/** Rows that a list read in parts can choose at once: as many as it keeps read. */
const MOST_CHOSEN = 500

/** A choice of rows that are still being read. */
type Awaited = {
  /** Where the keys will be. */
  readonly at: number
  readonly first: number
  readonly last: number
  readonly choose: (ids: readonly string[]) => Selection
}

/**
 * Choosing in a list of which not all is read: what is not is asked for first, and chosen once it is there.
 * @param list.ids in the order of the list; empty where a row is not read
 * @param list.at where the keys are
 */
export function useChoosing(list: {
  ids: readonly string[]
  at: string | null
  report: (selection: Selection) => void
  onNear: ((first: number, last: number) => void) | undefined
}) {
  const { ids, at, report, onNear } = list
  const [awaited, setAwaited] = useState<Awaited | null>(null)
  const onSelect = (next: Selection) => {
    // Whoever chooses something else waits for it no longer.
    setAwaited(null)
    report(next)
  }
  useEffect(() => {
    if (awaited !== null) onNear?.(awaited.first, awaited.last)
  }, [awaited, onNear])
  useEffect(() => {
    if (awaited === null || ids.slice(awaited.first, awaited.last + 1).includes('')) return
    setAwaited(null)
    report(awaited.choose(ids))
  }, [awaited, ids, report])

  /** Rows that are not read yet are read first: a choice never leaves out what lies within it. */
  const chooseRows = (range: { at: number; first: number; last: number }, choosing: Awaited['choose']) => {
    if (ids.slice(range.first, range.last + 1).includes('')) setAwaited({ ...range, choose: choosing })
    else onSelect(choosing(ids))
  }
  const go = (index: number, toSelection: (id: string) => Selection) =>
    chooseRows({ at: index, first: index, last: index }, (read) => toSelection(read[index] ?? ''))
  const goTo = (index: number) => go(index, choose)
  /** Of a list that is read in parts no more than it keeps read. */
  const bounded = (first: number, last: number, fixed: number) => {
    if (last - first < MOST_CHOSEN || !ids.slice(first, last + 1).includes('')) return { first, last }
    showToast(text.mostChosen(MOST_CHOSEN))
    return fixed === first
      ? { first, last: first + MOST_CHOSEN - 1 }
      : { first: last - MOST_CHOSEN + 1, last }
  }
  const stretchTo = (begun: Selection, index: number) => {
    const from = begun.from === null ? -1 : ids.indexOf(begun.from)
    const fixed = from < 0 ? index : from
    const { first, last } = bounded(Math.min(fixed, index), Math.max(fixed, index), fixed)
    const at = fixed === first ? last : first
    chooseRows({ at, first, last }, (read) => chooseTo(begun, read, read[at] ?? ''))
  }
  const chooseAllRows = () => {
    if (ids.length === 0) return
    const { first, last } = bounded(0, ids.length - 1, 0)
    const rank = at === null ? 0 : Math.max(0, ids.indexOf(at))
    chooseRows({ at: rank, first, last }, (read) => chooseAll(read.slice(first, last + 1), at))
  }
  return { onSelect, awaitedAt: awaited?.at ?? null, goTo, stretchTo, chooseAllRows }
}
