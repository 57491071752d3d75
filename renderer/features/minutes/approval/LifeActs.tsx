import type { Minutes } from '../../../../electron/domain/minutes/minutes.ts'
import { ActButton, ActMenu } from '../../../acts/ActButton.tsx'
import { useActs } from '../../../acts/use-acts.ts'
import { minutesText } from '../../../text/minutes.ts'
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
  return (
    <>
      {life.question}
      <ActMenu label={minutesText.stateMenu} acts={Object.values(acts).filter((act) => act !== next)} />
      <ActButton act={next} look="primary" busy={message.isPending ? text.preparing : undefined} />
    </>
  )
}
