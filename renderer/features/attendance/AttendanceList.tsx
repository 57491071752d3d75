import Search from 'lucide-react/icons/search'
import Users from 'lucide-react/icons/users'
import { type RefObject, useContext, useId, useRef, useState } from 'react'
import { type Attendee, asNoted, isAnnounced } from '../../../electron/domain/attendance/attendance.ts'
import { hereAt, satAmong, seatsOf, takenAmong } from '../../../electron/domain/attendance/seats.ts'
import type { ClockTime } from '../../../electron/domain/ids.ts'
import { LINE_LENGTH } from '../../../electron/domain/limits.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { clockTime } from '../../../electron/domain/time/civil-date.ts'
import { ActButton } from '../../acts/ActButton.tsx'
import { ActMenu } from '../../acts/ActMenu.tsx'
import { keyHints } from '../../acts/act.ts'
import { useActs } from '../../acts/use-acts.ts'
import { errorSentence } from '../../api/api-error.ts'
import { useArrived } from '../../api/arrivals.ts'
import { outbox, store } from '../../api/outbox/window.ts'
import { sameJson } from '../../api/same-json.ts'
import { showToast, showUndoToast } from '../../api/toasts.ts'
import { useQuery } from '../../api/use-query.ts'
import { useWrite } from '../../api/use-write.ts'
import { attendanceText as text } from '../../text/attendance.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EditingOff } from '../../ui/editing.ts'
import { Icon } from '../../ui/Icon.tsx'
import { KeyHints } from '../../ui/Keys.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ArrivalArea } from '../documents/index.ts'
import { AttendeeRows } from './AttendeeRows.tsx'
import { attendanceActs, attendeeActs } from './attendance-acts.ts'
import { CollegeCounts, RuleWarnings } from './CollegeCounts.tsx'
import { meantBy, type QuickLine, readQuickLine, withinMeeting } from './quick-line.ts'
import { ReportPanel } from './ReportPanel.tsx'
import { enterWords, useQuickActs } from './use-quick-acts.ts'
import { useReport } from './use-report.ts'

const { onSite, remote, phone, excused, absent, represented, arrived, left } = attendeeActs.acts
const hints = keyHints([onSite, remote, phone, excused, absent, represented, arrived, left])

export function AttendanceList({
  meetingId,
  openedAt,
  now = null,
}: {
  meetingId: string
  /** Null where nobody noted it. */
  openedAt: ClockTime | null
  /** Of a meeting that is on: those who are there now are counted. */
  now?: ClockTime | null
}) {
  const list = useQuery('attendance.list', { meetingId })
  const report = useReport(meetingId)
  useArrived(
    'attendanceReport',
    meetingId,
    list.data === undefined ? null : ([file]) => report.readFile(file),
  )
  if (list.data === undefined) return list.error === null ? <Skeleton /> : <ErrorBanner error={list.error} />
  const noted = asNoted(list.data)
  const counted = now === null ? noted : hereAt(noted, now)
  const seats = seatsOf(counted)
  const taken = takenAmong(seats)
  return (
    <ArrivalArea label={text.title} className="attendance" takes={['attendanceReport']}>
      <h3 className="attendance-title">
        {text.title} <span className="mute">{text.seats(taken, seats.length, taken - satAmong(seats))}</span>
      </h3>
      {report.isOpen ? (
        <ReportPanel report={report} attendees={list.data} />
      ) : (
        <Entry
          meetingId={meetingId}
          attendees={list.data}
          counted={counted}
          openedAt={openedAt}
          refetch={() => void list.refetch()}
          onReport={report.open}
          onNames={report.readNames}
        />
      )}
    </ArrivalArea>
  )
}

