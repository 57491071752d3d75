import { useState } from 'react'
import type { SealedFile } from '../../../../electron/contract/sealing.ts'
import { useAct } from '../../../api/use-write.ts'
import { firstStartText } from '../../../text/home.ts'
import { instantWords } from '../../../text/instant-words.ts'
import { recoveryText as text } from '../../../text/recovery.ts'
import { sealingText } from '../../../text/sealing.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { PassphraseDialog } from '../PassphraseDialog.tsx'
import { Rung } from './Rung.tsx'
import { useRecovered } from './use-recovered.ts'

export function FileRung() {
  const [sealed, setSealed] = useState<SealedFile | null>(null)
  const takeOver = useAct('backups.takeOver', {
    onSuccess: (taken) => {
      if (taken === null) return
      if ('sealedToken' in taken) setSealed(taken)
      else showToast(firstStartText.takenOver(taken.meetings))
    },
  })
  const useSealed = useRecovered('recovery.useSealedFile')
  return (
    <Rung title={text.fileTitle} lead={text.fileLead}>
      {takeOver.error === null ? null : <ErrorBanner error={takeOver.error} />}
      <div className="row">
        <Button busy={takeOver.isPending ? text.looks : undefined} onPress={() => takeOver.mutate({})}>
          {text.fileAct}
        </Button>
      </div>
      {sealed === null ? null : (
        <PassphraseDialog
          title={sealingText.openTitle}
          lead={sealingText.fileLead(sealed.name, sealed.at === null ? null : instantWords(sealed.at))}
          act={sealingText.takeOver}
          busy={sealingText.takingOver}
          method="recovery.useBackup"
          stop="recovery.stop"
          isPending={useSealed.isPending}
          error={useSealed.error}
          onSubmit={(passphrase) => useSealed.mutate({ sealedToken: sealed.sealedToken, passphrase })}
          onClose={() => setSealed(null)}
        />
      )}
    </Rung>
  )
}
