import ArrowLeft from 'lucide-react/icons/arrow-left'
import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { gridText as text } from '../text/grid.ts'
import { Button } from '../ui/Button.tsx'
import { bringToMiddle, bringToTop } from '../ui/into-view.ts'
import { ONE_COLUMN, useWidthWithin } from '../ui/window-width.ts'

/** Where the keyboard stands in a list. */
const STOP = '[data-row][tabindex="0"], [role="row"][tabindex="0"]'

type Lead = {
  /** Puts what stands beside the list in its place, where there is room for one of them. */
  readonly show: () => void
  readonly isNarrow: boolean
  readonly box: RefObject<HTMLElement | null>
}
const LeadContext = createContext<Lead | null>(null)

/** Of the list and the pane that something stands in; null where nothing leads from one to the other. */
export const useLead = () => useContext(LeadContext)

/**
 * A list, and beside it what is chosen there. Where there is room for one of them the pane would follow below the last row:
 * it takes the place of the list instead, with the way back above it.
 */
export function ListAndPane(props: {
  className?: string
  box?: RefObject<HTMLDivElement | null>
  /** Up to which width of the window there is room for one of them only. */
  within?: number
  /** What the address asks for in the pane; null where it asks for the list. */
  asked?: string | null
  /** What else the way back gives up: what the pane was asked to show can then be asked for again. */
  onBack?: () => void
  children: ReactNode
}) {
  const isNarrow = useWidthWithin(props.within ?? ONE_COLUMN)
  const [isShown, setShown] = useState(false)
  const own = useRef<HTMLDivElement>(null)
  const box = props.box ?? own
  const back = useRef<HTMLDivElement>(null)
  const { asked = null } = props
  useLayoutEffect(() => {
    if (asked !== null) setShown(true)
  }, [asked])
  const isInPlace = isShown && isNarrow
  const lead = useMemo(() => ({ show: () => setShown(true), isNarrow, box }), [box, isNarrow])
  // A pane that was closed leaves the list alone.
  useLayoutEffect(() => {
    if (isShown && paneOf(box.current, back.current) === null) setShown(false)
  })
  const wasInPlace = useRef(false)
  useLayoutEffect(() => {
    const { current } = box
    if (current === null || isInPlace === wasInPlace.current) return
    wasInPlace.current = isInPlace
    const focused = document.activeElement
    if (isInPlace) {
      bringToTop(current)
      // The row that was pressed is out of sight.
      if (focused === document.body || listOf(current, back.current)?.contains(focused) === true)
        back.current?.querySelector('button')?.focus()
    } else if (focused === document.body) {
      const row = current.querySelector<HTMLElement>(STOP)
      row?.focus()
      if (row !== null) bringToMiddle(row)
    }
  }, [box, isInPlace])
  return (
    <LeadContext value={lead}>
      <div ref={box} className={`cols ${props.className ?? ''} ${isInPlace ? 'at-pane' : ''}`}>
        {isInPlace ? (
          <div ref={back} className="cols-back">
            <Button
              look="ghost"
              icon={ArrowLeft}
              onPress={() => {
                setShown(false)
                props.onBack?.()
              }}
            >
              {text.backToList}
            </Button>
          </div>
        ) : null}
        {props.children}
      </div>
    </LeadContext>
  )
}

function listOf(box: HTMLElement, back: HTMLElement | null): Element | null {
  return back === null ? box.firstElementChild : back.nextElementSibling
}

function paneOf(box: HTMLElement | null, back: HTMLElement | null): Element | null {
  return box === null ? null : (listOf(box, back)?.nextElementSibling ?? null)
}
