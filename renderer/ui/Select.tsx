import Check from 'lucide-react/icons/check'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { type ReactNode, useId } from 'react'
import { useEditingOff } from './editing.ts'
import { Field } from './Field.tsx'
import { Icon } from './Icon.tsx'

export type Choice<T extends string> = { readonly value: T; readonly label: string }

export function Select<T extends string>(props: {
  label: string
  value: T
  choices: readonly Choice<T>[]
  onCommit: (value: T) => void
  help?: string | undefined
  error?: string | undefined
  /** Changes what is shown, or this desk alone: also where nothing can be changed. */
  always?: boolean
}) {
  const off = useEditingOff()
  return (
    <Field label={props.label} help={props.help} error={props.error}>
      {(ids) => (
        <SelectBox>
          <select
            {...ids}
            disabled={off.readOnly && props.always !== true}
            title={off.title}
            className="input"
            value={props.value}
            onChange={(event) => {
              const chosen = props.choices.find((choice) => choice.value === event.target.value)
              if (chosen !== undefined) props.onCommit(chosen.value)
            }}
          >
            {props.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        </SelectBox>
      )}
    </Field>
  )
}

/** Draws a select as the other fields are drawn, with the arrow of the lists one may also type in. */
export function SelectBox({ children }: { children: ReactNode }) {
  return (
    <span className="select-box">
      {children}
      <Icon of={ChevronDown} size={16} />
    </span>
  )
}

export function CheckBox(props: { label: string; checked: boolean; onCommit: (checked: boolean) => void }) {
  const id = useId()
  const off = useEditingOff()
  return (
    <div className="row check-row">
      <span className="check-box">
        <input
          id={id}
          type="checkbox"
          disabled={off.readOnly}
          title={off.title}
          checked={props.checked}
          onChange={(event) => props.onCommit(event.target.checked)}
        />
        <span className={props.checked ? 'check on' : 'check'} aria-hidden="true">
          {props.checked ? <Icon of={Check} size={15} /> : null}
        </span>
      </span>
      <label htmlFor={id}>{props.label}</label>
    </div>
  )
}
