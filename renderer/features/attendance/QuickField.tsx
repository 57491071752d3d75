import Search from 'lucide-react/icons/search'
import { type RefObject, useId } from 'react'
import { attendanceText as text } from '../../text/attendance.ts'
import { Icon } from '../../ui/Icon.tsx'

export function QuickField(props: {
  input: RefObject<HTMLInputElement | null>
  value: string
  hint: string
  onChange: (typed: string) => void
  onEnter: () => void
  /** Down to the rows. */
  onDown: () => void
  /** Several lines pasted at once: a list of names. */
  onNames: (pasted: string) => void
}) {
  const hintId = useId()
  return (
    <div className="quick-line">
      <div className="input filter-field">
        <Icon of={Search} size={17} />
        <input
          ref={props.input}
          className="bare"
          type="text"
          data-filter=""
          aria-label={text.guestName}
          aria-describedby={hintId}
          placeholder={text.guestHint}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain')
            if (!pasted.trim().includes('\n')) return
            event.preventDefault()
            props.onNames(pasted)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') props.onEnter()
            else if (event.key === 'ArrowDown') props.onDown()
            else if (event.key === 'Escape' && props.value !== '') props.onChange('')
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      </div>
      <p id={hintId} className="mute small" role="status">
        {props.hint}
      </p>
    </div>
  )
}
