import { HistoryTable } from './HistoryTable.tsx'

export function MeetingHistoryPage({ meetingId }: { meetingId: string; focusId: string | null }) {
  return <HistoryTable meetingId={meetingId} />
}
