import ArrowRight from 'lucide-react/icons/arrow-right'
import BadgeCheck from 'lucide-react/icons/badge-check'
import BellRing from 'lucide-react/icons/bell-ring'
import Send from 'lucide-react/icons/send'
import Undo2 from 'lucide-react/icons/undo-2'
import {
  type Minutes,
  type MinutesState,
  MinutesState as State,
} from '../../../../electron/domain/minutes/minutes.ts'
import { minutesStateAct, minutesText } from '../../../text/minutes.ts'
import { lifeText as text } from '../../../text/minutes-life.ts'
import { Button } from '../../../ui/Button.tsx'
import { Menu, type MenuAct } from '../../../ui/Menu.tsx'
import { useMinutesState } from './use-minutes-state.ts'
import { usePrepareMessage } from './use-prepare-message.ts'

/** States that a person reaches by hand, in order; the seal has its own panel. */
const reachable: readonly MinutesState[] = State.options.filter((state) => state !== 'approved')

export function LifeActs({ minutes, onApprove }: { minutes: Minutes; onApprove: () => void }) {
  const setState = useMinutesState(minutes)
  const message = usePrepareMessage(minutes.meetingId)
  const busy = message.isPending ? text.preparing : undefined
  const { state } = minutes
  const send = (id: string, label: string, toChair: boolean): MenuAct => ({
    id,
    label,
    icon: Send,
    onAct: () => message.start('draftMinutes', toChair),
  })
  const rank = reachable.indexOf(state)
  const step = (to: MinutesState | undefined, forward: boolean): MenuAct[] =>
    to === undefined
      ? []
      : [
          {
            id: to,
            label: forward ? minutesStateAct[to] : minutesText.stepBack(to),
            icon: forward ? ArrowRight : Undo2,
            onAct: () => setState(to),
          },
        ]
  const acts: MenuAct[] = [
    ...(state === 'drafting' ? [] : [send('chair', text.toChair, true)]),
    ...(state === 'internalReview' ? [] : [send('members', text.toMembers, false)]),
    ...(state === 'review' ? [remind(text.remind, () => message.start('reviewReminder'))] : []),
    { ...remind(text.remindActions, () => message.start('actionsReminder')), id: 'actions' },
    ...(state === 'validated'
      ? []
      : [{ id: 'follow', label: text.follow, icon: BadgeCheck, onAct: onApprove }]),
    // The main act says it already where it is a step.
    ...(state === 'review' ? [] : step(reachable[rank + 1], true)),
    ...step(reachable[rank - 1], false),
  ]
  return (
    <>
      <Menu label={minutesText.stateMenu} acts={acts} />
      {state === 'drafting' || state === 'internalReview' ? (
        <Button
          look="primary"
          icon={Send}
          busy={busy}
          onPress={() => message.start('draftMinutes', state === 'drafting')}
        >
          {state === 'drafting' ? text.toChair : text.toMembers}
        </Button>
      ) : state === 'review' ? (
        <Button look="primary" icon={BadgeCheck} onPress={() => setState('validated')}>
          {text.validate}
        </Button>
      ) : (
        <Button look="primary" icon={BadgeCheck} onPress={onApprove}>
          {text.approve}
        </Button>
      )}
    </>
  )
}

function remind(label: string, onAct: () => void): MenuAct {
  return { id: 'remind', label, icon: BellRing, onAct }
}
