import CalendarClock from 'lucide-react/icons/calendar-clock'
import CalendarOff from 'lucide-react/icons/calendar-off'
import CalendarX from 'lucide-react/icons/calendar-x'
import Check from 'lucide-react/icons/check'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { KeyboardEvent } from 'react'
import type { Occurrence } from '../../../../electron/domain/meetings/series.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { bindActs, pressKey } from '../../../acts/act.ts'
import { listActs } from '../../../acts/list-acts.ts'
import { useRowKeys } from '../../../acts/use-acts.ts'
import { occurrenceStateText, seriesText as text } from '../../../text/series.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import { Icon, type IconShape } from '../../../ui/Icon.tsx'
import { type Choices, isTaken, occurrenceKey } from './choices.ts'
import { occurrenceNotes } from './occurrence-notes.ts'

const looks: Readonly<Record<Occurrence['state'], { icon: IconShape; tone: Tone }>> = {
  free: { icon: CircleDashed, tone: 'info' },
  created: { icon: CircleCheck, tone: 'acc' },
  moved: { icon: CalendarClock, tone: 'warn' },
  cancelled: { icon: CalendarX, tone: 'line' },
  skipped: { icon: CalendarOff, tone: 'line' },
}

function OccurrenceBadge({ state }: { state: Occurrence['state'] }) {
  const { icon, tone } = looks[state]
  return (
    <Badge icon={icon} tone={tone}>
      {occurrenceStateText[state]}
    </Badge>
  )
}

export function YearTable(props: {
  label: string
  occurrences: readonly Occurrence[]
  choices: Choices
  today: string
  opened: string | null
  onOpen: (key: string) => void
  onTake: (date: string, take: boolean) => void
}) {
  const { occurrences, choices, today, opened } = props
  useRowKeys(listActs)
  return (
    <table className="table year-table" aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{text.columns.take}</th>
          <th scope="col">{text.columns.date}</th>
          <th scope="col">{text.columns.state}</th>
          <th scope="col">{text.columns.note}</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveFocus}>
        {occurrences.map((occurrence) => {
          const key = occurrenceKey(occurrence)
          const { date, state } = occurrence
          const words = formatShortDate(date)
          const { words: notes, isWarning } = occurrenceNotes(occurrence, choices, today)
          return (
            <tr
              key={key}
              className={`${state === 'cancelled' || state === 'skipped' ? 'void' : ''} ${opened === key ? 'opened' : ''}`}
            >
              <td>
                {state === 'free' ? (
                  <TakeBox
                    label={text.take(words)}
                    checked={isTaken(occurrence, choices, today)}
                    onTake={(take) => props.onTake(date, take)}
                  />
                ) : null}
              </td>
              <th scope="row" className="nowrap">
                <button
                  type="button"
                  className="link date-link"
                  aria-expanded={opened === key}
                  onClick={() => props.onOpen(key)}
                >
                  {words}
                </button>
              </th>
              <td>
                <OccurrenceBadge state={state} />
              </td>
              <td>
                <span className={isWarning ? 'year-note warn' : 'year-note mute'} title={notes}>
                  {isWarning ? <Icon of={TriangleAlert} size={16} /> : null}
                  <span className="cut-two-lines">{notes}</span>
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function TakeBox(props: { label: string; checked: boolean; onTake: (take: boolean) => void }) {
  return (
    <span className="check-box">
      <input
        type="checkbox"
        aria-label={props.label}
        checked={props.checked}
        onChange={(event) => props.onTake(event.target.checked)}
      />
      <span className={props.checked ? 'check on' : 'check'} aria-hidden="true">
        {props.checked ? <Icon of={Check} size={15} /> : null}
      </span>
    </span>
  )
}

/** The arrows go from line to line, keeping to the box or to the date. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement)) return
  const kind = event.target instanceof HTMLInputElement ? 'input' : 'button'
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(kind)]
  const go = (to: number) => all[to]?.focus()
  pressKey(
    event,
    Object.values(bindActs(listActs, { at: all.indexOf(event.target), length: all.length, go }, null)),
  )
}
