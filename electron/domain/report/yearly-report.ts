import { z } from 'zod'
import { CivilDate, Id } from '../ids.ts'
import type { MeetingState } from '../meetings/meeting.ts'
import { type ActionState, isOpenAction } from '../minutes/action.ts'
import { isPassedOver, Outcome } from '../minutes/minutes.ts'
import type { Naming } from '../people/printed-organisation.ts'
import { alphabetical } from '../text/alphabetical.ts'
import { daysBetween } from '../time/civil-date.ts'
import type { Period } from '../watch/period.ts'
import { WatchNature } from '../watch/watch.ts'
import { type AxisRow, type HearingRow, hearingsOf, ReportHearings } from './hearings.ts'
import { identities, Named } from './names.ts'

const count = z.int().min(0)

/** Seats that somebody had, there or represented, of those of that day. */
const Presence = z.strictObject({ present: count, members: count })
export type Presence = z.infer<typeof Presence>

export const ReportMeeting = z.strictObject({
  id: Id,
  date: CivilDate,
  number: z.int().nullable(),
  /** Null of a cancelled meeting: a gap, not a zero. */
  decisions: count.nullable(),
  actions: count.nullable(),
  /** In the order of `participation.colleges`; null where nobody of the college was listed or nothing was noted. */
  colleges: z.array(Presence.nullable()),
})
export type ReportMeeting = z.infer<typeof ReportMeeting>

export const YearlyReport = z.strictObject({
  from: CivilDate,
  to: CivilDate,
  /** Actions are told as they stood on this day: the last of the period, or today when it is not over. */
  reference: CivilDate,
  held: count,
  cancelled: count,
  moved: count,
  /** Held and cancelled ones, oldest first. */
  meetings: z.array(ReportMeeting),
  hearings: ReportHearings,
  texts: z.strictObject({
    followed: count,
    presented: count,
    published: count,
    deadlines: count,
    natures: z.array(
      z.strictObject({
        nature: WatchNature,
        followed: count,
        presented: count,
        published: count,
        deadlines: count,
      }),
    ),
  }),
  participation: Presence.extend({
    /** Meetings held of which no presence was noted: left out. */
    unrecorded: count,
    /** In protocol order; an empty name stands for members of meetings where nobody sits in a college. */
    colleges: z.array(Presence.extend(Named.shape)),
    organisations: z.array(Presence.extend({ ...Named.shape, college: z.string() })),
  }),
  decisions: z.strictObject({
    total: count,
    consensus: count,
    opposed: count,
    unsaid: count,
    /** Most first. */
    outcomes: z.array(z.strictObject({ outcome: Outcome.nullable(), count })),
  }),
  actions: z.strictObject({
    total: count,
    done: count,
    dropped: count,
    open: count,
    late: count,
    /** Of those that are done: in time, at most 15 days late, later, and without a date to tell it by. */
    delays: z.strictObject({ before: count, within: count, after: count, unknown: count }),
  }),
})
export type YearlyReport = z.infer<typeof YearlyReport>

/** Read from the data; only of meetings that are not in the bin. */
export type ReportRows = {
  /** Of the period, in whatever state, oldest first. */
  meetings: readonly {
    id: string
    date: CivilDate
    number: number | null
    state: MeetingState
    isMoved: number
  }[]
  /**
   * The seats of each meeting, by college and organisation as printed, with their ids where the directory knows them.
   * `present`: how many somebody had; `noted`: of how many something was noted.
   */
  attendance: readonly {
    meetingId: string
    college: string
    collegeId: string | null
    organisation: string
    organisationId: string | null
    members: number
    present: number
    noted: number
  }[]
  /** In protocol order. */
  colleges: readonly { id: string; name: string }[]
  organisations: readonly { id: string }[]
  /** Names of colleges, organisations and persons of the directory, by id. */
  namings: ReadonlyMap<string, Naming>
  /** One row for each meeting, outcome and whether an organisation was against. */
  decisions: readonly { meetingId: string; outcome: Outcome | null; isOpposed: number; count: number }[]
  actions: readonly {
    meetingId: string
    state: ActionState
    /** In force on the day of reference. */
    due: CivilDate | null
    closedOn: CivilDate | null
  }[]
  /** In their order, those that are no longer offered too. */
  axes: readonly AxisRow[]
  hearings: readonly HearingRow[]
  /** Those of which a date falls in the period, and those named below. */
  texts: readonly {
    id: string
    nature: WatchNature
    publishedOn: CivilDate | null
    appliesOn: CivilDate | null
    inForceOn: CivilDate | null
    repealedOn: CivilDate | null
  }[]
  /** Of items of meetings held, with how the item ended. */
  presented: readonly { id: string; outcome: Outcome | null }[]
  /** Dated ones within the period. */
  deadlines: readonly { id: string; date: CivilDate }[]
}

