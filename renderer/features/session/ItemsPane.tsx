import Check from 'lucide-react/icons/check'
import Plus from 'lucide-react/icons/plus'
import { type FormEvent, type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react'
import { toClockTime } from '../../../electron/domain/agenda/agenda.ts'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import { isPassedOver } from '../../../electron/domain/minutes/minutes.ts'
import { outcomeWords } from '../../../electron/domain/minutes/outcome-words.ts'
import { timeSpent } from '../../../electron/domain/session/session.ts'
import { formatTime } from '../../../electron/domain/text/french.ts'
import { clockTime } from '../../../electron/domain/time/civil-date.ts'
import { ActMenu } from '../../acts/ActMenu.tsx'
import { bindActs, pressKey } from '../../acts/act.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { LeftList, type LeftListState } from '../../parts/LeftList.tsx'
import { titled } from '../../text/common.ts'
import { sessionText as text } from '../../text/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { Icon } from '../../ui/Icon.tsx'
import { bringToMiddle } from '../../ui/into-view.ts'
import { useKept } from '../../ui/kept.ts'
import { useNow } from '../../ui/use-now.ts'
import { expectedHours } from './expected-hours.ts'
import { type ItemContext, itemActs, walkActs } from './item-acts.ts'
import { focusLine } from './use-keys-to-line.ts'
import type { LiveItem, Session } from './use-session.ts'

/** The hours of what is to come move by the minute. */
const PACE_MS = 15_000

export type ItemsPaneActs = ItemContext['acts'] & {
  goTo: (itemId: string) => void
  /** `done` once it is stored. */
  add: (title: string, done: () => void) => void
}

export function ItemsPane({
  list,
  session,
  acts,
  isOpen,
}: {
  list: LeftListState
  session: Session
  acts: ItemsPaneActs
  /** Of a meeting that is over, items are looked at and no more. */
  isOpen: boolean
}) {
  const { items, current } = session
  const isOn = isOpen ? current : null
  const off = useContext(EditingOff)
  useRowKeys(walkActs)
  const plans = useRef<HTMLUListElement>(null)
  const currentId = current?.item.id
  useEffect(() => {
    if (currentId === undefined || list.isFolded) return
    const on = plans.current?.querySelector('[aria-current="step"]')
    // Where the list has no box of its own, what is typed stays where it is.
    if (on != null && plans.current !== null && scrollsByItself(plans.current)) bringToMiddle(on)
  }, [currentId, list.isFolded])
  /** Where the keyboard was last: the list is one stop of Tab. */
  const [reached, setReached] = useState<string | null>(null)
  const stop = (items.find(({ item }) => item.id === reached) ?? current ?? items[0])?.item.id
  // As the agenda counts them.
  const numbered = items.filter((live) => live.number !== '' && !isPutAside(live))
  const now = useNow(PACE_MS)
  const expected = isOpen ? expectedHours(session, now).starts : null
  const done = numbered.filter((live) => isPast(live, items, isOn)).length
  return (
    <LeftList list={list} title={text.items} facts={text.done(done, numbered.length)}>
      <div className="scroll">
        <ul ref={plans} onKeyDown={walk}>
          {items.map((live) => (
            <li key={live.item.id} className="live-item">
              <button
                type="button"
                className="plan"
                tabIndex={live.item.id === stop ? 0 : -1}
                onFocus={() => setReached(live.item.id)}
                aria-current={live === current ? 'step' : undefined}
                onClick={() => acts.goTo(live.item.id)}
              >
                <span className="number">{live.number}</span>
                <span>
                  <span
                    className={live === current ? 'cut-two-lines strong' : 'cut-two-lines'}
                    title={titled(live.item.title)}
                  >
                    {titled(live.item.title)}
                  </span>
                  <small className="mute">
                    {isPast(live, items, isOn) ? <Icon of={Check} size={15} /> : null}
                    {[
                      isPutAside(live)
                        ? ''
                        : timeWords(live, live === isOn, expected?.get(live.item.id) ?? live.slot?.start),
                      live.isAdded ? text.added : '',
                      live.outcome === null ? '' : outcomeWords[live.outcome],
                    ]
                      .filter((words) => words !== '')
                      .join(' · ')}
                  </small>
                </span>
              </button>
              {isOpen ? (
                <ActMenu
                  skipped
                  label={text.itemActs(titled(live.item.title))}
                  acts={Object.values(bindActs(itemActs, { live, acts }, off))}
                />
              ) : null}
            </li>
          ))}
        </ul>
      </div>
      {isOpen ? <NewItem meetingId={session.meeting.id} onAdd={acts.add} /> : null}
    </LeftList>
  )
}

/** Whether the list has a box that scrolls: in a narrow window the page does. */
function scrollsByItself(plans: HTMLElement): boolean {
  const box = plans.closest('.scroll')
  return box !== null && /auto|scroll/.test(getComputedStyle(box).overflowY)
}

/** Done, or all of what stands under it is: a heading is not opened by itself. */
function isPast(live: LiveItem, items: readonly LiveItem[], current: LiveItem | null): boolean {
  const below = items.filter(({ item }) => item.parentId === live.item.id)
  const due = below.filter((one) => !isPutAside(one))
  return isDone(live, current) || (due.length > 0 && due.every((one) => isDone(one, current)))
}

/** An item that was on and is no more. */
function isDone(live: LiveItem, current: LiveItem | null): boolean {
  return live !== current && live.spans.length > 0
}

/** It was not on and will not be: nothing of it is done or expected. */
const isPutAside = ({ outcome, spans }: LiveItem): boolean => spans.length === 0 && isPassedOver(outcome)

function walk(event: KeyboardEvent<HTMLUListElement>) {
  const here = event.target instanceof Element ? event.target.closest('li') : null
  if (here !== null) pressKey(event, Object.values(bindActs(walkActs, { here }, null)))
}

/** @param begins of an item that was not on yet, in minutes since midnight */
function timeWords(live: LiveItem, isCurrent: boolean, begins: number | undefined): string {
  const [first] = live.spans
  if (first !== undefined) {
    const start = formatTime(clockTime(first.startedAt))
    if (isCurrent) return text.since(start, live.item.durationMinutes ?? 0)
    return text.spent(start, Math.round(timeSpent(live.spans, live.item.id, new Date()) / 60_000))
  }
  const start = begins === undefined ? '' : formatTime(toClockTime(begins))
  return text.planned(start, live.item.durationMinutes ?? 0)
}

function NewItem({
  meetingId,
  onAdd,
}: {
  meetingId: string
  onAdd: (title: string, done: () => void) => void
}) {
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
  /** What is typed next is said in the meeting. */
  const leave = () => {
    setOpen(false)
    focusLine()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const close = () => {
      forget()
      leave()
    }
    if (title.trim() === '') close()
    else onAdd(title.trim(), close)
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
        maxLength={LINE_LENGTH}
        spellCheck
        placeholder={text.newItem}
        title={text.newItemHelp}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={() => (title.trim() === '' ? setOpen(false) : undefined)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          leave()
        }}
      />
    </form>
  )
}
