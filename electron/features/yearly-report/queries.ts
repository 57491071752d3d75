import { sql } from 'kysely'
import type { Reader } from '../../db/driver.ts'
import { asNoted } from '../../domain/attendance/attendance.ts'
import { seatsOf } from '../../domain/attendance/seats.ts'
import type { CivilDate } from '../../domain/ids.ts'
import { isRegulatory } from '../../domain/projects/project.ts'
import type { ReportRows } from '../../domain/report/yearly-report.ts'
import { dueOn } from '../../domain/time/due-on-day.ts'
import type { Period } from '../../domain/watch/period.ts'
import type { ReadContext } from '../context.ts'
import { withStates } from '../reads/hearing-states.ts'
import { directoryOver } from './directory-over.ts'

/**
 * Year by year, other calls in between: the statements of a year are short, those of many years together would hold
 * everything up.
 */
export async function reportRows(
  { tx, pause }: Pick<ReadContext, 'tx' | 'pause'>,
  period: Period,
  reference: CivilDate,
): Promise<ReportRows> {
  const [over, axes] = await Promise.all([
    directoryOver(tx, period),
    tx
      .selectFrom('projectReference')
      .select(['id', 'number', 'title'])
      .select((eb) => eb('archivedOn', 'is not', null).$castTo<number>().as('isArchived'))
      .where('kind', '=', 'axis')
      .orderBy('position')
      .orderBy('id')
      .execute(),
  ])
  const { organisation, college, owner, colleges, organisations, namings } = over
  const texts = new Map<string, ReportRows['texts'][number]>()
  const rows = {
    meetings: [] as ReportRows['meetings'][number][],
    attendance: [] as ReportRows['attendance'][number][],
    decisions: [] as ReportRows['decisions'][number][],
    actions: [] as ReportRows['actions'][number][],
    hearings: [] as ReportRows['hearings'][number][],
    presented: [] as ReportRows['presented'][number][],
    deadlines: [] as ReportRows['deadlines'][number][],
  }
  for (const year of yearsOf(period)) {
    const [meetings, seats, decisions, actions, hearings, touched] = await Promise.all([
      meetingsOf(tx, year),
      seatsIn(tx, year),
      decisionsOf(tx, year),
      actionsOf(tx, year, reference),
      hearingsOf(tx, year),
      textsOf(tx, year),
    ])
    rows.meetings.push(...meetings)
    for (const { of, by } of seats)
      rows.attendance.push({
        meetingId: of.meetingId,
        organisation: of.organisation,
        organisationId: organisation(of.organisation, of.date) ?? of.mandatedBy,
        college: of.college,
        collegeId: college(of.college, of.date),
        members: 1,
        present: by === null ? 0 : 1,
        noted: of.status === null && by === null ? 0 : 1,
      })
    rows.decisions.push(...decisions)
    rows.actions.push(...actions)
    for (const row of hearings) rows.hearings.push({ ...row, ownerId: owner(row.owner) })
    rows.presented.push(...touched.presented)
    rows.deadlines.push(...touched.deadlines)
    for (const text of touched.texts) texts.set(text.id, text)
    await pause()
  }
  return { ...rows, colleges, organisations, namings, axes, texts: [...texts.values()] }
}

/** Meetings held in a period, to be joined by what belongs to them. */
const heldIn = (tx: Reader, { from, to }: Period) =>
  tx
    .selectFrom('meeting')
    .where('meeting.state', '=', 'held')
    .where('meeting.deletedAt', 'is', null)
    .where('meeting.date', '>=', from)
    .where('meeting.date', '<=', to)

function meetingsOf(tx: Reader, { from, to }: Period): Promise<ReportRows['meetings']> {
  return tx
    .selectFrom('meeting')
    .select(['id', 'date', 'number', 'state'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('meetingMove')
            .select('meetingMove.id')
            .whereRef('meetingMove.meetingId', '=', 'meeting.id')
            .whereRef('meetingMove.fromDate', '!=', 'meetingMove.toDate'),
        )
        .$castTo<number>()
        .as('isMoved'),
    )
    .where('deletedAt', 'is', null)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('startTime')
    .orderBy('id')
    .execute()
}

