// One field where everything of the meeting is typed; read as it is typed, kept by Enter, the focus never leaves it.

import CalendarX from 'lucide-react/icons/calendar-x'
import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { CivilDate } from '../../../electron/domain/ids.ts'
import { completions, lackOf, readLine, type Speaker } from '../../../electron/domain/session/notation.ts'
import type {
  ItemPositionFields,
  SessionLine,
  SessionLineFields,
} from '../../../electron/domain/session/session.ts'
import { lineFields } from '../../../electron/domain/text/line-fields.ts'
import { pressKey } from '../../acts/act.ts'
import { useActs } from '../../acts/use-acts.ts'
import { showToast } from '../../api/toasts.ts'
import { sessionText as text } from '../../text/session.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { noWords, useKept } from '../../ui/kept.ts'
import { leaveField } from '../../ui/leave-field.ts'
import { LineEcho } from './LineEcho.tsx'
import { LineField, type LineFieldHandle } from './LineField.tsx'
import type { Edited } from './line-acts.ts'
import { asNote, linesApart, positionOf, saysSame, targetOf, withoutItem } from './line-fields.ts'
import { fieldActs } from './session-acts.ts'
import type { Session } from './use-session.ts'
import { type Reading, useTypedLine } from './use-typed-line.ts'

/** Where a line was begun; under whose name, where the floor began it. */
type Begun = { itemId: string | null; name: string | null }
/** A line that waits while another is corrected. */
type Aside = { typed: string; reading: Reading; begun: Begun | null }

const opening = (name: string): string => `@${name} `

