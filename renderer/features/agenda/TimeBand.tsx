import { type CSSProperties, useMemo } from 'react'
import { agendaText, shortClock } from '../../text/agenda.ts'
import { bandOf, type Segment } from './band.ts'
import type { Agenda } from './rows.ts'
import { useWorkspace } from './workspace.ts'

/** Segments above which the gaps between them would take the room of the segments. */
const MOST_APART = 80

export function TimeBand() {
  const { agenda, chosenId } = useWorkspace()
  const band = useMemo(() => bandOf(agenda), [agenda])
  if (band.segments.length === 0) return null
  return (
    <div className="band-wrap" role="img" aria-label={bandWords(agenda)}>
      <div className={band.segments.length > MOST_APART ? 'band dense' : 'band'} aria-hidden="true">
        {band.segments.map((segment) => (
          <span
            key={segment.key}
            className={segmentClass(segment, chosenId)}
            style={{ '--m': segment.minutes } as CSSProperties}
          >
            {/* A number that does not fit falls into a second row, which is not shown. */}
            <span className="fit">
              <i />
              <span>{segment.label}</span>
            </span>
          </span>
        ))}
      </div>
      <div className="band-axis" aria-hidden="true">
        {band.ticks.map((tick) => (
          <span key={tick.minutes} style={{ '--x': `${tick.x}%` } as CSSProperties}>
            {shortClock(tick.minutes)}
          </span>
        ))}
        <Ends agenda={agenda} />
      </div>
    </div>
  )
}

function segmentClass(segment: Segment, chosenId: string | null): string {
  return [
    segment.inGroup ? 'p' : '',
    segment.id !== null && segment.id === chosenId ? 'selected' : '',
    segment.id === null ? 'free' : '',
    segment.isBreak ? 'pause' : '',
    segment.over ? 'over' : '',
  ].join(' ')
}

function Ends({ agenda }: { agenda: Agenda }) {
  const { planned, table } = agenda
  if (planned === null) return <span className="ends strong">{agendaText.computedEnd(table.end)}</span>
  const late = table.overrunMinutes > 0
  return (
    <span className="ends">
      <b>{shortClock(planned)}</b> {agendaText.plannedWord}
      {table.end === planned ? null : (
        <>
          , <b className={late ? 'bad' : ''}>{shortClock(table.end)}</b> {agendaText.computedWord}
        </>
      )}
    </span>
  )
}

function bandWords({ planned, table }: Agenda): string {
  const end =
    planned === null ? agendaText.computedEnd(table.end) : agendaText.plannedAndComputed(planned, table.end)
  return `${agendaText.band}, ${end}`
}
