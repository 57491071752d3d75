import FilePenLine from 'lucide-react/icons/file-pen-line'
import { useWaitingFiles } from '../../api/arrivals.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { useLeaving } from '../../parts/leaving-lines.ts'
import { arrivalsText } from '../../text/arrivals.ts'
import { minutesText } from '../../text/minutes.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { BeforeLines } from '../../ui/Before.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { ApprovedMinutes } from './ApprovedMinutes.tsx'
import { MinutesDesk } from './MinutesDesk.tsx'

export function MinutesPage({ meetingId, focusId }: { meetingId: string; focusId: string | null }) {
  const file = useQuery('meetings.get', { id: meetingId })
  const view = useQuery('minutes.get', { meetingId })
  const error = file.error ?? view.error
  if (file.data === undefined || view.data === undefined) {
    return error === null ? <Skeleton /> : <ErrorBanner error={error} onRetry={() => void view.refetch()} />
  }
  const { meeting, items } = file.data
  if (view.data === null) return <NotStarted meetingId={meetingId} />
  if (view.data.minutes.state === 'approved')
    return <ApprovedMinutes meeting={meeting} items={items} sections={view.data.sections} focusId={focusId} />
  return <MinutesDesk meeting={meeting} items={items} view={view.data} focusId={focusId} />
}

function NotStarted(props: { meetingId: string }) {
  const view = useQuery('minutes.get', { meetingId: props.meetingId })
  const [report] = useWaitingFiles('attendanceReport', props.meetingId)
  useStatusLine([])
  // Its decisions will bear the number that is given now.
  const leaving = useLeaving(props.meetingId, 'opening', () => false)
  const start = useWrite('minutes.start', { onSuccess: () => void view.refetch() })
  return (
    <div className="scroll">
      {report === undefined ? null : <Banner tone="info">{arrivalsText.waitsForMinutes(report.name)}</Banner>}
      {start.error === null ? null : <ErrorBanner error={start.error} />}
      <EmptyState
        icon={FilePenLine}
        title={minutesText.notStarted}
        act={
          <Button
            look="primary"
            busy={start.isPending ? minutesText.starting : undefined}
            onPress={() => start.mutate({ meetingId: props.meetingId })}
          >
            {minutesText.start}
          </Button>
        }
      >
        {minutesText.notStartedHint}
      </EmptyState>
      {leaving.lines === undefined || leaving.lines.length === 0 ? null : (
        <div className="pad">
          <BeforeLines label={minutesText.beforeStart} lines={leaving.lines} />
        </div>
      )}
    </div>
  )
}
