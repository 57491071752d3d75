import type { Output } from '../../electron/contract/index.ts'
import { addDays, civilDate } from '../../electron/domain/time/civil-date.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import type { RealCore } from './minutes-real-core.tsx'

/** A meeting of a month ago with one item, with its minutes. */
export async function heldMinutes({ ok }: RealCore): Promise<{ meetingId: string; itemId: string }> {
  const fields = { date: addDays(civilDate(new Date()), -30), startTime: '14:00', chair: 'Hélène Marchetti' }
  const meetingId = (await ok('meetings.create', { fields, fromTemplate: false })).id
  const itemId = newId()
  const title = 'Passerelle d’échange'
  await ok('agenda.add', { id: itemId, meetingId, parentId: null, afterId: null, fields: { title } })
  await putInSession(ok, meetingId)
  await ok('session.close', { meetingId })
  return { meetingId, itemId }
}

export async function minutesOf(
  { ok }: RealCore,
  meetingId: string,
): Promise<NonNullable<Output<'minutes.get'>>> {
  const stored = await ok('minutes.get', { meetingId })
  if (stored === null) throw new Error('no minutes')
  return stored
}

/** From one state to the next, as it is asked of the core. */
export async function minutesTo(
  core: RealCore,
  meetingId: string,
  ...states: ('internalReview' | 'review' | 'validated')[]
): Promise<void> {
  for (const state of states) {
    const { minutes } = await minutesOf(core, meetingId)
    await core.ok('minutes.setState', { id: minutes.id, version: minutes.version, state })
  }
}
