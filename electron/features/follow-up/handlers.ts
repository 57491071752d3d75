import { AppError } from '../../contract/errors.ts'
import type { Output, Parsed } from '../../contract/index.ts'
import type { Reader } from '../../db/driver.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { lateDays } from '../../domain/minutes/follow-up.ts'
import { printedNumber } from '../../domain/minutes/minutes.ts'
import type { Handlers, ReadContext, WriteContext } from '../context.ts'
import { lettersOf, prepare } from '../dispatch/index.ts'
import { postpone, reassign, setActionState } from './change-actions.ts'
import { setDecisionState } from './change-decision.ts'
import { decisionsPage } from './decision-query.ts'
import { actionDetail, decisionDetail } from './detail.ts'
import { actionsPage, followUpChoices, followUpCounts } from './register.ts'

export const handlers: Handlers<'followUp'> = {
  'followUp.counts': followUpCounts,
  'followUp.choices': followUpChoices,
  'followUp.actions': actionsPage,
  'followUp.decisions': decisionsPage,
  'followUp.action': (context, { id }) => actionDetail(context, id),
  'followUp.decision': (context, { id }) => decisionDetail(context, id),
  'followUp.setActionState': setActionState,
  'followUp.postpone': postpone,
  'followUp.reassign': reassign,
  'followUp.setDecisionState': setDecisionState,
  'followUp.reminders': reminders,
  'followUp.prepareReminders': prepareReminders,
}

const kind = 'actionsReminder'

/** Messages belong to a meeting: these to the last one that took place. */
async function lastMeeting(tx: Reader, today: string): Promise<Meeting | undefined> {
  return tx
    .selectFrom('meeting')
    .selectAll()
    .where('date', '<=', today)
    .where('state', '<>', 'cancelled')
    .where('deletedAt', 'is', null)
    .orderBy('date', 'desc')
    .orderBy('startTime', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function reminders({ tx, today }: ReadContext): Promise<Output<'followUp.reminders'>> {
  const meeting = await lastMeeting(tx, today)
  if (meeting === undefined) return []
  const letters = await lettersOf({ tx, today, meeting, kind, itemId: null })
  return letters.map(({ recipients: [main], actions }) => ({
    name: main?.name ?? '',
    email: main?.email ?? '',
    actions: actions.map(({ action: { id, rank, text, state }, now, meeting: origin }) => ({
      ...{ id, text },
      number: printedNumber('A', origin, rank),
      lateDays: lateDays({ state, due: now.due }, today),
    })),
  }))
}

async function prepareReminders(
  context: WriteContext,
  { actionIds }: Parsed<'followUp.prepareReminders'>,
): Promise<Output<'followUp.prepareReminders'>> {
  const last = await lastMeeting(context.tx, context.today)
  if (last === undefined) throw new AppError('not-found')
  const views = await prepare(context, { meetingId: last.id, kind, itemId: null }, actionIds ?? undefined)
  return { meetingId: last.id, dispatchIds: views.map(({ dispatch }) => dispatch.id) }
}
