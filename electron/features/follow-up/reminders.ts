import { AppError } from '../../contract/errors.ts'
import type { Output, Parsed } from '../../contract/index.ts'
import type { WriteContext } from '../context.ts'
import { prepare } from '../dispatch/index.ts'

/** Messages belong to a meeting: these to the last one that took place. */
export async function prepareReminders(
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
