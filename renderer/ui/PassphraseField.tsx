import { useState } from 'react'
import { LINE_LENGTH } from '../../electron/domain/limits.ts'
import { passphraseText as text } from '../text/encryption.ts'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'

export function PassphraseField(props: {
  label: string
  value: string
  onChange: (value: string) => void
  help?: string | undefined
  error?: string | undefined
  autoFocus?: boolean
  /** Shown from the start: it was proposed and is to be copied out. */
  isShown?: boolean
}) {
  const [asked, setAsked] = useState<boolean | null>(null)
  const shown = asked ?? props.isShown ?? false
  return (
    <Field label={props.label} help={props.help} error={props.error}>
      {(ids) => (
        <span className="row row-3">
          <input
            {...ids}
            {...(props.autoFocus === true ? { autoFocus: true } : {})}
            className="input grow"
            type={shown ? 'text' : 'password'}
            value={props.value}
            maxLength={LINE_LENGTH}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => props.onChange(event.target.value)}
          />
          <Button
            small
            look="ghost"
            pressed={shown}
            label={shown ? text.hideOf(props.label) : text.showOf(props.label)}
            onPress={() => setAsked(!shown)}
          >
            {shown ? text.hide : text.show}
          </Button>
        </span>
      )}
    </Field>
  )
}
