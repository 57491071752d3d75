import { useState } from 'react'
import type { BackupFile, BackupLook } from '../../../electron/contract/backups.ts'
import { errorCode } from '../../api/api-error.ts'
import { useAct } from '../../api/use-write.ts'
import { passphraseText, sealingText as text } from '../../text/sealing.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { PassphraseField } from '../../ui/PassphraseField.tsx'
import { BackupProgress } from './BackupProgress.tsx'

export function SealedInside(props: {
  file: BackupFile
  onOpened: (opened: { passphrase: string; look: BackupLook }) => void
}) {
  const { place, token } = props.file
  const [passphrase, setPassphrase] = useState('')
  const look = useAct('backups.look', {
    onSuccess: (found) => props.onOpened({ passphrase, look: found }),
  })
  const isEmpty = passphrase.trim() === ''
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty && !look.isPending) look.mutate({ place, token, passphrase })
      }}
    >
      <p className="mute">
        {text.openLead} {text.verifyLead}
      </p>
      <PassphraseField
        label={passphraseText.passphrase}
        help={passphraseText.sheetHelp}
        value={passphrase}
        onChange={setPassphrase}
      />
      <div className="row">
        <Button
          type="submit"
          busy={look.isPending ? text.opening : undefined}
          unavailable={isEmpty ? passphraseText.needed : undefined}
        >
          {text.open}
        </Button>
      </div>
      {look.isPending ? (
        <BackupProgress method="backups.look" idle={text.opening} words={passphraseText.progress} />
      ) : null}
      {look.error === null || errorCode(look.error) === 'cancelled' ? null : (
        <ErrorBanner error={look.error} />
      )}
    </form>
  )
}
