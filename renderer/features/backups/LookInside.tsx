import LockKeyhole from 'lucide-react/icons/lock-keyhole'
import { useState } from 'react'
import type { BackupFile, BackupLook } from '../../../electron/contract/backups.ts'
import { meetingStateWords } from '../../../electron/domain/meetings/meeting-words.ts'
import { formatDate } from '../../../electron/domain/text/french.ts'
import { errorCode } from '../../api/api-error.ts'
import { showToast } from '../../api/toasts.ts'
import { useUnderWay } from '../../api/under-way.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAct } from '../../api/use-write.ts'
import { backupsText as text } from '../../text/backups.ts'
import { commonText } from '../../text/common.ts'
import { encryptionText, passphraseText } from '../../text/encryption.ts'
import { instantWords, whenWords } from '../../text/instant-words.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Inspector } from '../../ui/Inspector.tsx'
import { PassphraseField } from '../../ui/PassphraseField.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { BackupProgress } from './BackupProgress.tsx'
import { ConditionBadge } from './BackupTable.tsx'

export function LookInside({ file, onClose }: { file: BackupFile; onClose: () => void }) {
  const { place, token, condition, isEncrypted } = file
  const look = useQuery(
    'backups.look',
    { place, token },
    { enabled: condition !== 'damaged' && !isEncrypted },
  )
  // The passphrase goes with this pane: choosing another copy forgets it.
  const [opened, setOpened] = useState<{ passphrase: string; look: BackupLook } | null>(null)
  const verify = useAct('backups.verify', {
    onSuccess: (found) => showToast(text.verified(found.condition)),
  })
  const isVerifying = useUnderWay('backups.verify')
  const [asks, setAsks] = useState(false)
  const when = file.checkedAt === null ? '' : whenWords(file.checkedAt)
  const verifyError = verify.error !== null && errorCode(verify.error) === 'cancelled' ? null : verify.error
  const error = look.error ?? verifyError
  return (
    <Inspector title={text.inside(instantWords(file.at))} onClose={onClose}>
      <div className="row row-3 wrap">
        <ConditionBadge condition={condition} />
        {isEncrypted ? (
          <Badge icon={LockKeyhole} tone="line">
            {text.encrypted}
          </Badge>
        ) : null}
        <span className="mute">{text.reasons[file.reason]}</span>
      </div>
      <p className="mute">{text.conditionWords(condition, when, file.missing, isEncrypted)}</p>
      {error === null ? null : <ErrorBanner error={error} />}
      <div className="row wrap">
        <Button
          look="primary"
          unavailable={
            condition === 'damaged'
              ? text.conditions.damaged
              : isEncrypted && opened === null
                ? encryptionText.openFirst
                : undefined
          }
          onPress={() => setAsks(true)}
        >
          {text.restore}
        </Button>
        <Button
          busy={isVerifying ? text.verifying : undefined}
          onPress={() => verify.mutate({ place, token, ...passphraseOf(opened) })}
        >
          {text.verify}
        </Button>
      </div>
      {isVerifying ? (
        <BackupProgress method="backups.verify" idle={text.verifying} words={passphraseText.progress} />
      ) : null}
      {condition === 'damaged' ? null : isEncrypted ? (
        opened === null ? (
          <EncryptedInside file={file} onOpened={setOpened} />
        ) : (
          <Contents look={opened.look} />
        )
      ) : look.data === undefined ? (
        look.error === null ? (
          <Skeleton lines={6} />
        ) : null
      ) : (
        <Contents look={look.data} />
      )}
      {asks ? (
        <RestoreDialog
          file={file}
          look={opened?.look ?? look.data}
          {...passphraseOf(opened)}
          onClose={() => setAsks(false)}
        />
      ) : null}
    </Inspector>
  )
}

function passphraseOf(opened: { passphrase: string } | null): { passphrase?: string } {
  return opened === null ? {} : { passphrase: opened.passphrase }
}

