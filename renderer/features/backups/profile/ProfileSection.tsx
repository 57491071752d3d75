import { useState } from 'react'
import type { Method } from '../../../../electron/contract/index.ts'
import type { ExportedProfile, ImportedProfile } from '../../../../electron/contract/profile.ts'
import { errorCode } from '../../../api/api-error.ts'
import { showToast } from '../../../api/toasts.ts'
import { useUnderWay } from '../../../api/under-way.ts'
import { useAct } from '../../../api/use-write.ts'
import { commonText } from '../../../text/common.ts'
import { profileText as text } from '../../../text/profile.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FileFaults } from '../../../ui/FileFaults.tsx'
import { useOutcome } from '../../../ui/kept.ts'
import { LongProgress } from '../../../ui/LongProgress.tsx'
import { WrittenBanner } from '../../../ui/WrittenBanner.tsx'

type Refused = Extract<ImportedProfile, { state: 'refused' }>

export function ProfileSection() {
  const isExporting = useUnderWay('profile.export')
  const isImporting = useUnderWay('profile.import')
  const [exported, setExported] = useOutcome<ExportedProfile>('profile-exported', isExporting)
  const [refused, setRefused] = useOutcome<Refused>('profile-refused', isImporting)
  const [isAsking, setAsking] = useState(false)
  const exporting = useAct('profile.export', {
    onSuccess: (written) => {
      if (written !== null) setExported(written)
    },
  })
  const importing = useAct('profile.import', {
    onSuccess: (imported) => {
      if (imported?.state === 'refused') setRefused(imported)
      if (imported?.state === 'taken') showToast(text.imported(imported.meetings))
    },
  })
  const begin = () => {
    setExported(null)
    setRefused(null)
    exporting.reset()
    importing.reset()
  }
  const exportAs = (form: 'folder' | 'zip') => {
    begin()
    exporting.mutate({ form })
  }
  const importFrom = (form: 'folder' | 'zip') => {
    begin()
    setAsking(false)
    importing.mutate({ form })
  }
  const error = exporting.error ?? importing.error
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h2">{text.title}</h2>
      <p className="mute">{text.lead}</p>
      <p className="mute">{text.personal}</p>
      {error === null || errorCode(error) === 'cancelled' ? null : <ErrorBanner error={error} />}
      {refused === null ? null : <Faults refused={refused} />}
      {exported === null ? null : <Exported exported={exported} />}
      {isExporting || isImporting ? (
        <ProfileProgress
          method={isExporting ? 'profile.export' : 'profile.import'}
          words={isExporting ? text.exporting : text.importing}
        />
      ) : (
        <div className="row wrap">
          <Button onPress={() => exportAs('folder')}>{text.exportFolder}</Button>
          <Button onPress={() => exportAs('zip')}>{text.exportZip}</Button>
          <Button look="ghost" onPress={() => setAsking(true)}>
            {text.importProfile}
          </Button>
        </div>
      )}
      {isAsking ? <ImportDialog onChoose={importFrom} onClose={() => setAsking(false)} /> : null}
    </section>
  )
}

function Exported({ exported }: { exported: ExportedProfile }) {
  const { token, fileName, meetings, pieces, damagedPieces } = exported
  return (
    <>
      <WrittenBanner token={token}>{text.exported(fileName, meetings, pieces)}</WrittenBanner>
      {damagedPieces === 0 ? null : <Banner tone="warn">{text.damagedPieces(damagedPieces)}</Banner>}
    </>
  )
}

function Faults({ refused: { faults, faultCount } }: { refused: Refused }) {
  return (
    <Banner tone="bad">
      {text.refused(faultCount)}
      <FileFaults faults={faults} count={faultCount} />
    </Banner>
  )
}

function ImportDialog(props: { onChoose: (form: 'folder' | 'zip') => void; onClose: () => void }) {
  return (
    <Dialog
      alert
      title={text.importTitle}
      onClose={props.onClose}
      acts={
        <>
          <Button onPress={props.onClose}>{commonText.cancel}</Button>
          <Button onPress={() => props.onChoose('folder')}>{text.chooseFolder}</Button>
          <Button onPress={() => props.onChoose('zip')}>{text.chooseZip}</Button>
        </>
      }
    >
      <p>{text.importLead}</p>
    </Dialog>
  )
}

function ProfileProgress({ method, words }: { method: Method; words: string }) {
  const stop = useAct('profile.stop')
  return (
    <LongProgress
      method={method}
      beginning={words}
      words={(done, total) => text.progress(words, done, total)}
      stop={text.stop}
      onStop={() => stop.mutate({})}
      atOnce="line"
    />
  )
}
