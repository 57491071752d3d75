import CirclePlay from 'lucide-react/icons/circle-play'
import { useEffect, useRef, useState } from 'react'
import { hereAt } from '../../../electron/domain/attendance/seats.ts'
import { readLine } from '../../../electron/domain/session/notation.ts'
import type { SessionLine } from '../../../electron/domain/session/session.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { lineFields } from '../../../electron/domain/text/line-fields.ts'
import { clockTime } from '../../../electron/domain/time/civil-date.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { keyHints } from '../../acts/act.ts'
import { useMoreActs } from '../../acts/more-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useWaitingFiles } from '../../api/arrivals.ts'
import { call, onEvent } from '../../api/client.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useUnseen } from '../../app/team.ts'
import { FacesPane, KeptFace, useFaceFocus } from '../../parts/FacesPane.tsx'
import { FoldButton, useLeftList } from '../../parts/LeftList.tsx'
import { titled } from '../../text/common.ts'
import { panesText } from '../../text/panes.ts'
import { sessionText as text } from '../../text/session.ts'
import { sessionPaneText as paneText } from '../../text/session-pane.ts'
import { Banner } from '../../ui/Banner.tsx'
import { HeadActs } from '../../ui/HeadActs.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { useNow } from '../../ui/use-now.ts'
import { AttendanceList, presentAmong } from '../attendance/index.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { CurrentItem } from './CurrentItem.tsx'
import { FloorFace } from './FloorFace.tsx'
import { ItemFace } from './ItemFace.tsx'
import { ItemsPane } from './ItemsPane.tsx'
import type { Edited } from './line-acts.ts'
import { NotebookDoor } from './notebooks/NotebookDoor.tsx'
import { useArrivedNotebooks } from './notebooks/use-read-notebooks.ts'
import { SessionBand } from './SessionBand.tsx'
import { deskActs, type Face, fieldActs } from './session-acts.ts'
import { useFloor } from './use-floor.ts'
import { focusLine, useKeysToLine } from './use-keys-to-line.ts'
import { useLines } from './use-lines.ts'
import type { Session } from './use-session.ts'
import { useSessionActs } from './use-session-acts.ts'

/** Who is there changes by the minute. */
const PACE_MS = 15_000

const { attendance, pause, position, nextItem } = deskActs.acts
const hints = keyHints([attendance, pause, position, fieldActs.acts.recall, nextItem])