/** Days after its date within which an action done late is told apart. */
export const SHORT_DELAY = 15

/** The day on which actions are told as they stood. */
export const referenceOf = ({ to }: Period, today: CivilDate): CivilDate => (today < to ? today : to)

/** A period in which no meeting was held or cancelled: of its meetings there is nothing to count. */
export const isWithoutMeeting = ({ meetings }: Pick<YearlyReport, 'meetings'>): boolean =>
  meetings.length === 0

export function yearlyReport(period: Period, today: CivilDate, rows: ReportRows): YearlyReport {
  const reference = referenceOf(period, today)
  const held = rows.meetings.filter(({ state }) => state === 'held')
  const ids = new Set(held.map(({ id }) => id))
  const ofHeld = <T extends { meetingId: string }>(list: readonly T[]) =>
    list.filter(({ meetingId }) => ids.has(meetingId))
  const decisions = ofHeld(rows.decisions)
  const actions = ofHeld(rows.actions)
  const decided = byMeetingOf(decisions)
  const engaged = byMeetingOf(actions)
  const { participation, byMeeting, collegeKeys } = participationOf(ofHeld(rows.attendance), rows, ids)
  return {
    ...period,
    reference,
    held: held.length,
    cancelled: rows.meetings.filter(({ state }) => state === 'cancelled').length,
    moved: rows.meetings.filter(({ isMoved }) => isMoved > 0).length,
    meetings: rows.meetings
      .filter(({ state }) => state === 'held' || state === 'cancelled')
      .map(({ id, date, number }) => ({
        id,
        date,
        number,
        decisions: ids.has(id) ? sum((decided.get(id) ?? []).map((row) => row.count)) : null,
        actions: ids.has(id) ? (engaged.get(id)?.length ?? 0) : null,
        colleges: collegeKeys.map((college) => byMeeting.get(id)?.get(college) ?? null),
      })),
    hearings: hearingsOf(ofHeld(rows.hearings), rows),
    texts: textsOf(rows, period),
    participation,
    decisions: decisionsOf(decisions),
    actions: actionsOf(actions, reference),
  }
}

const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0)
function byMeetingOf<T extends { meetingId: string }>(list: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>(list.map(({ meetingId }) => [meetingId, []]))
  for (const row of list) groups.get(row.meetingId)?.push(row)
  return groups
}

/** A text that applies on the day it enters into force has one deadline that day; after its repeal it has none. */
function textsOf(rows: ReportRows, { from, to }: Period): YearlyReport['texts'] {
  const shown = new Set(rows.presented.filter(({ outcome }) => !isPassedOver(outcome)).map(({ id }) => id))
  const datesOf = new Map<string, CivilDate[]>()
  for (const { id, date } of rows.deadlines) datesOf.set(id, [...(datesOf.get(id) ?? []), date])
  const isWithin = (date: CivilDate | null) => date !== null && date >= from && date <= to
  const told = rows.texts.map(({ id, nature, publishedOn, appliesOn, inForceOn, repealedOn }) => ({
    nature,
    presented: shown.has(id) ? 1 : 0,
    published: isWithin(publishedOn) ? 1 : 0,
    deadlines: [appliesOn, inForceOn === appliesOn ? null : inForceOn, ...(datesOf.get(id) ?? [])].filter(
      (date) => isWithin(date) && (repealedOn === null || (date ?? '') < repealedOn),
    ).length,
  }))
  const touched = told.filter((text) => text.presented + text.published + text.deadlines > 0)
  const counted = (list: typeof touched) => ({
    followed: list.length,
    presented: sum(list.map(({ presented }) => presented)),
    published: sum(list.map(({ published }) => published)),
    deadlines: sum(list.map(({ deadlines }) => deadlines)),
  })
  return {
    ...counted(touched),
    natures: WatchNature.options
      .map((nature) => ({ nature, ...counted(touched.filter((text) => text.nature === nature)) }))
      .filter(({ followed }) => followed > 0),
  }
}

/** By the meeting's id, then by the college's key. */
type ByMeeting = Map<string, Map<string, Presence>>

