import Stamp from 'lucide-react/icons/stamp'
import { type RefObject, useRef, useState } from 'react'
import type { ApprovalView, Consultation } from '../../../../electron/contract/approval.ts'
import type { LeavingCheck } from '../../../../electron/domain/meetings/leaving.ts'
import type { Meeting } from '../../../../electron/domain/meetings/meeting.ts'
import { listedMeeting } from '../../../../electron/domain/meetings/meeting-name.ts'
import { isOpenOn, whyNotByWriting, whyNotTacit } from '../../../../electron/domain/minutes/approval-reply.ts'
import type { Minutes } from '../../../../electron/domain/minutes/minutes.ts'
import type { ApprovalMode } from '../../../../electron/domain/minutes/version.ts'
import { formatShortDate } from '../../../../electron/domain/text/french.ts'
import { errorCode } from '../../../api/api-error.ts'
import { outbox } from '../../../api/outbox/window.ts'
import { showToast } from '../../../api/toasts.ts'
import { useWrite } from '../../../api/use-write.ts'
import { useLeaving } from '../../../parts/leaving-lines.ts'
import { approvalText as text } from '../../../text/approval.ts'
import { leavingText } from '../../../text/leaving.ts'
import { Banner, ErrorBanner } from '../../../ui/Banner.tsx'
import { type BeforeLine, BeforeLines } from '../../../ui/Before.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { useKept } from '../../../ui/kept.ts'
import { Segments } from '../../../ui/Segments.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea } from '../../../ui/TextField.tsx'
import { ConsultationSection } from './ConsultationSection.tsx'
import { today } from './life-state.ts'

type Approving = ApprovalView['approvingMeetings'][number]
const modes: readonly ApprovalMode[] = ['meeting', 'written', 'tacit']

export function ApprovalForm(props: {
  meeting: Meeting
  minutes: Minutes
  /** How this body usually approves. */
  usualMode: ApprovalMode
  consulted: Consultation
  meetings: readonly Approving[]
  /** How many remarks of members were retained. */
  retained: number
  onObservations: () => void
  go: (check: LeavingCheck) => boolean
}) {
  const { meeting, minutes, meetings, consulted } = props
  const day = today()
  const [first] = useState(() => firstMode(props.usualMode, { minutes, consulted, day }))
  /** As somebody said it; null where it follows the rest. */
  const [said, setSaid, forget] = useKept(
    `approval:${meeting.id}`,
    {
      mode: null as ApprovalMode | null,
      meetingId: null as string | null,
      date: null as string | null,
      corrections: '',
    },
    (typed) => [typed.corrections],
  )
  const say = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const { corrections } = said
  const mode = said.mode ?? first
  const chosen = meetings.find(({ meetingId }) => meetingId === said.meetingId) ?? firstMeeting(meetings, day)
  const by = mode === 'meeting' ? chosen : undefined
  const date = said.date ?? (by !== undefined && by.date <= day ? by.date : day)
  const leaving = useLeaving(meeting.id, 'seal', props.go)
  const told = useRef<HTMLDivElement>(null)
  const replies = useRef<HTMLDivElement>(null)
  const untold = props.retained > 0 && corrections.trim() === '' ? text.retainedUntold(props.retained) : null
  const silent = mode === 'written' ? silenceOf(consulted) : null
  const lineOf = (
    said: { words: string; detail?: string; repair: string } | null,
    box: RefObject<HTMLElement | null>,
    into: string,
  ): BeforeLine[] => {
    if (said === null) return []
    const run = () => box.current?.querySelector<HTMLElement>(into)?.focus()
    return [{ ...said, tone: 'warn', repair: { label: said.repair, run } }]
  }
  const own = [
    ...lineOf(silent, replies, '[data-silent] [aria-pressed="true"]'),
    ...lineOf(untold, told, 'textarea'),
  ]
  const lines = leaving.lines === undefined ? undefined : [...leaving.lines, ...own]
  const approve = useWrite('approval.approve', {
    onSuccess: () => {
      forget()
      showToast(text.approved)
    },
  })
  const closesOn = mode === 'meeting' ? null : lastDay(consulted)
  const isAhead = by !== undefined && by.date > day
  const earliest = by?.date ?? meeting.date
  const isTooSoon = closesOn !== null && isOpenOn(consulted, date)
  const wrongDate =
    date > day
      ? text.dateFuture
      : !isAhead && date < earliest
        ? text.dateEarly(earliest)
        : isTooSoon
          ? text.consultationOpen(closesOn ?? date)
          : undefined
  const wrongMeeting = isAhead
    ? text.meetingAhead
    : by !== undefined && !by.isOpened
      ? text.meetingUnopened
      : undefined
  const wrong = mode === 'meeting' && by === undefined ? text.noMeeting : (wrongMeeting ?? wrongDate)
  const { reviewDeadline } = minutes
  const notBy = whyNotBy({ mode, consulted, reviewDeadline, date })
  const refusal = leaving.stopping > 0 ? leavingText.stopped(leaving.stopping) : (wrong ?? notBy)
  const start = async () => {
    await outbox.flush()
    approve.mutate({
      meetingId: meeting.id,
      mode,
      approvingMeetingId: by?.meetingId ?? null,
      itemId: by?.itemId ?? null,
      approvedOn: date,
      corrections: corrections.trim(),
      asked: leaving.asked,
    })
  }
  return (
    <>
      <p className="mute">{text.lead}</p>
      <Segments
        label={text.mode}
        value={mode}
        choices={modes.map((value) => ({ value, label: text.modes[value] }))}
        onChange={(value) => say({ mode: value })}
      />
      {notBy === undefined ? null : <Banner tone="warn">{notBy}</Banner>}
      {mode === 'tacit' && notBy === undefined ? (
        <TacitWords reviewDeadline={reviewDeadline} closesOn={closesOn} day={day} />
      ) : null}
      {mode === 'meeting' && consulted.members.every(({ answer }) => answer !== 'observations') ? null : (
        <div ref={replies}>
          <ConsultationSection meetingId={meeting.id} onObservations={props.onObservations} />
        </div>
      )}
      {mode !== 'meeting' ? null : meetings.length === 0 ? (
        <Banner tone="warn">{text.noMeeting}</Banner>
      ) : (
        <Select
          label={text.meeting}
          value={chosen?.meetingId ?? ''}
          error={wrongMeeting}
          help={by?.itemId == null ? text.withoutItem : by.isWritten ? text.withItem : text.notWritten}
          choices={meetings.map(({ meetingId, number, date: on }) => ({
            value: meetingId,
            label: listedMeeting(number, formatShortDate(on, true)),
          }))}
          onCommit={(value) => say({ meetingId: value })}
        />
      )}
      <DateField
        label={text.date}
        keptAs={`approval:${meeting.id}:date`}
        value={date}
        error={wrongDate}
        onCommit={(value) => say({ date: value })}
      />
      <div ref={told}>
        <TextArea
          label={text.corrections}
          help={text.correctionsHelp(props.retained)}
          rows={3}
          value={corrections}
          onCommit={(words) => say({ corrections: words })}
        />
      </div>
      {approve.error === null ? null : errorCode(approve.error) === 'conflict' ? (
        <Banner tone="bad">{text.conflict}</Banner>
      ) : (
        <ErrorBanner error={approve.error} />
      )}
      {lines === undefined || lines.length === 0 ? null : <BeforeLines label={text.before} lines={lines} />}
      {leaving.stopping === 0 ? null : <p className="mute">{leavingText.stopped(leaving.stopping)}</p>}
      <div className="row">
        <Button
          icon={Stamp}
          unavailable={refusal}
          busy={lines === undefined ? leavingText.reading : approve.isPending ? text.approving : undefined}
          onPress={() => void start()}
        >
          {leavingText.seal(text.approve, leaving.odd + own.length)}
        </Button>
      </div>
    </>
  )
}

