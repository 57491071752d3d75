// Shown: all lines of the review, or only those to check.
import { importsText } from '../../text/imports.ts'

export function Shown(props: {
  all: number
  doubtful: number
  onlyDoubtful: boolean
  onChange: (onlyDoubtful: boolean) => void
}) {
  const choices = [
    { only: false, label: importsText.all(props.all) },
    { only: true, label: importsText.doubtful(props.doubtful) },
  ]
  return (
    <fieldset className="seg" aria-label={importsText.shown}>
      {choices.map(({ only, label }) => (
        <button
          key={label}
          type="button"
          aria-pressed={props.onlyDoubtful === only}
          onClick={() => props.onChange(only)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
