// Text field: one line or several, saved at a pause; Enter keeps, Escape restores.
import type { KeyboardEvent } from 'react'
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
}

export function TextField({ label, value, onCommit, help, error, ...input }: TextFieldProps) {
  const draft = useDraft(value, onCommit)
  return (
    <Field label={label} help={help} error={error}>
      {(ids) => (
        <input
          {...ids}
          {...input}
          className="input"
          value={draft.text}
          onFocus={draft.enter}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.flush}
          onKeyDown={(event) => keepOrRestore(event, draft)}
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
  ...input
}: TextFieldProps & { rows?: number }) {
  const draft = useDraft(value, onCommit)
  const { type: _, ...area } = input
  return (
    <Field label={label} help={help} error={error}>
      {(ids) => (
        <textarea
          {...ids}
          {...area}
          rows={rows}
          className="input"
          value={draft.text}
          onFocus={draft.enter}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.flush}
          onKeyDown={(event) => {
            if (event.key === 'Escape') keepOrRestore(event, draft)
          }}
        />
      )}
    </Field>
  )
}

/** Enter keeps what is typed; Escape puts back what was there, and only then does nothing else on the screen. */
export function keepOrRestore(
  event: KeyboardEvent,
  draft: { flush: () => void; restore: () => boolean },
): void {
  if (event.key === 'Enter') draft.flush()
  if (event.key === 'Escape' && draft.restore()) event.stopPropagation()
}