function Entry(props: {
  meetingId: string
  attendees: readonly Attendee[]
  counted: readonly Attendee[]
  openedAt: ClockTime | null
  refetch: () => void
  onReport: () => void
  onNames: (pasted: string) => void
}) {
  const { meetingId, attendees } = props
  const [typed, setTyped] = useState('')
  const directory = useQuery('directory.list', {}, { enabled: typed.trim().length >= 2 })
  const quick = useQuickActs(meetingId, attendees)
  const off = useContext(EditingOff)
  const field = useRef<HTMLInputElement>(null)
  const region = useRef<HTMLDivElement>(null)
  const read = readQuickLine(typed, attendees, directory.data, clockTime(new Date()))
  const line = withinMeeting(read, props.openedAt)
  const meant = line.is === 'person' || line.is === 'said' ? line.attendee.id : null
  const fits = fitsOf(line, attendees, typed)
  const shown = fits === null ? attendees : attendees.filter(({ id }) => fits.has(id))
  const addMembers = useWrite('attendance.addMembers', { onSuccess: props.refetch })
  const fill = useWrite('attendance.fillFromReplies', {
    onSuccess: (after) => {
      // Without a change there is nothing of ours to take back.
      if (sameJson(after, attendees)) showToast(text.nothingToFill)
      else showUndoToast(text.filled)
      props.refetch()
    },
  })
  const announced = attendees.filter(isAnnounced).length
  const confirm = useWrite('attendance.confirm', {
    onSuccess: () => {
      showUndoToast(text.confirmed)
      props.refetch()
    },
  })
  const remove = async (attendee: Attendee) => {
    const key = `attendee:${attendee.id}`
    try {
      const version = (await outbox.settle(key)) ?? attendee.version
      await store('attendance.remove', { id: attendee.id, version })
      outbox.forget(key)
      props.refetch()
      showUndoToast(text.removed(fullName(attendee)))
    } catch (error) {
      showToast(errorSentence(error))
    }
  }
  const takeReplies = () => void outbox.flush().then(() => fill.mutate({ meetingId }))
  const acts = useActs(attendanceActs, {
    readReport: props.onReport,
    takeReplies,
    confirm: announced === 0 ? null : () => void outbox.flush().then(() => confirm.mutate({ meetingId })),
    addMembers: () => addMembers.mutate({ meetingId }),
  })
  const error = addMembers.error ?? fill.error ?? confirm.error
  return (
    <>
      <CollegeCounts attendees={props.counted} />
      {error === null ? null : <ErrorBanner error={error} />}
      <div className="attendance-entry">
        <QuickField
          input={field}
          value={typed}
          hint={off ?? ((typed === '' && quick.said) || enterWords(line, attendees))}
          onChange={(words) => {
            setTyped(words)
            quick.forget()
          }}
          onEnter={() => {
            if (off === null && quick.run(line)) setTyped('')
          }}
          onDown={() =>
            region.current
              ?.querySelector<HTMLElement>(
                meant === null ? '[data-attendee][tabindex="0"]' : `[data-attendee="${meant}"]`,
              )
              ?.focus()
          }
          onNames={props.onNames}
        />
        <ActMenu label={text.more} acts={Object.values(acts)} />
      </div>
      {announced === 0 ? null : (
        <p className="row wrap warn small attendance-confirm">
          {text.toConfirm(announced)} <ActButton act={acts.confirm} small />
        </p>
      )}
      <RuleWarnings attendees={props.counted} />
      {attendees.length > 0 ? null : (
        <EmptyState
          icon={Users}
          title={text.empty}
          act={<ActButton act={acts.addMembers} busy={addMembers.isPending ? text.adding : undefined} />}
        >
          {text.emptyHint}
        </EmptyState>
      )}
      <AttendeeRows
        ref={region}
        attendees={shown}
        meantId={meant}
        onRemove={(attendee) => void remove(attendee)}
        onField={() => field.current?.focus()}
        onSaid={() => {
          if (typed === '') return false
          setTyped('')
          field.current?.focus()
          return true
        }}
      />
      {attendees.length === 0 ? null : (
        <div className="mute keys-hint">
          <p>{text.lines}</p>
          <p className="row wrap">
            <KeyHints hints={hints} />
          </p>
        </div>
      )}
    </>
  )
}

/** The rows that are left to look at while somebody is being typed; null: all of them. */
function fitsOf(line: QuickLine, attendees: readonly Attendee[], typed: string): ReadonlySet<string> | null {
  const people =
    line.is === 'person' ? meantBy(attendees, typed) : line.is === 'several' ? line.attendees : []
  return people.length === 0 ? null : new Set(people.map(({ id }) => id))
}

function QuickField(props: {
  input: RefObject<HTMLInputElement | null>
  value: string
  hint: string
  onChange: (typed: string) => void
  onEnter: () => void
  /** Down to the rows. */
  onDown: () => void
  /** Several lines pasted at once: a list of names. */
  onNames: (pasted: string) => void
}) {
  const hintId = useId()
  return (
    <div className="quick-line">
      <div className="input filter-field">
        <Icon of={Search} size={17} />
        <input
          ref={props.input}
          className="bare"
          type="text"
          data-filter="of-a-pane"
          aria-label={text.guestName}
          aria-describedby={hintId}
          placeholder={text.guestHint}
          autoComplete="off"
          spellCheck={false}
          maxLength={LINE_LENGTH}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain')
            if (!pasted.trim().includes('\n')) return
            event.preventDefault()
            props.onNames(pasted)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') props.onEnter()
            else if (event.key === 'ArrowDown') props.onDown()
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      </div>
      <p id={hintId} className="mute small" role="status">
        {props.hint}
      </p>
    </div>
  )
}
