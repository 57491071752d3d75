import { useState } from 'react'
import type { LeavingCheck } from '../../../../electron/domain/meetings/leaving.ts'
import type { Meeting } from '../../../../electron/domain/meetings/meeting.ts'
import { isToCome } from '../../../../electron/domain/meetings/opened.ts'
import type { Minutes } from '../../../../electron/domain/minutes/minutes.ts'
import { ActButton } from '../../../acts/ActButton.tsx'
import { useMoreActs } from '../../../acts/more-acts.ts'
import { useActs } from '../../../acts/use-acts.ts'
import { useQuery } from '../../../api/use-query.ts'
import { BeforeLeaving } from '../../../parts/BeforeLeaving.tsx'
import { usePrepareMessage } from '../../../parts/use-prepare-message.ts'
import { leavingText } from '../../../text/leaving.ts'
import { lifeText as text } from '../../../text/minutes-life.ts'
import { today } from './life-state.ts'
import { nextAct, stateActs } from './state-acts.ts'
import { useMinutesState } from './use-minutes-state.tsx'

export function LifeActs(props: {
  minutes: Minutes
  meeting: Meeting
  go: (check: LeavingCheck) => boolean
  onApprove: () => void
}) {
  const { minutes, meeting, onApprove } = props
  /** What is about to take the draft to the members. */
  const [asked, setAsked] = useState<keyof typeof leavingText.toMembers | null>(null)
  const { state } = minutes
  const message = usePrepareMessage(minutes.meetingId)
  const life = useMinutesState(minutes, props.go)
  const approval = useQuery('approval.get', { meetingId: minutes.meetingId })
  const isChanged = state === 'validated' && approval.data?.isChangedSinceValidation === true
  const acts = useActs(stateActs, {
    state,
    isUnderWay: meeting.state === 'inSession',
    isToCome: isToCome(meeting, today()),
    isChanged,
    setState: (next) => {
      if (next === 'review' && state === 'internalReview') setAsked('forward')
      else life.go(next)
    },
    message,
    toMembers: () => setAsked('send'),
    approve: onApprove,
  })
  const next = acts[isChanged ? 'validate' : nextAct[state]]
  useMoreActs(Object.values(acts).filter((act) => act !== next))
  return (
    <>
      {life.question}
      {asked === null ? null : (
        <BeforeLeaving
          meetingId={minutes.meetingId}
          departure="review"
          words={leavingText.toMembers[asked]}
          go={props.go}
          onAct={() => {
            setAsked(null)
            if (asked === 'send') message.start('draftMinutes')
            else life.go('review')
          }}
          onClose={() => setAsked(null)}
        />
      )}
      <ActButton act={next} look="primary" busy={message.isPending ? text.preparing : undefined} />
    </>
  )
}
