import { useQuery } from '../../api/use-query.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AgendaScreen } from './AgendaScreen.tsx'
import type { Face } from './face-acts.ts'

export function AgendaPage(props: { meetingId: string; place: Face; focusId: string | null }) {
  const { meetingId, place } = props
  const file = useQuery('meetings.get', { id: meetingId })
  const view = useQuery('agenda.list', { meetingId })
  const error = file.error ?? view.error
  if (error !== null) {
    return <ErrorBanner error={error} onRetry={() => void Promise.all([file.refetch(), view.refetch()])} />
  }
  if (file.data === undefined || view.data === undefined) return <Skeleton lines={8} />
  return (
    <AgendaScreen
      // One store per meeting: another meeting is another screen.
      key={meetingId}
      view={view.data}
      meeting={file.data.meeting}
      face={place}
      focusId={props.focusId}
    />
  )
}