/** The seats of every meeting held. */
async function seatsIn(tx: Reader, period: Period) {
  const meetings = new Map<string, Awaited<ReturnType<typeof attendanceOf>>>()
  for (const row of await attendanceOf(tx, period))
    meetings.set(row.meetingId, [...(meetings.get(row.meetingId) ?? []), row])
  return [...meetings.values()].flatMap((attendees) => seatsOf(asNoted(attendees)))
}

/** `mandatedBy`: for whom a linked person sat that day, when it was one organisation. */
function attendanceOf(tx: Reader, period: Period) {
  return heldIn(tx, period)
    .innerJoin('attendee', 'attendee.meetingId', 'meeting.id')
    .select(['attendee.meetingId', 'attendee.college', 'attendee.organisation', 'meeting.date'])
    .select(['attendee.seat', 'attendee.status', 'attendee.source', 'attendee.representedBy'])
    .select(['attendee.givenName', 'attendee.familyName'])
    .select((eb) => [
      eb
        .selectFrom('mandate')
        .whereRef('mandate.personId', '=', 'attendee.personId')
        .where((of) =>
          of.or([of('mandate.startsOn', 'is', null), of('mandate.startsOn', '<=', of.ref('meeting.date'))]),
        )
        .where((of) =>
          of.or([of('mandate.endsOn', 'is', null), of('mandate.endsOn', '>=', of.ref('meeting.date'))]),
        )
        .having((of) => of(of.fn.count('mandate.organisationId').distinct(), '=', 1))
        .select((of) => of.fn.min('mandate.organisationId').as('organisationId'))
        .$castTo<{ organisationId: string | null }>()
        .as('mandatedBy'),
    ])
    .orderBy('attendee.position')
    .execute()
}

function decisionsOf(tx: Reader, period: Period): Promise<ReportRows['decisions']> {
  return heldIn(tx, period)
    .innerJoin('decision', 'decision.meetingId', 'meeting.id')
    .leftJoin('minutesSection', 'minutesSection.itemId', 'decision.itemId')
    .select(['decision.meetingId', 'minutesSection.outcome'])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('itemPosition')
            .select('itemPosition.id')
            .whereRef('itemPosition.itemId', '=', 'decision.itemId')
            .where('itemPosition.stance', '=', 'defavorable'),
        )
        .$castTo<number>()
        .as('isOpposed'),
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy(['decision.meetingId', 'minutesSection.outcome', 'isOpposed'])
    .execute()
}

async function actionsOf(tx: Reader, period: Period, reference: CivilDate): Promise<ReportRows['actions']> {
  const [engaged, steps] = await Promise.all([
    heldIn(tx, period)
      .innerJoin('action', 'action.meetingId', 'meeting.id')
      .leftJoin('actionFollowUp', 'actionFollowUp.id', 'action.id')
      .select(['action.id', 'action.meetingId', 'action.state', 'actionFollowUp.closedOn'])
      .select((eb) => eb.fn.coalesce('actionFollowUp.dueDate', 'action.dueDate').as('due'))
      .execute(),
    heldIn(tx, period)
      .innerJoin('action', 'action.meetingId', 'meeting.id')
      .innerJoin('followUpStep', 'followUpStep.actionId', 'action.id')
      .select(['action.id', 'followUpStep.fromValue', 'followUpStep.at'])
      .where('followUpStep.kind', '=', 'date')
      .orderBy('followUpStep.at')
      .orderBy('followUpStep.id')
      .execute(),
  ])
  const moves = new Map<string, typeof steps>(steps.map(({ id }) => [id, []]))
  for (const step of steps) moves.get(step.id)?.push(step)
  return engaged.map(({ id, due, ...action }) => ({
    ...action,
    due: dueOn(reference, due, moves.get(id) ?? []),
  }))
}

