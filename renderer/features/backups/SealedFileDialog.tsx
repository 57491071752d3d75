import type { SealedFile } from '../../../electron/contract/sealing.ts'
import { useAct } from '../../api/use-write.ts'
import { firstStartText } from '../../text/home.ts'
import { instantWords } from '../../text/instant-words.ts'
import { sealingText as text } from '../../text/sealing.ts'
import { showToast } from '../../ui/toasts.ts'
import { PassphraseDialog } from './PassphraseDialog.tsx'

export function SealedFileDialog({ file, onClose }: { file: SealedFile; onClose: () => void }) {
  const takeOver = useAct('backups.takeOverSealed', {
    onSuccess: ({ meetings }) => {
      onClose()
      showToast(firstStartText.takenOver(meetings))
    },
  })
  return (
    <PassphraseDialog
      title={text.openTitle}
      lead={text.fileLead(file.name, file.at === null ? null : instantWords(file.at))}
      act={text.takeOver}
      busy={text.takingOver}
      method="backups.restore"
      isPending={takeOver.isPending}
      error={takeOver.error}
      onSubmit={(passphrase) => takeOver.mutate({ sealedToken: file.sealedToken, passphrase })}
      onClose={onClose}
    />
  )
}
