import CalendarX from 'lucide-react/icons/calendar-x'
import CircleCheck from 'lucide-react/icons/circle-check'
import DoorOpen from 'lucide-react/icons/door-open'
import { useEffect, useState } from 'react'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { useWaitingFiles } from '../../api/arrivals.ts'
import { useQuery } from '../../api/use-query.ts'
import { href } from '../../app/paths.ts'
import { useMeetingState } from '../../parts/use-meeting-state.tsx'
import { arrivalsText } from '../../text/arrivals.ts'
import { meetingActText } from '../../text/meeting.ts'
import { sessionText as text } from '../../text/session.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { HeadActs } from '../../ui/HeadActs.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { NotebookDoor } from './notebooks/NotebookDoor.tsx'
import { SessionDesk } from './SessionDesk.tsx'
import { type Session, useSession } from './use-session.ts'

export function SessionPage({ meetingId, focusId }: { meetingId: string; focusId: string | null }) {
  const { session, error } = useSession(meetingId)
  const refetch = useQuery('session.get', { meetingId })
  if (session === undefined)
    return error === null ? (
      <Skeleton lines={6} />
    ) : (
      <ErrorBanner error={error} onRetry={() => void refetch.refetch()} />
    )
  const { meeting, view } = session
  if (meeting.state === 'inSession') return <SessionDesk session={session} isOpen />
  // Notes that were taken stay where they were taken.
  if (view.spans.length > 0) return <Noted session={session} focusId={focusId} />
  return meeting.state === 'held' || meeting.state === 'cancelled' ? (
    <Over meeting={meeting} />
  ) : (
    <NotOpened session={session} />
  )
}

/** What was noted, item by item: the one that a search leads to, else the last that was on. */
function Noted({ session, focusId }: { session: Session; focusId: string | null }) {
  const [shownId, setShownId] = useState(focusId)
  useEffect(() => {
    if (focusId !== null) setShownId(focusId)
  }, [focusId])
  const current = session.items.find(({ item }) => item.id === shownId) ?? session.current
  return <SessionDesk session={{ ...session, current }} isOpen={false} onShow={setShownId} />
}

function NotOpened({ session }: { session: Session }) {
  const { meeting, items } = session
  const [report] = useWaitingFiles('attendanceReport', meeting.id)
  useStatusLine([])
  const { go, error, isPending, question } = useMeetingState(meeting, () => undefined)
  const { data: home } = useQuery('home.get', {})
  const isPast = home !== undefined && meeting.date < home.today
  return (
    <>
      <HeadActs>
        <NotebookDoor meetingId={meeting.id} />
      </HeadActs>
      <div className="scroll">
        {report === undefined ? null : (
          <Banner tone="info">{arrivalsText.waitsForSession(report.name)}</Banner>
        )}
        {error === null ? null : <ErrorBanner error={error} />}
        {question}
        <EmptyState
          icon={DoorOpen}
          title={isPast ? text.past : items.length === 0 ? text.noItems : text.open}
          act={
            <div className="row">
              {isPast ? (
                <Button look="primary" onPress={() => go('held')}>
                  {meetingActText.held}
                </Button>
              ) : null}
              <Button
                look={isPast ? 'plain' : 'primary'}
                busy={isPending ? text.opening : undefined}
                onPress={() => go('inSession')}
              >
                {text.open}
              </Button>
            </div>
          }
        >
          {isPast ? text.pastLead : items.length === 0 ? text.noItemsLead : text.openLead}
        </EmptyState>
      </div>
    </>
  )
}

/** Held without notes of a session, or cancelled: nothing is to be opened. */
function Over({ meeting }: { meeting: Meeting }) {
  useStatusLine([])
  const isHeld = meeting.state === 'held'
  return (
    <>
      <HeadActs>
        <NotebookDoor meetingId={meeting.id} />
      </HeadActs>
      <div className="scroll">
        <EmptyState
          icon={isHeld ? CircleCheck : CalendarX}
          title={isHeld ? text.heldWithoutNotes : text.cancelled}
          act={
            isHeld ? (
              <a className="button primary" href={href('minutes', { meetingId: meeting.id })}>
                {text.toMinutes}
              </a>
            ) : undefined
          }
        >
          {isHeld ? text.heldWithoutNotesLead : meeting.cancelReason}
        </EmptyState>
      </div>
    </>
  )
}
