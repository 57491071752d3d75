import { useState } from 'react'
import type { ExportedArchive, VerifiedArchive } from '../../../../electron/contract/archive.ts'
import type { Input } from '../../../../electron/contract/index.ts'
import type { ArchiveForm } from '../../../../electron/domain/minutes/retention.ts'
import { useUnderWay } from '../../../api/under-way.ts'
import { storing, useAct } from '../../../api/use-write.ts'
import { BeforeLeaving } from '../../../parts/BeforeLeaving.tsx'
import { useLeaving } from '../../../parts/leaving-lines.ts'
import { archiveText as text } from '../../../text/archive.ts'
import { leavingText } from '../../../text/leaving.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FileFaults } from '../../../ui/FileFaults.tsx'
import { isKept, useOutcome } from '../../../ui/kept.ts'
import { WrittenBanner } from '../../../ui/WrittenBanner.tsx'
import { TransferForm, transferKey } from './TransferForm.tsx'

type Description = Input<'archive.export'>['description']

export function ArchiveActs({ meetingId }: { meetingId: string }) {
  const isExporting = useUnderWay('archive.export')
  const isVerifying = useUnderWay('archive.verify')
  const [exported, setExported] = useOutcome<ExportedArchive>(`archive-exported:${meetingId}`, isExporting)
  const [verified, setVerified] = useOutcome<VerifiedArchive>(`archive-verified:${meetingId}`, isVerifying)
  const exporting = useAct('archive.export', { onSuccess: setExported })
  const verifying = useAct('archive.verify', { onSuccess: setVerified })
  const begin = () => {
    for (const one of [exporting, verifying]) one.reset()
    setExported(null)
    setVerified(null)
  }
  const [asked, setAsked] = useState<ArchiveForm | null>(null)
  const [isDescribing, setDescribing] = useState(() => isKept(transferKey(meetingId)))
  const { lines } = useLeaving(meetingId, 'transfer', null)
  // While they are read, the question says so.
  const ask = (form: ArchiveForm) => {
    const own = lines?.filter(({ kind }) => form === 'seda' || kind !== 'noArchivesAgency')
    if (own?.length === 0) goOn(form)
    else setAsked(form)
  }
  const goOn = (form: ArchiveForm) => {
    setAsked(null)
    if (form === 'seda') setDescribing(true)
    else exportAs(form, null)
  }
  const exportAs = (form: ArchiveForm, description: Description, done?: () => void) => {
    begin()
    storing(exporting, { meetingId, form, description }, (exported) => {
      if (exported === null) return
      done?.()
      setDescribing(false)
    })
  }
  const verify = (form: Input<'archive.verify'>['form']) => {
    begin()
    verifying.mutate({ form })
  }
  const error = exporting.error ?? verifying.error
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h3">{text.title}</h2>
      <p className="mute">{text.lead}</p>
      {asked === null ? null : (
        <BeforeLeaving
          meetingId={meetingId}
          departure={departureOf(asked)}
          words={leavingText[departureOf(asked)]}
          go={null}
          reads
          onAct={() => goOn(asked)}
          onClose={() => setAsked(null)}
        />
      )}
      <div className="row wrap">
        <Button small busy={isExporting ? text.exporting : undefined} onPress={() => ask('zip')}>
          {text.exportZip}
        </Button>
        <Button small onPress={() => ask('folder')}>
          {text.exportFolder}
        </Button>
        <Button small onPress={() => ask('seda')}>
          {text.exportSeda}
        </Button>
        <Button
          small
          look="ghost"
          busy={isVerifying ? text.verifying : undefined}
          onPress={() => verify('zip')}
        >
          {text.verifyZip}
        </Button>
        <Button small look="ghost" onPress={() => verify('folder')}>
          {text.verifyFolder}
        </Button>
      </div>
      {/* Behind the acts: before them it would bring its own under the pointer, where the next press rests. */}
      {isDescribing ? (
        <TransferForm
          meetingId={meetingId}
          onWrite={(description, done) => exportAs('seda', description, done)}
          onClose={() => setDescribing(false)}
        />
      ) : null}
      {error === null ? null : <ErrorBanner error={error} />}
      {exported === null ? null : <Exported exported={exported} />}
      {verified === null ? null : <Verdict verified={verified} />}
    </section>
  )
}

const departureOf = (form: ArchiveForm) => (form === 'seda' ? 'transfer' : 'archive')

function Exported({ exported: { token, fileName, files } }: { exported: ExportedArchive }) {
  return <WrittenBanner token={token}>{text.exported(fileName, files)}</WrittenBanner>
}

function Verdict({ verified: { fileName, files, faults, faultCount } }: { verified: VerifiedArchive }) {
  if (files !== null) return <Banner tone="ok">{text.sound(fileName, files)}</Banner>
  return (
    <Banner tone="bad">
      {text.notSound(fileName, faultCount)}
      <FileFaults faults={faults} count={faultCount} />
    </Banner>
  )
}
