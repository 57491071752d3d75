import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import type { SavedRow } from '../../api/outbox/saved-row.ts'
import { useEditingOff } from '../../ui/editing.ts'
import { frenchTyping } from './french-typing.ts'

type TextFields<F> = { [K in keyof F]: F[K] extends string ? K : never }[keyof F] & string

/** Grows with its text. With `labelHidden` the label is only read out: the block around says it. */
export function SavedText<F extends object, K extends TextFields<F>>(props: {
  saved: SavedRow<F>
  field: K
  label: string
  labelHidden?: boolean
  /** False where it holds names, whose spelling nobody can check. */
  prose?: boolean
  maxLength: number
  className?: string
  autoFocus?: boolean
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}) {
  const { saved, field } = props
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const off = useEditingOff()
  const [text, setText] = useState(() => String(saved.row.value(field)))
  useFrenchInput(area)
  useEffect(() => {
    const show = () => setText(String(saved.row.value(field)))
    // Something may have been chosen elsewhere on the screen meanwhile (a standard sentence).
    show()
    return saved.row.onAdopt(show)
  }, [saved.row, field])
  const wanted = props.autoFocus === true
  useEffect(() => {
    if (wanted) area.current?.focus()
  }, [wanted])
  return (
    <div className="field">
      <label htmlFor={id} className={props.labelHidden === true ? 'visually-hidden' : undefined}>
        {props.label}
      </label>
      <textarea
        id={id}
        ref={area}
        rows={1}
        lang="fr"
        spellCheck={props.prose !== false}
        className={`input area grows ${props.className ?? ''}`}
        maxLength={props.maxLength}
        {...off}
        value={text}
        onChange={(event) => {
          const typed = event.target.value
          setText(typed)
          saved.edit(field, () => typed as F[K])
        }}
        onKeyDown={props.onKeyDown}
      />
    </div>
  )
}

// The French typing rules in a plain field; each correction is an edit that Ctrl Z takes back.
/**
 * After each typed character that French corrects, replaces it by the browser's own editing command, so that the
 * field's undo knows both what was typed and what was corrected. Pasted text is left as it is.
 */
function useFrenchInput(field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>): void {
  useEffect(() => {
    const element = field.current
    if (element === null) return
    const onInput = (event: Event) => {
      if (!(event instanceof InputEvent) || event.inputType !== 'insertText' || event.isComposing) return
      const typed = event.data ?? ''
      const at = element.selectionStart ?? 0
      const correction = frenchTyping(element.value.slice(0, Math.max(0, at - typed.length)), typed)
      if (correction === null) return
      element.setSelectionRange(at - typed.length - correction.remove, at)
      // The one way to edit a field that its undo takes part in; kept by Chromium for this purpose.
      document.execCommand('insertText', false, correction.insert)
    }
    element.addEventListener('input', onInput)
    return () => element.removeEventListener('input', onInput)
  }, [field])
}
