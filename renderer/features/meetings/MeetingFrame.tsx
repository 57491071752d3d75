import Clock from 'lucide-react/icons/clock'
import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'
import MapPin from 'lucide-react/icons/map-pin'
import { type ReactNode, useContext, useState } from 'react'
import type { Output } from '../../../electron/contract/index.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { formatDate } from '../../../electron/domain/text/french.ts'
import { ActMenu } from '../../acts/ActButton.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href, type PlaceId } from '../../app/paths.ts'
import { useMeetingState } from '../../parts/use-meeting-state.tsx'
import { meetingStateText, meetingText as text } from '../../text/meeting.ts'
import { oldFilesText } from '../../text/old-files.ts'
import { placeText } from '../../text/place.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { Head } from '../../ui/Head.tsx'
import { HeadActsSlot } from '../../ui/HeadActs.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { CancelDialog } from './CancelDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { meetingActs } from './meeting-acts.ts'
import { MeetingBadge } from './meeting-badge.tsx'
import { placeWords, timesWords } from './place-words.ts'

type File = Output<'meetings.get'>

export function MeetingFrame(props: { meetingId: string; current: PlaceId; children: ReactNode }) {
  const file = useQuery('meetings.get', { id: props.meetingId })
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const deskOff = useContext(EditingOff)
  if (file.data === undefined) {
    return file.error === null ? (
      <Skeleton lines={6} />
    ) : (
      <div className="pad">
        <ErrorBanner error={file.error} onRetry={() => void file.refetch()} />
      </div>
    )
  }
  const { meeting } = file.data
  const off = deskOff ?? lockedReason(meeting)
  return (
    <HeadActsSlot.Provider value={slot}>
      <Head
        title={text.title(meeting.number, formatDate(meeting.date))}
        facts={
          <>
            <MeetingBadge
              row={{
                state: meeting.state,
                minutesState: file.data.minutes?.state ?? null,
                takenOver: meeting.takenOver,
              }}
            />
            <span>
              <Icon of={Clock} size={16} />
              {timesWords(meeting)}
            </span>
            <span>
              <Icon of={MapPin} size={16} />
              {placeWords(meeting)}
            </span>
            {meeting.title === '' ? null : <span className="cut-two-lines">{meeting.title}</span>}
          </>
        }
        acts={
          <>
            <EditingOff value={off}>
              <MeetingActs meeting={meeting} />
            </EditingOff>
            <div className="row" ref={setSlot} />
          </>
        }
        tabs={<Tabs label={text.tabs} current={props.current} tabs={tabsOf(file.data)} />}
      />
      {meeting.state === 'cancelled' ? (
        <div className="core-lost">
          <Banner tone="warn">{text.cancelledBecause(meeting.cancelReason)}</Banner>
        </div>
      ) : null}
      <LockBanner meeting={meeting} />
      <EditingOff value={beside.has(props.current) ? deskOff : off}>{props.children}</EditingOff>
    </HeadActsSlot.Provider>
  )
}

/** Tabs that go on when the meeting's papers are locked: its files, what is sent of them, what was done. */
const beside: ReadonlySet<PlaceId> = new Set<PlaceId>(['attachments', 'dispatch', 'meetingHistory'])

function tabsOf(file: File) {
  const params = { meetingId: file.meeting.id }
  return [
    { id: 'preparation', label: placeText.preparation, href: href('preparation', params) },
    { id: 'agenda', label: placeText.agenda, href: href('agenda', params), count: some(file.items.length) },
    { id: 'participants', label: placeText.participants, href: href('participants', params) },
    {
      id: 'attachments',
      label: placeText.attachments,
      href: href('attachments', params),
      count: some(file.attachments.length),
    },
    { id: 'dispatch', label: placeText.dispatch, href: href('dispatch', params) },
    { id: 'session', label: placeText.session, href: href('session', params) },
    { id: 'minutes', label: placeText.minutes, href: href('minutes', params) },
    { id: 'meetingHistory', label: placeText.history, href: href('meetingHistory', params) },
  ]
}

const some = (count: number) => (count === 0 ? undefined : count)

function MeetingActs({ meeting }: { meeting: Meeting }) {
  const [asking, setAsking] = useState<'move' | 'cancel' | null>(null)
  const target = { id: meeting.id, version: meeting.version }
  const life = useMeetingState(meeting, (after) =>
    showUndoToast(text.stateNow(meetingStateText[after.state])),
  )
  const remove = useWrite('meetings.remove', {
    onSuccess: () => {
      navigate(href('meetings'))
      void showUndoToast(text.removed)
    },
  })
  const acts = useActs(meetingActs, {
    meeting,
    go: life.go,
    ask: setAsking,
    remove: () => remove.mutate(target),
  })
  const error = life.error ?? remove.error
  const close = () => setAsking(null)
  return (
    <>
      {error === null ? null : <ErrorBanner error={error} />}
      <ActMenu acts={Object.values(acts)} />
      {life.question}
      {asking === 'move' ? <MoveDialog meeting={meeting} onClose={close} /> : null}
      {asking === 'cancel' ? <CancelDialog meeting={meeting} onClose={close} /> : null}
    </>
  )
}

/** Why the papers of a meeting cannot be changed; null when they can. */
function lockedReason({ takenOver }: Meeting): string | null {
  return takenOver === 'locked' ? oldFilesText.lockedReason : null
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
