import ShieldCheck from 'lucide-react/icons/shield-check'
import { useEffect, useRef, useState } from 'react'
import type { ApprovalView } from '../../../../electron/contract/approval.ts'
import type { Approval } from '../../../../electron/domain/minutes/version.ts'
import { formatTime } from '../../../../electron/domain/text/french.ts'
import { clockTime } from '../../../../electron/domain/time/civil-date.ts'
import { errorCode, errorSentence } from '../../../api/api-error.ts'
import { call } from '../../../api/client.ts'
import { useQuery } from '../../../api/use-query.ts'
import { href } from '../../../app/paths.ts'
import { approvalText as text } from '../../../text/approval.ts'
import { minutesVersionsText } from '../../../text/minutes-versions.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { bringToMiddle } from '../../../ui/into-view.ts'
import { ArchiveActs } from '../archive/ArchiveActs.tsx'
import { whenWords } from '../versions/when.ts'

export function ApprovalFacts({ meetingId, view }: { meetingId: string; view: ApprovalView }) {
  const { approval } = view
  if (approval === null)
    return (
      <section className="stack" aria-label={text.title}>
        <h2 className="h3">{text.takenOver}</h2>
        <p>{text.takenOverLead}</p>
      </section>
    )
  return (
    <section className="stack" aria-label={text.title}>
      <h2 className="h3">{text.title}</h2>
      <dl className="facts">
        <dt>{text.facts.on}</dt>
        <dd>{text.approvedOn(approval.approvedOn)}</dd>
        <dt>{text.facts.by}</dt>
        <dd>
          <By approval={approval} />
          {approval.replies === '' ? null : `, ${approval.replies}`}
        </dd>
        <dt>{text.facts.corrections}</dt>
        <dd className="preformatted">
          {approval.corrections === '' ? text.noCorrection(view.retainedRemarks) : approval.corrections}
        </dd>
        <dt>{text.facts.sealedAt}</dt>
        <dd>{text.sealedBy(whenWords(approval.sealedAt), approval.sealedBy)}</dd>
        {approval.asked === '' ? null : (
          <>
            <dt>{text.facts.asked}</dt>
            <dd className="preformatted">{approval.asked}</dd>
          </>
        )}
        <Pages meetingId={meetingId} versionId={approval.versionId} />
        <dt>{text.facts.hash}</dt>
        <dd>
          <code className="approval-hash">{approval.sha256}</code>
        </dd>
      </dl>
      <Check meetingId={meetingId} sha256={approval.sha256} />
      <ArchiveActs meetingId={meetingId} />
    </section>
  )
}

function By({ approval: { mode, approvingMeetingId } }: { approval: Approval }) {
  const meeting = useQuery(
    'meetings.get',
    { id: approvingMeetingId ?? '' },
    { enabled: approvingMeetingId !== null },
  ).data?.meeting
  if (mode === 'written') return text.byWritten
  if (mode === 'tacit') return text.byTacit
  if (meeting === undefined) return null
  return (
    <a href={href('minutes', { meetingId: meeting.id })} title={text.toApproving}>
      {text.byMeeting(meeting.number, meeting.date)}
    </a>
  )
}

function Pages({ meetingId, versionId }: { meetingId: string; versionId: string }) {
  const version = useQuery('minutesVersions.list', { meetingId }).data?.find(({ id }) => id === versionId)
  if (version?.pdfPages == null) return null
  return (
    <>
      <dt>{text.facts.pages}</dt>
      <dd>{minutesVersionsText.pages(version.pdfPages)}</dd>
    </>
  )
}

type Verdict = { tone: 'ok' | 'bad'; words: string }

/** Reads the kept bytes again: the core computes their hash and refuses those that changed. */
function Check({ meetingId, sha256 }: { meetingId: string; sha256: string }) {
  const [isChecking, setChecking] = useState(false)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const answer = useRef<HTMLDivElement>(null)
  // It comes below what was pressed, which can stand at the very end of what is seen.
  useEffect(() => {
    if (verdict !== null && answer.current !== null) bringToMiddle(answer.current)
  }, [verdict])
  const check = async () => {
    setChecking(true)
    setVerdict(await verdictOn(meetingId, sha256))
    setChecking(false)
  }
  return (
    <>
      <div className="row">
        <Button
          small
          icon={ShieldCheck}
          busy={isChecking ? text.checking : undefined}
          onPress={() => void check()}
        >
          {text.check}
        </Button>
      </div>
      <div ref={answer}>{verdict === null ? null : <Banner tone={verdict.tone}>{verdict.words}</Banner>}</div>
    </>
  )
}

async function verdictOn(meetingId: string, sha256: string): Promise<Verdict> {
  try {
    const kept = await call('documents.render', { kind: 'minutes', meetingId })
    return kept.sha256 === sha256
      ? { tone: 'ok', words: text.checked(formatTime(clockTime(new Date()))) }
      : { tone: 'bad', words: text.damaged }
  } catch (error) {
    const code = errorCode(error)
    const isDamaged = code === 'kept-file-altered' || code === 'kept-file-missing'
    return { tone: 'bad', words: isDamaged ? text.damaged : errorSentence(error) }
  }
}
