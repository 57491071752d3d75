import { useAct } from '../../api/use-write.ts'
import { backupsText as text } from '../../text/backups.ts'
import { instantWords } from '../../text/instant-words.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toasts.ts'
import { BackupProgress } from './BackupProgress.tsx'

export function UndoBanner({ at, of }: { at: string; of: string }) {
  const undo = useAct('backups.undoRestore', { onSuccess: () => showToast(text.undone) })
  return (
    <>
      <Banner
        acts={
          <Button small busy={undo.isPending ? text.restoring : undefined} onPress={() => undo.mutate({})}>
            {text.undo}
          </Button>
        }
      >
        {text.lastRestore(instantWords(at), instantWords(of))}
        {undo.isPending ? (
          <BackupProgress method="backups.restore" idle={text.restoring} words={text.progress} />
        ) : null}
      </Banner>
      {undo.error === null ? null : <ErrorBanner error={undo.error} />}
    </>
  )
}
