import { type ReactNode, useState } from 'react'
import type { BackupList } from '../../../electron/contract/backups.ts'
import { showToast } from '../../api/toasts.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { passphraseText, encryptionText as text } from '../../text/encryption.ts'
import { instantWords } from '../../text/instant-words.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { PassphraseField } from '../../ui/PassphraseField.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { TurnOnDialog } from './TurnOnDialog.tsx'

type Act = 'turnOn' | 'change' | 'sheet' | 'turnOff'

export function EncryptionSection({
  list,
}: {
  list: Pick<BackupList, 'encryption' | 'files' | 'unreachable'>
}) {
  const { encryption } = list
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  const dialogs: Readonly<Record<Act, ReactNode>> = {
    turnOn: <TurnOnDialog onClose={close} />,
    change: <ChangePassphraseDialog onClose={close} />,
    sheet: <SheetDialog onClose={close} />,
    turnOff: <TurnOffDialog onClose={close} />,
  }
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h2">{text.title}</h2>
      <p className="mute">
        {encryption === null ? text.off : text.on(instantWords(encryption.since), encryption.keyName)}
      </p>
      {list.unreachable.includes('copies') ? (
        <p className="mute">{text.away}</p>
      ) : encryption === null ? null : (
        <InClear files={list.files} />
      )}
      <div className="row wrap">
        {encryption === null ? (
          <Button onPress={() => setAct('turnOn')}>{text.turnOn}</Button>
        ) : (
          (['change', 'sheet', 'turnOff'] as const).map((one) => (
            <Button key={one} look={one === 'turnOff' ? 'ghost' : 'plain'} onPress={() => setAct(one)}>
              {text[one]}
            </Button>
          ))
        )}
      </div>
      {act === null ? null : dialogs[act]}
    </section>
  )
}

/** Copies of the second folder that anybody can still read, although copies are encrypted. */
function InClear({ files }: { files: BackupList['files'] }) {
  const clear = files.filter(({ place, isEncrypted }) => place === 'copies' && !isEncrypted)
  const damaged = clear.filter(({ condition }) => condition === 'damaged')
  const waiting = clear.length - damaged.length
  return (
    <>
      {waiting === 0 ? null : <Banner tone="warn">{text.waiting(waiting)}</Banner>}
      {damaged.length === 0 ? null : (
        <Banner tone="warn">{text.damagedInClear(damaged.map(({ token }) => token))}</Banner>
      )}
    </>
  )
}

function SheetDialog({ onClose }: { onClose: () => void }) {
  const save = useAct('documents.save', {
    onSuccess: (saved) => {
      if (saved === null) return
      onClose()
      showToast(text.sheetSaved(saved.fileName))
    },
  })
  return (
    <PassphraseDialog
      title={text.sheetTitle}
      lead={text.sheetLead}
      act={text.saveSheet}
      busy={text.saving}
      method="documents.save"
      isPending={save.isPending}
      error={save.error}
      onSubmit={(passphrase) => save.mutate({ kind: 'recoverySheet', passphrase })}
      onClose={onClose}
    />
  )
}

function TurnOffDialog({ onClose }: { onClose: () => void }) {
  const turnOff = useWrite('encryption.turnOff', {
    onSuccess: () => {
      onClose()
      showToast(text.turnedOff)
    },
  })
  return (
    <Dialog
      alert
      title={text.offTitle}
      onClose={onClose}
      onSubmit={() => turnOff.mutate({})}
      acts={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button type="submit" look="primary">
            {text.offConfirm}
          </Button>
        </>
      }
    >
      <p>{text.offLead}</p>
      {turnOff.error === null ? null : <ErrorBanner error={turnOff.error} />}
    </Dialog>
  )
}

// The same key under another passphrase, so that earlier copies open with it too.
function ChangePassphraseDialog({ onClose }: { onClose: () => void }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState<string | null>(null)
  const change = useWrite('encryption.changePassphrase', {
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
