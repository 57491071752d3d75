import { useState } from 'react'
import type { EncryptedFile } from '../../../../electron/contract/encryption.ts'
import { formatSize } from '../../../../electron/domain/text/french.ts'
import { type ApiError, errorCode, errorSentence } from '../../../api/api-error.ts'
import { showToast } from '../../../api/toasts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { useAct } from '../../../api/use-write.ts'
import { UpdatesSection } from '../../../parts/UpdatesSection.tsx'
import { commonText } from '../../../text/common.ts'
import { damageText } from '../../../text/damage.ts'
import { encryptionText } from '../../../text/encryption.ts'
import { firstStartText } from '../../../text/first-start.ts'
import { instantWords } from '../../../text/instant-words.ts'
import { managedText } from '../../../text/managed.ts'
import { closedText, missingBetween, safeUpTo, recoveryText as text } from '../../../text/recovery.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { PassphraseDialog } from '../PassphraseDialog.tsx'
import { BackupRung } from './BackupRung.tsx'
import { ReadingRung } from './ReadingRung.tsx'
import { Rung } from './Rung.tsx'
import type { RecoveryState } from './recovery-state.ts'
import { useRecovered } from './use-recovered.ts'
import { minuteWords } from './when.ts'

export function RecoveryPage({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const state = useQuery('recovery.state', {})
  const again = () => {
    onRetry()
    void state.refetch()
  }
  const code = errorCode(error)
  const reason = state.data?.reason ?? (code in closedText ? (code as keyof typeof closedText) : 'other')
  const { title, happened, toDo } = closedText[reason]
  return (
    <div className="scroll recovery">
      <div className="recovery-body">
        <div className="stack" role="alert">
          <h1 className="h1">{title}</h1>
          <p className="lead">{reason === 'other' ? errorSentence(error) : happened}</p>
          {code === 'data-place-unsure' ? <UnsurePlace /> : null}
        </div>
        {state.data === undefined ? (
          <>
            <p className="mute" role="status">
              {text.looking}
            </p>
            <Skeleton />
          </>
        ) : (
          <Known state={state.data} toDo={toDo} />
        )}
        {code === 'data-newer' ? <UpdatesSection /> : null}
        <div className="row">
          <Button look={isMended(reason) ? 'plain' : 'primary'} onPress={again}>
            {commonText.retry}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** For the administration: which of its words were not understood. */
function UnsurePlace() {
  const faults = useQuery('settings.managed', {}, { isFixed: true }).data?.faults ?? []
  return faults.length === 0 ? null : <p>{managedText.unsure(faults.map(({ key }) => key))}</p>
}

/** Whether a rung of the ladder leads out of it; the others end by themselves once their cause is gone. */
function isMended(reason: string): boolean {
  return ['data-damaged', 'data-missing', 'data-newer', 'data-moved', 'disk-failing'].includes(reason)
}

/** The data are still open, and what the first screen needs of them cannot be read. */
function Unexamined() {
  const examine = useAct('recovery.examine')
  const damage = useQuery('recovery.damage', {})
  // The banner above the screen says it, with the same act.
  if (damage.data?.data != null) return null
  return (
    <>
      {examine.error === null ? null : <ErrorBanner error={examine.error} />}
      <div className="row">
        <Button
          look="primary"
          busy={examine.isPending ? damageText.examining : undefined}
          onPress={() => examine.mutate({})}
        >
          {damageText.examine}
        </Button>
      </div>
    </>
  )
}

/** Whether reading the file itself may give more than the backups have. */
function isReadable(reason: string): boolean {
  return reason === 'data-damaged' || reason === 'disk-failing'
}

function Known({ state, toDo }: { state: RecoveryState; toDo: string }) {
  const { reason, damaged, backups, movedTo } = state
  // Until a reading says otherwise.
  const [givesSomething, setReadable] = useState(true)
  if (reason === null) return <Unexamined />
  const ladder = isMended(reason)
  const good = backups.find(({ sound }) => sound === true)
  const last = damaged === null ? null : minuteWords(damaged.upTo ?? damaged.writtenAt)
  return (
    <>
      <dl className="recovery-facts">
        {movedTo === null ? null : (
          <>
            <dt>{text.where}</dt>
            <dd>{text.movedTo(movedTo.machineName, instantWords(movedTo.at))}</dd>
          </>
        )}
        {reason === 'data-moved' ? null : good === undefined ? (
          ladder ? (
            <>
              <dt>{text.safe}</dt>
              <dd>{text.safeWithoutBackup}</dd>
              <dt>{text.missing}</dt>
              <dd>{text.missingWithoutBackup(last)}</dd>
            </>
          ) : null
        ) : (
          <>
            <dt>{text.safe}</dt>
            <dd>
              {safeUpTo(minuteWords(good.survey?.upTo ?? good.at))} {text.inBackup}
            </dd>
            <dt>{text.missing}</dt>
            <dd>
              {missingBetween(minuteWords(good.survey?.upTo ?? good.at), last)}{' '}
              {ladder ? text.mayBeFound(reason) : ''}
            </dd>
          </>
        )}
        <dt>{text.toDo}</dt>
        <dd>
          {toDo} {reason === 'disk-full' ? text.free(formatSize(state.freeBytes)) : ''}
        </dd>
      </dl>
      {ladder ? (
        <ol className="rungs" aria-label={text.steps}>
          {isReadable(reason) ? <ReadingRung state={state} onNothing={() => setReadable(false)} /> : null}
          <BackupRung
            state={state}
            last={last}
            isAdvised={(!isReadable(reason) && reason !== 'data-moved') || !givesSomething}
          />
          <FileRung />
          {reason === 'data-moved' ? null : <EmptyRung />}
        </ol>
      ) : null}
    </>
  )
}

function EmptyRung() {
  const [asked, setAsked] = useState(false)
  const start = useRecovered('recovery.startEmpty')
  return (
    <Rung title={text.emptyTitle} lead={text.emptyLead}>
      <div className="row">
        <Button look="ghost" onPress={() => setAsked(true)}>
          {text.emptyAct}
        </Button>
      </div>
      {asked ? (
        <Dialog
          alert
          title={text.emptyAsk}
          onClose={() => setAsked(false)}
          onSubmit={() => start.mutate({})}
          acts={
            <>
              <Button onPress={() => setAsked(false)}>{commonText.cancel}</Button>
              <Button type="submit" look="primary" busy={start.isPending ? text.using : undefined}>
                {text.emptyConfirm}
              </Button>
            </>
          }
        >
          <p>{text.emptyAskLead}</p>
          {start.error === null ? null : <ErrorBanner error={start.error} />}
        </Dialog>
      ) : null}
    </Rung>
  )
}

function FileRung() {
  const [encrypted, setEncrypted] = useState<EncryptedFile | null>(null)
  const restore = useAct('backups.restoreChosen', {
    onSuccess: (taken) => {
      if (taken === null) return
      if ('encryptedToken' in taken) setEncrypted(taken)
      else showToast(firstStartText.takenOver(taken.meetings))
    },
  })
  const useEncrypted = useRecovered('recovery.useEncryptedFile')
  return (
    <Rung title={text.fileTitle} lead={text.fileLead}>
      {restore.error === null ? null : <ErrorBanner error={restore.error} />}
      <div className="row">
        <Button busy={restore.isPending ? text.looks : undefined} onPress={() => restore.mutate({})}>
          {text.fileAct}
        </Button>
      </div>
      {encrypted === null ? null : (
        <PassphraseDialog
          title={encryptionText.openTitle}
          lead={encryptionText.fileLead(
            encrypted.name,
            encrypted.at === null ? null : instantWords(encrypted.at),
          )}
          act={encryptionText.restoreThese}
          busy={encryptionText.takingOver}
          method="recovery.useBackup"
          stop="recovery.stop"
          isPending={useEncrypted.isPending}
          error={useEncrypted.error}
          onSubmit={(passphrase) =>
            useEncrypted.mutate({ encryptedToken: encrypted.encryptedToken, passphrase })
          }
          onClose={() => setEncrypted(null)}
        />
      )}
    </Rung>
  )
}
