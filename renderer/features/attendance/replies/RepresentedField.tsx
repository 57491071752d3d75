import { useEffect, useId, useRef, useState } from 'react'
import { repliesText as text } from '../../../text/replies.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { type Represented, SubstituteQuestion, useSubstitutes } from '../substitutes.tsx'

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
  const input = useRef<HTMLInputElement>(null)
  const [id, helpId, listId] = [useId(), useId(), useId()]
  const substitutes = useSubstitutes(props.represented)
  const [asked, setAsked] = useState('')
  const name = draft.text.trim()
  const isUnknown = name !== '' && substitutes !== undefined && !substitutes.isKnown(name)
  const keep = () => {
    setAsked('')
    draft.finish()
    props.onDone?.()
  }
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
        list={listId}
        autoComplete="off"
        maxLength={500}
        aria-describedby={draft.text.trim() === '' ? helpId : undefined}
        value={draft.text}
        onBlur={() => {
          draft.finish()
          if (isUnknown) setAsked(name)
        }}
        onChange={(event) => draft.change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // Asked once: the same name entered again stays.
          if (isUnknown && asked !== name) {
            draft.finish()
            setAsked(name)
          } else keep()
        }}
      />
      <datalist id={listId}>
        {substitutes?.names.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {isUnknown && asked === name ? (
        <SubstituteQuestion
          name={name}
          substitutes={substitutes}
          onTake={(other) => {
            draft.change(other)
            keep()
          }}
          onKeep={keep}
        />
      ) : null}
      {draft.text.trim() === '' ? (
        <small id={helpId} className="warn">
          {text.byWhom}
        </small>
      ) : null}
    </div>
  )
}
