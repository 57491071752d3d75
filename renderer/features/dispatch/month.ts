import type { AgendaStatus } from '../../../electron/contract/agenda.ts'
import type { DispatchRow } from '../../../electron/contract/dispatch.ts'
import type { DispatchKind } from '../../../electron/domain/dispatch/dispatch.ts'
import {
  isConvened,
  isOpen,
  type PlannedTask,
  planActOfKind,
} from '../../../electron/domain/meetings/back-planning.ts'
import type { Meeting, MeetingMove } from '../../../electron/domain/meetings/meeting.ts'
import { isAhead, isOpened, isToCome } from '../../../electron/domain/meetings/opened.ts'
import type { MinutesState } from '../../../electron/domain/minutes/minutes.ts'
import type { UntoldPart } from '../../../electron/domain/time/calendar-file.ts'

export const monthOrder: readonly { id: 'before' | 'after'; kinds: readonly DispatchKind[] }[] = [
  {
    id: 'before',
    kinds: [
      'callForSubjects',
      'agendaDraft',
      'convocation',
      'replyReminder',
      'guestInvitation',
      'slidesReminder',
      'agendaChanged',
      'dateChange',
      'cancellation',
    ],
  },
  {
    id: 'after',
    kinds: [
      'internalMinutes',
      'draftMinutes',
      'reviewReminder',
      'writtenApproval',
      'approvedMinutes',
      'actionsReminder',
    ],
  },
]

/** The page's knowledge of a meeting; what has not been read yet is as if there were none. */
export type MonthFacts = {
  readonly meeting: Pick<Meeting, 'state' | 'date'>
  readonly minutesState: MinutesState | null
  readonly rows: readonly DispatchRow[]
  readonly tasks: readonly PlannedTask[]
  readonly moves: readonly MeetingMove[]
  readonly agenda: Pick<AgendaStatus, 'versions' | 'changes'> | null
  /** What the members hold otherwise than it is now. */
  readonly untold: readonly UntoldPart[]
  readonly guestCount: number
  readonly today: string
}

export type KindStanding = {
  readonly kind: DispatchKind
  /** Newest first, both. */
  readonly drafts: readonly DispatchRow[]
  readonly sent: readonly DispatchRow[]
  readonly task: PlannedTask | null
}

export function standingOf(kind: DispatchKind, facts: MonthFacts): KindStanding {
  const own = facts.rows.filter((row) => row.kind === kind)
  return {
    kind,
    drafts: own.filter((row) => row.state === 'draft'),
    sent: own
      .filter((row) => row.state === 'sent')
      .sort((a, b) => (b.sentAt ?? '').localeCompare(a.sentAt ?? '')),
    task: facts.tasks.find((task) => task.act !== null && task.act === planActOfKind[kind]) ?? null,
  }
}

/** Events since the members were convened that they were not told. */
export type Since = {
  /** From the date they were told last, to the present one. */
  readonly moved: { from: string; to: string } | null
  readonly cancelled: boolean
  /** Of a meeting that stays on its day: its hours, its place, its link, its title. */
  readonly details: readonly UntoldPart[]
  readonly agenda: /** They hold a draft of it. */
    | { readonly type: 'draft' }
    | { readonly type: 'unsent'; readonly published: number; readonly held: number | 'draft' | null }
    | { readonly type: 'unpublished'; readonly changes: number; readonly sent: number }
    | null
}

const nothing: Since = { moved: null, cancelled: false, details: [], agenda: null }

export function sinceConvocation(facts: MonthFacts): Since {
  const sent = facts.rows.filter((row) => row.state === 'sent')
  const last = (...kinds: DispatchKind[]) =>
    sent.reduce(
      (latest, row) =>
        kinds.includes(row.kind) && (row.sentAt ?? '') > latest ? (row.sentAt ?? '') : latest,
      '',
    )
  const convened = last('convocation')
  if (facts.meeting.state === 'cancelled') {
    const told = last('cancellation')
    const isKnown = convened !== '' || isConvenedElsewhere(facts)
    return { ...nothing, cancelled: isKnown && (told === '' || told < convened) }
  }
  if (convened === '') return nothing
  // Once the meeting is held nobody is to be told of it any more.
  if (isOpened(facts.meeting.state)) return nothing
  const told = last('convocation', 'dateChange')
  const untold = facts.moves.filter((move) => move.at > told).sort((a, b) => a.at.localeCompare(b.at))
  const from = untold[0]?.fromDate
  const moved = from === undefined || from === facts.meeting.date ? null : { from, to: facts.meeting.date }
  return {
    moved,
    cancelled: false,
    // The message of a move says them all.
    details: moved === null ? facts.untold.filter((part) => part !== 'agenda') : [],
    agenda: agendaSince(facts, sent),
  }
}

