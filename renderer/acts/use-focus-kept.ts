import { type RefObject, useEffect, useRef } from 'react'

/** What had the focus, and where: the rank of its row among those of a list that take it, and of itself in that row. */
type Held = { element: Element; list: Element | null; row: number; stop: number }

const STOPS = 'a[href], button, input, select, textarea'

/**
 * The keyboard stays in a part of the screen whose rows go away as they are worked off: on the row that took the place of
 * the one that is gone, as far along in it. Where there is none `last` takes it, which is the part itself, with a negative
 * tabindex, unless said otherwise.
 */
export function useFocusKept(part: RefObject<HTMLElement | null>, last = part): void {
  const held = useRef<Held | null>(null)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      held.current =
        target instanceof Element && part.current?.contains(target) === true ? heldBy(target) : null
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [part])
  useEffect(() => {
    const { current } = held
    if (current === null || current.element.isConnected || document.activeElement !== document.body) return
    const heir = heirOf(current)
    if (heir === null) last.current?.focus()
    else heir.focus()
  })
}

function heldBy(element: Element): Held {
  const row = element.closest('li')
  return {
    ...{ element, list: row?.parentElement ?? null },
    row: row === null ? -1 : rowsOf(row.parentElement).indexOf(row),
    stop: row === null ? -1 : stopsOf(row).indexOf(element as HTMLElement),
  }
}

function heirOf({ list, row, stop }: Held): HTMLElement | null {
  if (list?.isConnected !== true) return null
  const rows = rowsOf(list)
  const stops = stopsOf(rows[Math.min(row, rows.length - 1)])
  return stops[Math.min(stop, stops.length - 1)] ?? null
}

/** Some lines of a list are only read. */
function rowsOf(list: Element | null): Element[] {
  return [...(list?.children ?? [])].filter((row) => row.querySelector(STOPS) !== null)
}

function stopsOf(row: Element | undefined): readonly HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>(STOPS) ?? [])]
}
