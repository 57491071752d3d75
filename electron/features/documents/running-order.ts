import type { DocumentModel } from '../../documents/model.ts'
import { runningOrderModel } from '../../documents/running-order/model.ts'
import type { MeetingFile } from '../../domain/meetings/meeting-file.ts'
import type { ReadContext } from '../context.ts'
import { awaitedDocuments } from '../reads/attachments.ts'
import { askedTo } from '../reads/replies.ts'

export async function runningOrderOf(
  { tx }: Pick<ReadContext, 'tx'>,
  file: MeetingFile,
): Promise<DocumentModel> {
  const meetingId = file.meeting.id
  const asks = await tx
    .selectFrom('itemProject')
    .innerJoin('agendaItem', 'agendaItem.id', 'itemProject.itemId')
    .innerJoin('project', 'project.id', 'itemProject.projectId')
    .select(['itemProject.itemId', 'project.title', 'project.askedOfBody'])
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('itemProject.id')
    .execute()
  return runningOrderModel(file, {
    asked: await askedTo(tx, meetingId),
    awaited: await awaitedDocuments(tx, meetingId),
    asks,
    positions: await positionsOf(tx, meetingId),
  })
}

/** Positions of organisations, said or expected, on the items. */
export function positionsOf(tx: ReadContext['tx'], meetingId: string) {
  return tx.selectFrom('itemPosition').selectAll().where('meetingId', '=', meetingId).orderBy('id').execute()
}
