import Check from 'lucide-react/icons/check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import PenLine from 'lucide-react/icons/pen-line'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import { type KeyboardEvent, memo, useContext } from 'react'
import type { Standing } from '../../../../electron/contract/observations.ts'
import type { Observation, ObservationState } from '../../../../electron/domain/minutes/observation.ts'
import { bindActs, pressKey } from '../../../acts/act.ts'
import { observationsText as text } from '../../../text/observations.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import { EditingOff } from '../../../ui/editing.ts'
import type { IconShape } from '../../../ui/Icon.tsx'
import { ShortChange } from '../versions/ShortChange.tsx'
import { type ObservationContext, observationActs } from './observation-acts.ts'
import type { Numbered } from './use-observations.ts'

const marks: Readonly<Record<ObservationState, { icon: IconShape; tone: Tone }>> = {
  open: { icon: CircleDashed, tone: 'warn' },
  accepted: { icon: Check, tone: 'ok' },
  reworded: { icon: PenLine, tone: 'info' },
  refused: { icon: X, tone: 'mute' },
}

type Props = {
  row: Numbered
  isOpened: boolean
  standing: Standing | null
  /** The same object for every row and every drawing. */
  acts: ObservationContext['acts']
  onToggle: (id: string) => void
  onReached: () => void
}

export const ObservationRow = memo(function ObservationRow(props: Props) {
  const { row, isOpened, standing } = props
  const { observation, number } = row
  const off = useContext(EditingOff)
  const onKeyDown = (event: KeyboardEvent) =>
    pressKey(
      event,
      Object.values(bindActs(observationActs, { row, isOwed: standing === 'owed', acts: props.acts }, off)),
    )
  const { icon, tone } = marks[observation.state]
  return (
    <button
      type="button"
      className="observation-row"
      aria-expanded={isOpened}
      data-observation={observation.id}
      data-open={observation.state === 'open'}
      onClick={() => props.onToggle(observation.id)}
      onFocus={props.onReached}
      onKeyDown={onKeyDown}
    >
      <span className="visually-hidden">{text.number(number)}</span>
      <span className="number" aria-hidden="true">
        {number}
      </span>
      <span className="who">
        <b>{observation.organisation || observation.author || text.anonymous}</b>
        {observation.organisation !== '' && observation.author !== '' ? `, ${observation.author}` : ''}
        {observation.place === '' ? null : <span className="mute place">{observation.place}</span>}
      </span>
      <span className="marks">
        {standing === null || text.standings[standing] === '' ? null : (
          <Badge icon={TriangleAlert} tone={standing === 'done' ? 'info' : 'warn'}>
            {text.standings[standing]}
          </Badge>
        )}
        <Badge icon={icon} tone={tone}>
          {text.states[observation.state]}
        </Badge>
      </span>
      {isOpened ? null : (
        <span className="what cut-two-lines">
          <Asked observation={observation} />
        </span>
      )}
    </button>
  )
})

/** The words of the change, else of the comment. */
function Asked({ observation }: { observation: Observation }) {
  const { beforeText, afterText, comment } = observation
  if (beforeText !== afterText) return <ShortChange before={beforeText} after={afterText} />
  return comment || beforeText || text.noWords
}
