import { useEffect, useRef, useState } from 'react'
import { carryOverText as text } from '../../../text/carry-over.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'

export function DismissForm(props: { many: number; onDismiss: (why: string) => void; onClose: () => void }) {
  const [why, setWhy] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // It opens by the very press that asks for it.
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className="stack carry-why"
      onSubmit={(event) => {
        event.preventDefault()
        props.onDismiss(why.trim())
      }}
    >
      <Field label={text.dismissWhy} help={text.dismissHelp}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            ref={field}
            maxLength={500}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        )}
      </Field>
      <div className="row wrap">
        <Button small onPress={() => props.onDismiss(why.trim())}>
          {text.dismiss(props.many)}
        </Button>
        <Button small look="ghost" onPress={props.onClose}>
          {text.giveUp}
        </Button>
      </div>
    </form>
  )
}
