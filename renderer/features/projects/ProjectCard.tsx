import CalendarDays from 'lucide-react/icons/calendar-days'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import HistoryIcon from 'lucide-react/icons/history'
import ScrollText from 'lucide-react/icons/scroll-text'
import Tag from 'lucide-react/icons/tag'
import { type KeyboardEvent, memo } from 'react'
import { outcomeWords } from '../../../electron/domain/minutes/outcome-words.ts'
import { projectStageWords } from '../../../electron/domain/projects/project-words.ts'
import { formatShortDate } from '../../../electron/domain/text/french.ts'
import { watchNatureWords, watchStatusWords } from '../../../electron/domain/watch/watch-words.ts'
import { href } from '../../app/paths.ts'
import { projectText as text } from '../../text/project.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Icon, type IconShape } from '../../ui/Icon.tsx'
import { type ListedProject, ownerOf } from './board-lanes.ts'

export const cardId = (id: string) => `project-${id}`

export const ProjectCard = memo(function ProjectCard(props: {
  row: ListedProject
  /** Not said by the columns: the axis, or the stage. */
  axis: string | null
  showsStage: boolean
  isCurrent: boolean
  onFocus: (id: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}) {
  const { row, axis, isCurrent } = props
  const owner = ownerOf(row)
  return (
    <li
      className="card project-card"
      draggable
      aria-current={isCurrent ? 'true' : undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', row.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <h4>
        <a
          id={cardId(row.id)}
          href={href('projectSheet', {}, row.id)}
          tabIndex={isCurrent ? 0 : -1}
          draggable={false}
          aria-describedby={`${cardId(row.id)}-facts`}
          onFocus={() => props.onFocus(row.id)}
          onKeyDown={props.onKeyDown}
        >
          {row.title}
        </a>
      </h4>
      <div id={`${cardId(row.id)}-facts`} className="project-facts">
        {owner === '' ? null : <div className="meta">{owner}</div>}
        {axis === null ? null : <Line icon={Tag}>{axis}</Line>}
        {props.showsStage ? <Line icon={Tag}>{projectStageWords[row.stage]}</Line> : null}
        {row.isRegulatory ? <Line icon={ScrollText}>{regulatoryWords(row)}</Line> : null}
        <Line icon={HistoryIcon}>{lastPassage(row)}</Line>
        <ProjectBadges row={row} />
      </div>
    </li>
  )
})

function Line({ icon, children }: { icon: IconShape; children: string }) {
  return (
    <div className="project-line">
      <Icon of={icon} size={15} />
      <span>{children}</span>
    </div>
  )
}

export function ProjectBadges({ row }: { row: Pick<ListedProject, 'asked' | 'coming' | 'heardTimes'> }) {
  const { asked, coming, heardTimes } = row
  if (asked === null && coming.length === 0) return null
  return (
    <div className="row wrap">
      {asked === null ? null : (
        <Badge icon={CalendarPlus} tone="warn">
          {text.asked(heardTimes + 1)}
        </Badge>
      )}
      {coming.map(({ itemId, meetingNumber, meetingDate, itemNumber }) => (
        <Badge key={itemId} icon={CalendarDays} tone="acc">
          {text.coming(text.meeting(meetingNumber, formatShortDate(meetingDate)), itemNumber)}
        </Badge>
      ))}
    </div>
  )
}

export function regulatoryWords({ texts }: ListedProject): string {
  const [only, ...others] = texts
  if (only === undefined) return text.regulatorySaid
  if (others.length > 0) return text.texts(texts.length)
  return text.text(watchNatureWords[only.nature], watchStatusWords[only.status].toLowerCase())
}

/** The newest passage that took place, and how it ended. */
export function lastPassage({ lastHeard: last }: ListedProject): string {
  if (last === null) return text.never
  return text.last(
    text.meeting(last.meetingNumber, formatShortDate(last.meetingDate, true)),
    last.outcome === null ? '' : outcomeWords[last.outcome].toLowerCase(),
  )
}
