import CirclePause from 'lucide-react/icons/circle-pause'
import CirclePlay from 'lucide-react/icons/circle-play'
import FileDown from 'lucide-react/icons/file-down'
import Monitor from 'lucide-react/icons/monitor'
import { useRef, useState } from 'react'
import type { SessionLine } from '../../../electron/domain/session/session.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { href } from '../../app/paths.ts'
import { sessionText as text } from '../../text/session.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Head } from '../../ui/Head.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { clockOf } from '../../ui/use-now.ts'
import { AttendanceList } from '../attendance/index.ts'
import { CurrentItem } from './CurrentItem.tsx'
import { ItemsPane } from './ItemsPane.tsx'
import type { Edited } from './NoteLine.tsx'
import { NotebookDoor } from './notebooks/NotebookDoor.tsx'
import { NotebookDrop } from './notebooks/NotebookDrop.tsx'
import { SessionBand } from './SessionBand.tsx'
import { saveDraft } from './save-draft.ts'
import { useLines } from './use-lines.ts'
import { usePresenter } from './use-presenter.ts'
import type { Session } from './use-session.ts'
import { useSessionActs } from './use-session-acts.ts'
import { useSessionKeys } from './use-session-keys.ts'

export function SessionDesk({ session, isOpen }: { session: Session; isOpen: boolean }) {
  const { meeting, minutes, view, current } = session
  const acts = useSessionActs(session)
  const lines = useLines(meeting.id)
  const [edited, setEdited] = useState<Edited | null>(null)
  /** The item for which a position is being noted. */
  const [positionOf, setPositionOf] = useState<string | null>(null)
  const attendance = useRef<HTMLElement>(null)
  useSessionKeys(
    isOpen
      ? {
          move: acts.step,
          pause: acts.pause,
          position: () => setPositionOf(current?.item.id ?? null),
          attendance: () =>
            attendance.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus(),
        }
      : {},
  )
  const count = (kind: SessionLine['kind']) => view.lines.filter((line) => line.kind === kind).length
  useStatusLine(text.counts(count('decision'), count('action'), count('question')), [
    { keys: ['F4'], label: text.keys.attendance },
    { keys: ['Ctrl', 'M'], label: text.keys.pause },
    { keys: ['Ctrl', 'P'], label: text.keys.position },
    { keys: ['↑'], label: text.keys.recall },
    { keys: ['Ctrl', '↓'], label: text.keys.move },
  ])
  return (
    <>
      <Head
        title={isOpen ? text.title(meeting.number) : text.heldTitle(meeting.number)}
        facts={
          <>
            {minutes?.openedAt == null ? null : <span>{text.opened(formatTime(minutes.openedAt))}</span>}
            {meeting.chair === '' ? null : <span>{text.chairedBy(meeting.chair)}</span>}
          </>
        }
        beside={isOpen ? <SessionBand session={session} /> : null}
        acts={
          <>
            <NotebookDoor meetingId={meeting.id} />
            {isOpen ? <LiveActs session={session} acts={acts} /> : <HeldActs session={session} acts={acts} />}
          </>
        }
      />
      {session.suspendedAt === null ? null : (
        <Banner tone="warn">{text.suspended(formatTime(clockOf(session.suspendedAt)))}</Banner>
      )}
      {isOpen ? null : <Banner tone="info">{text.heldLead}</Banner>}
      <NotebookDrop meetingId={meeting.id}>
        <ItemsPane
          session={session}
          acts={{
            ...acts.items,
            notePosition(itemId) {
              // A position is noted where it is said: that item is shown.
              if (itemId !== current?.item.id) acts.items.goTo(itemId)
              setPositionOf(itemId)
            },
          }}
          canGo={isOpen}
        />
        <CurrentItem
          session={session}
          isOpen={isOpen}
          lines={lines}
          acts={acts}
          edited={edited}
          onEdit={setEdited}
          isNotingPosition={positionOf !== null && positionOf === current?.item.id}
          onPositionDone={() => setPositionOf(null)}
        />
        <aside ref={attendance} className="pane live-r">
          <div className="scroll pad">
            <AttendanceList meetingId={meeting.id} />
          </div>
        </aside>
      </NotebookDrop>
    </>
  )
}

type ActsProps = { session: Session; acts: ReturnType<typeof useSessionActs> }

function LiveActs({ session, acts }: ActsProps) {
  const presenter = usePresenter(session.meeting.id)
  const isOn = session.suspendedAt === null
  return (
    <>
      <Button icon={Monitor} pressed={presenter.isOpen} onPress={presenter.toggle}>
        {text.presenter}
      </Button>
      <Button icon={isOn ? CirclePause : CirclePlay} onPress={acts.pause}>
        {isOn ? text.suspend : text.resume}
      </Button>
      <Button busy={acts.isClosing ? text.closing : undefined} onPress={acts.close}>
        {text.close}
      </Button>
    </>
  )
}

function HeldActs({ session, acts }: ActsProps) {
  const meetingId = session.meeting.id
  return (
    <>
      <Button onPress={acts.open}>{text.reopen}</Button>
      <Button icon={FileDown} onPress={() => void saveDraft(meetingId)}>
        {text.saveDraft}
      </Button>
      <a className="btn primary" href={href('minutes', { meetingId })}>
        {text.toMinutes}
      </a>
    </>
  )
}
