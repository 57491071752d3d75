import { type ReactNode, useState } from 'react'
import { commonText } from '../../text/common.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

export function NameDialog(props: {
  title: string
  lead: ReactNode
  label: string
  /** The name that is expected. */
  usual: string
  confirm: string
  /** Shown while the act is under way. */
  busy?: string | undefined
  /** Why no name is not enough; without it the name may be left out. */
  needed?: string
  error: unknown
  onConfirm: (name: string) => void
  onClose: () => void
}) {
  const [name, setName] = useState(props.usual)
  const missing = name.trim() === '' ? props.needed : undefined
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      onSubmit={() => {
        if (missing === undefined && props.busy === undefined) props.onConfirm(name.trim())
      }}
      acts={
        <>
          <Button onPress={props.onClose}>{commonText.cancel}</Button>
          <Button type="submit" look="primary" unavailable={missing} busy={props.busy}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <p>{props.lead}</p>
      <TextField label={props.label} prose value={name} onCommit={setName} maxLength={500} autoFocus />
      {props.error === null ? null : <ErrorBanner error={props.error} />}
    </Dialog>
  )
}
