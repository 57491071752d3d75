import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'
import { type ReactNode, useContext } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { formatDateWithoutWeekday, formatShortDate } from '../../../electron/domain/text/french.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWhenGone } from '../../api/use-when-gone.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href, type PlaceId } from '../../app/paths.ts'
import { ScreenBar } from '../../parts/ScreenBar.tsx'
import { meetingText as text } from '../../text/meeting.ts'
import { meetingDeskText } from '../../text/meeting-desk.ts'
import { oldFilesText } from '../../text/old-files.ts'
import { placeText } from '../../text/place.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { BesideLock, EditingOff } from '../../ui/editing.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { meetingActs, meetingTabActs } from './meeting-acts.ts'
import { MeetingBadge } from './meeting-badge.tsx'
import { placeWords, timesWords } from './place-words.ts'
import { lockedReason, useMeetingLife } from './use-meeting-life.tsx'

type File = Output<'meetings.get'>

export function MeetingFrame(props: {
  meetingId: string
  place: PlaceId
  /** The tab that the screen stands under. */
  tab: PlaceId
  children: ReactNode
}) {
  const file = useQuery('meetings.get', { id: props.meetingId })
  const wasThere = file.data !== undefined
  useWhenGone(wasThere ? file.error : null, () => navigate(href('meetings')))
  if (file.data === undefined) {
    return file.error === null ? (
      <Skeleton lines={6} />
    ) : (
      <div className="pad">
        <ErrorBanner error={file.error} onRetry={() => void file.refetch()} />
      </div>
    )
  }
  return <Framed {...props} file={file.data} />
}

function Framed({ file, place, tab, children }: Parameters<typeof MeetingFrame>[0] & { file: File }) {
  const { meeting } = file
  const deskOff = useContext(EditingOff)
  const off = deskOff ?? lockedReason(meeting)
  const { context, asked } = useMeetingLife(meeting, off)
  const acts = Object.values(useActs(meetingActs, context, off))
  const tabs = tabsOf(file)
  useActs(meetingTabActs, {
    go: (step) => {
      const at = tabs.findIndex(({ id }) => id === tab)
      const next = tabs[(at + step + tabs.length) % tabs.length]
      if (next !== undefined) navigate(next.href)
    },
  })
  // The title says it.
  const isLive = meeting.state === 'inSession'
  return (
    <div className="meeting-head">
      <ScreenBar
        title={
          isLive ? meetingDeskText.live(meeting.number) : text.title(meeting.number, dayWords(meeting.date))
        }
        facts={[weekday(meeting.date), timesWords(meeting), placeWords(meeting, true), meeting.title]
          .filter((fact) => fact !== '')
          .join(', ')}
        tabs={<Tabs label={meetingDeskText.tabs} current={tab} tabs={tabs} />}
        badge={
          isLive ? null : <MeetingBadge row={{ ...meeting, minutesState: file.minutes?.state ?? null }} />
        }
        more={acts}
        asked={asked}
      >
        {meeting.state === 'cancelled' ? (
          <div className="core-lost">
            <Banner tone="warn">{meetingDeskText.cancelledBecause(meeting.cancelReason)}</Banner>
          </div>
        ) : null}
        <LockBanner meeting={meeting} />
        <BesideLock value={deskOff}>
          <EditingOff value={beside.has(place) ? deskOff : off}>{children}</EditingOff>
        </BesideLock>
      </ScreenBar>
    </div>
  )
}

/** "10 décembre", of another year than this one "10 décembre 2025". */
function dayWords(date: string): string {
  const isThisYear = date.slice(0, 4) === civilDate(new Date()).slice(0, 4)
  const words = formatDateWithoutWeekday(date)
  return isThisYear ? words.replace(/\s\d{4}$/u, '') : words
}

/** "jeu." */
function weekday(date: string): string {
  return formatShortDate(date).split(/\s/u)[0] ?? ''
}

/** Screens that go on when the meeting's papers are locked: what is sent of them, what was done. */
const beside: ReadonlySet<PlaceId> = new Set<PlaceId>(['dispatch', 'meetingHistory'])

function tabsOf({ meeting }: File) {
  const params = { meetingId: meeting.id }
  return [
    { id: 'agenda', label: placeText.agenda, href: href('agenda', params) },
    { id: 'participants', label: placeText.participants, href: href('participants', params) },
    { id: 'dispatch', label: placeText.dispatch, href: href('dispatch', params) },
    // It was held elsewhere, before it was taken over.
    ...(meeting.takenOver === null
      ? [{ id: 'session', label: placeText.session, href: href('session', params) }]
      : []),
    { id: 'minutes', label: placeText.minutes, href: href('minutes', params) },
  ]
}

function LockBanner({ meeting }: { meeting: Meeting }) {
  const { id, version, takenOver } = meeting
  const set = useWrite('oldFiles.setLock')
  if (takenOver === null) return null
  const isLocked = takenOver === 'locked'
  return (
    <div className={isLocked ? 'core-lost taken-lock' : 'core-lost'}>
      {set.error === null ? null : <ErrorBanner error={set.error} />}
      <Banner
        tone={isLocked ? 'info' : 'warn'}
        acts={
          <Button
            small
            writes
            icon={isLocked ? LockOpen : Lock}
            busy={set.isPending ? (isLocked ? oldFilesText.unlocking : oldFilesText.locking) : undefined}
            onPress={() => set.mutate({ id, version, locked: !isLocked })}
          >
            {isLocked ? oldFilesText.unlock : oldFilesText.lock}
          </Button>
        }
      >
        {isLocked ? oldFilesText.locked : oldFilesText.unlocked}
      </Banner>
    </div>
  )
}
