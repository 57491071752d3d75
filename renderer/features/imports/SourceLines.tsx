import Calendar from 'lucide-react/icons/calendar-days'
import CircleSlash from 'lucide-react/icons/circle-slash-2'
import Diamond from 'lucide-react/icons/diamond'
import EyeOff from 'lucide-react/icons/eye-off'
import List from 'lucide-react/icons/list'
import Minus from 'lucide-react/icons/minus'
import PenLine from 'lucide-react/icons/pen-line'
import SquareCheck from 'lucide-react/icons/square-check'
import User from 'lucide-react/icons/user'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { ActButton } from '../../acts/ActButton.tsx'
import { bindActs, pressKey } from '../../acts/act.ts'
import { listActs, stretchActs } from '../../acts/list-acts.ts'
import { linesActs } from '../../acts/review-acts.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { useFocusKept } from '../../acts/use-focus-kept.ts'
import { importsText } from '../../text/imports.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon, type IconShape } from '../../ui/Icon.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { scrolls } from '../../ui/scrolls.ts'
import type { Fact, ShownLine, ShownRole } from './source-roles.ts'
import type { SaidReview } from './use-said.ts'

/** Lines laid out at once: a table of a million lines would hold the window still. */
const AT_ONCE = 1_500

const text = importsText.lines

const icons: Readonly<Record<ShownRole, IconShape>> = {
  item: List,
  person: User,
  decision: Diamond,
  action: SquareCheck,
  meeting: Calendar,
  text: PenLine,
  nothing: Minus,
}

