import DatabaseBackup from 'lucide-react/icons/database-backup'
import { useState } from 'react'
import type { BackupFile, BackupList } from '../../../electron/contract/backups.ts'
import type { EncryptedFile } from '../../../electron/contract/encryption.ts'
import { errorSentences } from '../../../electron/contract/error-sentences.ts'
import type { Output } from '../../../electron/contract/index.ts'
import type { KeptRule } from '../../../electron/domain/data/backup.ts'
import { showToast } from '../../api/toasts.ts'
import { useUnderWay } from '../../api/under-way.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct, useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { ListAndPane } from '../../parts/ListAndPane.tsx'
import { ManagedNote, useManaged } from '../../parts/Managed.tsx'
import { backupsText as text } from '../../text/backups.ts'
import { damageText } from '../../text/damage.ts'
import { dataPlaceText } from '../../text/data-place.ts'
import { deskText } from '../../text/desk.ts'
import { encryptionText } from '../../text/encryption.ts'
import { firstStartText } from '../../text/first-start.ts'
import { instantWords, whenWords } from '../../text/instant-words.ts'
import { placeText } from '../../text/place.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SectionHead } from '../../ui/Head.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { NumberField } from '../../ui/ParsedField.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { useWidthWithin } from '../../ui/window-width.ts'
import { BackupProgress } from './BackupProgress.tsx'
import { BackupTable } from './BackupTable.tsx'
import { PlaceSection } from './data-place/PlaceSection.tsx'
import { EncryptionSection } from './EncryptionSection.tsx'
import { LookInside } from './LookInside.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'

const bounds: Readonly<Record<keyof KeptRule, readonly [min: number, max: number]>> = {
  recent: [3, 20],
  days: [7, 90],
  months: [3, 60],
}

function KeptSection({ rule }: { rule: KeptRule }) {
  const set = useWrite('backups.setRule')
  return (
    <section className="stack" aria-label={text.rule}>
      <h2 className="h2">{text.rule}</h2>
      <p className="mute">{text.ruleWords(rule)}</p>
      {set.error === null ? null : <ErrorBanner error={set.error} />}
      <div className="form-grid">
        {(['recent', 'days', 'months'] as const).map((field) => (
          <NumberField
            needed
            key={field}
            label={text.ruleFields[field]}
            help={text.ruleHelp[field]}
            value={rule[field]}
            min={bounds[field][0]}
            max={bounds[field][1]}
            onCommit={(value) => {
              if (value !== null) set.mutate({ ...rule, [field]: value })
            }}
          />
        ))}
      </div>
    </section>
  )
}

/** Beside the settings and the list there is no room for a third column. */
const NARROW = 1200

