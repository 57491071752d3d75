import Lock from 'lucide-react/icons/lock'
import { Suspense, useMemo, useRef, useState } from 'react'
import type { AgendaItem } from '../../../electron/domain/agenda/agenda.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import type { MinutesSection } from '../../../electron/domain/minutes/minutes.ts'
import { useMoreActs } from '../../acts/more-acts.ts'
import { useActs } from '../../acts/use-acts.ts'
import { useFocusKept } from '../../acts/use-focus-kept.ts'
import { useArrived } from '../../api/arrivals.ts'
import { showToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAskedPassage } from '../../app/shown-passage.ts'
import { usePrepareMessage } from '../../parts/use-prepare-message.ts'
import { approvalText, corrigendumText } from '../../text/approval.ts'
import { arrivalsText } from '../../text/arrivals.ts'
import { minutesStateBadge, minutesText } from '../../text/minutes.ts'
import { lifeText } from '../../text/minutes-life.ts'
import { Badge } from '../../ui/Badge.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { HeadActs, HeadBadge } from '../../ui/HeadActs.tsx'
import { part } from '../../ui/part.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { DocumentPreview, SaveDocument } from '../documents/index.ts'
import { ApprovalFacts } from './approval/ApprovalFacts.tsx'
import { Corrigenda } from './approval/Corrigenda.tsx'
import { SignedCopies } from './approval/SignedCopies.tsx'
import { type MinutesPaper, MinutesPapers } from './MinutesPapers.tsx'
import { approvedActs } from './minutes-acts.ts'
import { SavePaper } from './SavePaper.tsx'
import { headingOf, planOf } from './sections.ts'

const VersionsPane = part(() => import('./versions/VersionsPane.tsx').then((m) => m.VersionsPane))

export function ApprovedMinutes(props: {
  meeting: Meeting
  items: readonly AgendaItem[]
  sections: readonly MinutesSection[]
  focusId: string | null
}) {
  const { items, sections, focusId } = props
  const meetingId = props.meeting.id
  const words = useAskedPassage()
  const opensAt = useMemo(() => {
    const entry = planOf(items, sections).find(({ id }) => id === focusId)
    return entry === undefined && words === ''
      ? null
      : { heading: entry === undefined ? '' : headingOf(entry), words }
  }, [items, sections, focusId, words])
  const isApproved = () => showToast(arrivalsText.approved)
  useArrived('returnedMinutes', meetingId, isApproved)
  useArrived('attendanceReport', meetingId, isApproved)
  const [paper, setPaper] = useState<MinutesPaper>('minutes')
  const facts = useRef<HTMLElement>(null)
  useFocusKept(facts)
  const [corrigendumId, setCorrigendum] = useState<string | null>(null)
  const [hasVersions, setVersions] = useState(false)
  const approval = useQuery('approval.get', { meetingId })
  const message = usePrepareMessage(meetingId)
  useStatusLine([])
  const acts = useActs(approvedActs, {
    toggleVersions: () => setVersions(!hasVersions),
    sendApproved: () => message.start('approvedMinutes'),
  })
  useMoreActs(Object.values(acts))
  return (
    <>
      <HeadBadge>
        <Badge icon={Lock} tone="ok">
          {approval.data?.approval === null ? approvalText.takenOver : minutesStateBadge.approved}
        </Badge>
      </HeadBadge>
      <HeadActs>
        {corrigendumId === null ? (
          <SavePaper key={paper} look="primary" paper={paper} meetingId={meetingId} go={null} />
        ) : (
          <SaveDocument key={corrigendumId} subject={{ kind: 'corrigendum', corrigendumId }} />
        )}
      </HeadActs>
      <div className="cols approved">
        {corrigendumId === null ? (
          <MinutesPapers meetingId={meetingId} paper={paper} onPaper={setPaper} opensAt={opensAt} />
        ) : (
          <div className="pane papers">
            <div className="paper-choice">
              <Button small onPress={() => setCorrigendum(null)}>
                {corrigendumText.showMinutes}
              </Button>
            </div>
            <Suspense fallback={null}>
              <DocumentPreview key={corrigendumId} subject={{ kind: 'corrigendum', corrigendumId }} />
            </Suspense>
          </div>
        )}
        <section
          ref={facts}
          className="pane inspector approval-facts"
          aria-label={lifeText.pane}
          tabIndex={-1}
        >
          <div className="scroll inspector-body stack">
            {approval.error === null ? null : (
              <ErrorBanner error={approval.error} onRetry={() => void approval.refetch()} />
            )}
            {approval.data === undefined ? (
              approval.error === null ? (
                <Skeleton lines={6} />
              ) : null
            ) : (
              <>
                {approval.data.approval === null ? null : <p className="mute">{minutesText.approved}</p>}
                <ApprovalFacts meetingId={meetingId} view={approval.data} />
                {approval.data.approval === null ? null : (
                  <SignedCopies meetingId={meetingId} view={approval.data} />
                )}
                <Corrigenda
                  meetingId={meetingId}
                  view={approval.data}
                  shownId={corrigendumId}
                  onShow={setCorrigendum}
                />
              </>
            )}
          </div>
        </section>
        {hasVersions ? (
          <Suspense fallback={<Skeleton />}>
            <VersionsPane meetingId={meetingId} isApproved onClose={() => setVersions(false)} />
          </Suspense>
        ) : null}
      </div>
    </>
  )
}
