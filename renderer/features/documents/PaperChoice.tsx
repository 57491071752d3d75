import type { ReactNode } from 'react'
import { SelectBox } from '../../ui/Select.tsx'

/** Above a page: which of the papers it is, and what is done with it. */
export function PaperChoice<T extends string>(props: {
  label: string
  value: T
  choices: readonly { readonly value: T; readonly label: string }[]
  onChange: (value: T) => void
  acts: ReactNode
}) {
  return (
    <div className="paper-choice">
      <SelectBox>
        <select
          aria-label={props.label}
          className="input"
          value={props.value}
          onChange={({ target }) => {
            const chosen = props.choices.find(({ value }) => value === target.value)
            if (chosen !== undefined) props.onChange(chosen.value)
          }}
        >
          {props.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </SelectBox>
      <span className="grow" />
      {props.acts}
    </div>
  )
}
