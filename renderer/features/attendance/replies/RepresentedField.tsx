import { useEffect, useId, useRef } from 'react'
import { repliesText as text } from '../../../text/replies.ts'
import { useDraft } from '../../../ui/use-draft.ts'

export function RepresentedField(props: {
  who: string
  value: string
  /** Of the list of likely names. */
  listId: string
  /** The field takes the focus when it appears: the key that opened it asks for a name. */
  takesFocus: boolean
  onCommit: (name: string) => void
  /** Enter: the name is said, what next? */
  onDone?: () => void
}) {
  const draft = useDraft(props.value, props.onCommit)
  const input = useRef<HTMLInputElement>(null)
  const [id, helpId] = [useId(), useId()]
  const wanted = props.takesFocus
  useEffect(() => {
    if (wanted) input.current?.focus()
  }, [wanted])
  return (
    <div className="represented-field">
      <label htmlFor={id} className="label">
        {text.representedBy(props.who)}
      </label>
      <input
        ref={input}
        id={id}
        className="input"
        list={props.listId}
        autoComplete="off"
        maxLength={500}
        aria-describedby={draft.text.trim() === '' ? helpId : undefined}
        value={draft.text}
        onBlur={draft.finish}
        onChange={(event) => draft.change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          draft.finish()
          props.onDone?.()
        }}
      />
      {draft.text.trim() === '' ? (
        <small id={helpId} className="warn">
          {text.byWhom}
        </small>
      ) : null}
    </div>
  )
}
