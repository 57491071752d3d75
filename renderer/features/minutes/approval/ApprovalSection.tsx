import type { ApprovalView } from '../../../../electron/contract/approval.ts'
import { useQuery } from '../../../api/use-query.ts'
import { href } from '../../../app/paths.ts'
import { approvalText as text } from '../../../text/approval.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { ApprovalForm } from './ApprovalForm.tsx'
import { ConsultationSection } from './ConsultationSection.tsx'
import type { LifeProps } from './life-props.ts'
import { useMinutesState } from './use-minutes-state.tsx'

export function ApprovalSection(props: LifeProps) {
  const { meeting, minutes } = props
  const approval = useQuery('approval.get', { meetingId: meeting.id })
  const body = useQuery('settings.body', {})
  const consulted = useQuery('approval.consultation', { meetingId: meeting.id })
  const error = approval.error ?? body.error ?? consulted.error
  return (
    <section className="stack" aria-label={text.title}>
      <h3 className="h3">{text.title}</h3>
      {error === null ? null : <ErrorBanner error={error} onRetry={() => void approval.refetch()} />}
      {approval.data === undefined || body.data === undefined || consulted.data === undefined ? (
        error === null ? (
          <Skeleton lines={4} />
        ) : null
      ) : approval.data.obstacles.length > 0 ? (
        <>
          <Obstacles {...props} obstacles={approval.data.obstacles} />
          {minutes.state === 'validated' ? (
            <ConsultationSection meetingId={meeting.id} onObservations={props.onObservations} />
          ) : null}
        </>
      ) : (
        <>
          {props.undescribed === 0 ? null : <Banner tone="warn">{text.pictures(props.undescribed)}</Banner>}
          <ApprovalForm
            meeting={meeting}
            minutes={minutes}
            usualMode={body.data.approvalMode}
            consulted={consulted.data}
            meetings={approval.data.approvingMeetings}
            retained={approval.data.retainedRemarks}
            onObservations={props.onObservations}
            go={props.go}
          />
        </>
      )}
    </section>
  )
}

function Obstacles(props: LifeProps & { obstacles: ApprovalView['obstacles'] }) {
  const { meeting, minutes } = props
  const { go, question } = useMinutesState(minutes, props.go)
  return (
    <>
      {question}
      <p>{text.obstaclesLead}</p>
      <ul className="approval-obstacles">
        {props.obstacles.map((obstacle) => (
          <li key={obstacle}>
            <span className="grow">
              {obstacle === 'openObservations'
                ? text.openObservations(props.openObservations)
                : text.obstacles[obstacle]}
            </span>
            {obstacle === 'notHeld' ? (
              <a className="button compact" href={href('session', { meetingId: meeting.id })}>
                {text.toSession}
              </a>
            ) : null}
            {obstacle === 'notValidated' && minutes.state === 'review' ? (
              <Button small onPress={() => go('validated')}>
                {text.toValidate}
              </Button>
            ) : null}
            {obstacle === 'openObservations' ? (
              <Button small onPress={props.onObservations}>
                {text.toObservations}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