export function BackupsPage({ focusId }: { focusId: string | null }) {
  const list = useQuery('backups.list', {})
  const where = useQuery('dataPlace.get', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const isNarrow = useWidthWithin(NARROW)
  const [encryptedFile, setEncryptedFile] = useState<EncryptedFile | null>(null)
  const make = useAct('backups.make', { onSuccess: () => showToast(text.made) })
  const isMaking = useUnderWay('backups.make')
  const isTakingOpened = useUnderWay('backups.restoreOpened')
  const leaveOpened = () => navigate(href('backups'))
  const onTaken = (taken: Output<'backups.restoreChosen'>) => {
    if (taken === null) return
    if ('encryptedToken' in taken) setEncryptedFile(taken)
    else showToast(firstStartText.takenOver(taken.meetings))
  }
  const restore = useAct('backups.restoreChosen', { onSuccess: onTaken })
  const takeOpened = useAct('backups.restoreOpened', {
    onSuccess: (taken) => {
      leaveOpened()
      onTaken(taken)
    },
  })
  const files = list.data?.files ?? []
  const file = files.find((one) => keyOf(one) === chosen)
  const facts = text.facts(files.length, files[0] === undefined ? null : whenWords(files[0].at))
  useStatusLine([])
  const error = list.error ?? make.error ?? restore.error ?? takeOpened.error
  return (
    <>
      <SectionHead
        title={placeText.backups}
        facts={facts}
        acts={
          <>
            <a className="button ghost" href={href('keptFiles')}>
              {damageText.openFiles}
            </a>
            <Button look="ghost" onPress={() => restore.mutate({})}>
              {text.restoreOther}
            </Button>
            <Button look="primary" busy={isMaking ? text.making : undefined} onPress={() => make.mutate({})}>
              {text.make}
            </Button>
          </>
        }
      />
      {error === null ? null : <ErrorBanner error={error} onRetry={() => void list.refetch()} />}
      {list.data === undefined ? null : <Warnings list={list.data} />}
      {focusId === null ? null : (
        <Banner
          tone="warn"
          acts={
            <>
              <Button
                small
                busy={isTakingOpened ? text.restoring : undefined}
                onPress={() => takeOpened.mutate({ fileName: focusId })}
              >
                {deskText.takeOpened}
              </Button>
              <Button small look="ghost" onPress={leaveOpened}>
                {deskText.leaveOpened}
              </Button>
            </>
          }
        >
          {deskText.openedFile(focusId)}
        </Banner>
      )}
      <ListAndPane className="backup-cols" within={NARROW}>
        <div className="pane grow">
          <div className="scroll backup-left">
            <p className="mute backup-lead">{text.lead}</p>
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
            <div className="pad preparation">
              {list.data === undefined ? null : <KeptSection rule={list.data.rule} />}
              <CopiesSection risk={where.data?.copies ?? null} />
              {list.data === undefined ? null : <EncryptionSection list={list.data} />}
              {where.data === undefined ? null : <PlaceSection place={where.data} />}
            </div>
          </div>
        </div>
        {file === undefined ? (
          isNarrow ? null : (
            <Inspector title={text.choose}>
              <p className="mute">{text.chooseHint}</p>
            </Inspector>
          )
        ) : (
          <LookInside key={keyOf(file)} file={file} onClose={() => setChosen(null)} />
        )}
      </ListAndPane>
      {encryptedFile === null ? null : (
        <EncryptedFileDialog file={encryptedFile} onClose={() => setEncryptedFile(null)} />
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
      {damaged === 0 ? null : <Banner tone="bad">{damageText.damagedBackups(damaged)}</Banner>}
      {list.unreachable.length === 0 ? null : (
        <Banner tone="warn">{text.unreachable(list.copiesName ?? '')}</Banner>
      )}
    </>
  )
}

function CopiesSection({ risk }: { risk: Output<'dataPlace.get'>['copies'] }) {
  const copies = useQuery('settings.copies', {})
  const choose = useWrite('settings.chooseCopyFolder')
  const state = copies.data
  const error = copies.error ?? choose.error
  const chosen = state?.choice === 'chosen'
  const isManaged = useManaged().CopyFolder !== undefined
  return (
    <section className="stack" aria-label={text.copies}>
      <h2 className="h2">{text.copies}</h2>
      {error === null ? null : <ErrorBanner error={error} />}
      {state?.lastFailure == null ? null : <Banner tone="warn">{errorSentences[state.lastFailure]}</Banner>}
      <p className="mute">
        {chosen
          ? `${text.copiesIn(state.folderName)} ${state.lastCopyAt === null ? text.noCopyYet : text.lastCopy(instantWords(state.lastCopyAt))}`
          : text.copiesNone}
      </p>
      {chosen && risk !== null ? <p className="mute">{dataPlaceText.copiesFine(risk)}</p> : null}
      {isManaged ? (
        <ManagedNote />
      ) : (
        <div className="row">
          <Button onPress={() => choose.mutate({})}>{chosen ? text.changeFolder : text.chooseFolder}</Button>
        </div>
      )}
    </section>
  )
}

function EncryptedFileDialog({ file, onClose }: { file: EncryptedFile; onClose: () => void }) {
  const restore = useAct('backups.restoreChosenEncrypted', {
    onSuccess: ({ meetings }) => {
      onClose()
      showToast(firstStartText.takenOver(meetings))
    },
  })
  return (
    <PassphraseDialog
      title={encryptionText.openTitle}
      lead={encryptionText.fileLead(file.name, file.at === null ? null : instantWords(file.at))}
      act={encryptionText.restoreThese}
      busy={encryptionText.takingOver}
      method="backups.restore"
      isPending={restore.isPending}
      error={restore.error}
      onSubmit={(passphrase) => restore.mutate({ encryptedToken: file.encryptedToken, passphrase })}
      onClose={onClose}
    />
  )
}

function UndoBanner({ at, of }: { at: string; of: string }) {
  const undo = useAct('backups.undoRestore', { onSuccess: () => showToast(text.undone) })
  const isUndoing = useUnderWay('backups.undoRestore')
  return (
    <>
      <Banner
        acts={
          <Button small busy={isUndoing ? text.restoring : undefined} onPress={() => undo.mutate({})}>
            {text.undo}
          </Button>
        }
      >
        {text.lastRestore(instantWords(at), instantWords(of))}
        {isUndoing ? (
          <BackupProgress method="backups.restore" idle={text.restoring} words={text.progress} />
        ) : null}
      </Banner>
      {undo.error === null ? null : <ErrorBanner error={undo.error} />}
    </>
  )
}
