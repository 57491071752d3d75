import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { giveScreenFocus, hasNoFocus } from '../../ui/no-focus.ts'
import { choose, nearestLeft, type Selection, stillThere } from './selection.ts'

type Place = { readonly id: string; readonly ids: readonly string[] }

/**
 * Where the keys are in a list stays there: in view, with the focus when the list is drawn anew around it, on the row that
 * took its place once it is gone, and where Tab comes back to after nothing is chosen any more.
 * @param ids in the order of the list; empty where a row is not read
 * @param field the row in which words are written: as long as there is one the focus is that of its field
 * @returns the row where Tab stops
 */
export function useKeptPlace(
  grid: { readonly current: HTMLElement | null },
  ids: readonly string[],
  selection: Selection,
  report: (selection: Selection) => void,
  field: string | null = null,
): string | null {
  const { at } = selection
  const stop = useStop(ids, at)
  /** The row that has the focus, or had it when it was drawn for the last time. */
  const focused = useRef<Place | null>(null)
  const shown = useRef<string | null>(null)
  const now = useRef({ ids, selection, report })
  now.current = { ids, selection, report }
  useEffect(() => {
    // The focus that is lost comes to nothing, and is not told.
    const onFocus = ({ target }: FocusEvent) => {
      const id = grid.current?.contains(target as Node) === true ? rowOf(target) : null
      focused.current = id === null ? null : { id, ids: now.current.ids }
    }
    // Told before the one that gets it: a row that took it in between would keep it from that one.
    const onLeave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && grid.current?.contains(relatedTarget) !== true)
        focused.current = null
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', onLeave, true)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', onLeave, true)
    }
  }, [grid])
  // With the rows, before they are painted: a key pressed between the two would be lost with the row that had the focus.
  useLayoutEffect(() => {
    const rowAt = (id: string) => grid.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
    const had = focused.current
    const isLost = had !== null && field === null && hasNoFocus()
    // Where something else was chosen with what went away, the focus follows it.
    const isLed = at !== null && at !== shown.current && ids.includes(at)
    const heir = isLost && !isLed && isGone(had, ids) ? heirOf(now.current.selection, had, ids) : null
    if (heir !== null && heir.at !== null && heir.at !== '') {
      now.current.report(heir)
      rowAt(heir.at)?.focus({ preventScroll: true })
      return
    }
    if (had !== null && ids.includes(had.id)) focused.current = { id: had.id, ids }
    const wanted = at ?? (isLost ? had.id : null)
    const row = wanted === null ? null : rowAt(wanted)
    if (row === null || row === undefined) return
    // Rows that are read while somebody looks elsewhere in the list move nothing.
    if (shown.current !== wanted) row.scrollIntoView?.({ block: 'nearest' })
    shown.current = wanted
    const active = document.activeElement
    const isOnRow = active instanceof HTMLElement && active.dataset.row !== undefined
    if ((grid.current?.contains(active) === true && isOnRow) || isLost) row.focus({ preventScroll: true })
  }, [at, ids, grid, field])
  // The list goes with its last row.
  useLayoutEffect(() => {
    const table = grid.current
    return () => {
      if (table?.contains(document.activeElement) === true) giveScreenFocus()
    }
  }, [grid])
  return stop
}

/** The chosen row, else the one that was, else what stands where it was. */
function useStop(ids: readonly string[], at: string | null): string | null {
  const last = useRef<Place | null>(null)
  return useMemo(() => {
    if (at !== null && ids.includes(at)) {
      last.current = { id: at, ids }
      return at
    }
    const { current } = last
    const left = current === null ? null : nearestLeft(current.ids, current.id, ids)
    if (left !== null) last.current = { id: left, ids }
    return left ?? ids[0] ?? null
  }, [ids, at])
}

/** Of a list that is read in parts a row is gone only once its place has been read again. */
function isGone({ id, ids: before }: Place, ids: readonly string[]): boolean {
  return !ids.includes(id) && ids[before.indexOf(id)] !== ''
}

function heirOf(selection: Selection, { id, ids: before }: Place, ids: readonly string[]): Selection | null {
  if (selection.ids.has(id)) return stillThere(selection, before, ids)
  const left = nearestLeft(before, id, ids)
  return left === null ? null : choose(left)
}

export function rowOf(target: EventTarget | null): string | null {
  const row = target instanceof Element ? target.closest('[data-row]') : null
  return row?.getAttribute('data-row') ?? null
}
