import CalendarClock from 'lucide-react/icons/calendar-clock'
import Check from 'lucide-react/icons/check'
import { type FormEvent, useState } from 'react'
import type { ActionRow } from '../../../electron/contract/follow-up.ts'
import type { CivilDate } from '../../../electron/domain/ids.ts'
import { openActionStates } from '../../../electron/domain/minutes/action.ts'
import { dueGroup } from '../../../electron/domain/minutes/follow-up.ts'
import { printedNumber } from '../../../electron/domain/minutes/minutes.ts'
import { formatDateWithoutWeekday } from '../../../electron/domain/text/french.ts'
import { errorSentence } from '../../api/api-error.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { href } from '../../app/paths.ts'
import { openActionsText as text } from '../../text/session-pane.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import type { Session } from './use-session.ts'

/** As many as one goes through in a meeting; the others are counted. */
const MOST = 60
const groups = ['late', 'beforeNext'] as const
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

/** Those that are late or due before the next meeting: said done or put off where they are gone through. */
export function OpenActions(props: { session: Session; onSaid: () => void }) {
  const { meeting, vocabulary } = props.session
  const { data, error, refetch } = useQuery('followUp.actions', {
    filter: everybody,
    sort: { by: 'due', descending: false },
    offset: 0,
    limit: MOST,
    seenFrom: { date: meeting.date, next: vocabulary.nextMeeting },
  })
  const setState = useWrite('followUp.setActionState', say)
  const postpone = useWrite('followUp.postpone', say)
  const said = (words: string) => {
    props.onSaid()
    void showUndoToast(words)
  }
  const done = (row: ActionRow) =>
    setState.mutate(
      { targets: [targetOf(row)], state: 'done', reason: '', on: null },
      { onSuccess: () => said(text.saidDone(numberOf(row))) },
    )
  const putOff = (row: ActionRow, to: CivilDate) =>
    postpone.mutate(
      { targets: [targetOf(row)], to, reason: text.reason },
      { onSuccess: () => said(text.saidPutOff(numberOf(row), formatDateWithoutWeekday(to))) },
    )
  if (error !== null) return <ErrorBanner error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  return (
    <>
      {groups.map((group) => {
        const rows = data.rows.filter(
          ({ now }) => dueGroup(now.due, meeting.date, vocabulary.nextMeeting) === group,
        )
        return data.groups[group] === 0 ? null : (
          <section key={group} aria-label={text.groups[group]}>
            <h3 className="h3">
              {text.groups[group]} <span className="mute">{data.groups[group]}</span>
            </h3>
            <ul className="glance-list">
              {rows.map((row) => (
                <OpenAction
                  key={row.action.id}
                  row={row}
                  onDone={() => done(row)}
                  onPutOff={(to) => putOff(row, to)}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {data.total === 0 ? null : <a href={href('followUp')}>{text.all(data.total)}</a>}
    </>
  )
}

function OpenAction(props: { row: ActionRow; onDone: () => void; onPutOff: (to: CivilDate) => void }) {
  const { row } = props
  const [isDating, setDating] = useState(false)
  const [to, setTo] = useState<CivilDate | null>(row.now.due)
  const number = numberOf(row)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (to === null) return
    props.onPutOff(to)
    setDating(false)
  }
  return (
    <li>
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
        {isDating ? (
          <form className="row" onSubmit={submit}>
            <DateField label={text.newDate} value={to} autoFocus onCommit={setTo} />
            <Button small type="submit" writes unavailable={to === null ? text.newDate : undefined}>
              {text.putOff}
            </Button>
          </form>
        ) : null}
      </div>
      <Button small writes icon={Check} label={text.done(number)} onPress={props.onDone} />
      <Button
        small
        writes
        icon={CalendarClock}
        label={text.putOffTo(number)}
        expanded={isDating}
        onPress={() => setDating(!isDating)}
      />
    </li>
  )
}

const targetOf = ({ action }: ActionRow) => ({ id: action.id, version: action.version })
const numberOf = ({ action, origin }: ActionRow) => printedNumber('A', origin, action.rank)
