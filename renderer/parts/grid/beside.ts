// What stands beside a list: which row it shows at first, and how a press leads there.
import { type RefObject, useEffect, useRef, useState } from 'react'
import { bringToTop } from '../../ui/into-view.ts'
import { ONE_COLUMN, useWidthWithin } from '../../ui/window-width.ts'
import { useLead } from '../ListAndPane.tsx'
import { type Selection, theOne } from './selection.ts'

/**
 * Chooses the first row of a list once it is read, where its life has room beside the list: a screen opens on something
 * to read. What Escape leaves afterwards stays left. In the step that draws the list, not after it: one that is known
 * already comes whole.
 * @param isAsked a row was asked for by whoever came here
 * @param onChoose only sets state of the component that calls
 */
export function useFirstChosen(
  first: string | undefined,
  isAsked: boolean,
  onChoose: (id: string) => void,
): void {
  const isOneColumn = useWidthWithin(ONE_COLUMN)
  const [isDone, setDone] = useState(isAsked)
  if (isDone || first === undefined) return
  setDone(true)
  if (!isOneColumn) onChoose(first)
}

/**
 * Of a list that is narrowed, only what it still shows stays chosen; else its first row is, where it has room beside the
 * list: nobody corrects what is out of sight. In the step that draws the new list, like the first choice.
 * @param rows undefined where one is not read
 * @param narrowing what the list is narrowed to, null while it shows everything; its order is no part of it
 * @param onChoose only sets state of the component that calls
 */
export function useListedOnly(
  rows: readonly ({ readonly id: string } | undefined)[],
  narrowing: unknown,
  chosen: ReadonlySet<string>,
  onChoose: (ids: readonly string[]) => void,
): void {
  const isOneColumn = useWidthWithin(ONE_COLUMN)
  const key = JSON.stringify(narrowing)
  const [answered, setAnswered] = useState({ rows, key })
  if (rows === answered.rows) return
  setAnswered({ rows, key })
  if (key === answered.key || narrowing === null || chosen.size === 0) return
  const listed = new Set(rows.map((row) => row?.id))
  const left = [...chosen].filter((id) => listed.has(id))
  if (left.length === chosen.size) return
  const [first] = rows
  onChoose(left.length > 0 ? left : first === undefined || isOneColumn ? [] : [first.id])
}

/** A second press within it is the other half of a double click, and falls where the first one did. */
const DOUBLE_CLICK_MS = 500

/**
 * In one column what is beside a list takes its place, or follows it, out of sight: a press on a row leads there, once it
 * is no double click.
 * @returns `lead`: at once; `press`: to be told of each press, and with null of whatever else is done in the list
 */
export function useLeadBeside(
  grid: RefObject<HTMLElement | null>,
  selection: Selection,
): { readonly lead: () => boolean; readonly press: (id: string | null) => void } {
  const inPlace = useLead()
  const isOneColumn = useWidthWithin(ONE_COLUMN)
  const isNarrow = isOneColumn || inPlace?.isNarrow === true
  const wanted = useRef<{ id: string; isRipe: boolean } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const lead = () => {
    const beside = grid.current?.closest('.cols > *')?.nextElementSibling
    if (!isNarrow || !(beside instanceof HTMLElement)) return false
    if (inPlace !== null && inPlace.box.current === beside.parentElement) {
      inPlace.show()
      return true
    }
    bringToTop(beside)
    // On a row that nobody sees any more a letter would act unseen.
    if (grid.current?.contains(document.activeElement) === true) {
      beside.tabIndex = -1
      beside.focus({ preventScroll: true })
    }
    return true
  }
  const go = useRef<() => void>(undefined)
  go.current = () => {
    const { current } = wanted
    if (current?.isRipe !== true) return
    const focused = document.activeElement
    const isInList = focused === document.body || grid.current?.contains(focused) === true
    // Where both have room, or somebody went on to something else meanwhile, a press leads nowhere.
    if (!isNarrow || !isInList) wanted.current = null
    else if (current.id === theOne(selection) && lead()) wanted.current = null
  }
  // What is beside may come later than the press.
  useEffect(() => go.current?.())
  useEffect(() => () => clearTimeout(timer.current), [])
  const press = (id: string | null) => {
    clearTimeout(timer.current)
    wanted.current = id === null ? null : { id, isRipe: false }
    timer.current = setTimeout(() => {
      if (wanted.current !== null) wanted.current = { ...wanted.current, isRipe: true }
      go.current?.()
    }, DOUBLE_CLICK_MS)
  }
  return { lead, press }
}
