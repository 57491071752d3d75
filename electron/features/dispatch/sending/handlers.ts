import { Sending } from '../../../domain/dispatch/sending.ts'
import type { Handlers } from '../../context.ts'
import { settingsOf } from './account.ts'
import { settle } from './send.ts'

export const handlers: Handlers<'sending'> = {
  'sending.settings': async ({ desk }) => settingsOf(desk),
  'sending.list': ({ tx }, { meetingId }) =>
    tx
      .selectFrom('sending')
      .innerJoin('dispatch', 'dispatch.id', 'sending.dispatchId')
      .select(Sending.keyof().options.map((field) => `sending.${field}` as const))
      .where('dispatch.meetingId', '=', meetingId)
      .orderBy('sending.preparedAt')
      .orderBy('sending.id')
      .execute(),
  'sending.settle': settle,
}
