import X from 'lucide-react/icons/x'
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { commonText } from '../text/common.ts'
import { Button } from './Button.tsx'
import { scrolls } from './scrolls.ts'
import { isTyping } from './typing.ts'

/** Where Tab stops in the rows of a list. */
const STOP = '[data-row][tabindex="0"], [role="row"][tabindex="0"]'

/**
 * A pane that goes away with the focus gives it back: to the row in the list beside it, else to what had it before. A
 * screen that is left takes the list along, and gives the focus by itself.
 */
function useFocusBack(pane: RefObject<HTMLElement | null>): void {
  const before = useRef(document.activeElement)
  useLayoutEffect(() => {
    const { current } = pane
    const cols = current?.closest('.cols')
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element && current?.contains(target) === false) before.current = target
    }
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('focusin', onFocus)
      if (cols == null || current?.contains(document.activeElement) !== true) return
      setTimeout(() => {
        if (!cols.isConnected || document.activeElement !== document.body) return
        const row = cols.querySelector<HTMLElement>(STOP)
        if (row !== null) row.focus()
        else if (before.current instanceof HTMLElement) before.current.focus()
      })
    }
  }, [pane])
}

export function Inspector(props: {
  title: string
  onClose?: () => void
  /** Escape alone leaves it: the pane goes on, with another of its faces. */
  isFace?: boolean
  acts?: ReactNode
  /** Only to be read: the keyboard reaches the pane itself, since nothing in it takes the focus. */
  isRead?: boolean
  children: ReactNode
}) {
  const pane = useRef<HTMLElement>(null)
  useFocusBack(pane)
  return (
    <aside
      ref={pane}
      className="pane inspector"
      aria-label={props.title}
      // Where Escape goes from its fields; once more, and it closes.
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || props.onClose === undefined) return
        if (isTyping(document.activeElement)) return
        event.preventDefault()
        props.onClose()
      }}
    >
      <div className="pane-head">
        <h2 className="grow cut-two-lines" title={props.title}>
          {props.title}
        </h2>
        {props.acts}
        {props.onClose === undefined || props.isFace === true ? null : (
          <Button small look="ghost" icon={X} label={commonText.close} onPress={props.onClose} />
        )}
      </div>
      <div className="scroll inspector-body" {...(props.isRead === true ? scrolls : {})}>
        {props.children}
      </div>
    </aside>
  )
}