function Contents({ look }: { look: BackupLook }) {
  const { lastChange, meetings, meetingCount } = look
  return (
    <div className="stack backup-look">
      <section className="stack" aria-label={text.since}>
        <h3 className="h3">{text.since}</h3>
        {text.differences(look).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <section className="stack" aria-label={text.contains}>
        <h3 className="h3">{text.contains}</h3>
        <p>{text.counts(look.compared) || text.empty}</p>
        <dl className="backup-facts">
          <dt>{text.body}</dt>
          <dd>{look.bodyName}</dd>
          <dt>{text.lastChange}</dt>
          <dd>
            {lastChange === null
              ? text.noChange
              : text.changeOf(lastChange.label, whenWords(lastChange.at), lastChange.who)}
          </dd>
        </dl>
      </section>
      {meetingCount === 0 ? null : (
        <section className="stack" aria-label={text.meetings(meetingCount)}>
          <h3 className="h3">{text.meetings(meetingCount)}</h3>
          <ul className="backup-meetings">
            {meetings.map((meeting) => (
              <li key={meeting.id}>
                <div>{formatDate(meeting.date)}</div>
                <div className="mute small">
                  {[meeting.title, meetingStateWords[meeting.state], meeting.isPresent ? '' : text.notPresent]
                    .filter((words) => words !== '')
                    .join(' · ')}
                </div>
              </li>
            ))}
          </ul>
          {meetingCount > meetings.length ? (
            <p className="mute">{text.moreMeetings(meetingCount - meetings.length)}</p>
          ) : null}
        </section>
      )}
    </div>
  )
}

function RestoreDialog({
  file,
  look,
  passphrase,
  onClose,
}: {
  file: BackupFile
  look: BackupLook | undefined
  passphrase?: string
  onClose: () => void
}) {
  const { place, token } = file
  const sealed = text.sealedSince(look?.compared ?? [])
  const restore = useAct('backups.restore', {
    onSuccess: ({ meetings, missing }) => {
      onClose()
      showToast(text.restored(meetings, missing))
    },
  })
  return (
    <Dialog
      alert
      title={text.restoreTitle}
      onClose={restore.isPending ? () => undefined : onClose}
      onSubmit={() => restore.mutate({ place, token, ...(passphrase === undefined ? {} : { passphrase }) })}
      acts={
        <>
          <Button onPress={onClose} unavailable={restore.isPending ? text.restoring : undefined}>
            {commonText.cancel}
          </Button>
          <Button type="submit" look="primary" busy={restore.isPending ? text.restoring : undefined}>
            {text.restoreConfirm}
          </Button>
        </>
      }
    >
      <p>{text.restoreLead(instantWords(file.at))}</p>
      {sealed === '' ? null : <Banner tone="warn">{sealed}</Banner>}
      {restore.isPending ? (
        <BackupProgress method="backups.restore" idle={text.restoring} words={text.progress} />
      ) : null}
      {restore.error === null ? null : <ErrorBanner error={restore.error} />}
    </Dialog>
  )
}

function EncryptedInside(props: {
  file: BackupFile
  onOpened: (opened: { passphrase: string; look: BackupLook }) => void
}) {
  const { place, token } = props.file
  const [passphrase, setPassphrase] = useState('')
  const look = useAct('backups.look', {
    onSuccess: (found) => props.onOpened({ passphrase, look: found }),
  })
  const isEmpty = passphrase.trim() === ''
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty && !look.isPending) look.mutate({ place, token, passphrase })
      }}
    >
      <p className="mute">
        {encryptionText.openLead} {encryptionText.verifyLead}
      </p>
      <PassphraseField
        label={passphraseText.passphrase}
        help={passphraseText.sheetHelp}
        value={passphrase}
        onChange={setPassphrase}
      />
      <div className="row">
        <Button
          type="submit"
          busy={look.isPending ? encryptionText.opening : undefined}
          unavailable={isEmpty ? passphraseText.needed : undefined}
        >
          {encryptionText.open}
        </Button>
      </div>
      {look.isPending ? (
        <BackupProgress method="backups.look" idle={encryptionText.opening} words={passphraseText.progress} />
      ) : null}
      {look.error === null || errorCode(look.error) === 'cancelled' ? null : (
        <ErrorBanner error={look.error} />
      )}
    </form>
  )
}