export function SessionDesk({
  session,
  isOpen,
  onShow,
}: {
  session: Session
  isOpen: boolean
  /** Of a meeting that is over: another item is looked at. */
  onShow?: (itemId: string) => void
}) {
  const { meeting, minutes, view, current } = session
  const attendees = useQuery('attendance.list', { meetingId: meeting.id }).data
  const now = clockTime(useNow(PACE_MS))
  const acts = useSessionActs(session)
  const lines = useLines(meeting.id)
  const [edited, setEdited] = useState<Edited | null>(null)
  const [isClosing, setClosing] = useState(false)
  /** The item for which a position is being noted. */
  const [positionOf, setPositionOf] = useState<string | null>(null)
  const list = useLeftList()
  const [face, setFace] = useState<Face>('item')
  const floor = useFloor(meeting.id)
  /** Who was given the floor: begins the next line, and asks for it until then. */
  const [speaker, setSpeaker] = useState<{ name: string } | null>(null)
  const pane = useRef<HTMLDivElement>(null)
  const presenter = usePresenter(meeting.id)
  const focusPane = useFaceFocus(pane)
  useArrivedNotebooks(meeting.id)
  useKeysToLine(isOpen, pane)
  // A report is taken by the list of those present.
  const reports = useWaitingFiles('attendanceReport', meeting.id)
  useEffect(() => {
    if (reports.length > 0) setFace('attendance')
  }, [reports])
  const desk = useActs(deskActs, {
    meetingId: meeting.id,
    isOpen,
    isSuspended: session.suspendedAt !== null,
    pause: acts.pause,
    close: () => setClosing(true),
    togglePresenter: presenter.toggle,
    step(by) {
      acts.step(by)
      // A button that was pressed gives the keyboard back: what is typed next is said on the new item.
      if (pane.current?.contains(document.activeElement) !== true) focusLine()
    },
    notePosition: () => setPositionOf(current?.item.id ?? null),
    show(next) {
      setFace(next)
      // What is looked at leaves the keyboard in the line, as long as it stands beside it.
      if (next !== 'item' || list.isOneColumn) focusPane()
      else if (pane.current?.contains(document.activeElement) === true) focusLine()
    },
    attend() {
      if (face === 'attendance' && pane.current?.contains(document.activeElement) === true) return focusLine()
      setFace('attendance')
      focusPane()
    },
  })
  useMoreActs([
    desk.presenter,
    desk.pause,
    desk.previousItem,
    desk.position,
    desk.item,
    desk.attendance,
    desk.floor,
  ])
  const goTo = (itemId: string) => {
    const [asked, left] = [session.items.find(({ item }) => item.id === itemId), current]
    acts.items.goTo(itemId)
    if (asked === undefined || asked.spans.length === 0 || left === null || asked === left) return
    // Looked for, perhaps, and no more: the way back is one press.
    showToast(text.reopened(asked.number, titled(asked.item.title)), {
      label: text.backTo(left.number, titled(left.item.title)),
      run: () => acts.items.goTo(left.item.id),
    })
  }
  const unseen = useUnseen()
  const count = (kind: SessionLine['kind']) => view.lines.filter((line) => line.kind === kind).length
  useStatusLine(
    [
      ...(minutes?.openedAt == null ? [] : [text.opened(formatTime(minutes.openedAt))]),
      ...(unseen === null
        ? text.counts(count('decision'), count('action'), view.positions.length, count('question'))
        : []),
    ],
    hints,
  )
  return (
    <>
      <HeadActs>
        <NotebookDoor meetingId={meeting.id} />
        {/* In one column it stands in the "…". */}
        <span className="presenter-act">
          <ActButton act={desk.presenter} pressed={presenter.isOpen} />
        </span>
        <ActButton act={desk.close} look="primary" />
        <ActButton act={desk.saveDraft} />
      </HeadActs>
      {isOpen ? (
        <div className="toolbar session-strip">
          <SessionBand session={session} />
        </div>
      ) : null}
      {isClosing ? (
        <CloseDialog
          session={session}
          close={acts.close}
          onEdit={(line) => {
            setClosing(false)
            setEdited({ line })
          }}
          onClose={() => setClosing(false)}
        />
      ) : null}
      {session.suspendedAt === null ? null : (
        <Banner tone="warn" acts={<ActButton act={desk.pause} small icon={CirclePlay} />}>
          {text.suspended(formatTime(clockTime(session.suspendedAt)))}
        </Banner>
      )}
      {isOpen ? null : <Banner tone="info">{text.heldLead}</Banner>}
      <div className="cols" data-takes="notebook attendanceReport">
        <ItemsPane
          list={list}
          session={session}
          acts={{
            ...acts.items,
            goTo: onShow ?? goTo,
            notePosition(itemId) {
              // A position is noted where it is said: that item is shown.
              if (itemId !== current?.item.id) goTo(itemId)
              setPositionOf(itemId)
            },
          }}
          isOpen={isOpen}
        />
        <CurrentItem
          session={session}
          isOpen={isOpen}
          unfold={list.isFolded ? <FoldButton list={list} /> : null}
          next={<ActButton act={desk.nextItem} look="primary" withKey />}
          lines={lines}
          acts={acts}
          speaker={speaker}
          onSpeaks={({ name }) => {
            floor.leave(name)
            setSpeaker(null)
          }}
          edited={edited}
          onEdit={setEdited}
          isNotingPosition={positionOf !== null && positionOf === current?.item.id}
          onPositionDone={() => setPositionOf(null)}
        />
        <FacesPane
          box={pane}
          room="glance"
          choice={
            <Segments
              label={panesText.right.title}
              value={face}
              choices={[
                { value: 'item', label: paneText.names.item },
                {
                  value: 'attendance',
                  label: paneText.names.attendance,
                  ...(attendees === undefined
                    ? {}
                    : { count: presentAmong(isOpen ? hereAt(attendees, now) : attendees) }),
                },
                {
                  value: 'floor',
                  label: paneText.names.floor,
                  ...(floor.names.length === 0 ? {} : { count: floor.names.length }),
                },
              ]}
              onChange={setFace}
            />
          }
        >
          {face === 'item' ? (
            <ItemFace
              session={session}
              asked={floor.names}
              onComment={(raw) =>
                lines.add(
                  lineFields(
                    raw,
                    readLine(raw, { saidOn: meeting.date, ...session.vocabulary }),
                    current?.item.id ?? null,
                  ),
                )
              }
              onSaid={focusLine}
            />
          ) : null}
          <KeptFace isShown={face === 'attendance'}>
            <aside className="pane inspector" aria-label={paneText.names.attendance}>
              <div className="scroll inspector-body">
                <AttendanceList
                  meetingId={meeting.id}
                  openedAt={minutes?.openedAt ?? null}
                  now={isOpen ? now : null}
                />
              </div>
            </aside>
          </KeptFace>
          <KeptFace isShown={face === 'floor'}>
            <FloorFace
              meetingId={meeting.id}
              floor={floor}
              speakers={session.vocabulary.speakers}
              onGive={(name) => setSpeaker({ name })}
            />
          </KeptFace>
        </FacesPane>
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
