import DoorOpen from 'lucide-react/icons/door-open'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { sessionText as text } from '../../text/session.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Head } from '../../ui/Head.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { NotebookDoor } from './notebooks/NotebookDoor.tsx'
import { SessionDesk } from './SessionDesk.tsx'
import { type Session, useSession } from './use-session.ts'

export function SessionPage({ meetingId }: { meetingId: string; focusId: string | null }) {
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
  return view.spans.length > 0 ? (
    <SessionDesk session={session} isOpen={false} />
  ) : (
    <NotOpened session={session} />
  )
}

function NotOpened({ session }: { session: Session }) {
  const { meeting, items } = session
  useStatusLine([])
  const open = useWrite('session.open')
  return (
    <>
      <Head title={text.readyTitle(meeting.number)} acts={<NotebookDoor meetingId={meeting.id} />} />
      <div className="scroll">
        {open.error === null ? null : <ErrorBanner error={open.error} />}
        <EmptyState
          icon={DoorOpen}
          title={items.length === 0 ? text.noItems : text.open}
          act={
            <Button
              look="primary"
              busy={open.isPending ? text.opening : undefined}
              onPress={() => open.mutate({ meetingId: meeting.id })}
            >
              {text.open}
            </Button>
          }
        >
          {items.length === 0 ? text.noItemsLead : text.openLead}
        </EmptyState>
      </div>
    </>
  )
}
