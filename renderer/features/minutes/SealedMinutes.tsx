// Sealed minutes: approved ones are read and saved as PDF, no longer written.
import Lock from 'lucide-react/icons/lock'
import { lazy, Suspense } from 'react'
import { formatDate } from '../../../electron/domain/french.ts'
import type { Meeting } from '../../../electron/domain/meeting.ts'
import { minutesStateBadge, minutesText } from '../../text/minutes.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Head } from '../../ui/Head.tsx'
import { SaveDocument } from '../documents/SaveDocument.tsx'

const DocumentPreview = lazy(() =>
  import('../documents/DocumentPreview.tsx').then((m) => ({ default: m.DocumentPreview })),
)

export function SealedMinutes({ meeting }: { meeting: Meeting }) {
  return (
    <>
      <Head
        title={minutesText.title(meeting.number)}
        facts={
          <>
            <Badge icon={Lock} tone="ok">
              {minutesStateBadge.approved}
            </Badge>
            <span>{formatDate(meeting.date)}</span>
          </>
        }
        acts={<SaveDocument subject={{ kind: 'minutes', meetingId: meeting.id }} />}
      />
      <Banner>{minutesText.sealed}</Banner>
      <div className="cols sealed">
        <Suspense fallback={null}>
          <DocumentPreview subject={{ kind: 'minutes', meetingId: meeting.id }} />
        </Suspense>
      </div>
    </>
  )
}
