import { useState } from 'react'
import type { Method } from '../../../electron/contract/index.ts'
import { errorCode } from '../../api/api-error.ts'
import { commonText } from '../../text/common.ts'
import { passphraseText as text } from '../../text/encryption.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { PassphraseField } from '../../ui/PassphraseField.tsx'
import { BackupProgress, type StopMethod } from './BackupProgress.tsx'

export function PassphraseDialog(props: {
  title: string
  lead: string
  act: string
  busy: string
  isPending: boolean
  error: unknown
  /** Under whose name the progress comes. */
  method: Method
  stop?: StopMethod
  onSubmit: (passphrase: string) => void
  onClose: () => void
}) {
  const [passphrase, setPassphrase] = useState('')
  const { isPending, busy } = props
  const isEmpty = passphrase.trim() === ''
  return (
    <Dialog
      title={props.title}
      alert={isPending}
      onClose={isPending ? () => undefined : props.onClose}
      onSubmit={() => {
        if (!isPending && !isEmpty) props.onSubmit(passphrase)
      }}
      acts={
        <>
          <Button onPress={props.onClose} unavailable={isPending ? busy : undefined}>
            {commonText.cancel}
          </Button>
          <Button
            type="submit"
            look="primary"
            busy={isPending ? busy : undefined}
            unavailable={isEmpty ? text.needed : undefined}
          >
            {props.act}
          </Button>
        </>
      }
    >
      <p>{props.lead}</p>
      <PassphraseField
        label={text.passphrase}
        help={text.sheetHelp}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
      />
      {isPending ? (
        <BackupProgress
          method={props.method}
          idle={busy}
          words={text.progress}
          {...(props.stop === undefined ? {} : { stop: props.stop })}
        />
      ) : null}
      {props.error === null || errorCode(props.error) === 'cancelled' ? null : (
        <ErrorBanner error={props.error} />
      )}
    </Dialog>
  )
}
