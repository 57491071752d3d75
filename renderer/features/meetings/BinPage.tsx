import Trash2 from 'lucide-react/icons/trash-2'
import { useRef } from 'react'
import { formatDate, formatShortDate } from '../../../electron/domain/text/french.ts'
import { useFocusKept } from '../../acts/use-focus-kept.ts'
import { showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { binText as text } from '../../text/bin.ts'
import { meetingText } from '../../text/meeting.ts'
import { meetingDeskText } from '../../text/meeting-desk.ts'
import { placeText } from '../../text/place.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SectionHead } from '../../ui/Head.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'

export function BinPage(_: { focusId: string | null }) {
  const bin = useQuery('meetings.bin', {})
  const restore = useWrite('meetings.restore', {
    onSuccess: () => showUndoToast(meetingDeskText.restored),
  })
  const list = useRef<HTMLDivElement>(null)
  useFocusKept(list)
  useStatusLine(
    bin.data === undefined || bin.data.length === 0 ? [] : [meetingDeskText.count(bin.data.length)],
  )
  return (
    <>
      <SectionHead title={placeText.bin} lead={text.lead} />
      <div className="scroll" ref={list} tabIndex={-1}>
        {bin.error !== null || restore.error !== null ? (
          <div className="pad">
            <ErrorBanner error={bin.error ?? restore.error} onRetry={() => void bin.refetch()} />
          </div>
        ) : null}
        {bin.data === undefined ? (
          bin.error === null ? (
            <Skeleton />
          ) : null
        ) : bin.data.length === 0 ? (
          <EmptyState icon={Trash2} title={text.empty}>
            {text.emptyHint}
          </EmptyState>
        ) : (
          <ul className="list pad">
            {bin.data.map((meeting) => (
              <li key={meeting.id}>
                <div className="grow">
                  <div className="strong cut-two-lines">
                    {meeting.title === ''
                      ? meetingText.title(meeting.number, formatDate(meeting.date))
                      : meeting.title}
                  </div>
                  <div className="mute text-15">
                    {formatDate(meeting.date)}
                    {meeting.deletedAt === null
                      ? ''
                      : ` · ${text.deletedOn} ${formatShortDate(meeting.deletedAt.slice(0, 10))}`}
                  </div>
                </div>
                <Button
                  small
                  writes
                  onPress={() => restore.mutate({ id: meeting.id, version: meeting.version })}
                >
                  {text.restore}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
