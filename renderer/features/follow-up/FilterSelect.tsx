import { followUpText as text } from '../../text/follow-up.ts'
import { SelectBox } from '../../ui/Select.tsx'
import type { Choice } from './filters.ts'

const ALL = ''

export function FilterSelect(props: {
  label: string
  all: string
  value: string | null
  choices: readonly Choice[]
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
        <option value={ALL}>{text.choice(label, props.all)}</option>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </SelectBox>
  )
}
