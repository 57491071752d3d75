import type { Handlers } from '../context.ts'
import { postpone, reassign, setActionState } from './change-actions.ts'
import { setDecisionState } from './change-decision.ts'
import { decisionsPage } from './decision-query.ts'
import { actionDetail, decisionDetail } from './detail.ts'
import { actionsPage, followUpChoices, followUpCounts } from './register.ts'
import { prepareReminders, reminders } from './reminders.ts'

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
