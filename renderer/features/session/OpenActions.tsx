import CalendarClock from 'lucide-react/icons/calendar-clock'
import Check from 'lucide-react/icons/check'
import MessageSquareText from 'lucide-react/icons/message-square-text'
import { type FormEvent, type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react'
import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import type { CivilDate } from '../../../electron/domain/ids.ts'
import { openActionStates } from '../../../electron/domain/minutes/action.ts'
import { dueGroup } from '../../../electron/domain/minutes/follow-up.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { formatDateWithoutWeekday } from '../../../electron/domain/text/french.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { bindActs, pressKey } from '../../acts/act.ts'
import { useRowKeys } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { openActionsText as text } from '../../text/session-pane.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { noWords, useKept } from '../../ui/kept.ts'
import { leaveField } from '../../ui/leave-field.ts'
import { type OpenActionContext, openActionActs } from './open-action-acts.ts'
import type { Session } from './use-session.ts'

/** As many as one goes through in a meeting; the others are counted. */
const MOST = 60
const groups = ['late', 'beforeNext', 'later', 'undated'] as const
const everybody = {
  words: '',
  states: [...openActionStates],
  owner: null,
  organisation: null,
  meetingId: null,
  seriesId: null,
  lateOnly: false,
  check: null,
}

const say = { onError: (error: unknown) => showToast(errorSentence(error)) }

/** What is typed of a row: another date for it, or words on it. */
type Asked = { id: string; what: 'date' | 'words' }

/** All that are open, what is late first: each is closed, put off or commented where it is gone through. */
export function OpenActions(props: {
  session: Session
  onComment: (raw: string) => void
  onSaid: () => void
}) {
  const { meeting, vocabulary } = props.session
  const { data, error, refetch } = useQuery('followUp.actions', {
    filter: { ...everybody, beforeMeetingId: meeting.id },
    sort: { by: 'due', descending: false },
    offset: 0,
    limit: MOST,
    next: vocabulary.nextMeeting,
  })
  const [asked, setAsked] = useState<Asked | null>(null)
  const [stop, setStop] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  useRowKeys(openActionActs)
  const setState = useWrite('followUp.setActionState', say)
  const postpone = useWrite('followUp.postpone', say)
  if (error !== null) return <ErrorBanner error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  const today = civilDate(new Date())
  const sections = groups.flatMap((group) => {
    const rows = data.rows.filter(({ now }) => dueGroup(now.due, today, vocabulary.nextMeeting) === group)
    return data.groups[group] === 0 ? [] : [{ group, rows, count: data.groups[group] }]
  })
  const ordered = sections.flatMap(({ rows }) => rows)
  const stopId = ordered.some(({ action }) => action.id === stop) ? stop : (ordered[0]?.action.id ?? null)
  const focus = (id: string | undefined) =>
    id === undefined ? null : list.current?.querySelector<HTMLElement>(`[data-action="${id}"]`)?.focus()
  const beside = (id: string, step: 1 | -1) =>
    ordered[ordered.findIndex(({ action }) => action.id === id) + step]?.action.id
  /** On to the row after it, which is about to take its place; back to the line after the last one. */
  const goOn = (id: string) => {
    const heir = beside(id, 1) ?? beside(id, -1)
    if (heir === undefined) props.onSaid()
    else focus(heir)
  }
  const said = (id: string, words: string) => {
    setAsked(null)
    goOn(id)
    showUndoToast(words)
  }
  const putOffTo = (row: ActionRow, to: CivilDate, forget?: () => void) =>
    postpone.mutate(
      { targets: [targetOf(row)], to, reason: text.reason },
      {
        onSuccess: () => {
          forget?.()
          said(row.action.id, text.saidPutOff(numberOf(row), formatDateWithoutWeekday(to)))
        },
      },
    )
  const next = vocabulary.nextMeeting
  const acts: OpenActionContext['acts'] = {
    done: (row) =>
      setState.mutate(
        { targets: [targetOf(row)], state: 'done', reason: '', on: null },
        { onSuccess: () => said(row.action.id, text.saidDone(numberOf(row))) },
      ),
    putOff: (row) => {
      if (next !== null && (row.now.due === null || row.now.due < next)) putOffTo(row, next)
      else setAsked({ id: row.action.id, what: 'date' })
    },
    comment: (row) => setAsked({ id: row.action.id, what: 'words' }),
    move: (id, step) => focus(beside(id, step)),
    leave: props.onSaid,
  }
  return (
    <div ref={list}>
      {sections.map(({ group, rows, count }) => (
        <section key={group} aria-label={text.groups[group]}>
          <h3 className="h3">
            {text.groups[group]} <span className="mute">{count}</span>
          </h3>
          <ul className="glance-list">
            {rows.map((row) => (
              <OpenAction
                key={row.action.id}
                row={row}
                isStop={row.action.id === stopId}
                asked={asked?.id === row.action.id ? asked.what : null}
                acts={acts}
                onStop={() => setStop(row.action.id)}
                onDate={() =>
                  setAsked(asked?.id === row.action.id ? null : { id: row.action.id, what: 'date' })
                }
                onPutOff={(to, forget) => putOffTo(row, to, forget)}
                onWords={(words) => {
                  setAsked(null)
                  if (words !== '') props.onComment(text.comment(numberOf(row), words))
                }}
              />
            ))}
          </ul>
        </section>
      ))}
      {ordered.length === 0 ? <p className="mute">{text.none}</p> : <p className="mute small">{text.help}</p>}
      {data.total === 0 ? null : <a href={href('followUp')}>{text.all(data.total)}</a>}
    </div>
  )
}

function OpenAction(props: {
  row: ActionRow
  /** The one row that Tab reaches; arrows move to the others. */
  isStop: boolean
  asked: Asked['what'] | null
  acts: OpenActionContext['acts']
  onStop: () => void
  onDate: () => void
  onPutOff: (to: CivilDate, forget: () => void) => void
  onWords: (words: string) => void
}) {
  const { row, acts, asked } = props
  const off = useContext(EditingOff)
  const [to, setTo, forget] = useKept<CivilDate | null>(`put-off:${row.action.id}`, row.now.due, noWords)
  const number = numberOf(row)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (to !== null) props.onPutOff(to, forget)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    // Letters act on the row itself; in its fields they are text.
    if (event.target !== event.currentTarget) return
    pressKey(event, Object.values(bindActs(openActionActs, { row, acts }, off)))
  }
  return (
    <li
      data-action={row.action.id}
      tabIndex={props.isStop ? 0 : -1}
      aria-label={`${number}, ${row.action.text}`}
      onFocus={props.onStop}
      onKeyDown={onKeyDown}
    >
      <div className="grow">
        <b>{row.action.text}</b>
        <small className="mute">
          {[
            number,
            row.now.owner || row.now.organisation,
            row.now.due === null ? '' : formatDateWithoutWeekday(row.now.due),
          ]
            .filter((part) => part !== '')
            .join(', ')}
        </small>
        {asked === 'date' ? (
          <form className="row" onSubmit={submit}>
            <DateField
              label={text.newDate}
              keptAs={`put-off:${row.action.id}:typed`}
              value={to}
              autoFocus
              onCommit={setTo}
            />
            <Button small type="submit" writes unavailable={to === null ? text.newDate : undefined}>
              {text.putOff}
            </Button>
          </form>
        ) : null}
        {asked === 'words' ? <Comment id={row.action.id} number={number} onDone={props.onWords} /> : null}
      </div>
      <Button small writes icon={Check} label={text.done(number)} onPress={() => acts.done(row)} />
      <Button
        small
        writes
        icon={CalendarClock}
        label={text.putOffTo(number)}
        expanded={asked === 'date'}
        onPress={props.onDate}
      />
      <Button
        small
        writes
        icon={MessageSquareText}
        label={text.commentOn(number)}
        expanded={asked === 'words'}
        onPress={() => acts.comment(row)}
      />
    </li>
  )
}

/** Stored however its field is left; where the row went with it, it is there when it is asked for again. */
function Comment(props: { id: string; number: string; onDone: (words: string) => void }) {
  const [words, setWords, forget] = useKept(`action-comment:${props.id}`, '')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (field.current !== null) leaveField(field.current)
      }}
    >
      <input
        ref={field}
        className="input"
        aria-label={text.commentOn(props.number)}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onBlur={(event) => {
          // The whole window was left: the sentence goes on when it is come back to.
          if (document.activeElement === event.target) return
          forget()
          props.onDone(words.trim())
        }}
      />
    </form>
  )
}

const targetOf = ({ action }: ActionRow) => ({ id: action.id, version: action.version })
const numberOf = ({ action, origin }: ActionRow) => printedNumber('A', origin, action.rank)
