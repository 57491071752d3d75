import type { Minutes } from '../../../../electron/domain/minutes/minutes.ts'
import { ActButton } from '../../../acts/ActButton.tsx'
import { useMoreActs } from '../../../acts/more-acts.ts'
import { useActs } from '../../../acts/use-acts.ts'
import { lifeText as text } from '../../../text/minutes-life.ts'
import { nextAct, stateActs } from './state-acts.ts'
import { useMinutesState } from './use-minutes-state.tsx'
import { usePrepareMessage } from './use-prepare-message.ts'

export function LifeActs({ minutes, onApprove }: { minutes: Minutes; onApprove: () => void }) {
  const { state } = minutes
  const message = usePrepareMessage(minutes.meetingId)
  const life = useMinutesState(minutes)
  const acts = useActs(stateActs, {
    state,
    setState: life.go,
    message,
    approve: onApprove,
  })
  const next = acts[nextAct[state]]
  useMoreActs(Object.values(acts).filter((act) => act !== next))
  return (
    <>
      {life.question}
      <ActButton act={next} look="primary" busy={message.isPending ? text.preparing : undefined} />
    </>
  )
}
