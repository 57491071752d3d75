import { goAmongChoices, tabIndexOf } from './one-stop.ts'

export function Segments<T extends string>(props: {
  label: string
  /** Null: none of them is pressed. */
  value: T | null
  choices: readonly { value: T; label: string; count?: number }[]
  onChange: (value: T) => void
}) {
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
          onClick={() => props.onChange(choice.value)}
        >
          {choice.label}
          {choice.count === undefined ? null : <span className="count">{choice.count}</span>}
        </button>
      ))}
    </fieldset>
  )
}
