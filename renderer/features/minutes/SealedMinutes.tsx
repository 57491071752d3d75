import Lock from 'lucide-react/icons/lock'
import Send from 'lucide-react/icons/send'
import { lazy, Suspense, useState } from 'react'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { formatDate } from '../../../electron/domain/text/french.ts'
import { useQuery } from '../../api/use-query.ts'
import { approvalText, corrigendumText } from '../../text/approval.ts'
import { minutesStateBadge, minutesText } from '../../text/minutes.ts'
import { lifeText } from '../../text/minutes-life.ts'
import { minutesVersionsText } from '../../text/minutes-versions.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Head } from '../../ui/Head.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useStatusLine } from '../../ui/status.ts'
import { DocumentPreview, SaveDocument } from '../documents/index.ts'
import { Corrigenda } from './approval/Corrigenda.tsx'
import { SealFacts } from './approval/SealFacts.tsx'
import { usePrepareMessage } from './approval/use-prepare-message.ts'
import { type MinutesPaper, MinutesPapers } from './MinutesPapers.tsx'

const VersionsPane = lazy(() =>
  import('./versions/VersionsPane.tsx').then((m) => ({ default: m.VersionsPane })),
)

export function SealedMinutes({ meeting }: { meeting: Meeting }) {
  const meetingId = meeting.id
  const [paper, setPaper] = useState<MinutesPaper>('minutes')
  const [corrigendumId, setCorrigendum] = useState<string | null>(null)
  const [hasVersions, setVersions] = useState(false)
  const approval = useQuery('approval.get', { meetingId })
  const message = usePrepareMessage(meetingId)
  useStatusLine([])
  const subject =
    corrigendumId === null
      ? ({ kind: paper, meetingId } as const)
      : ({ kind: 'corrigendum', corrigendumId } as const)
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
            {approval.data?.approval === null ? <span>{approvalText.takenOver}</span> : null}
          </>
        }
        acts={
          <>
            <Button pressed={hasVersions} onPress={() => setVersions(!hasVersions)}>
              {minutesVersionsText.open}
            </Button>
            <Button
              icon={Send}
              busy={message.isPending ? lifeText.preparing : undefined}
              onPress={() => message.start('approvedMinutes')}
            >
              {lifeText.sendApproved}
            </Button>
            <SaveDocument key={corrigendumId ?? paper} subject={subject} />
          </>
        }
      />
      <Banner>{minutesText.sealed}</Banner>
      <div className="cols sealed">
        <section className="pane inspector approval-sealed" aria-label={approvalText.title}>
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
                <SealFacts meetingId={meetingId} view={approval.data} />
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
        {corrigendumId === null ? (
          <MinutesPapers meetingId={meetingId} paper={paper} onPaper={setPaper} />
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
        {hasVersions ? (
          <Suspense fallback={<Skeleton />}>
            <VersionsPane meetingId={meetingId} isSealed onClose={() => setVersions(false)} />
          </Suspense>
        ) : null}
      </div>
    </>
  )
}
