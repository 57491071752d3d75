// File rung: a backup that lies somewhere else, chosen with the system's dialog.
import { useWrite } from '../../api/use-write.ts'
import { firstStartText } from '../../text/home.ts'
import { recoveryText as text } from '../../text/recovery.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toasts.ts'
import { Rung } from './Rung.tsx'

export function FileRung() {
  const takeOver = useWrite('backups.takeOver', {
    onSuccess: (taken) => {
      if (taken !== null) showToast(firstStartText.takenOver(taken.meetings))
    },
  })
  return (
    <Rung title={text.fileTitle} lead={text.fileLead}>
      {takeOver.error === null ? null : <ErrorBanner error={takeOver.error} />}
      <div className="row">
        <Button busy={takeOver.isPending ? text.looks : undefined} onPress={() => takeOver.mutate({})}>
          {text.fileAct}
        </Button>
      </div>
    </Rung>
  )
}
