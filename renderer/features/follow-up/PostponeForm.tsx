import { useState } from 'react'
import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import { commonText } from '../../text/common.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { ActionActs } from './use-action-acts.ts'

export function PostponeForm(props: { rows: readonly ActionRow[]; acts: ActionActs; onGiveUp: () => void }) {
  const { rows, acts } = props
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [only] = rows
  const error =
    to === null || rows.length > 1 || only === undefined
      ? undefined
      : to === only.now.due
        ? text.form.sameDate
        : to < only.origin.date
          ? text.form.beforeMeeting
          : undefined
  const missing =
    to === null ? text.form.needsDate : (error ?? (reason.trim() === '' ? text.form.needsReason : undefined))
  return (
    <form
      className="fu-form"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onGiveUp()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === undefined && to !== null) acts.postpone(rows, to, reason.trim())
      }}
    >
      <DateField label={text.form.newDate} value={to} onCommit={setTo} error={error} autoFocus />
      <TextField label={text.form.why} prose value={reason} onCommit={setReason} maxLength={500} />
      <div className="row">
        <Button
          type="submit"
          look="primary"
          unavailable={missing}
          busy={acts.isPending ? text.form.postpone : undefined}
        >
          {text.form.postpone}
        </Button>
        <Button onPress={props.onGiveUp}>{commonText.cancel}</Button>
      </div>
    </form>
  )
}
