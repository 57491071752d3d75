import type { Output } from '../../../electron/contract/index.ts'
import { dueText as text } from '../../text/watch-due.ts'
import { dueLanes, monthTicks } from './due-picture.ts'
import { dayWords } from './life-stops.ts'

const WIDTH = 900
const NAMES = 300
const RIGHT = 24
const LANE = 38
const NAME_LETTERS = 38
const NAME_LINE = 16
const AXIS = 30

export function DuePicture({ due }: { due: Output<'watch.due'> }) {
  const lanes = dueLanes(due, text)
  const height = lanes.length * LANE + AXIS
  const x = (at: number) => NAMES + at * (WIDTH - NAMES - RIGHT)
  return (
    <figure className="due-picture">
      <figcaption className="h3">{text.picture}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={text.picture}>
        {monthTicks(due.from, due.to).map(({ date, at }) => (
          <g key={date}>
            <line className="due-tick" x1={x(at)} x2={x(at)} y1={0} y2={height - AXIS} />
            <text className="due-month" x={x(at)} y={height - 9} textAnchor="middle">
              {monthWords(date)}
            </text>
          </g>
        ))}
        {lanes.map((lane, rank) => {
          const y = rank * LANE + LANE / 2
          return (
            <g key={lane.audience}>
              <line className="due-lane" x1={NAMES} x2={WIDTH - RIGHT} y1={y} y2={y} />
              <text className="due-name" textAnchor="end">
                {nameLines(lane.audience).map((words, line, { length }) => (
                  <tspan key={words} x={NAMES - 14} y={y + 5 + (line - (length - 1) / 2) * NAME_LINE}>
                    {words}
                  </tspan>
                ))}
              </text>
              {lane.marks.map(({ date, at, count }) => (
                <g key={date}>
                  <circle className="due-mark" cx={x(at)} cy={y} r={count === 1 ? 7 : 11} />
                  {count === 1 ? null : (
                    <text className="due-count" x={x(at)} y={y + 4.5} textAnchor="middle">
                      {count}
                    </text>
                  )}
                </g>
              ))}
            </g>
          )
        })}
      </svg>
      <ul className="visually-hidden">
        {lanes.map((lane) => (
          <li key={lane.audience}>{text.lane(lane.audience, lane.count, dayWords(lane.first))}</li>
        ))}
      </ul>
    </figure>
  )
}

/** A public in one line or two, as many letters as stand before the lanes. */
function nameLines(audience: string): string[] {
  if (audience.length <= NAME_LETTERS) return [audience]
  const space = audience.lastIndexOf(' ', NAME_LETTERS)
  const end = space > 0 ? space : NAME_LETTERS
  const rest = audience.slice(end).trim()
  const second = rest.length <= NAME_LETTERS ? rest : `${rest.slice(0, NAME_LETTERS - 1).trimEnd()}…`
  return [audience.slice(0, end), second]
}

/** "janv."; with its year in January. */
function monthWords(date: string): string {
  const [, month = '', year = ''] = dayWords(date).split(/\s/)
  return date.slice(5, 7) === '01' ? `${month} ${year}` : month
}
