import type { WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { templateLines } from './queries.ts'

/** The whole template, on a meeting that has no task yet; on another, nothing. */
export async function layPlan({ tx, now }: WriteContext, meetingId: string): Promise<void> {
  const some = await tx
    .selectFrom('meetingTask')
    .select('id')
    .where('meetingId', '=', meetingId)
    .limit(1)
    .executeTakeFirst()
  if (some) return
  const tasks = (await templateLines(tx)).map(({ title, offsetDays, counting, act }) => ({
    id: newId(now),
    version: 1,
    meetingId,
    title,
    offsetDays,
    counting,
    act,
    doneOn: null,
  }))
  if (tasks.length > 0) await tx.insertInto('meetingTask').values(tasks).execute()
}