/** By whatever way: the plan keeps what was noted, whatever became of the meeting since. */
const isConvenedElsewhere = ({ tasks }: MonthFacts): boolean =>
  tasks.some(({ act, doneOn }) => act === 'convene' && doneOn !== null)

function agendaSince({ agenda, untold }: MonthFacts, sent: readonly DispatchRow[]): Since['agenda'] {
  const known = Math.max(0, ...sent.map((row) => row.agendaVersionNumber ?? 0))
  if (agenda === null) return null
  const published = agenda.versions[0]?.number ?? 0
  const told = sent.filter(({ kind }) => kind === 'convocation' || kind === 'agendaChanged')
  const hasDraft = told.some(({ carriesAgenda }) => carriesAgenda)
  if (published > known)
    return { type: 'unsent', published, held: known > 0 ? known : hasDraft ? 'draft' : null }
  // A draft has no number: it is compared by the calendar that went out last. Other hours move its own.
  if (known === 0)
    return hasDraft && untold.includes('agenda') && !untold.includes('hours') && !isToldSince(sent)
      ? { type: 'draft' }
      : null
  const changes = agenda.changes.length
  return changes === 0 ? null : { type: 'unpublished', changes, sent: known }
}

/** Whether the agenda was told anew without the calendar that says which one they hold. */
function isToldSince(sent: readonly DispatchRow[]): boolean {
  const latest = (rows: readonly DispatchRow[]) =>
    rows
      .map(({ sentAt }) => sentAt ?? '')
      .sort()
      .at(-1) ?? ''
  const withCalendar = latest(sent.filter(({ calendarSequence }) => calendarSequence !== null))
  return latest(sent.filter(({ kind }) => kind === 'agendaChanged')) > withCalendar
}

/** The kind to prepare or to send next; null when nothing waits. */
export function nextKind(facts: MonthFacts): DispatchKind | null {
  const since = sinceConvocation(facts)
  const { state, date } = facts.meeting
  // Nobody is convened to what is over, noted as held or not.
  if (isAhead(facts.meeting) && date < facts.today) return nextAfterMeeting(facts)
  if (since.cancelled) return 'cancellation'
  if (since.moved !== null || since.details.length > 0) return 'dateChange'
  if (since.agenda?.type === 'unsent' || since.agenda?.type === 'draft') return 'agendaChanged'
  if (state === 'planned') return nextBeforeConvocation(facts)
  if (state === 'convened') return nextAfterConvocation(facts)
  return state === 'held' ? nextAfterMeeting(facts) : null
}

/** Subjects are called for until the agenda is to be built, or is out already. */
function nextBeforeConvocation(facts: MonthFacts): DispatchKind {
  const call = standingOf('callForSubjects', facts)
  const agendaIsOut = (facts.agenda?.versions.length ?? 0) > 0
  const build = facts.tasks.find((task) => task.act === 'buildAgenda')
  const isLate = build !== undefined && build.due <= facts.today
  const isUseful = call.task !== null && isOpen(call.task) && call.sent.length === 0
  return isUseful && !agendaIsOut && !isLate ? 'callForSubjects' : 'convocation'
}

function nextAfterConvocation(facts: MonthFacts): DispatchKind | null {
  const unsent = (kind: DispatchKind) => standingOf(kind, facts).sent.length === 0
  if (facts.guestCount > 0 && unsent('guestInvitation')) return 'guestInvitation'
  return unsent('slidesReminder') && isDue('slidesReminder', facts) ? 'slidesReminder' : null
}

function nextAfterMeeting(facts: MonthFacts): DispatchKind | null {
  const { minutesState } = facts
  const unsent = (kind: DispatchKind) => standingOf(kind, facts).sent.length === 0
  if (minutesState === 'approved') {
    if (unsent('approvedMinutes')) return 'approvedMinutes'
  } else if (minutesState !== null && isBeforeMembers(minutesState) && unsent('draftMinutes')) {
    return 'draftMinutes'
  } else if (!unsent('draftMinutes') && unsent('reviewReminder') && isDue('reviewReminder', facts)) {
    return 'reviewReminder'
  }
  return unsent('actionsReminder') && isDue('actionsReminder', facts) ? 'actionsReminder' : null
}

