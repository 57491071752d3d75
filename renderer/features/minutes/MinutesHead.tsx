import Eye from 'lucide-react/icons/eye'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import type { MinutesView } from '../../../electron/contract/minutes.ts'
import type { Meeting } from '../../../electron/domain/meetings/meeting.ts'
import { formatDate } from '../../../electron/domain/text/french.ts'
import { minutesText } from '../../text/minutes.ts'
import { lifeText as text } from '../../text/minutes-life.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Head } from '../../ui/Head.tsx'
import { SaveDocument } from '../documents/index.ts'
import { NotebookCatch } from '../session/index.ts'
import { LifeActs } from './approval/LifeActs.tsx'
import { stateWords } from './approval/life-state.ts'
import type { MinutesPaper } from './MinutesPapers.tsx'
import type { Side } from './use-side.ts'

export function MinutesHead(props: {
  meeting: Meeting
  view: MinutesView
  paper: MinutesPaper
  side: Side | null
  onSide: (side: Side | null) => void
}) {
  const { meeting, view, paper, side, onSide } = props
  const { minutes, decisions, actions } = view
  const words = stateWords(minutes)
  const isReviewed = minutes.state === 'review'
  const hasNumbers = minutes.frozenAt === null && decisions.length + actions.length > 0
  return (
    <Head
      title={minutesText.title(meeting.number)}
      facts={
        <>
          <button
            type="button"
            className="badge-button"
            aria-label={text.openLife(words)}
            aria-expanded={side?.type === 'life'}
            onClick={() => onSide(side?.type === 'life' ? null : { type: 'life' })}
          >
            <Badge icon={isReviewed ? Eye : FilePenLine} tone={isReviewed ? 'warn' : 'mute'}>
              {words}
            </Badge>
          </button>
          <span>{formatDate(meeting.date)}</span>
          {hasNumbers ? <span title={text.provisionalHint}>{text.provisional}</span> : null}
        </>
      }
      acts={
        <>
          <NotebookCatch meetingId={meeting.id} />
          <SaveDocument key={paper} look="plain" subject={{ kind: paper, meetingId: meeting.id }} />
          <LifeActs minutes={minutes} onApprove={() => onSide({ type: 'life' })} />
        </>
      }
    />
  )
}
