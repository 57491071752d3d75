import { AppError } from '../../contract/errors.ts'
import type { Output, Parsed } from '../../contract/index.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { prepare } from '../dispatch/index.ts'
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
  'followUp.prepareReminders': prepareReminders,
}

/** Messages belong to a meeting: these to the last one that took place. */
async function prepareReminders(
  context: WriteContext,
  { actionIds }: Parsed<'followUp.prepareReminders'>,
): Promise<Output<'followUp.prepareReminders'>> {
  const last = await context.tx
    .selectFrom('meeting')
    .select('id')
    .where('date', '<=', context.today)
    .where('state', '<>', 'cancelled')
    .where('deletedAt', 'is', null)
    .orderBy('date', 'desc')
    .orderBy('startTime', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined) throw new AppError('not-found')
  const ask = { meetingId: last.id, kind: 'actionsReminder', itemId: null } as const
  const views = await prepare(context, ask, actionIds ?? undefined)
  return { meetingId: last.id, dispatchIds: views.map(({ dispatch }) => dispatch.id) }
}
