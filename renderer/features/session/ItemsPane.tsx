import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleSlash from 'lucide-react/icons/circle-slash'
import CircleX from 'lucide-react/icons/circle-x'
import MessageSquarePlus from 'lucide-react/icons/message-square-plus'
import Plus from 'lucide-react/icons/plus'
import Undo2 from 'lucide-react/icons/undo-2'
import { type FormEvent, type KeyboardEvent, useContext, useState } from 'react'
import { toClockTime } from '../../../electron/domain/agenda/agenda.ts'
import type { Outcome } from '../../../electron/domain/minutes/minutes.ts'
import { passedOver, timeSpent } from '../../../electron/domain/session/session.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { ActMenu } from '../../acts/ActButton.tsx'
import { type Act, bindActs, declareActs } from '../../acts/act.ts'
import { outcomeText } from '../../text/minutes.ts'
import { outcomeActText, sessionText as text } from '../../text/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { Icon, type IconShape } from '../../ui/Icon.tsx'
import { useKept } from '../../ui/kept.ts'
import { scrolls } from '../../ui/scrolls.ts'
import { clockOf } from '../../ui/use-now.ts'
import type { LiveItem, Session } from './use-session.ts'

type ItemContext = {
  live: LiveItem
  acts: {
    setOutcome: (itemId: string, outcome: Outcome | null) => void
    move: (live: LiveItem, step: 1 | -1) => void
    notePosition: (itemId: string) => void
  }
}

/** Acts on one item while the meeting goes on. */
const itemActs = declareActs<ItemContext>(
  'session.item',
  text.items,
  'rows',
)({
  reporte: passOver('reporte', CalendarClock),
  retire: passOver('retire', CircleX),
  nonTraite: passOver('nonTraite', CircleSlash),
  clear: {
    label: text.clearOutcome,
    icon: Undo2,
    offered: ({ live }) => live.outcome !== null,
    perform: ({ live, acts }) => acts.setOutcome(live.item.id, null),
  },
  position: {
    label: text.addPosition,
    icon: MessageSquarePlus,
    perform: ({ live, acts }) => acts.notePosition(live.item.id),
  },
  up: { label: text.moveUp, icon: ArrowUp, perform: ({ live, acts }) => acts.move(live, -1) },
  down: { label: text.moveDown, icon: ArrowDown, perform: ({ live, acts }) => acts.move(live, 1) },
})

function passOver(outcome: Outcome, icon: IconShape): Act<ItemContext> {
  return {
    label: outcomeActText[outcome] ?? outcomeText[outcome],
    icon,
    offered: ({ live }) => live.outcome !== outcome,
    perform: ({ live, acts }) => acts.setOutcome(live.item.id, outcome),
  }
}

export type ItemsPaneActs = ItemContext['acts'] & {
  goTo: (itemId: string) => void
  add: (title: string) => void
}

export function ItemsPane({
  session,
  acts,
  canGo,
}: {
  session: Session
  acts: ItemsPaneActs
  canGo: boolean
}) {
  const { items, current } = session
  const off = useContext(EditingOff)
  const done = items.filter((live) => isDone(live, current)).length
  return (
    <nav className="pane live-left" aria-label={text.items}>
      <div className="pane-head">
        <h2>{text.items}</h2>
        <span className="mute">{text.done(done, items.length)}</span>
      </div>
      <div className="scroll outline" {...scrolls}>
        <ul onKeyDown={walk}>
          {items.map((live) => (
            <li key={live.item.id} className="live-item">
              <button
                type="button"
                className="plan"
                aria-current={live === current ? 'step' : undefined}
                aria-disabled={!canGo || undefined}
                onClick={() => (canGo ? acts.goTo(live.item.id) : undefined)}
              >
                <span className="number">
                  {isDone(live, current) ? <Icon of={CircleCheck} size={17} /> : live.number}
                </span>
                <span>
                  <span
                    className={live === current ? 'cut-two-lines strong' : 'cut-two-lines'}
                    title={live.item.title}
                  >
                    {live.item.title}
                  </span>
                  <small className="mute">
                    {timeWords(live, live === current)}
                    {live.isAdded ? ` · ${text.added}` : ''}
                    {live.outcome === null ? '' : ` · ${outcomeText[live.outcome]}`}
                  </small>
                </span>
              </button>
              {canGo ? (
                <ActMenu
                  label={text.itemActs(live.item.title)}
                  acts={Object.values(bindActs(itemActs, { live, acts }, off))}
                />
              ) : null}
            </li>
          ))}
        </ul>
      </div>
      {canGo ? <NewItem meetingId={session.meeting.id} onAdd={acts.add} /> : null}
    </nav>
  )
}

/** An item that was on and is no more, or that will not be. */
function isDone(live: LiveItem, current: LiveItem | null): boolean {
  if (live.outcome !== null && passedOver.includes(live.outcome)) return true
  return live !== current && live.spans.length > 0
}

/** Up and down from item to item, right to the acts of one and left back. */
function walk(event: KeyboardEvent<HTMLUListElement>) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const here = event.target instanceof HTMLElement ? event.target.closest('li') : null
  const step = event.key === 'ArrowDown' ? here?.nextElementSibling : here?.previousElementSibling
  const target =
    event.key === 'ArrowDown' || event.key === 'ArrowUp'
      ? step?.querySelector<HTMLElement>('.plan')
      : event.key === 'ArrowRight'
        ? here?.querySelector<HTMLElement>('.button')
        : event.key === 'ArrowLeft'
          ? here?.querySelector<HTMLElement>('.plan')
          : null
  if (target == null) return
  event.preventDefault()
  target.focus()
}

function timeWords(live: LiveItem, isCurrent: boolean): string {
  const [first] = live.spans
  if (first !== undefined) {
    const start = formatTime(clockOf(first.startedAt))
    if (isCurrent) return text.since(start, live.item.durationMinutes ?? 0)
    return text.spent(start, Math.round(timeSpent(live.spans, live.item.id, new Date()) / 60_000))
  }
  const start = live.slot === undefined ? '' : formatTime(toClockTime(live.slot.start))
  return text.planned(start, live.item.durationMinutes ?? 0)
}

function NewItem({ meetingId, onAdd }: { meetingId: string; onAdd: (title: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  const [title, setTitle, forget] = useKept(`live-item:${meetingId}`, '')
  if (!isOpen)
    return (
      <div className="live-new">
        <Button small look="ghost" icon={Plus} onPress={() => setOpen(true)}>
          {text.addItem}
        </Button>
      </div>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() !== '') onAdd(title.trim())
    forget()
    setTitle('')
    setOpen(false)
  }
  return (
    <form className="live-new" onSubmit={submit}>
      <label className="visually-hidden" htmlFor="session-new-item">
        {text.newItem}
      </label>
      <input
        id="session-new-item"
        className="input"
        // Opened by a press: the field takes the keys that follow.
        ref={(field) => field?.focus()}
        value={title}
        maxLength={500}
        spellCheck
        placeholder={text.newItem}
        title={text.newItemHelp}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={() => (title.trim() === '' ? setOpen(false) : undefined)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          setOpen(false)
        }}
      />
    </form>
  )
}
