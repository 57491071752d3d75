import { AppError } from '../../contract/errors.ts'
import type { Output } from '../../contract/index.ts'
import type { Reader } from '../../db/driver.ts'
import { isOpenAction } from '../../domain/minutes/action.ts'
import { followUpEvents } from '../../domain/minutes/follow-up.ts'
import { civilDate } from '../../domain/time/civil-date.ts'
import type { ReadContext } from '../context.ts'
import { actionsById } from '../reads/actions.ts'
import { decisionById, namedDecisions } from './decision-query.ts'
import { stepsOf } from './steps.ts'

export async function actionDetail(
  { tx, today }: ReadContext,
  id: string,
): Promise<Output<'followUp.action'>> {
  const [row] = await actionsById({ tx, today }, [id])
  if (row === undefined) throw new AppError('not-found')
  const { action, now, origin } = row
  const steps = await stepsOf(tx, { actionId: id })
  const until = now.closedOn ?? today
  const reminders = await remindersOf(tx, { ...now, from: origin.date, until })
  const closedOn = isOpenAction(action) ? null : (now.closedOn ?? origin.date)
  const of = { createdOn: origin.date, due: now.due, closedOn, today }
  const decisions = await tx
    .selectFrom('decision')
    .select('id')
    .where('itemId', '=', action.itemId)
    .orderBy('rank')
    .execute()
  const named = await namedDecisions(
    tx,
    decisions.map((decision) => decision.id),
  )
  const { seriesId } = await tx
    .selectFrom('agendaItem')
    .innerJoin('meeting', 'meeting.id', 'agendaItem.meetingId')
    .select('meeting.seriesId')
    .where('agendaItem.id', '=', action.itemId)
    .executeTakeFirstOrThrow()
  return {
    row,
    seriesId,
    events: followUpEvents(of, steps, reminders),
    moves: steps.filter(({ kind }) => kind === 'date'),
    decisions: decisions.flatMap((decision) => named.get(decision.id) ?? []),
  }
}

/** Days on which a reminder went to whoever does it: each holds everything open that is theirs. */
async function remindersOf(
  tx: Reader,
  { owner, ownerId, from, until }: { owner: string; ownerId: string | null; from: string; until: string },
): Promise<{ on: string; name: string }[]> {
  if (ownerId === null && owner.trim() === '') return []
  const rows = await tx
    .selectFrom('dispatch')
    .innerJoin('dispatchRecipient', 'dispatchRecipient.dispatchId', 'dispatch.id')
    .select(['dispatch.sentAt', 'dispatchRecipient.name'])
    .where('dispatch.kind', '=', 'actionsReminder')
    .where('dispatch.state', '=', 'sent')
    .where('dispatchRecipient.reason', '=', 'owner')
    .where((eb) =>
      ownerId === null
        ? eb('dispatchRecipient.name', '=', owner)
        : eb('dispatchRecipient.personId', '=', ownerId),
    )
    .execute()
  return rows.flatMap(({ sentAt, name }) => {
    const on = sentAt === null ? '' : civilDate(new Date(sentAt))
    return on >= from && on <= until ? [{ on, name }] : []
  })
}

export async function decisionDetail(
  { tx, today }: ReadContext,
  id: string,
): Promise<Output<'followUp.decision'>> {
  const row = await decisionById(tx, id)
  if (row === undefined) throw new AppError('not-found')
  const steps = await stepsOf(tx, { decisionId: id })
  const replaced = await tx
    .selectFrom('decisionFollowUp')
    .select('id')
    .where('replacedById', '=', id)
    .execute()
  const named = await namedDecisions(
    tx,
    replaced.map((decision) => decision.id),
  )
  const actions = await tx
    .selectFrom('action')
    .innerJoin('meeting', 'meeting.id', 'action.meetingId')
    .select(['action.id', 'action.rank', 'action.text', 'action.state', 'meeting.date', 'meeting.number'])
    .where('action.itemId', '=', row.decision.itemId)
    .orderBy('action.rank')
    .execute()
  return {
    row,
    events: followUpEvents({ createdOn: row.origin.date, due: null, closedOn: null, today }, steps, []),
    replaces: [...named.values()],
    actions,
  }
}
