import FileText from 'lucide-react/icons/file-text'
import { Suspense, useState } from 'react'
import type { MeetingRow } from '../../../../electron/domain/meetings/meeting.ts'
import { formatDateWithoutWeekday } from '../../../../electron/domain/text/french.ts'
import { useQuery } from '../../../api/use-query.ts'
import { documentStyleText as text } from '../../../text/document-style.ts'
import { placeText } from '../../../text/place.ts'
import { ErrorBanner } from '../../../ui/Banner.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { SectionHead } from '../../../ui/Head.tsx'
import { part } from '../../../ui/part.ts'
import { Segments } from '../../../ui/Segments.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useStatusLine } from '../../../ui/status.ts'
import { ColoursSection } from './ColoursSection.tsx'
import { LetterheadSection } from './LetterheadSection.tsx'
import { PrintedSection } from './PrintedSection.tsx'
import { SentencesSection } from './SentencesSection.tsx'
import { TemplatesSection } from './TemplatesSection.tsx'

const DocumentPreview = part(() => import('../DocumentPreview.tsx').then((m) => m.DocumentPreview))

type Previewed = keyof typeof text.previewKinds
const kinds: readonly Previewed[] = ['minutes', 'timedAgenda', 'convocation']

export function DocumentStylePage(_: { focusId: string | null }) {
  const meetings = useQuery('meetings.list', { year: null })
  const meeting = meetings.data === undefined ? undefined : previewedOf(meetings.data)
  const [chosen, setChosen] = useState<Previewed | null>(null)
  // Without minutes there is still an agenda to look at.
  const kind = chosen ?? (meeting?.minutesState === null ? 'timedAgenda' : 'minutes')
  useStatusLine([])
  return (
    <>
      <SectionHead
        title={placeText.documentStyle}
        facts={meeting === undefined ? undefined : text.previewOf(formatDateWithoutWeekday(meeting.date))}
        acts={
          meeting === undefined ? undefined : (
            <Segments
              label={text.previewed}
              value={kind}
              choices={kinds.map((value) => ({ value, label: text.previewKinds[value] }))}
              onChange={setChosen}
            />
          )
        }
      />
      {meetings.error === null ? null : (
        <ErrorBanner error={meetings.error} onRetry={() => void meetings.refetch()} />
      )}
      <div className="cols style-cols">
        <div className="pane grow">
          <div className="scroll pad preparation">
            <LetterheadSection previewedOn={meeting?.date ?? null} />
            <ColoursSection />
            <PrintedSection />
            <SentencesSection />
            <TemplatesSection />
          </div>
        </div>
        {meetings.data === undefined ? (
          <Skeleton lines={8} />
        ) : meeting === undefined ? (
          <aside className="pane minutes-side" aria-label={text.previewed}>
            <EmptyState icon={FileText} title={text.nothingToPreview}>
              {text.nothingToPreviewHint}
            </EmptyState>
          </aside>
        ) : (
          <Suspense fallback={<Skeleton lines={8} />}>
            <DocumentPreview key={kind} closely subject={{ kind, meetingId: meeting.id }} />
          </Suspense>
        )}
      </div>
    </>
  )
}

/** The latest one that has minutes; failing that the latest of all. */
function previewedOf(newestFirst: readonly MeetingRow[]): MeetingRow | undefined {
  return newestFirst.find(({ minutesState }) => minutesState !== null) ?? newestFirst[0]
}
