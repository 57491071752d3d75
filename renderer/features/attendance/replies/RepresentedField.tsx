import { useId } from 'react'
import { repliesText as text } from '../../../text/replies.ts'
import { TheirText } from '../../../ui/TheirText.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { type Represented, SubstituteField } from '../substitutes.tsx'

export function RepresentedField(props: {
  who: string
  value: string
  represented: Represented
  /** The field takes the focus when it appears: the key that opened it asks for a name. */
  takesFocus: boolean
  onCommit: (name: string) => void
  /** Enter: the name is said, what next? */
  onDone?: () => void
}) {
  const draft = useDraft(props.value, props.onCommit)
  const [id, helpId] = [useId(), useId()]
  const isEmpty = draft.text.trim() === ''
  return (
    <div className="represented-field">
      <label htmlFor={id} className="label">
        {text.representedBy(props.who)}
      </label>
      <SubstituteField
        id={id}
        value={draft.text}
        represented={props.represented}
        takesFocus={props.takesFocus}
        describedBy={isEmpty ? helpId : undefined}
        onChange={draft.change}
        onLeave={draft.finish}
        onDone={() => {
          draft.finish()
          props.onDone?.()
        }}
      />
      <TheirText draft={draft} />
      {isEmpty ? (
        <small id={helpId} className="warn">
          {text.byWhom}
        </small>
      ) : null}
    </div>
  )
}
