import CirclePause from 'lucide-react/icons/circle-pause'
import CirclePlay from 'lucide-react/icons/circle-play'
import { useEffect, useRef, useState } from 'react'
import type { SessionLine } from '../../../electron/domain/session/session.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { keyHints } from '../../acts/act.ts'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { call, onEvent } from '../../api/client.ts'
import { showToast } from '../../api/toasts.ts'
import { sessionText as text } from '../../text/session.ts'
import { Banner } from '../../ui/Banner.tsx'
import { HeadActs } from '../../ui/HeadActs.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { clockOf } from '../../ui/use-now.ts'
import { AttendanceList } from '../attendance/index.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { CurrentItem } from './CurrentItem.tsx'
import { ItemsPane } from './ItemsPane.tsx'
import type { Edited } from './line-acts.ts'
import { NotebookDoor } from './notebooks/NotebookDoor.tsx'
import { useArrivedNotebooks } from './notebooks/use-read-notebooks.ts'
import { SessionBand } from './SessionBand.tsx'
import { deskActs, fieldActs } from './session-acts.ts'
import { useLines } from './use-lines.ts'
import type { Session } from './use-session.ts'
import { useSessionActs } from './use-session-acts.ts'

const { attendance, pause, position, nextItem } = deskActs.acts
const hints = keyHints([attendance, pause, position, fieldActs.acts.recall, nextItem])

export function SessionDesk({ session, isOpen }: { session: Session; isOpen: boolean }) {
  const { meeting, minutes, view, current } = session
  const acts = useSessionActs(session)
  const lines = useLines(meeting.id)
  const [edited, setEdited] = useState<Edited | null>(null)
  const [isClosing, setClosing] = useState(false)
  /** The item for which a position is being noted. */
  const [positionOf, setPositionOf] = useState<string | null>(null)
  const attendance = useRef<HTMLElement>(null)
  const presenter = usePresenter(meeting.id)
  useArrivedNotebooks(meeting.id)
  const desk = useActs(deskActs, {
    meetingId: meeting.id,
    isOpen,
    isSuspended: session.suspendedAt !== null,
    pause: acts.pause,
    close: () => setClosing(true),
    togglePresenter: presenter.toggle,
    step: acts.step,
    notePosition: () => setPositionOf(current?.item.id ?? null),
    focusAttendance: () =>
      attendance.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus(),
  })
  const count = (kind: SessionLine['kind']) => view.lines.filter((line) => line.kind === kind).length
  useStatusLine(text.counts(count('decision'), count('action'), count('question')), hints)
  return (
    <>
      <HeadActs>
        <ActButton act={desk.close} look="primary" />
        <ActButton act={desk.saveDraft} />
      </HeadActs>
      <div className="toolbar session-strip">
        {minutes?.openedAt == null ? null : (
          <span className="mute">{text.opened(formatTime(minutes.openedAt))}</span>
        )}
        {meeting.chair === '' ? null : <span className="mute cut">{text.chairedBy(meeting.chair)}</span>}
        {isOpen ? <SessionBand session={session} /> : null}
        <span className="grow" />
        <NotebookDoor meetingId={meeting.id} />
        <ActButton act={desk.presenter} small pressed={presenter.isOpen} />
        <ActButton act={desk.pause} small icon={session.suspendedAt === null ? CirclePause : CirclePlay} />
      </div>
      {isClosing ? (
        <CloseDialog session={session} close={acts.close} onClose={() => setClosing(false)} />
      ) : null}
      {session.suspendedAt === null ? null : (
        <Banner tone="warn">{text.suspended(formatTime(clockOf(session.suspendedAt)))}</Banner>
      )}
      {isOpen ? null : <Banner tone="info">{text.heldLead}</Banner>}
      <div className="cols" data-takes="notebook attendanceReport">
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
        <aside ref={attendance} className="pane live-right">
          <div className="scroll pad">
            <AttendanceList meetingId={meeting.id} />
          </div>
        </aside>
      </div>
    </>
  )
}

function usePresenter(meetingId: string): { isOpen: boolean; toggle: () => void } {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    let left = false
    const ask = () =>
      void call('presenter.window', { meetingId, act: 'ask' }).then(
        (answer) => (left ? undefined : setOpen(answer.isOpen)),
        // Not known, it is shown as closed: opening it again only brings it forward.
        () => undefined,
      )
    ask()
    const stop = onEvent((event) => {
      if (event.topic === 'presenter') ask()
    })
    return () => {
      left = true
      stop()
    }
  }, [meetingId])
  const toggle = () =>
    void call('presenter.window', { meetingId, act: isOpen ? 'close' : 'open' }).then(
      (answer) => setOpen(answer.isOpen),
      (error: unknown) => showToast(errorSentence(error)),
    )
  return { isOpen, toggle }
}