/** Read over inside, or by the members: once validated nobody is given a draft any more. */
const isBeforeMembers = (state: MinutesState): boolean => state === 'internalReview' || state === 'review'

/** Its line of the back-planning is due and still to be done. */
function isDue(kind: DispatchKind, facts: MonthFacts): boolean {
  const { task } = standingOf(kind, facts)
  return task !== null && isOpen(task) && task.due <= facts.today
}

/** Why a kind cannot be prepared now; null when it can. The core holds the same rules. */
export type Refusal =
  | 'meeting-over'
  | 'not-moved'
  | 'not-cancelled'
  | 'no-minutes'
  | 'under-way'
  | 'meeting-to-come'
  | 'minutes-over'
  | 'not-validated'
  | 'not-approved'

export function refusalOf(
  kind: DispatchKind,
  { meeting, moves, minutesState, untold, today }: MonthFacts,
): Refusal | null {
  const unfinished =
    meeting.state === 'inSession' ? 'under-way' : isToCome(meeting, today) ? 'meeting-to-come' : null
  switch (kind) {
    case 'dateChange':
      return !isAhead(meeting)
        ? 'meeting-over'
        : moves.length === 0 && untold.every((part) => part === 'agenda')
          ? 'not-moved'
          : null
    case 'cancellation':
      return meeting.state === 'cancelled' ? null : 'not-cancelled'
    case 'internalMinutes':
    case 'draftMinutes':
    case 'reviewReminder':
      if (minutesState === null) return 'no-minutes'
      if (minutesState === 'approved') return 'minutes-over'
      return unfinished
    case 'writtenApproval':
      return minutesState === 'validated' ? unfinished : 'not-validated'
    case 'approvedMinutes':
      return minutesState === 'approved' ? null : 'not-approved'
    case 'actionsReminder':
      return null
    default:
      return isAhead(meeting) ? null : 'meeting-over'
  }
}

/** Nothing can be said any more, or nothing has happened that this would tell. */
const neverMore: ReadonlySet<Refusal> = new Set([
  'meeting-over',
  'minutes-over',
  'not-moved',
  'not-cancelled',
])

/** States that say what a message would do: it was done without one of here. */
const saidBy: Partial<Record<DispatchKind, (facts: MonthFacts) => boolean>> = {
  convocation: ({ meeting, tasks }) => isConvened(meeting.state, tasks),
  internalMinutes: ({ minutesState }) => minutesState !== null && minutesState !== 'drafting',
  draftMinutes: ({ minutesState }) => minutesState === 'validated' || minutesState === 'approved',
}

/** What they prepare is settled once the members are convened. */
const beforeConvening: ReadonlySet<DispatchKind> = new Set(['callForSubjects', 'agendaDraft'])

/** What became of a message that was never written here; null while it can still be. */
export function fateOf(kind: DispatchKind, facts: MonthFacts): 'elsewhere' | 'never' | null {
  if (saidBy[kind]?.(facts) === true) return 'elsewhere'
  if (isOutOfPlace(kind, facts)) return 'never'
  if (standingOf(kind, facts).task?.doneOn != null) return 'elsewhere'
  if (beforeConvening.has(kind) && isConvened(facts.meeting.state, facts.tasks)) return 'never'
  const refusal = refusalOf(kind, facts)
  return refusal !== null && neverMore.has(refusal) ? 'never' : null
}

/** Of a meeting that was cancelled without minutes nothing is left to be told but that. */
const isOutOfPlace = (kind: DispatchKind, { meeting, minutesState }: MonthFacts): boolean =>
  meeting.state === 'cancelled' && minutesState === null && kind !== 'cancellation'

/** Whether a kind belongs in the list of the month: it was written, can be, or its time is still to come. */
export function isUseful(kind: DispatchKind, facts: MonthFacts): boolean {
  if (facts.rows.some((row) => row.kind === kind)) return true
  const refusal = refusalOf(kind, facts)
  if ((refusal !== null && neverMore.has(refusal)) || isOutOfPlace(kind, facts)) return false
  if (kind === 'agendaChanged') return sinceConvocation(facts).agenda !== null
  if (kind === 'replyReminder') return facts.meeting.state === 'convened'
  return kind !== 'writtenApproval' || refusal === null
}
