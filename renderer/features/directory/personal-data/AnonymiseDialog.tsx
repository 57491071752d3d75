// The one act of the application that nothing takes back: it says first what goes, what stays and where.
import { useEffect, useState } from 'react'
import type { Output } from '../../../../electron/contract/index.ts'
import { onEvent } from '../../../api/client.ts'
import { showToast } from '../../../api/toasts.ts'
import { useWrite } from '../../../api/use-write.ts'
import { navigate } from '../../../app/location.ts'
import { href } from '../../../app/paths.ts'
import { useTeam } from '../../../app/team.ts'
import { commonText } from '../../../text/common.ts'
import { personalDataText as text } from '../../../text/personal-data.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { CheckBox } from '../../../ui/Select.tsx'
import { forgetFloor } from '../../session/index.ts'
import { CopyLines } from './OlderCopies.tsx'

type Known = Output<'personalData.known'>

export function AnonymiseDialog({ known, onClose }: { known: Known; onClose: () => void }) {
  const [alsoFamilyName, setAlso] = useState(false)
  const isTeam = useTeam() !== null
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const anonymise = useWrite('personalData.anonymise', {
    onSuccess: ({ removed, rewritten }) => {
      // Whoever asked to speak is kept by this desk alone, by name.
      forgetFloor()
      onClose()
      navigate(href('personalData'))
      showToast(text.anonymised(removed + rewritten))
    },
  })
  useEffect(
    () =>
      onEvent((event) => {
        if (event.topic === 'progress' && event.method === 'personalData.anonymise') setProgress(event)
      }),
    [],
  )
  const alone = known.traces.filter(({ by }) => by === 'familyName').length
  const meant = known.traces.filter(({ by }) => by !== 'familyName' || alsoFamilyName)
  const count = (...fates: Known['traces'][number]['fate'][]) =>
    meant.filter(({ fate }) => fates.includes(fate)).length
  return (
    <Dialog
      alert
      title={text.confirmTitle(known.name)}
      onClose={() => {
        if (!anonymise.isPending) onClose()
      }}
      onSubmit={() => anonymise.mutate({ personId: known.id, version: known.version, alsoFamilyName })}
      acts={
        <>
          <Button onPress={onClose} unavailable={anonymise.isPending ? text.anonymising : undefined}>
            {commonText.cancel}
          </Button>
          <Button type="submit" look="danger" busy={anonymise.isPending ? text.anonymising : undefined}>
            {text.confirm}
          </Button>
        </>
      }
    >
      <p>{text.confirmLead}</p>
      <ul className="personal-copies">
        <li>{text.confirmRemoved(count('removed'))}</li>
        <li>{text.confirmRewritten(count('rewritten', 'mixed'))}</li>
        {count('kept') === 0 ? null : <li>{text.confirmKept(count('kept'))}</li>}
        {known.journalEntries === 0 ? null : <li>{text.confirmJournal(known.journalEntries)}</li>}
      </ul>
      {alone === 0 ? null : (
        <CheckBox label={text.alsoFamilyName(alone)} checked={alsoFamilyName} onCommit={setAlso} />
      )}
      {known.copies.length === 0 ? null : (
        <>
          <p className="strong">{text.copies}</p>
          <CopyLines copies={known.copies} />
        </>
      )}
      <p>{isTeam ? text.confirmFinalTeam : text.confirmFinal}</p>
      {anonymise.isPending && progress !== null ? (
        <p className="mute" role="status">
          {text.progress(progress.done, progress.total)}
        </p>
      ) : null}
      {anonymise.error === null ? null : <ErrorBanner error={anonymise.error} />}
    </Dialog>
  )
}
