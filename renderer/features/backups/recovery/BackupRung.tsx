import { useState } from 'react'
import { formatDateWithoutWeekday, formatSize } from '../../../../electron/domain/text/french.ts'
import { useAct } from '../../../api/use-write.ts'
import { encryptionText } from '../../../text/encryption.ts'
import { instantWords } from '../../../text/instant-words.ts'
import { missingBetween, safeUpTo, recoveryText as text } from '../../../text/recovery.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { PassphraseDialog } from '../PassphraseDialog.tsx'
import { Rung } from './Rung.tsx'
import type { RecoveryBackup, RecoveryState } from './recovery-state.ts'
import { useRecovered } from './use-recovered.ts'
import { minuteWords } from './when.ts'

/** So many are shown at first; older ones on demand. */
const FIRST = 4

export function BackupRung(props: { state: RecoveryState; last: string | null; isAdvised: boolean }) {
  const { state, last } = props
  const [all, setAll] = useState(false)
  const { backups } = state
  const shown = all ? backups : backups.slice(0, FIRST)
  const newest = backups.find(({ sound }) => sound === true)
  return (
    <Rung
      title={text.backupsTitle}
      lead={text.backupsLead}
      isAdvised={props.isAdvised && newest !== undefined}
    >
      {state.desk === 'missing' ? <Banner tone="warn">{text.deskMissing}</Banner> : null}
      {state.copies === 'missing' ? <Banner tone="warn">{text.copiesMissing}</Banner> : null}
      {backups.length === 0 ? <p className="mute">{text.noBackup}</p> : null}
      <ul className="list backup-list">
        {shown.map((backup) => (
          <Line
            key={`${backup.place} ${backup.token}`}
            backup={backup}
            last={last}
            isFirst={backup === newest && props.isAdvised}
          />
        ))}
      </ul>
      {shown.length < backups.length ? (
        <Button look="ghost" onPress={() => setAll(true)}>
          {text.more(backups.length - shown.length)}
        </Button>
      ) : null}
    </Rung>
  )
}

function Line({
  backup: listed,
  last,
  isFirst,
}: {
  backup: RecoveryBackup
  last: string | null
  isFirst: boolean
}) {
  const [isOpen, setOpen] = useState(false)
  const look = useAct('recovery.look')
  const use = useRecovered('recovery.useBackup')
  const backup = look.data ?? listed
  const { place, token, survey, isEncrypted } = backup
  // The act waiting for the passphrase of an encrypted copy.
  const [asks, setAsks] = useState<'look' | 'use' | null>(null)
  const asked = asks === 'look' ? look : use
  const error = asks === null ? (look.error ?? use.error) : null
  const upTo = minuteWords(survey?.upTo ?? backup.at)
  const opened = () => {
    setAsks(null)
    setOpen(true)
  }
  const toggle = () => {
    if (!isOpen && backup.sound === null) {
      if (isEncrypted) {
        setAsks('look')
        return
      }
      look.mutate({ place, token })
    }
    setOpen(!isOpen)
  }
  return (
    <li className="recovery-backup">
      <div className="row">
        <div className="grow">
          {instantWords(backup.at)}
          <div className="mute small">
            {[
              formatSize(backup.sizeBytes),
              place === 'copies' ? text.inCopies : '',
              isEncrypted ? encryptionText.isEncrypted : '',
              backup.sound === null ? '' : backup.sound ? text.sound : text.unsound,
            ]
              .filter((words) => words !== '')
              .join(' · ')}
          </div>
          {survey === null || survey.meetings === null ? null : (
            <div className="small">
              {text.inside(survey.meetings, newestMeeting(survey), minuteWords(survey.upTo))}
            </div>
          )}
        </div>
        <Button
          small
          look="ghost"
          expanded={isOpen}
          busy={look.isPending ? text.looks : undefined}
          onPress={toggle}
        >
          {isOpen ? text.close : text.look}
        </Button>
        <Button
          small
          look={isFirst ? 'primary' : 'plain'}
          busy={use.isPending ? text.using : undefined}
          unavailable={backup.sound === false ? text.unsoundWhy : undefined}
          onPress={() => (isEncrypted ? setAsks('use') : use.mutate({ place, token }))}
        >
          {text.useBackup}
        </Button>
      </div>
      {error === null ? null : <ErrorBanner error={error} />}
      {asks === null ? null : (
        <PassphraseDialog
          title={encryptionText.openTitle}
          lead={encryptionText.copyLead(instantWords(backup.at))}
          act={asks === 'look' ? encryptionText.look : text.useBackup}
          busy={asks === 'look' ? encryptionText.opening : text.using}
          method={asks === 'look' ? 'recovery.look' : 'recovery.useBackup'}
          stop="recovery.stop"
          isPending={asked.isPending}
          error={asked.error}
          onSubmit={(passphrase) => {
            if (asks === 'use') use.mutate({ place, token, passphrase })
            else look.mutate({ place, token, passphrase }, { onSuccess: opened })
          }}
          onClose={() => {
            asked.reset()
            setAsks(null)
          }}
        />
      )}
      {isOpen && backup.sound !== null && survey !== null ? (
        <div className="recovery-look">
          <p>
            {safeUpTo(upTo)} {missingBetween(upTo, last)}
          </p>
          {survey.lastChange === null ? null : (
            <p className="mute">{text.lastChange(survey.lastChange.label, survey.lastChange.who)}</p>
          )}
          {survey.meetings === null ? null : (
            <p className="mute">{text.holds(survey.meetings, survey.minutes ?? 0, survey.actions ?? 0)}</p>
          )}
          {survey.lastMeetings.length === 0 ? null : (
            <>
              <h3 className="h3">{text.lastMeetings}</h3>
              <ul className="plain-list">
                {survey.lastMeetings.map(({ date, title }) => (
                  <li key={`${date} ${title}`}>
                    {formatDateWithoutWeekday(date)} – {title}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      ) : null}
    </li>
  )
}

function newestMeeting({ lastMeetings: [newest] }: NonNullable<RecoveryBackup['survey']>): string | null {
  if (newest === undefined) return null
  const { date, title } = newest
  return title === '' ? formatDateWithoutWeekday(date) : `${title}, ${formatDateWithoutWeekday(date)}`
}
