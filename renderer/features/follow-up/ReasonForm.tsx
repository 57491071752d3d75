import { commonText } from '../../text/common.ts'
import { followUpText as text } from '../../text/follow-up.ts'
import { sayGivenUp } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useKept } from '../../ui/kept.ts'
import { TextField } from '../../ui/TextField.tsx'

export function ReasonForm(props: {
  /** What it is about: the words typed are kept for it. */
  of: string
  label: string
  act: string
  isPending: boolean
  onSend: (reason: string, forget: () => void) => void
  onGiveUp: () => void
}) {
  const [reason, setReason, forget] = useKept(`reason:${props.of}:${props.act}`, '')
  const missing = reason.trim() === '' ? text.form.needsReason : undefined
  return (
    <form
      className="register-form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        props.onGiveUp()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (missing !== undefined) return
        props.onSend(reason.trim(), forget)
      }}
    >
      <TextField label={props.label} prose value={reason} onCommit={setReason} autoFocus />
      <div className="row">
        <Button
          type="submit"
          look="primary"
          unavailable={missing}
          busy={props.isPending ? props.act : undefined}
        >
          {props.act}
        </Button>
        <Button
          onPress={() => {
            sayGivenUp(forget())
            props.onGiveUp()
          }}
        >
          {commonText.cancel}
        </Button>
      </div>
    </form>
  )
}
