import Search from 'lucide-react/icons/search'
import { type RefObject, useId } from 'react'
import { repliesText as text } from '../../../text/replies.ts'
import { Icon } from '../../../ui/Icon.tsx'

export function QuickField(props: {
  input: RefObject<HTMLInputElement | null>
  value: string
  /** Said under the field: whom Enter picks, what was just said. */
  hint: string
  onChange: (typed: string) => void
  onPick: () => void
}) {
  const hintId = useId()
  return (
    <div className="quick">
      <div className="input filter-field">
        <Icon of={Search} size={17} />
        <input
          ref={props.input}
          className="bare"
          type="search"
          data-filter=""
          aria-label={text.find}
          aria-describedby={hintId}
          placeholder={text.find}
          autoComplete="off"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'ArrowDown') props.onPick()
            else if (event.key === 'Escape' && props.value !== '') props.onChange('')
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      </div>
      <p id={hintId} className="mute small cut" role="status">
        {props.hint}
      </p>
    </div>
  )
}
