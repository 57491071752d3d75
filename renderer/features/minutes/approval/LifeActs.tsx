import { useState } from 'react'
import type { LeavingCheck } from '../../../../electron/domain/meetings/leaving.ts'
import type { Minutes } from '../../../../electron/domain/minutes/minutes.ts'
import { ActButton } from '../../../acts/ActButton.tsx'
import { useMoreActs } from '../../../acts/more-acts.ts'
import { useActs } from '../../../acts/use-acts.ts'
import { BeforeLeaving } from '../../../parts/BeforeLeaving.tsx'
import { leavingText } from '../../../text/leaving.ts'
import { lifeText as text } from '../../../text/minutes-life.ts'
import { nextAct, stateActs } from './state-acts.ts'
import { useMinutesState } from './use-minutes-state.tsx'
import { usePrepareMessage } from './use-prepare-message.ts'

export function LifeActs(props: {
  minutes: Minutes
  go: (check: LeavingCheck) => boolean
  onApprove: () => void
}) {
  const { minutes, onApprove } = props
  const [isSending, setSending] = useState(false)
  const { state } = minutes
  const message = usePrepareMessage(minutes.meetingId)
  const life = useMinutesState(minutes)
  const acts = useActs(stateActs, {
    state,
    setState: life.go,
    message,
    toMembers: () => setSending(true),
    approve: onApprove,
  })
  const next = acts[nextAct[state]]
  useMoreActs(Object.values(acts).filter((act) => act !== next))
  return (
    <>
      {life.question}
      {isSending ? (
        <BeforeLeaving
          meetingId={minutes.meetingId}
          departure="review"
          words={leavingText.review}
          go={props.go}
          onAct={() => {
            setSending(false)
            message.start('draftMinutes')
          }}
          onClose={() => setSending(false)}
        />
      ) : null}
      <ActButton act={next} look="primary" busy={message.isPending ? text.preparing : undefined} />
    </>
  )
}
