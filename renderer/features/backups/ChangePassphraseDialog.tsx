// The same key under another passphrase, so that earlier copies open with it too.
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { passphraseText, sealingText as text } from '../../text/sealing.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { PassphraseField } from '../../ui/PassphraseField.tsx'
import { showToast } from '../../ui/toasts.ts'
import { NewPassphrase } from './NewPassphrase.tsx'

export function ChangePassphraseDialog({ onClose }: { onClose: () => void }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState<string | null>(null)
  const change = useWrite('sealing.changePassphrase', {
    onSuccess: () => {
      onClose()
      showToast(text.changed)
    },
  })
  const { isPending } = change
  const isReady = current.trim() !== '' && next !== null
  return (
    <Dialog
      alert
      title={text.changeTitle}
      onClose={isPending ? () => undefined : onClose}
      onSubmit={() => {
        if (isReady && !isPending) change.mutate({ current, next })
      }}
      acts={
        <>
          <Button onPress={onClose} unavailable={isPending ? text.changing : undefined}>
            {commonText.cancel}
          </Button>
          <Button
            type="submit"
            look="primary"
            busy={isPending ? text.changing : undefined}
            unavailable={isReady ? undefined : passphraseText.needed}
          >
            {text.changeConfirm}
          </Button>
        </>
      }
    >
      <p>{text.changeLead}</p>
      <PassphraseField
        label={text.current}
        help={passphraseText.sheetHelp}
        value={current}
        onChange={setCurrent}
        autoFocus
      />
      <NewPassphrase label={text.next} onChange={setNext} />
      {change.error === null ? null : <ErrorBanner error={change.error} />}
    </Dialog>
  )
}
