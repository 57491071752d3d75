import X from 'lucide-react/icons/x'
import { type ReactNode, useRef } from 'react'
import { commonText } from '../text/common.ts'
import { Button } from './Button.tsx'
import { useFocusBack } from './focus-back.ts'
import { scrolls } from './scrolls.ts'
import { isTyping } from './typing.ts'

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
