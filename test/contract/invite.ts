import { newId } from '../../renderer/api/new-id.ts'
import type { OpenedCore } from './open-core.ts'

/** Somebody is asked to the meeting: nobody is no one to convene. */
export async function invite({ ok }: Pick<OpenedCore, 'ok'>, meetingId: string): Promise<void> {
  await ok('attendance.add', { id: newId(), meetingId, fields: { familyName: 'Ferréol' } })
}
