import { useState } from 'react'
import { errorCode } from '../../api/api-error.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { passphraseText, encryptionText as text } from '../../text/encryption.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { CheckBox } from '../../ui/Select.tsx'
import { BackupProgress } from './BackupProgress.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'

export function TurnOnDialog({ onClose }: { onClose: () => void }) {
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const [isNoted, setNoted] = useState(false)
  const turnOn = useWrite('encryption.turnOn')
  if (turnOn.isSuccess && passphrase !== null) return <SheetStep passphrase={passphrase} onClose={onClose} />
  const { isPending, error } = turnOn
  const reason = passphrase === null ? passphraseText.needed : isNoted ? undefined : text.notNoted
  return (
    <Dialog
      alert
      title={text.onTitle}
      onClose={isPending ? () => undefined : onClose}
      onSubmit={() => {
        if (passphrase !== null && isNoted && !isPending) turnOn.mutate({ passphrase })
      }}
      acts={
        <>
          <Button onPress={onClose} unavailable={isPending ? text.encryption : undefined}>
            {commonText.cancel}
          </Button>
          <Button
            type="submit"
            look="primary"
            busy={isPending ? text.encryption : undefined}
            unavailable={reason}
          >
            {text.onConfirm}
          </Button>
        </>
      }
    >
      <p>{text.onLead}</p>
      <Banner tone="warn">{text.lost}</Banner>
      <NewPassphrase label={passphraseText.passphrase} onChange={setPassphrase} />
      <CheckBox label={text.noted} checked={isNoted} onCommit={setNoted} />
      {isPending ? (
        <>
          <BackupProgress method="encryption.turnOn" idle={text.encryption} words={text.progress} />
          <p className="mute small">{text.stoppedLater}</p>
        </>
      ) : null}
      {error === null || errorCode(error) === 'cancelled' ? null : <ErrorBanner error={error} />}
    </Dialog>
  )
}

/** Once it is on: the passphrase is still at hand, so that the sheet can be written without asking again. */
function SheetStep({ passphrase, onClose }: { passphrase: string; onClose: () => void }) {
  const save = useAct('documents.save')
  const saved = save.data ?? null
  return (
    <Dialog
      alert
      title={text.doneTitle}
      onClose={onClose}
      acts={
        <>
          <Button look={saved === null ? 'plain' : 'primary'} onPress={onClose}>
            {saved === null ? text.withoutSheet : text.finish}
          </Button>
          <Button
            look={saved === null ? 'primary' : 'plain'}
            busy={save.isPending ? text.saving : undefined}
            onPress={() => save.mutate({ kind: 'recoverySheet', passphrase })}
          >
            {text.saveSheet}
          </Button>
        </>
      }
    >
      <p>{text.doneLead}</p>
      {saved === null ? null : <Banner tone="ok">{text.sheetSaved(saved.fileName)}</Banner>}
      {save.error === null ? null : <ErrorBanner error={save.error} />}
    </Dialog>
  )
}
