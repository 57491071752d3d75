import { useQuery } from '../../api/use-query.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AgendaScreen } from './AgendaScreen.tsx'

export function AgendaPage({ meetingId, focusId }: { meetingId: string; focusId: string | null }) {
  const file = useQuery('meetings.get', { id: meetingId })
  const view = useQuery('agenda.list', { meetingId })
  const error = file.error ?? view.error
  if (error !== null) {
    return <ErrorBanner error={error} onRetry={() => void Promise.all([file.refetch(), view.refetch()])} />
  }
  if (file.data === undefined || view.data === undefined) return <Skeleton lines={8} />
  // One store per meeting: another meeting is another screen.
  return <AgendaScreen key={meetingId} view={view.data} meeting={file.data.meeting} focusId={focusId} />
}
