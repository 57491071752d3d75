// Sealed minutes: approved ones are read and saved as PDF, no longer written.
import Lock from 'lucide-react/icons/lock'
import { useState } from 'react'
import { formatDate } from '../../../electron/domain/french.ts'
import type { Meeting } from '../../../electron/domain/meeting.ts'
import { minutesStateBadge, minutesText } from '../../text/minutes.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Head } from '../../ui/Head.tsx'
import { SaveDocument } from '../documents/SaveDocument.tsx'
import { type MinutesPaper, MinutesPapers } from './MinutesPapers.tsx'

export function SealedMinutes({ meeting }: { meeting: Meeting }) {
  const [paper, setPaper] = useState<MinutesPaper>('minutes')
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
        acts={<SaveDocument key={paper} subject={{ kind: paper, meetingId: meeting.id }} />}
      />
      <Banner>{minutesText.sealed}</Banner>
      <div className="cols sealed">
        <MinutesPapers meetingId={meeting.id} paper={paper} onPaper={setPaper} />
      </div>
    </>
  )
}
