import { type ClipboardEvent, useState } from 'react'
import { LINE_LENGTH, TEXT_LENGTH } from '../../electron/domain/limits.ts'
import { fieldText as text } from '../text/field.ts'
import { useEditingOff } from './editing.ts'
import { Field } from './Field.tsx'
import { TheirText } from './TheirText.tsx'
import { entered, type Fresh, leftUnnamed, nameLeft } from './unnamed.ts'
import { useDraft } from './use-draft.ts'

type TextFieldProps = {
  label: string
  value: string
  onCommit: (text: string) => void
  help?: string | undefined
  error?: string | undefined
  /** Letters it takes in, those of a line or of a text unless said; null where it says itself what is too long. */
  maxLength?: number | null
  type?: 'text' | 'email' | 'tel' | 'url'
  autoFocus?: boolean
  /** The name that a thing is made with: as long as it has no other, the field is entered with it selected. */
  fresh?: Fresh
  readOnly?: boolean
  /** What it names cannot be without: emptied, it says so, and what was last entered stays. */
  needed?: boolean
  /** Whether it holds sentences or titles, whose spelling is checked; names, addresses and codes are not prose. */
  prose?: boolean
}

const isEmptied = (typed: string, value: string) => typed.trim() === '' && value !== ''

const unlessEmpty = (commit: (text: string) => void) => (typed: string) => {
  if (typed.trim() !== '') commit(typed.trim())
}

/** What is said where the end of a paste did not fit: the browser leaves it out without a word. */
function useCut(maxLength: number | null, typed: string) {
  const [isCut, setCut] = useState(false)
  return {
    cut: isCut && maxLength !== null && typed.length >= maxLength ? text.cut(maxLength) : undefined,
    onPaste: ({ currentTarget, clipboardData }: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const { value, selectionStart, selectionEnd } = currentTarget
      const stays = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0))
      setCut(maxLength !== null && stays + clipboardData.getData('text').length > maxLength)
    },
  }
}

export function TextField({
  label,
  value,
  onCommit,
  help,
  error,
  fresh,
  needed = false,
  prose = false,
  maxLength = LINE_LENGTH,
  ...input
}: TextFieldProps) {
  const draft = useDraft(value, needed ? unlessEmpty(onCommit) : onCommit)
  const { cut, onPaste } = useCut(maxLength, draft.text)
  const off = useEditingOff()
  const lack = needed && isEmptied(draft.text, value) ? text.needed : undefined
  return (
    <Field label={label} help={help} error={error ?? lack ?? cut} note={<TheirText draft={draft} />}>
      {(ids) => (
        <input
          {...ids}
          {...input}
          maxLength={maxLength ?? undefined}
          onPaste={onPaste}
          {...entered(value, fresh, input.autoFocus)}
          readOnly={off.readOnly || input.readOnly}
          title={off.title}
          spellCheck={prose}
          className="input"
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={(event) => {
            draft.finish()
            nameLeft(event, fresh)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') draft.finish()
            leftUnnamed(event, fresh)
          }}
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
  fresh,
  needed = false,
  rows = 4,
  prose = true,
  live = true,
  maxLength = TEXT_LENGTH,
  onLeave,
  ...input
}: TextFieldProps & {
  rows?: number
  /** Told what stands in it once it is left, where something was typed. */
  onLeave?: (text: string) => void
  /** Sent while it is typed; a text that must first be understood is sent on leaving. */
  live?: boolean
}) {
  const draft = useDraft(value, needed ? unlessEmpty(onCommit) : onCommit, live)
  const { cut, onPaste } = useCut(maxLength, draft.text)
  const off = useEditingOff()
  const lack = needed && isEmptied(draft.text, value) ? text.needed : undefined
  const { type: _, ...area } = input
  return (
    <Field label={label} help={help} error={error ?? lack ?? cut} note={<TheirText draft={draft} />}>
      {(ids) => (
        <textarea
          {...ids}
          {...area}
          maxLength={maxLength ?? undefined}
          onPaste={onPaste}
          {...entered(value, fresh, input.autoFocus)}
          readOnly={off.readOnly || input.readOnly}
          title={off.title}
          spellCheck={prose}
          rows={rows}
          className="input"
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={(event) => {
            if (draft.finish()) onLeave?.(event.target.value)
            nameLeft(event, fresh)
          }}
          onKeyDown={(event) => leftUnnamed(event, fresh)}
        />
      )}
    </Field>
  )
}
