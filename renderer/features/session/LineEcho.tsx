// Line echo: what the typed line was taken for, before it is kept; said politely to who does not see it.
import Building2 from 'lucide-react/icons/building-2'
import CalendarIcon from 'lucide-react/icons/calendar'
import CircleAlert from 'lucide-react/icons/circle-alert'
import CornerDownRight from 'lucide-react/icons/corner-down-right'
import type { ReadLine } from '../../../electron/domain/notation.ts'
import { lineKindText, sessionText as text } from '../../text/session.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { lineIcon, lineTone } from './line-look.ts'
import type { LiveItem, Session } from './use-session.ts'

export function LineEcho(props: {
  line: ReadLine
  session: Session
  /** Undefined when the line names an item that is not there. */
  target: LiveItem | null | undefined
  isPlain: boolean
}) {
  const { line, target, isPlain } = props
  const { named, due } = line
  return (
    <div id="session-echo" className="echo" role="status">
      <Badge icon={lineIcon[line.kind]} tone={lineTone[line.kind]}>
        {lineKindText[line.kind]}
      </Badge>
      {line.itemNumber === null ? null : (
        <span className={target === undefined ? 'warn' : ''}>
          <Icon of={target === undefined ? CircleAlert : CornerDownRight} size={16} />
          {target === undefined ? text.unknownItem(line.itemNumber) : text.elsewhere(line.itemNumber)}
        </span>
      )}
      {named === null ? null : named.speaker === null ? (
        <span className="warn">
          <Icon of={CircleAlert} size={16} />
          {text.unknownName(named.words)}
        </span>
      ) : (
        <span>
          <Icon of={Building2} size={16} />
          {named.speaker.label}
          {named.speaker.organisation === named.speaker.label || named.speaker.organisation === '' ? null : (
            <span className="mute"> ({named.speaker.organisation})</span>
          )}
        </span>
      )}
      {due === null ? null : (
        <span className={due.date === null ? 'warn' : ''}>
          <Icon of={CalendarIcon} size={16} />
          {due.date === null ? text.dueUnknown(due.words) : text.due(due.date)}
        </span>
      )}
      {isPlain || line.kind !== 'note' ? (
        <span className="end mute">
          <Keys keys={['Échap']} /> {isPlain ? text.readAgain : text.keepAsNote}
        </span>
      ) : null}
    </div>
  )
}
