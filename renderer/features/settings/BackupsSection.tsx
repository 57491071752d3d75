// Backups section: verified backups, made now or by themselves, and how to come back to one.
import { useState } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { commonText } from '../../text/common.ts'
import { firstStartText } from '../../text/home.ts'
import { settingsText as text } from '../../text/settings.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { showToast } from '../../ui/toasts.ts'
import { instantWords, sizeWords } from './instant-words.ts'

type Backup = Output<'backups.list'>[number]

export function BackupsSection() {
  const list = useQuery('backups.list', {})
  const [asked, setAsked] = useState<Backup | null>(null)
  const make = useWrite('backups.make', { onSuccess: () => showToast(text.backupMade) })
  const takeOver = useWrite('backups.takeOver', {
    onSuccess: (taken) => {
      if (taken !== null) showToast(firstStartText.takenOver(taken.meetings))
    },
  })
  const error = list.error ?? make.error ?? takeOver.error
  return (
    <section className="stack" aria-label={text.backups}>
      <h2 className="h2">{text.backups}</h2>
      <p className="mute">{text.backupsLead}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      <div className="row wrap">
        <Button busy={make.isPending ? text.makingBackup : undefined} onPress={() => make.mutate({})}>
          {text.makeBackup}
        </Button>
        <Button look="ghost" onPress={() => takeOver.mutate({})}>
          {text.takeOver}
        </Button>
      </div>
      {list.data === undefined || list.data.length === 0 ? (
        <p className="mute">{text.noBackup}</p>
      ) : (
        <ul className="list backup-list">
          {list.data.map((backup) => (
            <li key={backup.token}>
              <div className="grow">
                {instantWords(backup.at)}
                <div className="mute small">
                  {text.reasons[backup.reason]} · {sizeWords(backup.sizeBytes)}
                </div>
              </div>
              <Button small onPress={() => setAsked(backup)}>
                {text.restore}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asked === null ? null : <RestoreDialog backup={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

function RestoreDialog({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const restore = useWrite('backups.restore', {
    onSuccess: (restored) => {
      onClose()
      showToast(text.restored(restored.meetings))
    },
  })
  return (
    <Dialog
      alert
      title={text.restoreTitle}
      onClose={onClose}
      onSubmit={() => restore.mutate({ token: backup.token })}
      acts={
        <>
          <Button onPress={onClose}>{commonText.cancel}</Button>
          <Button type="submit" look="primary" busy={restore.isPending ? text.restoring : undefined}>
            {text.restoreConfirm}
          </Button>
        </>
      }
    >
      <p>{text.restoreLead(instantWords(backup.at))}</p>
      {restore.error === null ? null : <ErrorBanner error={restore.error} />}
    </Dialog>
  )
}
