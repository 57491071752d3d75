import Check from 'lucide-react/icons/check'
import CircleIcon from 'lucide-react/icons/circle'
import CircleDot from 'lucide-react/icons/circle-dot'
import { type Minutes, MinutesState } from '../../../../electron/domain/minutes/minutes.ts'
import type { Circle } from '../../../../electron/domain/minutes/observation.ts'
import { civilDate } from '../../../../electron/domain/time/civil-date.ts'
import { errorSentence } from '../../../api/api-error.ts'
import { showToast, showUndoToast } from '../../../api/toasts.ts'
import { useWrite } from '../../../api/use-write.ts'
import { lifeText as text } from '../../../text/minutes-life.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Inspector } from '../../../ui/Inspector.tsx'
import { ApprovalSection } from './ApprovalSection.tsx'
import type { LifeProps } from './life-props.ts'

export function LifePane(props: LifeProps & { onClose: () => void }) {
  const { onClose, ...life } = props
  const { minutes } = life
  return (
    <Inspector title={text.pane} onClose={onClose}>
      <div className="stack">
        <section aria-label={text.steps}>
          <ol className="life-steps">
            {MinutesState.options.map((state) => (
              <Step key={state} state={state} current={minutes.state} />
            ))}
          </ol>
          {minutes.frozenAt === null ? (
            <p className="mute text-15">{text.provisionalHint}</p>
          ) : minutes.state === 'drafting' ? null : (
            <p className="mute text-15">{text.sentOn(civilDate(new Date(minutes.frozenAt)))}</p>
          )}
        </section>
        {reviewedIn[minutes.state].map((circle) => (
          <Deadline key={circle} minutes={minutes} circle={circle} />
        ))}
        <ApprovalSection {...life} />
      </div>
    </Inspector>
  )
}

/** Rounds that are still to be, or are going on. */
const reviewedIn: Readonly<Record<MinutesState, readonly Circle[]>> = {
  drafting: ['internal', 'members'],
  internalReview: ['internal', 'members'],
  review: ['members'],
  validated: [],
  approved: [],
}

function Step({ state, current }: { state: MinutesState; current: MinutesState }) {
  const order = MinutesState.options
  const from = order.indexOf(state) - order.indexOf(current)
  // Validated says that the validation is done, not that it is going on.
  const isDone = from < 0 || (from === 0 && state === 'validated')
  const how = isDone ? 'done' : from === 0 ? 'now' : 'ahead'
  const icon = how === 'done' ? Check : how === 'now' ? CircleDot : CircleIcon
  return (
    <li className={how} aria-current={how === 'now' ? 'step' : undefined}>
      <Icon of={icon} size={16} />
      <span className="grow">{text.step[state]}</span>
      <span className="mute">{text.stepStates[how]}</span>
    </li>
  )
}

function Deadline({ minutes, circle }: { minutes: Minutes; circle: Circle }) {
  const { id, version } = minutes
  const deadline = circle === 'members' ? minutes.reviewDeadline : minutes.internalDeadline
  const words = text.deadlines[circle]
  const write = useWrite('minutes.setDeadline', {
    onSuccess: () => showUndoToast(words.set),
    onError: (error) => showToast(errorSentence(error)),
  })
  return (
    <section className="stack" aria-label={words.title}>
      <DateField
        label={words.title}
        keptAs={`minutes:${id}:${circle}`}
        value={deadline}
        onCommit={(date) => {
          if (date !== deadline) write.mutate({ id, version, circle, deadline: date })
        }}
      />
      <p className="mute text-15">{deadline === null ? words.none : words.on(deadline)}</p>
    </section>
  )
}