/** The lines of the file with what each became; those that are chosen are said to be something else by one key. */
export function SourceLines(props: {
  lines: readonly ShownLine[]
  said: SaidReview
  /** The row that is chosen at the right. */
  chosen: Fact | null
  onChoose: (fact: Fact) => void
}) {
  const { said, chosen } = props
  const [filter, setFilter] = useState<'all' | 'unread'>('all')
  const unread = props.lines.filter(({ standing }) => standing === 'unread')
  const lines = filter === 'all' ? props.lines : unread
  useRowKeys(listActs)
  useRowKeys(stretchActs)
  useRowKeys(linesActs)
  const list = useRef<HTMLDivElement>(null)
  const [more, setMore] = useState(AT_ONCE)
  const [end, setEnd] = useState(nowhere)
  const [start, setStart] = useState(nowhere)
  const at = rankOf(end, lines)
  const from = rankOf(start, lines)
  // Lines that were said to be something leave those that were not read: what takes their place is not chosen.
  const isChosen = lines[at]?.id === end.id && lines[from]?.id === start.id
  const isDragged = useRef(false)
  const shown = lines.slice(0, Math.max(more, at + 1))
  const [first, last] = [Math.min(at, from), Math.max(at, from)]
  const selected = isChosen ? lines.slice(first, last + 1) : []
  const factId = (fact: Fact | null) => (fact === null ? '' : `${fact.list} ${fact.key}`)
  const current = factId(chosen)

  useEffect(() => {
    if (current === '') return
    const line = list.current?.querySelector(`[data-fact="${current}"]`)
    line?.scrollIntoView?.({ block: 'nearest' })
  }, [current])

  useFocusKept(list)
  // At once: a frame later another line may stand there, which would have the keyboard without being chosen.
  const focusLine = (to: number) => {
    const find = () => list.current?.querySelector<HTMLElement>(`[data-at="${to}"]`)
    const line = find()
    if (line == null) requestAnimationFrame(() => find()?.focus())
    else line.focus()
  }
  const reach = (to: number, isStretch: boolean) => {
    const place = { id: lines[to]?.id ?? null, rank: to }
    setEnd(place)
    if (!isStretch) {
      setStart(place)
      const fact = lines[to]?.fact
      if (fact != null) props.onChoose(fact)
    }
    focusLine(to)
  }
  const context = {
    many: selected.length,
    say: (role: Parameters<SaidReview['say']>[1]) => said.say(selected, role),
    follow: said.alike === null ? null : said.follow,
  }
  const acts = bindActs(linesActs, context, null)
  const onKeyDown = (event: KeyboardEvent) => {
    const moves = { at, length: shown.length }
    pressKey(event, [
      ...Object.values(bindActs(stretchActs, { ...moves, go: (to: number) => reach(to, true) }, null)),
      ...Object.values(bindActs(listActs, { ...moves, go: (to: number) => reach(to, false) }, null)),
      ...Object.values(acts),
    ])
  }
  const lineAt = (target: EventTarget): number | null => {
    const line = target instanceof Element ? target.closest('[data-at]') : null
    return line === null ? null : Number(line.getAttribute('data-at'))
  }
  return (
    <>
      <div className="pane-head">
        <h2 className="grow">{importsText.sourcePane}</h2>
        <Segments
          label={text.filter}
          value={filter}
          choices={[
            { value: 'all', label: text.allLines },
            { value: 'unread', label: text.onlyUnread, count: unread.length },
          ]}
          onChange={(next) => {
            setFilter(next)
            setEnd(nowhere)
            setStart(nowhere)
          }}
        />
      </div>
      <div className="scroll" {...scrolls}>
        <div
          ref={list}
          role="listbox"
          aria-multiselectable
          aria-label={text.list}
          className="source-said-list"
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onFocus={({ target, currentTarget }) => {
            // The line that had the keyboard left: the one in its place has it now.
            if (target === currentTarget && lines.length > 0) reach(at, false)
          }}
          onPointerDown={(event) => {
            const to = lineAt(event.target)
            if (to === null || event.button !== 0) return
            isDragged.current = true
            reach(to, event.shiftKey)
          }}
          onPointerOver={(event) => {
            const to = isDragged.current && event.buttons === 1 ? lineAt(event.target) : null
            if (to !== null && to !== at) reach(to, true)
          }}
          onPointerUp={() => {
            isDragged.current = false
          }}
        >
          {shown.map((line, rank) => {
            const isOn = line.fact !== null && factId(line.fact) === current
            const word = wordOf(line)
            return (
              <div
                key={line.id}
                role="option"
                aria-selected={isChosen && rank >= first && rank <= last}
                tabIndex={rank === at ? 0 : -1}
                data-at={rank}
                data-fact={line.fact === null ? undefined : factId(line.fact)}
                data-role={line.standing === 'unread' || line.standing === 'left' ? line.standing : line.role}
                data-depth={Math.min(line.depth, 4)}
                className={isOn ? 'source-said on' : 'source-said'}
              >
                <span className="source-said-role">
                  <Icon of={iconOf(line)} size={14} />
                  {word}
                </span>
                <span className="visually-hidden">{' : '}</span>
                <span className={line.isHeading ? 'strong' : ''}>{line.text}</span>
              </div>
            )
          })}
        </div>
        {shown.length === lines.length ? null : (
          <p className="source-more">
            <Button small reads onPress={() => setMore(shown.length + AT_ONCE)}>
              {importsText.more(lines.length - shown.length)}
            </Button>
          </p>
        )}
      </div>
      <div className="source-become" role="toolbar" aria-label={text.become}>
        <b aria-live="polite">{said.isBusy ? text.reading : text.chosen(selected.length)}</b>
        {[acts.person, acts.item, acts.decision, acts.action, acts.nothing, acts.agenda].map((act) => (
          <ActButton key={act.id} act={act} small withKey />
        ))}
        {said.alike === null ? null : (
          <span className="source-follow">
            <span>{text.alike(said.alike.lines.length)}</span>
            <Button
              small
              look="primary"
              onPress={() => {
                said.follow()
                focusLine(at)
              }}
            >
              {text.follow[said.alike.role]}
            </Button>
          </span>
        )}
      </div>
    </>
  )
}

/** A line by its id; its rank says what takes the place of one that left. */
type Place = { readonly id: string | null; readonly rank: number }
const nowhere: Place = { id: null, rank: 0 }

function rankOf({ id, rank }: Place, lines: readonly ShownLine[]): number {
  const at = lines.findIndex((line) => line.id === id)
  return at >= 0 ? at : Math.max(0, Math.min(rank, lines.length - 1))
}

function iconOf({ role, standing }: ShownLine): IconShape {
  if (standing === 'unread') return EyeOff
  return standing === 'left' ? CircleSlash : icons[role]
}

function wordOf({ role, standing, many, number }: ShownLine): string {
  if (standing === 'unread') return text.unread
  if (standing === 'left') return text.left
  if (role === 'item' && number !== null) return text.item(number)
  if (role === 'person' && many > 1) return text.persons(many)
  return text.roles[role]
}