/** The day until which the members were asked; null when nothing was sent to them. */
const lastDay = ({ sentAt, closesOn }: Consultation) => (sentAt === null ? null : closesOn)

/** Whoever holds two seats answers once; who was never asked did not answer either. */
function silenceOf({ sentAt, members }: Consultation) {
  const silent = members.filter(({ answer }) => answer === null)
  const count = (some: typeof members) => new Set(some.map(({ personId }) => personId)).size
  if (silent.length === 0) return null
  const unreached = count(silent.filter(({ isReached }) => !isReached))
  return text.silentMembers(count(silent), sentAt === null ? null : unreached)
}

function TacitWords(props: { reviewDeadline: string | null; closesOn: string | null; day: string }) {
  const { reviewDeadline, closesOn, day } = props
  if (closesOn !== null)
    return closesOn < day ? (
      <p className="mute">{text.consultationEnded(closesOn)}</p>
    ) : (
      <Banner tone="warn">{text.consultationOpen(closesOn)}</Banner>
    )
  return reviewDeadline === null ? null : <p className="mute">{text.tacitHint(reviewDeadline)}</p>
}

/** The way that was begun, else the usual one; a tacit approval only once the members can no longer write. */
function firstMode(
  usual: ApprovalMode,
  now: { minutes: Minutes; consulted: Consultation; day: string },
): ApprovalMode {
  const { consulted, day } = now
  const { reviewDeadline } = now.minutes
  if (consulted.sentAt !== null) return usual === 'tacit' ? 'tacit' : 'written'
  return usual === 'tacit' && (reviewDeadline === null || reviewDeadline >= day) ? 'meeting' : usual
}

/** The first one that was opened and has it on its agenda, else the first that was, else the next one. */
function firstMeeting(meetings: readonly Approving[], day: string): Approving | undefined {
  const past = meetings.filter(({ date, isOpened }) => date <= day && isOpened)
  return past.find(({ itemId }) => itemId !== null) ?? past[0] ?? meetings[0]
}

/** Why these minutes cannot be approved in that way; undefined where they can, or where it is for a meeting to say. */
function whyNotBy(asked: {
  mode: ApprovalMode
  consulted: Consultation
  reviewDeadline: string | null
  date: string
}): string | undefined {
  const { mode, consulted, reviewDeadline, date } = asked
  if (mode === 'tacit') {
    const why = whyNotTacit({ ...consulted, reviewDeadline }, date)
    return why === null ? undefined : text.notTacit[why](reviewDeadline ?? date)
  }
  const why = mode === 'written' ? whyNotByWriting(consulted) : null
  return why === null ? undefined : text.notByWriting[why]
}
