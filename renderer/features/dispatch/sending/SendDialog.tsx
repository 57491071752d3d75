import { type ReactNode, useState } from 'react'
import type { MailAccount } from '../../../../electron/domain/dispatch/sending.ts'
import { errorCode } from '../../../api/api-error.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { commonText } from '../../../text/common.ts'
import { sendingText as text } from '../../../text/sending.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { PassphraseField } from '../../../ui/PassphraseField.tsx'

/** What is about to leave, and the password where it is not known; nothing leaves before its last button. */
export function SendDialog(props: {
  account: MailAccount
  title: string
  children: ReactNode
  isPending: boolean
  error: unknown
  onConfirm: () => void
  onClose: () => void
}) {
  const { account, isPending, onConfirm } = props
  const known = useQuery('sending.password', {})
  const [secret, setSecret] = useState('')
  const give = useAct('sending.setPassword', { onSuccess: onConfirm })
  const code = errorCode(props.error)
  const isAsked =
    known.data?.standing === 'none' || code === 'mail-password-needed' || code === 'mail-password-wrong'
  const busy = isPending || give.isPending ? text.underWay[account.way] : undefined
  const submit = () => {
    if (busy !== undefined || known.data === undefined) return
    if (!isAsked) onConfirm()
    else if (secret !== '') give.mutate({ password: secret })
  }
  return (
    <Dialog
      title={props.title}
      alert={busy !== undefined}
      onClose={busy === undefined ? props.onClose : () => undefined}
      onSubmit={submit}
      wide
      acts={
        <>
          <Button onPress={props.onClose} unavailable={busy}>
            {commonText.cancel}
          </Button>
          <Button
            type="submit"
            look="primary"
            busy={busy}
            unavailable={isAsked && secret === '' ? text.passwordNeeded : undefined}
          >
            {text.confirm[account.way]}
          </Button>
        </>
      }
    >
      {props.children}
      {isAsked ? (
        <PassphraseField
          label={text.password}
          help={text.passwordHelp(known.data?.canKeep === true)}
          value={secret}
          onChange={setSecret}
          autoFocus
        />
      ) : null}
      {props.error === null || code === 'mail-password-needed' ? null : <ErrorBanner error={props.error} />}
      {give.error === null ? null : <ErrorBanner error={give.error} />}
    </Dialog>
  )
}
