import Check from 'lucide-react/icons/check'
import MessagesSquare from 'lucide-react/icons/messages-square'
import { type KeyboardEvent, useState } from 'react'
import { bindActs, pressKey } from '../../acts/act.ts'
import { listActs } from '../../acts/list-acts.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { LeftList, type LeftListState } from '../../parts/LeftList.tsx'
import { minutesText } from '../../text/minutes.ts'
import { observationsText } from '../../text/observations.ts'
import { Icon } from '../../ui/Icon.tsx'
import { type PlanEntry, titleOf } from './sections.ts'

/** The sections of the text, one stop of Tab. */
export function MinutesPlan(props: {
  list: LeftListState
  entries: readonly PlanEntry[]
  currentId: string
  written: ReadonlySet<string>
  /** How many observations wait for an answer, by item. */
  observations: ReadonlyMap<string, number>
  onChoose: (id: string) => void
}) {
  const { entries, currentId, observations } = props
  /** Where the arrows went, until the cursor goes elsewhere. */
  const [reached, setReached] = useState({ id: currentId, from: currentId })
  const stop = reached.from === currentId ? reached.id : currentId
  useRowKeys(listActs)
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const list = event.currentTarget
    const context = {
      at: entries.findIndex(({ id }) => id === stop),
      length: entries.length,
      go: (to: number) => list.querySelectorAll<HTMLElement>('button')[to]?.focus(),
    }
    pressKey(event, Object.values(bindActs(listActs, context, null)))
  }
  return (
    <LeftList list={props.list} title={minutesText.plan}>
      <ul className="scroll sections" onKeyDown={onKeyDown}>
        {entries.map((entry) => {
          const open = observations.get(entry.id) ?? 0
          return (
            <li key={entry.id}>
              <button
                type="button"
                aria-current={entry.id === currentId ? 'true' : undefined}
                tabIndex={entry.id === stop ? 0 : -1}
                onFocus={() => setReached({ id: entry.id, from: currentId })}
                onClick={() => props.onChoose(entry.id)}
              >
                <span className="number">{entry.kind === 'item' ? entry.number : ''}</span>
                <span className="cut-two-lines" title={titleOf(entry)}>
                  {titleOf(entry)}
                </span>
                {open > 0 ? (
                  <span className="warn" title={observationsText.openCount(open)}>
                    <Icon of={MessagesSquare} size={16} />
                    <span aria-hidden="true">{open}</span>
                    <span className="visually-hidden">{observationsText.openCount(open)}</span>
                  </span>
                ) : props.written.has(entry.id) ? (
                  <span className="ok" title={minutesText.written}>
                    <Icon of={Check} size={16} />
                    <span className="visually-hidden">{minutesText.written}</span>
                  </span>
                ) : null}
              </button>
            </li>
          )
        })}
      </ul>
    </LeftList>
  )
}
