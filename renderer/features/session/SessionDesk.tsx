// Session desk: items, the current one with its line, and the attendance, side by side; its acts and keys.
import CirclePause from 'lucide-react/icons/circle-pause'
import CirclePlay from 'lucide-react/icons/circle-play'
import { useRef, useState } from 'react'
import { formatTime } from '../../../electron/domain/french.ts'
import type { SessionLine } from '../../../electron/domain/session.ts'
import { errorSentence } from '../../api/api-error.ts'
import { newId } from '../../api/new-id.ts'
import { useWrite } from '../../api/use-write.ts'
import { navigate } from '../../app/location.ts'
import { href } from '../../app/paths.ts'
import { sessionText as text } from '../../text/session.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Head } from '../../ui/Head.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { showToast, showUndoToast } from '../../ui/toasts.ts'
import { AttendanceList } from '../attendance/AttendanceList.tsx'
import { CurrentItem } from './CurrentItem.tsx'
import { type ItemActs, ItemsPane } from './ItemsPane.tsx'
import { SessionBand } from './SessionBand.tsx'
import { useLines } from './use-lines.ts'
import { clockOf } from './use-now.ts'
import type { LiveItem, Session } from './use-session.ts'
import { useSessionKeys } from './use-session-keys.ts'

export function SessionDesk({ session, isOpen }: { session: Session; isOpen: boolean }) {
  const { meeting, minutes, items, current, view } = session
  const meetingId = meeting.id
  const say = { onError: (error: unknown) => showToast(errorSentence(error)) }
  const goTo = useWrite('session.goTo', say)
  const suspend = useWrite('session.suspend', say)
  const resume = useWrite('session.resume', say)
  const setOutcome = useWrite('session.setOutcome', say)
  const addItem = useWrite('session.addItem', say)
  const moveItem = useWrite('agenda.move', say)
  const open = useWrite('session.open', say)
  const removeLine = useWrite('session.removeLine', {
    ...say,
    onSuccess: () => void showUndoToast(text.removed),
  })
  const updateLine = useWrite('session.updateLine', say)
  const close = useWrite('session.close', {
    ...say,
    onSuccess: () => {
      navigate(href('minutes', { meetingId }))
      void showUndoToast(text.closed)
    },
  })
  const lines = useLines(meetingId)
  const [edited, setEdited] = useState<SessionLine | null>(null)
  const attendance = useRef<HTMLElement>(null)

  const step = (by: 1 | -1) => {
    const next = items[(current === null ? -1 : items.indexOf(current)) + by]
    if (next !== undefined) goTo.mutate({ meetingId, itemId: next.item.id })
  }
  const pause = () => (session.suspendedAt === null ? suspend : resume).mutate({ meetingId })
  const acts: ItemActs = {
    goTo: (itemId) => goTo.mutate({ meetingId, itemId }),
    setOutcome: (itemId, outcome) => setOutcome.mutate({ meetingId, itemId, outcome }),
    add: (title) =>
      addItem.mutate({ id: newId(), meetingId, afterId: current?.item.id ?? null, fields: { title } }),
    move: ({ item }: LiveItem, by) => {
      const siblings = items.filter((live) => live.item.parentId === item.parentId)
      const index = siblings.findIndex((live) => live.item.id === item.id) + by
      if (index >= 0 && index < siblings.length)
        moveItem.mutate({ id: item.id, version: item.version, parentId: item.parentId, index })
    },
  }
  useSessionKeys(
    isOpen
      ? {
          move: step,
          pause,
          attendance: () => attendance.current?.querySelector<HTMLElement>('input, button')?.focus(),
        }
      : {},
  )
  const count = (kind: SessionLine['kind']) => view.lines.filter((line) => line.kind === kind).length
  useStatusLine(text.counts(count('decision'), count('action'), count('question')), [
    { keys: ['F4'], label: text.keys.attendance },
    { keys: ['Ctrl', 'M'], label: text.keys.pause },
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
          isOpen ? (
            <>
              <Button icon={session.suspendedAt === null ? CirclePause : CirclePlay} onPress={pause}>
                {session.suspendedAt === null ? text.suspend : text.resume}
              </Button>
              <Button
                busy={close.isPending ? text.closing : undefined}
                onPress={() => close.mutate({ meetingId })}
              >
                {text.close}
              </Button>
            </>
          ) : (
            <>
              <Button onPress={() => open.mutate({ meetingId })}>{text.reopen}</Button>
              <a className="btn primary" href={href('minutes', { meetingId })}>
                {text.toMinutes}
              </a>
            </>
          )
        }
      />
      {session.suspendedAt === null ? null : (
        <Banner tone="warn">{text.suspended(formatTime(clockOf(session.suspendedAt)))}</Banner>
      )}
      {isOpen ? null : <Banner tone="info">{text.heldLead}</Banner>}
      <div className="cols">
        <ItemsPane session={session} acts={acts} canGo={isOpen} />
        <CurrentItem
          session={session}
          isOpen={isOpen}
          lines={lines}
          edited={edited}
          onEdit={setEdited}
          onCorrect={(line, fields) =>
            updateLine.mutate({ id: line.id, version: line.version, patch: fields })
          }
          onRemove={(line) => removeLine.mutate({ id: line.id, version: line.version })}
          onStep={step}
        />
        <aside ref={attendance} className="pane live-r">
          <div className="scroll pad">
            <AttendanceList meetingId={meetingId} />
          </div>
        </aside>
      </div>
    </>
  )
}
