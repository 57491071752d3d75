import { AppError } from '../../contract/errors.ts'
import type { Output, Parsed } from '../../contract/index.ts'
import type { Reader } from '../../db/driver.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { lateDays } from '../../domain/minutes/follow-up.ts'
import { printedNumber } from '../../domain/minutes/minutes.ts'
import type { ReadContext, WriteContext } from '../context.ts'
import { lettersOf, prepare } from '../dispatch/index.ts'

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

export async function reminders({ tx, today }: ReadContext): Promise<Output<'followUp.reminders'>> {
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

export async function prepareReminders(
  context: WriteContext,
  { actionIds }: Parsed<'followUp.prepareReminders'>,
): Promise<Output<'followUp.prepareReminders'>> {
  const last = await lastMeeting(context.tx, context.today)
  if (last === undefined) throw new AppError('not-found')
  const views = await prepare(context, { meetingId: last.id, kind, itemId: null }, actionIds ?? undefined)
  return { meetingId: last.id, dispatchIds: views.map(({ dispatch }) => dispatch.id) }
}
