import { convocationModel } from '../../documents/convocation/model.ts'
import type { DocumentModel } from '../../documents/model.ts'
import { civilDate } from '../../domain/civil-date.ts'
import type { MeetingFile } from '../../domain/meeting-file.ts'
import type { ReadContext } from '../context.ts'
import { deadlineOf } from '../dispatch/deadlines.ts'
import { numbered } from '../meetings/numbers.ts'

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
