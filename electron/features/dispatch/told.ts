// What whoever is written to holds of a meeting: each message tells some of it, and they keep that until the next one.
import type { Reader } from '../../db/driver.ts'
import type { Row } from '../../db/tables.ts'
import type { DispatchKind, RecipientFields } from '../../domain/dispatch/dispatch.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { fold } from '../../domain/text/fold.ts'
import { type CalendarMoment, startTold, UntoldPart, untoldParts } from '../../domain/time/calendar-file.ts'
import { membersOn } from '../reads/directory.ts'
import { askedTo } from '../reads/replies.ts'
import { getBody } from '../reads/settings.ts'
import { agendaIn, calendarContent } from './calendar.ts'

/** What a message tells in its own words, where no calendar file went with it. */
const partsOf: Readonly<Partial<Record<DispatchKind, readonly UntoldPart[]>>> = {
  convocation: UntoldPart.options,
  guestInvitation: ['hours', 'place', 'link'],
  dateChange: ['hours', 'place', 'link'],
  agendaChanged: ['hours', 'place', 'link', 'agenda'],
}

/** Whether what the meeting is when a message of the kind leaves is kept with it. */
export const tells = (kind: DispatchKind): boolean => partsOf[kind] !== undefined

type Told = {
  readonly kind: DispatchKind
  readonly sentAt: string
  readonly parts: readonly UntoldPart[]
  /** Null where nothing was kept with it. */
  readonly content: string | null
  readonly to: ReadonlySet<string>
}

const keyOf = ({ personId, name }: Pick<RecipientFields, 'personId' | 'name'>) =>
  personId ?? fold(name).trim()

/** Messages that left, first to last. */
async function toldOf(tx: Reader, meetingId: string): Promise<Told[]> {
  const rows = await tx
    .selectFrom('dispatch')
    .innerJoin('dispatchRecipient', 'dispatchRecipient.dispatchId', 'dispatch.id')
    .select(['dispatch.id', 'kind', 'sentAt', 'calendarSequence', 'calendarContent', 'personId', 'name'])
    .where('dispatch.meetingId', '=', meetingId)
    .where('dispatch.state', '=', 'sent')
    .where('reason', '!=', 'assistant')
    .orderBy('sentAt')
    .orderBy('dispatch.id')
    .execute()
  const told = new Map<string, Told & { to: Set<string> }>()
  for (const row of rows) {
    const { kind, sentAt, calendarSequence, calendarContent: content } = row
    const own = partsOf[kind]
    if (own === undefined) continue
    const parts = calendarSequence === null ? own : UntoldPart.options
    const one = told.get(row.id) ?? { kind, sentAt: sentAt ?? '', parts, content, to: new Set() }
    one.to.add(keyOf(row))
    told.set(row.id, one)
  }
  return [...told.values()]
}

/** What the members hold otherwise than it is now: what one of them was not told counts. */
export async function untoldOf(tx: Reader, meeting: Meeting): Promise<UntoldPart[]> {
  if (meeting.state !== 'convened') return []
  const told = await toldOf(tx, meeting.id)
  const now = await calendarContent(tx, await getBody(tx), meeting)
  const differ = new Map<string, readonly UntoldPart[]>()
  const untold = new Set<UntoldPart>()
  for (const one of await concerned(tx, meeting, told))
    for (const [part, content] of heldBy(told, one)) {
      const found = differ.get(content) ?? untoldParts(content, now, meeting.endTime !== null, agendaIn)
      differ.set(content, found)
      if (found.includes(part)) untold.add(part)
    }
  return UntoldPart.options.filter((part) => untold.has(part))
}

/**
 * Whoever was told of the meeting as a whole; of these, the members it has now, as soon as there is one, also who presents
 * an item and was written to as a guest besides.
 */
async function concerned(tx: Reader, meeting: Meeting, told: readonly Told[]): Promise<string[]> {
  const all = new Set(told.filter(({ kind }) => kind !== 'guestInvitation').flatMap(({ to }) => [...to]))
  const members = new Set((await membersOn(tx, meeting)).map(({ person }) => person.id))
  for (const { kind, to } of told)
    if (kind === 'guestInvitation') for (const one of to) if (!members.has(one)) all.delete(one)
  const own = [...all].filter((one) => members.has(one))
  return own.length === 0 ? [...all] : own
}

/** By part, the content that told somebody of it last. */
function heldBy(told: readonly Told[], one: string): Map<UntoldPart, string> {
  const held = new Map<UntoldPart, string>()
  for (const { parts, content, to } of told) {
    if (content === null || !to.has(one)) continue
    for (const part of parts)
      if (content === '') held.delete(part)
      else held.set(part, content)
  }
  return held
}

/** A day and hour that somebody still believes in, and why it is another one now. */
export type MoveTold = CalendarMoment & { readonly reason: string }

/** What the message of a move says to its recipients of the day and hour they hold; null where it is that of now. */
export async function moveToldTo(
  tx: Reader,
  meeting: Meeting,
): Promise<(recipients: readonly Pick<RecipientFields, 'personId' | 'name'>[]) => MoveTold | null> {
  const told = await toldOf(tx, meeting.id)
  const moves = await movesOf(tx, meeting)
  // Nothing left from here: who was told of the day, was told elsewhere.
  const elsewhere = moves.findLast(({ fromDate, toDate }) => fromDate !== toDate) ?? moves[0]
  const startIn = ({ content, sentAt }: Told) =>
    startTold(content) ?? before(moves.find(({ at }) => at >= sentAt))
  const reasonSince = ({ date, time }: CalendarMoment) => {
    const first = moves.findLastIndex(
      ({ fromDate, fromStartTime }) => fromDate === date && fromStartTime === time,
    )
    return first < 0 ? '' : (moves.slice(first).findLast(({ reason }) => reason.trim() !== '')?.reason ?? '')
  }
  return (recipients) => {
    const reached = recipients
      .flatMap((one) => told.findLast(({ parts, to }) => parts.includes('hours') && to.has(keyOf(one))) ?? [])
      .sort((a, b) => a.sentAt.localeCompare(b.sentAt))
    const starts = reached.length === 0 ? [before(elsewhere)] : reached.map(startIn)
    // Of what several hold, what they were told last.
    const from = starts.findLast(
      (start) => start !== null && (start.date !== meeting.date || start.time !== meeting.startTime),
    )
    return from == null ? null : { ...from, reason: reasonSince(from) }
  }
}

/** The day and hour that recipients answered for where it is another one now; of several, what was answered last. */
export async function formerDayAnswered(tx: Reader, meeting: Meeting): ReturnType<typeof moveToldTo> {
  const moves = await movesOf(tx, meeting)
  const former = (await askedTo(tx, meeting.id)).filter(({ beforeMove }) => beforeMove)
  return (recipients) => {
    const reached = new Set(recipients.map(keyOf))
    const answered = former.flatMap(({ personId, reply }) =>
      reply === null || !reached.has(personId) ? [] : [reply.answeredAt],
    )
    const last = answered.toSorted().at(-1)
    const from = last === undefined ? null : before(moves.find(({ at }) => last < at))
    return from === null ? null : { ...from, reason: '' }
  }
}

/** Oldest first. */
function movesOf(tx: Reader, { id }: Meeting): Promise<Row<'meetingMove'>[]> {
  return tx
    .selectFrom('meetingMove')
    .selectAll()
    .where('meetingId', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

const before = (
  move: Pick<Row<'meetingMove'>, 'fromDate' | 'fromStartTime'> | undefined,
): CalendarMoment | null => (move === undefined ? null : { date: move.fromDate, time: move.fromStartTime })