function participationOf(
  rows: ReportRows['attendance'],
  {
    colleges,
    organisations: listedOrder,
    namings,
  }: Pick<ReportRows, 'colleges' | 'organisations' | 'namings'>,
  held: ReadonlySet<string>,
): {
  participation: YearlyReport['participation']
  byMeeting: ByMeeting
  /** Those of the colleges, in their order. */
  collegeKeys: string[]
} {
  const byMeeting: ByMeeting = new Map()
  const all = new Map<string, Presence & Named>()
  const organisations = new Map<string, Presence & Named & { college: string; key: string }>()
  let unrecorded = 0
  const { keyOf, named } = identities(namings)
  const ofMeeting = byMeetingOf(rows)
  for (const id of held) {
    const members = ofMeeting.get(id) ?? []
    if (members.every(({ noted }) => noted === 0)) {
      unrecorded += 1
      continue
    }
    const here = new Map<string, Presence>()
    for (const row of members) {
      const college = keyOf(row.college, row.collegeId)
      here.set(college, added(here.get(college), row))
      const known = all.get(college)
      all.set(college, { ...named(known, row.college, row.collegeId), ...added(known, row) })
      const key = keyOf(row.organisation, row.organisationId)
      const group = `${college}\n${key}`
      const before = organisations.get(group)
      organisations.set(group, {
        ...named(before, row.organisation, row.organisationId),
        ...added(before, row),
        college,
        key,
      })
    }
    byMeeting.set(id, here)
  }
  const ranks = new Map(colleges.map(({ id }, rank) => [id, rank]))
  const rank = (key: string) => ranks.get(key) ?? (key === '' ? Infinity : ranks.size)
  const nameOf = (key: string) => all.get(key)?.name ?? ''
  const inOrder = (a: string, b: string) =>
    rank(a) === rank(b) ? alphabetical(nameOf(a), nameOf(b)) : rank(a) - rank(b)
  const places = new Map(listedOrder.map(({ id }, place) => [id, place]))
  const place = (key: string) => places.get(key) ?? places.size
  const collegeKeys = [...all.keys()].sort(inOrder)
  const listed = collegeKeys.flatMap((key) => all.get(key) ?? [])
  return {
    participation: {
      present: sum(listed.map(({ present }) => present)),
      members: sum(listed.map(({ members }) => members)),
      unrecorded,
      colleges: listed,
      organisations: [...organisations.values()]
        .sort(
          (a, b) =>
            inOrder(a.college, b.college) || place(a.key) - place(b.key) || alphabetical(a.name, b.name),
        )
        .map(({ key: _, ...row }) => ({ ...row, college: nameOf(row.college) })),
    },
    byMeeting,
    collegeKeys,
  }
}

const added = (known: Presence | undefined, { present, members }: Presence): Presence => ({
  present: (known?.present ?? 0) + present,
  members: (known?.members ?? 0) + members,
})

/** By consensus: the item was dealt with, did not end in "absence de consensus", and no organisation was against. */
function decisionsOf(rows: ReportRows['decisions']): YearlyReport['decisions'] {
  const total = sum(rows.map((row) => row.count))
  const without = (row: ReportRows['decisions'][number]) =>
    row.outcome === 'absenceDeConsensus' || row.isOpposed > 0
  const opposed = sum(rows.filter(without).map((row) => row.count))
  const isUnsaid = (row: ReportRows['decisions'][number]) => row.outcome === null || isPassedOver(row.outcome)
  const unsaid = sum(rows.filter((row) => isUnsaid(row) && !without(row)).map((row) => row.count))
  return {
    total,
    consensus: total - opposed - unsaid,
    opposed,
    unsaid,
    outcomes: [...Outcome.options, null]
      .map((outcome) => ({
        outcome,
        count: sum(rows.filter((row) => row.outcome === outcome).map((row) => row.count)),
      }))
      .filter((row) => row.count > 0)
      .sort((a, b) => Number(a.outcome === null) - Number(b.outcome === null) || b.count - a.count),
  }
}

/** As they stood on the day of reference: what was closed after it was still open. */
function actionsOf(rows: ReportRows['actions'], reference: CivilDate): YearlyReport['actions'] {
  const isClosed = (row: ReportRows['actions'][number]) =>
    !isOpenAction(row) && (row.closedOn === null || row.closedOn <= reference)
  const done = rows.filter((row) => row.state === 'done' && isClosed(row))
  const dropped = rows.filter((row) => row.state === 'dropped' && isClosed(row)).length
  const open = rows.filter((row) => !isClosed(row))
  const delays = { before: 0, within: 0, after: 0, unknown: 0 }
  for (const { due, closedOn } of done) {
    if (due === null || closedOn === null) delays.unknown += 1
    else if (closedOn <= due) delays.before += 1
    else if (daysBetween(due, closedOn) <= SHORT_DELAY) delays.within += 1
    else delays.after += 1
  }
  return {
    total: rows.length,
    done: done.length,
    dropped,
    open: open.length,
    late: open.filter(({ due }) => due !== null && due < reference).length,
    delays,
  }
}
