import { useEditingOff } from './editing.ts'
import { Field } from './Field.tsx'
import { useDraft } from './use-draft.ts'

type TextFieldProps = {
  label: string
  value: string
  onCommit: (text: string) => void
  help?: string | undefined
  error?: string | undefined
  maxLength?: number
  type?: 'text' | 'email' | 'tel' | 'url'
  autoFocus?: boolean
  readOnly?: boolean
  /** Whether it holds sentences or titles, whose spelling is checked; names, addresses and codes are not prose. */
  prose?: boolean
}

export function TextField({ label, value, onCommit, help, error, prose = false, ...input }: TextFieldProps) {
  const draft = useDraft(value, onCommit)
  const off = useEditingOff()
  return (
    <Field label={label} help={help} error={error}>
      {(ids) => (
        <input
          {...ids}
          {...input}
          readOnly={off.readOnly || input.readOnly}
          title={off.title}
          spellCheck={prose}
          className="input"
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.finish}
          onKeyDown={(event) => (event.key === 'Enter' ? draft.finish() : undefined)}
        />
      )}
    </Field>
  )
}

export function TextArea({
  label,
  value,
  onCommit,
  help,
  error,
  rows = 4,
  prose = true,
  ...input
}: TextFieldProps & { rows?: number }) {
  const draft = useDraft(value, onCommit)
  const off = useEditingOff()
  const { type: _, ...area } = input
  return (
    <Field label={label} help={help} error={error}>
      {(ids) => (
        <textarea
          {...ids}
          {...area}
          readOnly={off.readOnly || input.readOnly}
          title={off.title}
          spellCheck={prose}
          rows={rows}
          className="input"
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.finish}
        />
      )}
    </Field>
  )
}