async function hearingsOf(
  tx: Reader,
  period: Period,
): Promise<Omit<ReportRows['hearings'][number], 'ownerId'>[]> {
  const rows = await heldIn(tx, period)
    .innerJoin('agendaItem', 'agendaItem.meetingId', 'meeting.id')
    .innerJoin('itemProject', 'itemProject.itemId', 'agendaItem.id')
    .innerJoin('project', 'project.id', 'itemProject.projectId')
    .leftJoin('minutesSection', 'minutesSection.itemId', 'agendaItem.id')
    .select(['agendaItem.meetingId', 'agendaItem.id as itemId', 'project.id as projectId'])
    .select(['minutesSection.outcome', 'meeting.state as meetingState'])
    .select((eb) => [
      'project.projectOwner as owner',
      'project.axisId',
      'project.cnenOpinion',
      'project.cnilOpinion',
      'project.conseilEtatOpinion',
      // Whether something is written counts, not what.
      eb
        .fn<string>('substr', [eb.fn('trim', ['project.regulatorySide']), eb.lit(1), eb.lit(1)])
        .as('regulatorySide'),
      eb
        .selectFrom('projectWatch')
        .whereRef('projectWatch.projectId', '=', 'project.id')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('linkedTexts'),
    ])
    .orderBy('meeting.date')
    .orderBy('agendaItem.position')
    .orderBy('agendaItem.id')
    .execute()
  const ended = await withStates(tx, rows)
  return ended.map(({ linkedTexts, itemId: _, meetingState: __, state: ___, ...row }) => ({
    ...row,
    isRegulatory: isRegulatory(row, linkedTexts ?? 0) ? 1 : 0,
  }))
}

/** Presented or not, every text of which a date falls in the period, or that was on an item of a meeting held in it. */
async function textsOf(
  tx: Reader,
  period: Period,
): Promise<Pick<ReportRows, 'texts' | 'presented' | 'deadlines'>> {
  const linked = await heldIn(tx, period)
    .innerJoin('agendaItem', 'agendaItem.meetingId', 'meeting.id')
    .innerJoin('itemWatch', 'itemWatch.itemId', 'agendaItem.id')
    .leftJoin('minutesSection', 'minutesSection.itemId', 'agendaItem.id')
    .select(['itemWatch.watchItemId as id', 'agendaItem.id as itemId'])
    .select(['minutesSection.outcome', 'meeting.state as meetingState'])
    .execute()
  const presented = (await withStates(tx, linked)).map(({ id, outcome }) => ({ id, outcome }))
  const deadlines = await tx
    .selectFrom('textDeadline')
    .select(['watchItemId as id', 'date'])
    .where('date', '>=', period.from)
    .where('date', '<=', period.to)
    .execute()
  // A year is found by its indexes; ten at once would be neither found nor passed over quickly.
  const dated = await tx
    .selectFrom('watchItem')
    .select(['id', 'nature', 'publishedOn', 'appliesOn', 'inForceOn', 'repealedOn'])
    .where((eb) =>
      eb.or([
        eb.between(eb.fn.coalesce('publishedOn', sql.lit('9999')), period.from, period.to),
        eb.between('appliesOn', period.from, period.to),
        eb.between('inForceOn', period.from, period.to),
      ]),
    )
    .execute()
  const texts = new Map<string, ReportRows['texts'][number]>(dated.map((row) => [row.id, row]))
  const others = new Set([...presented, ...deadlines].map(({ id }) => id).filter((id) => !texts.has(id)))
  for (const some of slices([...others]))
    for (const row of await tx
      .selectFrom('watchItem')
      .select(['id', 'nature', 'publishedOn', 'appliesOn', 'inForceOn', 'repealedOn'])
      .where('id', 'in', some)
      .execute())
      texts.set(row.id, row)
  return {
    texts: [...texts.values()],
    presented,
    deadlines: deadlines.flatMap(({ id, date }) => (date === null ? [] : [{ id, date }])),
  }
}

/** The parts of a period in each calendar year. */
function yearsOf({ from, to }: Period): Period[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, rank) => {
    const year = String(first + rank)
    return {
      from: rank === 0 ? from : `${year}-01-01`,
      to: first + rank === last ? to : `${year}-12-31`,
    }
  })
}

function slices(ids: readonly string[]): string[][] {
  const list: string[][] = []
  for (let at = 0; at < ids.length; at += 500) list.push(ids.slice(at, at + 500))
  return list
}