export function NoteLine(props: {
  session: Session
  /** Who was given the floor: begins the next line, once the one that is being typed is kept. */
  speaker: { name: string } | null
  onSpeaks: (speaker: { name: string }) => void
  /** @param position noted in the place of the line that says it. */
  onAdd: (fields: SessionLineFields, position: ItemPositionFields | null) => void
  /** Null while a new line is typed. */
  edited: Edited | null
  onEdit: (edited: Edited | null) => void
  /** Answers whether it was kept: what was typed comes back when it was not. */
  onCorrect: (
    line: SessionLine,
    fields: SessionLineFields,
    position: ItemPositionFields | null,
  ) => Promise<boolean>
  /** Its words were all taken away. */
  onRemove: (line: SessionLine) => void
}) {
  const { session, edited } = props
  const it = useTypedLine(session)
  const { typed, line, reading } = it
  const { isPlain } = reading
  const [choice, setChoice] = useState(0)
  const [isDating, setDating] = useState(false)
  const field = useRef<LineFieldHandle>(null)
  const names = useMemo(
    () => (isPlain ? [] : completions(typed, it.context.speakers)),
    [typed, isPlain, it.context],
  )
  // Going to the next item in the middle of a line leaves the line where it was begun.
  const [begun, setBegun] = useKept<Begun | null>(`line-item:${session.meeting.id}`, null, noWords)
  // What stood here before a line is corrected comes back after it.
  const [aside, setAside, forgetAside] = useKept<Aside | null>(
    `line-aside:${session.meeting.id}`,
    null,
    (kept) => (kept === null ? [] : [kept.typed]),
  )
  const { speaker } = props
  // A line that only names who has the floor has no words of its own yet.
  const hasWords = (words: string) => words !== '' && (begun?.name == null || words !== opening(begun.name))
  const begunAt = edited !== null ? edited.line.itemId : hasWords(typed) ? begun?.itemId : undefined
  const target = targetOf(line, session, begunAt)
  const now = useRef(typed)
  now.current = typed
  /** What stood here once the last line was left. */
  const left = useRef('')
  const comeBack = (waiting: Aside) => {
    it.show(waiting.typed, waiting.reading)
    setBegun(waiting.begun)
    forgetAside()
  }
  // The screen was left while a line was corrected: what waited for it comes back.
  const resume = useRef(() => {
    if (edited === null && aside !== null) comeBack(aside)
  })
  const leaving = useRef<() => void>(undefined)
  useEffect(() => {
    resume.current()
    return () => leaving.current?.()
  }, [])

  const begin = useRef<(given: { name: string }) => void>(undefined)
  begin.current = (given) => {
    setBegun({ itemId: session.current?.item.id ?? null, name: given.name })
    it.change(opening(given.name))
    props.onSpeaks(given)
  }
  useEffect(() => {
    if (speaker !== null) field.current?.focus()
  }, [speaker])
  // Not where somebody empties the line to type it anew: it is kept first.
  const isNew = edited === null
  useEffect(() => {
    if (speaker !== null && isNew && now.current === '') begin.current?.(speaker)
  }, [speaker, isNew])

  const change = (next: string) => {
    if (!hasWords(typed))
      setBegun({
        itemId: session.current?.item.id ?? null,
        name: typed === '' ? null : (begun?.name ?? null),
      })
    it.change(next)
    setChoice(0)
  }
  const complete = (label: string) => {
    const at = typed.lastIndexOf('@')
    change(at < 0 ? `${label} : ` : `${typed.slice(0, at)}@${label} `)
    field.current?.focus()
  }
  const kept = session.view.lines.find(({ id }) => id === edited?.line.id)
  // What names an item that is not there is noted under the one that is on.
  const goal = target === undefined ? session.current : target
  // What is corrected stays with its item, unless the line names another.
  const isOfKept = line.itemNumber === null || target === undefined
  const itemId = kept !== undefined && isOfKept ? kept.itemId : (goal?.item.id ?? null)
  const lack = lackOf(line, itemId !== null)
  const keep = (fields: SessionLineFields, position: ItemPositionFields | null) => {
    // Removed meanwhile, a line that is corrected is noted anew.
    if (kept === undefined) return props.onAdd(fields, position)
    if (position === null && saysSame(kept, fields)) return
    void props.onCorrect(kept, fields, position).then((isKept) => {
      if (!isKept && now.current === left.current) props.onEdit({ line: kept, typed, reading })
    })
  }
  const dueKey = `line-due:${edited?.line.id ?? session.meeting.id}`
  const [, , forgetDue] = useKept(dueKey, null)
  /** What comes next begins; the line is another's. */
  const leave = () => {
    forgetDue()
    props.onEdit(null)
    const waiting = aside === null || aside.typed === '' ? null : aside
    left.current = waiting?.typed ?? (speaker === null ? '' : opening(speaker.name))
    if (waiting !== null) return comeBack(waiting)
    forgetAside()
    if (speaker === null) change('')
    else begin.current?.(speaker)
  }
  const isWhole = lack === null && target !== undefined
  const keepTyped = () => {
    if (isWhole) keep(lineFields(withoutItem(typed, line), line, itemId), positionOf(line))
    else if (lack !== 'words') keep(lineFields(typed, asNote(typed), itemId), null)
  }
  // Marked lines that came at once: as one line, an action would be words of a decision.
  const apart = edited === null && !isPlain ? linesApart(typed, it.context) : null
  const keepEach = (raws: readonly string[]) => {
    for (const raw of raws) {
      const one = readLine(raw, it.context)
      const to = targetOf(one, session, begunAt)
      const oneId = (to === undefined ? session.current : to)?.item.id ?? null
      const says = lackOf(one, oneId !== null)
      if (says === null && to !== undefined)
        props.onAdd(lineFields(withoutItem(raw, one), one, oneId), positionOf(one))
      else props.onAdd(lineFields(raw, asNote(raw), oneId), null)
    }
    leave()
  }
  const again = useRef<(raw: string) => void>(undefined)
  /** Nothing new waits for what it lacks: the next line is being said already. A line that is corrected stays what it is. */
  const enter = () => {
    if (edited !== null && typed.trim() === '') {
      if (kept !== undefined) props.onRemove(kept)
      return leave()
    }
    if (apart !== null) return keepEach(apart)
    if (lack === 'words' || (edited !== null && !isWhole)) return
    const raw = typed
    keepTyped()
    leave()
    if (isWhole) return
    const why = lack === null ? text.unknownItem(line.itemNumber ?? '') : text.lacks[lack]
    showToast(text.keptAsNote(why), { label: text.edit, run: () => again.current?.(raw) })
  }
  /**
   * A correction that is left is kept, like any field: as a note where it is not whole. One without words leaves the line
   * as it is.
   */
  const leaveCorrection = () => {
    keepTyped()
    leave()
  }
  const correctAfter = (standing: Edited | null) => (next: Edited) => {
    // Asked for once more, it goes on as it is typed by now.
    if (standing?.line.id === next.line.id && next.typed === undefined) return
    if (standing !== null) keepTyped()
    else if (aside === null) setAside({ typed, reading, begun })
    it.recall(next.line, next.typed, next.reading)
  }
  const correct = useRef(correctAfter(null))
  // The one field of this screen: who opens it, or corrects a line, is about to type.
  useEffect(() => {
    if (edited !== null) correct.current(edited)
    field.current?.focus(edited?.caret)
  }, [edited])
  useEffect(() => {
    correct.current = correctAfter(edited)
  })
  const recallLast = () => {
    const last = session.view.lines.findLast((one) => one.notebookId === null)
    if (last !== undefined) props.onEdit({ line: last })
  }
  useEffect(() => {
    again.current = (raw) => {
      const noted = session.view.lines.findLast((one) => one.raw === raw)
      if (noted !== undefined) props.onEdit({ line: noted })
    }
    leaving.current = () => {
      if (edited !== null && typed !== edited.line.raw) keepTyped()
    }
  })
  const acts = useActs(fieldActs, {
    isEmpty: typed === '' && names.length === 0,
    recall: recallLast,
    giveDate: line.kind === 'action' ? () => setDating(true) : null,
    nextPerson: line.named !== null && line.named.others.length > 0 ? it.nextPerson : null,
  })
  const onKeyDown = (event: KeyboardEvent) => {
    // While an accent or a sign is being composed the keys are not ours.
    if (event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = names[choice]
    if (event.key === 'Enter' && !event.shiftKey) enter()
    else if (event.key === 'Tab' && !event.shiftKey && chosen !== undefined) complete(chosen.label)
    else if (event.key === 'ArrowDown' && names.length > 0) setChoice((choice + 1) % names.length)
    else if (event.key === 'ArrowUp' && names.length > 0)
      setChoice((choice + names.length - 1) % names.length)
    else if (pressKey(event, Object.values(acts))) return
    else if (event.key === 'Escape' && edited !== null) leaveCorrection()
    else if (event.key === 'Escape' && line.kind !== 'note') it.setPlain(true)
    else if (event.key === 'Escape') leaveLine()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="compose-wrap">
      {names.length === 0 ? null : (
        <NameChoices names={names} chosen={choice} onChoose={(speaker) => complete(speaker.label)} />
      )}
      <div className="compose">
        {edited === null ? null : <div className="compose-editing">{text.editing}</div>}
        {speaker === null ? null : <div className="compose-editing">{text.speaksNext(speaker.name)}</div>}
        <div className="in">
          <LineField
            typed={typed}
            parts={line.parts}
            names={{ count: names.length, chosen: choice }}
            handle={field}
            onChange={change}
            onKeyDown={onKeyDown}
          />
          <Keys keys={['Entrée']} />
        </div>
        {isDating && line.kind === 'action' ? (
          <DueCorrection
            keptAs={`${dueKey}:typed`}
            date={line.due?.date ?? null}
            onGive={it.giveDate}
            onDone={() => {
              setDating(false)
              field.current?.focus()
            }}
          />
        ) : (
          <LineEcho
            line={line}
            isEmpty={typed === ''}
            target={target}
            isElsewhere={kept === undefined && target !== session.current}
            lack={line.kind === 'note' || apart !== null ? null : lack}
            apart={apart?.length ?? 0}
            isPlain={isPlain}
            isNew={isNew}
            onReadMarks={() => it.setPlain(false)}
            onDate={() => setDating(true)}
            onNextPerson={it.nextPerson}
          />
        )}
      </div>
    </div>
  )
}

/** For the item that is on, where the list of items shows it; else for the screen, as any field. */
function leaveLine(): void {
  const item = document.querySelector<HTMLElement>('.live-item [aria-current="step"]')
  const field = document.activeElement
  if (item !== null) item.focus()
  else if (field instanceof HTMLElement) leaveField(field)
}

function DueCorrection(props: {
  /** Of the line that is typed. */
  keptAs: string
  date: CivilDate | null
  onGive: (date: CivilDate | null) => void
  onDone: () => void
}) {
  const done = (event: FormEvent) => {
    event.preventDefault()
    props.onDone()
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'F2') return
    event.preventDefault()
    event.stopPropagation()
    props.onDone()
  }
  return (
    <form className="due-fix" onSubmit={done} onKeyDown={leave}>
      <DateField
        label={text.dueDate}
        keptAs={props.keptAs}
        value={props.date}
        autoFocus
        onCommit={props.onGive}
      />
      <Button
        icon={CalendarX}
        onPress={() => {
          props.onGive(null)
          props.onDone()
        }}
      >
        {text.noDue}
      </Button>
      <span className="mute">
        <Keys keys={['Entrée']} /> {text.backToLine}
      </span>
    </form>
  )
}

type Name = Pick<Speaker, 'label' | 'organisation' | 'organisationId' | 'personId'>

function NameChoices<N extends Name>(props: {
  names: readonly N[]
  chosen: number
  onChoose: (name: N) => void
}) {
  return (
    <div id="session-names" role="listbox" aria-label={text.names} className="menu name-choices">
      {props.names.map((name, index) => (
        <div
          key={`${name.organisationId}-${name.personId}-${name.label}`}
          id={`session-name-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === props.chosen}
          className={index === props.chosen ? 'menu-item on' : 'menu-item'}
          // Before the field loses the focus: it must not.
          onMouseDown={(event) => {
            event.preventDefault()
            props.onChoose(name)
          }}
        >
          <span className="cut">{name.label}</span>
          <span className="end mute">{name.organisation === name.label ? '' : name.organisation}</span>
        </div>
      ))}
    </div>
  )
}
