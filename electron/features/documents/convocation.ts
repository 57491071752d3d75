import { convocationModel } from '../../documents/convocation/model.ts'
import type { DocumentModel } from '../../documents/model.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import { civilDate } from '../../domain/time/civil-date.ts'
import type { ReadContext } from '../context.ts'
import { deadlineOf } from '../reads/dispatch-deadline.ts'
import { numbered } from '../reads/meeting-numbers.ts'

/** Dated like the message it travels with; of today while there is none. */
export async function convocationOf(
  { tx, today }: Pick<ReadContext, 'tx' | 'today'>,
  file: MeetingFile,
): Promise<DocumentModel> {
  const kind = 'convocation'
  const prepared = await tx
    .selectFrom('dispatch')
    .select('createdAt')
    .where('meetingId', '=', file.meeting.id)
    .where('kind', '=', kind)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const date = prepared === undefined ? today : civilDate(new Date(prepared.createdAt))
  const meeting = await numbered(tx, file.meeting, kind)
  const replyBy = await deadlineOf({ tx, meeting, kind }, { item: null, awaited: [] })
  return convocationModel({ ...file, meeting }, { date, replyBy })
}
