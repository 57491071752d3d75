import { useState } from 'react'
import { commonText } from '../../text/common.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'

export function ReasonForm(props: {
  label: string
  act: string
  isPending: boolean
  onSend: (reason: string) => void
  onGiveUp: () => void
}) {
  const [reason, setReason] = useState('')
  const missing = reason.trim() === '' ? text.form.needsReason : undefined
  return (
    <form
      className="register-form"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onGiveUp()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === undefined) props.onSend(reason.trim())
      }}
    >
      <TextField label={props.label} prose value={reason} onCommit={setReason} maxLength={500} autoFocus />
      <div className="row">
        <Button
          type="submit"
          look="primary"
          unavailable={missing}
          busy={props.isPending ? props.act : undefined}
        >
          {props.act}
        </Button>
        <Button onPress={props.onGiveUp}>{commonText.cancel}</Button>
      </div>
    </form>
  )
}
