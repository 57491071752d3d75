import { useContext } from 'react'
import { useQuery } from '../../api/use-query.ts'
import { agendaText } from '../../text/agenda.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { AgendaScreen } from './AgendaScreen.tsx'
import type { Face } from './face-acts.ts'

export function AgendaPage(props: { meetingId: string; place: Face; focusId: string | null }) {
  const { meetingId, place } = props
  const file = useQuery('meetings.get', { id: meetingId })
  const view = useQuery('agenda.list', { meetingId })
  const off = useContext(EditingOff)
  const error = file.error ?? view.error
  if (error !== null) {
    return <ErrorBanner error={error} onRetry={() => void Promise.all([file.refetch(), view.refetch()])} />
  }
  if (file.data === undefined || view.data === undefined) return <Skeleton lines={8} />
  const { meeting, minutes } = file.data
  // Its titles are in the sealed paper.
  const isSealed = minutes?.state === 'approved'
  return (
    <EditingOff value={off ?? (isSealed ? agendaText.sealed : null)}>
      <AgendaScreen
        // One store per meeting: another meeting is another screen.
        key={meetingId}
        view={view.data}
        meeting={meeting}
        face={place}
        focusId={props.focusId}
      />
    </EditingOff>
  )
}
