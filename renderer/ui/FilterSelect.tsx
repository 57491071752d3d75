import { commonText } from '../text/common.ts'
import { SelectBox } from './Select.tsx'

export type FilterChoice = { readonly value: string; readonly label: string }

const ALL = ''

/** Narrows a list by one property; null does not. */
export function FilterSelect(props: {
  label: string
  all: string
  value: string | null
  choices: readonly FilterChoice[]
  onChange: (value: string | null) => void
}) {
  const { label, value } = props
  return (
    <SelectBox>
      <select
        aria-label={label}
        className={value === null ? 'input register-filter' : 'input register-filter on'}
        value={value ?? ALL}
        onChange={(event) => props.onChange(event.target.value === ALL ? null : event.target.value)}
      >
        {/* Its name alone takes less room; whoever hears it is told that nothing is left out. */}
        <option value={ALL} aria-label={commonText.choice(label, props.all)}>
          {label}
        </option>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </SelectBox>
  )
}
