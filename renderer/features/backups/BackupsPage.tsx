import DatabaseBackup from 'lucide-react/icons/database-backup'
import { useState } from 'react'
import type { BackupFile, BackupList } from '../../../electron/contract/backups.ts'
import type { SealedFile } from '../../../electron/contract/sealing.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { backupsText as text } from '../../text/backups.ts'
import { firstStartText } from '../../text/home.ts'
import { whenWords } from '../../text/instant-words.ts'
import { keptFilesText } from '../../text/kept-files.ts'
import { placeText } from '../../text/place.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { showToast } from '../../ui/toasts.ts'
import { BackupTable } from './BackupTable.tsx'
import { CopiesSection } from './CopiesSection.tsx'
import { PlaceSection } from './data-place/PlaceSection.tsx'
import { KeptSection } from './KeptSection.tsx'
import { LookInside } from './LookInside.tsx'
import { SealedFileDialog } from './SealedFileDialog.tsx'
import { SealingSection } from './SealingSection.tsx'
import { UndoBanner } from './UndoBanner.tsx'

export function BackupsPage(_: { focusId: string | null }) {
  const list = useQuery('backups.list', {})
  const where = useQuery('dataPlace.get', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const [sealedFile, setSealedFile] = useState<SealedFile | null>(null)
  const make = useAct('backups.make', { onSuccess: () => showToast(text.made) })
  const takeOver = useAct('backups.takeOver', {
    onSuccess: (taken) => {
      if (taken === null) return
      if ('sealedToken' in taken) setSealedFile(taken)
      else showToast(firstStartText.takenOver(taken.meetings))
    },
  })
  const files = list.data?.files ?? []
  const file = files.find((one) => keyOf(one) === chosen)
  const facts = text.facts(files.length, files[0] === undefined ? null : whenWords(files[0].at))
  useStatusLine([facts])
  const error = list.error ?? make.error ?? takeOver.error
  return (
    <>
      <Head
        title={placeText.backups}
        facts={facts}
        acts={
          <>
            <a className="btn ghost" href={href('keptFiles')}>
              {keptFilesText.openPage}
            </a>
            <Button look="ghost" onPress={() => takeOver.mutate({})}>
              {text.takeOver}
            </Button>
            <Button
              look="primary"
              busy={make.isPending ? text.making : undefined}
              onPress={() => make.mutate({})}
            >
              {text.make}
            </Button>
          </>
        }
      />
      {error === null ? null : <ErrorBanner error={error} onRetry={() => void list.refetch()} />}
      {list.data === undefined ? null : <Warnings list={list.data} />}
      <div className="cols bk-cols">
        <div className="pane grow">
          <div className="scroll bk-left">
            <p className="mute bk-lead">{text.lead}</p>
            {list.data === undefined ? (
              list.error === null ? (
                <Skeleton lines={8} />
              ) : null
            ) : files.length === 0 ? (
              <EmptyState icon={DatabaseBackup} title={text.none}>
                {text.noneHint}
              </EmptyState>
            ) : (
              <BackupTable files={files} chosen={chosen} onChoose={setChosen} />
            )}
            <div className="pad prep">
              {list.data === undefined ? null : <KeptSection rule={list.data.rule} />}
              <CopiesSection risk={where.data?.copies ?? null} />
              {list.data === undefined ? null : <SealingSection list={list.data} />}
              {where.data === undefined ? null : <PlaceSection place={where.data} />}
            </div>
          </div>
        </div>
        {file === undefined ? (
          <Inspector title={text.choose}>
            <p className="mute">{text.chooseHint}</p>
          </Inspector>
        ) : (
          <LookInside key={keyOf(file)} file={file} onClose={() => setChosen(null)} />
        )}
      </div>
      {sealedFile === null ? null : (
        <SealedFileDialog file={sealedFile} onClose={() => setSealedFile(null)} />
      )}
    </>
  )
}

/** A backup and its copy bear one name. */
export function keyOf({ place, token }: Pick<BackupFile, 'place' | 'token'>): string {
  return `${place} ${token}`
}

function Warnings({ list }: { list: BackupList }) {
  const damaged = list.files.filter(({ condition }) => condition === 'damaged').length
  return (
    <>
      {list.lastRestore?.canUndo === true ? <UndoBanner {...list.lastRestore} /> : null}
      {damaged === 0 ? null : <Banner tone="bad">{text.damagedBanner(damaged)}</Banner>}
      {list.unreachable.length === 0 ? null : (
        <Banner tone="warn">{text.unreachable(list.copiesName ?? '')}</Banner>
      )}
    </>
  )
}
