// Queries of the yearly report: few rows a meeting, counted by SQLite where there are many; the rules are the domain's.
import type { Reader } from '../../db/driver.ts'
import { isRegulatory } from '../../domain/project.ts'
import type { Period } from '../../domain/watch-period.ts'
import { notPresented, type ReportRows } from '../../domain/yearly-report.ts'

export async function reportRows(tx: Reader, period: Period): Promise<ReportRows> {
  return {
    meetings: await meetingsOf(tx, period),
    attendance: await attendanceOf(tx, period),
    colleges: (await tx.selectFrom('college').select('name').orderBy('protocolOrder').execute()).map(
      ({ name }) => name,
    ),
    decisions: await decisionsOf(tx, period),
    actions: await actionsOf(tx, period),
    axes: await tx
      .selectFrom('projectReference')
      .select(['id', 'number', 'title'])
      .select((eb) => eb('archivedOn', 'is not', null).$castTo<number>().as('isArchived'))
      .where('kind', '=', 'axis')
      .orderBy('position')
      .orderBy('id')
      .execute(),
    hearings: await hearingsOf(tx, period),
    texts: await textsOf(tx, period),
  }
}

/** Meetings held in a period, to be joined by what belongs to them. */
const heldIn = (tx: Pick<Reader, 'selectFrom'>, { from, to }: Period) =>
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

function attendanceOf(tx: Reader, period: Period): Promise<ReportRows['attendance']> {
  return heldIn(tx, period)
    .innerJoin('attendee', 'attendee.meetingId', 'meeting.id')
    .select(['attendee.meetingId', 'attendee.college', 'attendee.organisation'])
    .select((eb) => [
      eb.fn.countAll<number>().as('members'),
      eb.fn.count<number>('attendee.status').as('noted'),
      eb.fn
        .count<number>('attendee.id')
        .filterWhere('attendee.status', 'in', ['surPlace', 'visio', 'audio', 'present', 'represente'])
        .as('present'),
    ])
    .groupBy(['attendee.meetingId', 'attendee.college', 'attendee.organisation'])
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

function actionsOf(tx: Reader, period: Period): Promise<ReportRows['actions']> {
  return heldIn(tx, period)
    .innerJoin('action', 'action.meetingId', 'meeting.id')
    .leftJoin('actionFollowUp', 'actionFollowUp.id', 'action.id')
    .select(['action.meetingId', 'action.state', 'actionFollowUp.closedOn'])
    .select((eb) => eb.fn.coalesce('actionFollowUp.dueDate', 'action.dueDate').as('due'))
    .execute()
}

async function hearingsOf(tx: Reader, period: Period): Promise<ReportRows['hearings']> {
  const rows = await heldIn(tx, period)
    .innerJoin('agendaItem', 'agendaItem.meetingId', 'meeting.id')
    .innerJoin('itemProject', 'itemProject.itemId', 'agendaItem.id')
    .innerJoin('project', 'project.id', 'itemProject.projectId')
    .leftJoin('minutesSection', 'minutesSection.itemId', 'agendaItem.id')
    .select(['agendaItem.meetingId', 'project.id as projectId', 'minutesSection.outcome'])
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
  return rows.map(({ linkedTexts, ...row }) => ({
    ...row,
    isRegulatory: isRegulatory(row, linkedTexts ?? 0) ? 1 : 0,
  }))
}

/**
 * By nature, how many texts the period touched. A text that applies on the day it enters into force has one deadline that
 * day; after its repeal it has none.
 */
function textsOf(tx: Reader, period: Period): Promise<ReportRows['texts']> {
  const { from, to } = period
  const touched = tx
    .with('mark', (db) =>
      heldIn(db, period)
        .innerJoin('agendaItem', 'agendaItem.meetingId', 'meeting.id')
        .innerJoin('itemWatch', 'itemWatch.itemId', 'agendaItem.id')
        .leftJoin('minutesSection', 'minutesSection.itemId', 'agendaItem.id')
        .where((eb) =>
          eb.or([
            eb('minutesSection.outcome', 'is', null),
            eb('minutesSection.outcome', 'not in', [...notPresented]),
          ]),
        )
        .select((eb) => ['itemWatch.watchItemId as id', eb.val('presented').as('what')])
        .distinct()
        .unionAll(
          db
            .selectFrom('watchItem')
            .where((eb) => eb.between(eb.fn.coalesce('publishedOn', eb.val('9999')), from, to))
            .select((eb) => ['id', eb.val('published').as('what')]),
        )
        .unionAll(
          db
            .selectFrom('watchItem')
            .where('appliesOn', '>=', from)
            .where('appliesOn', '<=', to)
            .where((eb) => eb.or([eb('repealedOn', 'is', null), eb('repealedOn', '>', eb.ref('appliesOn'))]))
            .select((eb) => ['id', eb.val('deadline').as('what')]),
        )
        .unionAll(
          db
            .selectFrom('watchItem')
            .where('inForceOn', '>=', from)
            .where('inForceOn', '<=', to)
            .where((eb) => eb('inForceOn', 'is distinct from', eb.ref('appliesOn')))
            .where((eb) => eb.or([eb('repealedOn', 'is', null), eb('repealedOn', '>', eb.ref('inForceOn'))]))
            .select((eb) => ['id', eb.val('deadline').as('what')]),
        )
        .unionAll(
          db
            .selectFrom('textDeadline')
            .innerJoin('watchItem', 'watchItem.id', 'textDeadline.watchItemId')
            .where('textDeadline.date', '>=', from)
            .where('textDeadline.date', '<=', to)
            .where((eb) =>
              eb.or([
                eb('watchItem.repealedOn', 'is', null),
                eb('watchItem.repealedOn', '>', eb.ref('textDeadline.date')),
              ]),
            )
            .select((eb) => ['watchItem.id', eb.val('deadline').as('what')]),
        ),
    )
    .selectFrom('mark')
    .innerJoin('watchItem', 'watchItem.id', 'mark.id')
  return touched
    .select('watchItem.nature')
    .select((eb) => [
      eb.fn.count<number>('mark.id').distinct().as('followed'),
      eb.fn.count<number>('mark.id').filterWhere('mark.what', '=', 'presented').as('presented'),
      eb.fn.count<number>('mark.id').filterWhere('mark.what', '=', 'published').as('published'),
      eb.fn.count<number>('mark.id').filterWhere('mark.what', '=', 'deadline').as('deadlines'),
    ])
    .groupBy('watchItem.nature')
    .execute()
}
