import { useEditingOff } from './editing.ts'
import { goAmongChoices, tabIndexOf } from './one-stop.ts'

export function Segments<T extends string>(props: {
  label: string
  /** Null: none of them is pressed. */
  value: T | null
  choices: readonly { value: T; label: string; count?: number }[]
  /** Changes the data, not what is shown of them. */
  writes?: boolean
  onChange: (value: T) => void
}) {
  const { readOnly, title } = useEditingOff()
  const reason = props.writes === true && readOnly ? title : undefined
  const held = props.choices.findIndex(({ value }) => value === props.value)
  return (
    // A group of toggle buttons: one is pressed.
    <fieldset className="segments" aria-label={props.label} onKeyDown={goAmongChoices}>
      {props.choices.map((choice, rank) => (
        <button
          key={choice.value}
          type="button"
          tabIndex={tabIndexOf(rank, held)}
          aria-pressed={choice.value === props.value}
          aria-disabled={reason !== undefined || undefined}
          title={reason}
          onClick={() => (reason === undefined ? props.onChange(choice.value) : undefined)}
        >
          {choice.label}
          {choice.count === undefined ? null : <span className="count">{choice.count}</span>}
        </button>
      ))}
    </fieldset>
  )
}
