import { HistoryList } from './HistoryList.tsx'

export function MeetingHistoryPage({ meetingId }: { meetingId: string; focusId: string | null }) {
  return <HistoryList narrowed={{ meetingId }} />
}
