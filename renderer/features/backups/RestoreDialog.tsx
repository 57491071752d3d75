import type { BackupFile } from '../../../electron/contract/backups.ts'
import { useAct } from '../../api/use-write.ts'
import { backupsText as text } from '../../text/backups.ts'
import { commonText } from '../../text/common.ts'
import { instantWords } from '../../text/instant-words.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import { BackupProgress } from './BackupProgress.tsx'

export function RestoreDialog({
  file,
  passphrase,
  onClose,
}: {
  file: BackupFile
  passphrase?: string
  onClose: () => void
}) {
  const { place, token } = file
  const restore = useAct('backups.restore', {
    onSuccess: ({ meetings, missing }) => {
      onClose()
      showToast(text.restored(meetings, missing))
    },
  })
  return (
    <Dialog
      alert
      title={text.restoreTitle}
      onClose={restore.isPending ? () => undefined : onClose}
      onSubmit={() => restore.mutate({ place, token, ...(passphrase === undefined ? {} : { passphrase }) })}
      acts={
        <>
          <Button onPress={onClose} unavailable={restore.isPending ? text.restoring : undefined}>
            {commonText.cancel}
          </Button>
          <Button type="submit" look="primary" busy={restore.isPending ? text.restoring : undefined}>
            {text.restoreConfirm}
          </Button>
        </>
      }
    >
      <p>{text.restoreLead(instantWords(file.at))}</p>
      {restore.isPending ? (
        <BackupProgress method="backups.restore" idle={text.restoring} words={text.progress} />
      ) : null}
      {restore.error === null ? null : <ErrorBanner error={restore.error} />}
    </Dialog>
  )
}
