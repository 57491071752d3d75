export function Segments<T extends string>(props: {
  label: string
  /** Null: none of them is pressed. */
  value: T | null
  choices: readonly { value: T; label: string; count?: number }[]
  onChange: (value: T) => void
}) {
  return (
    // A group of toggle buttons: one is pressed.
    <fieldset className="segments" aria-label={props.label}>
      {props.choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
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
