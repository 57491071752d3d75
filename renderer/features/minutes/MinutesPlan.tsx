import Check from 'lucide-react/icons/check'
import { minutesText } from '../../text/minutes.ts'
import { observationsText } from '../../text/observations.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { PlanEntry } from './sections.ts'

export function MinutesPlan(props: {
  entries: readonly PlanEntry[]
  currentId: string
  written: ReadonlySet<string>
  /** How many observations wait for an answer; null while it is not known. */
  openObservations: number | null
  onChoose: (id: string) => void
}) {
  return (
    <nav className="pane outline cr-l" aria-label={minutesText.plan}>
      <div className="pane-h">
        <h2>{minutesText.plan}</h2>
      </div>
      <ul className="scroll plan">
        {props.entries.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              aria-current={entry.id === props.currentId ? 'true' : undefined}
              onClick={() => props.onChoose(entry.id)}
            >
              <span className="no">{entry.kind === 'item' ? entry.number : ''}</span>
              <span className="cut2" title={titleOf(entry)}>
                {titleOf(entry)}
              </span>
              {entry.kind === 'observations' && (props.openObservations ?? 0) > 0 ? (
                <span className="mute" title={observationsText.openCount(props.openObservations ?? 0)}>
                  <span aria-hidden="true">{props.openObservations}</span>
                  <span className="sr">{observationsText.openCount(props.openObservations ?? 0)}</span>
                </span>
              ) : null}
              {props.written.has(entry.id) ? (
                <span className="ok" title={minutesText.written}>
                  <Icon of={Check} size={16} />
                  <span className="sr">{minutesText.written}</span>
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function titleOf(entry: PlanEntry): string {
  if (entry.kind === 'item') return entry.item.title
  if (entry.kind === 'observations') return observationsText.title
  return entry.kind === 'head' ? minutesText.head : minutesText.tail
}
