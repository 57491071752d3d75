import { sql } from 'kysely'
import type { SubjectRow, SubjectView } from '../../../contract/subjects.ts'
import type { Reader } from '../../../db/driver.ts'
import { getRow } from '../../../db/rows.ts'

/** Newest first. */
export function subjectRows(tx: Reader): Promise<SubjectRow[]> {
  return tx
    .selectFrom('subject')
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'subject.meetingId').on('meeting.deletedAt', 'is', null),
    )
    .select([
      'subject.id',
      'subject.version',
      'subject.title',
      'subject.receivedOn',
      'subject.requester',
      'subject.requesterId',
      'subject.organisation',
      'subject.organisationId',
      'subject.nature',
      'subject.durationMinutes',
      'subject.wishedOn',
      'subject.state',
      'subject.reason',
      'subject.meetingId',
      'subject.itemId',
      'subject.projectId',
      'meeting.number as meetingNumber',
      'meeting.date as meetingDate',
      'meeting.state as meetingState',
    ])
    .select([counting('subject_message').as('messageCount'), counting('subject_file').as('fileCount')])
    .orderBy('subject.receivedOn', 'desc')
    .orderBy('subject.id', 'desc')
    .execute()
}

const counting = (table: 'subject_message' | 'subject_file') =>
  sql<number>`(SELECT count(*) FROM ${sql.table(table)} AS counted WHERE counted.subject_id = subject.id)`

export async function subjectView(tx: Reader, id: string): Promise<SubjectView> {
  return {
    subject: await getRow(tx, 'subject', id),
    messages: await tx
      .selectFrom('subjectMessage')
      .selectAll()
      .where('subjectId', '=', id)
      .orderBy('sentAt')
      .orderBy('id')
      .execute(),
    files: await tx
      .selectFrom('subjectFile')
      .selectAll()
      .where('subjectId', '=', id)
      .orderBy('addedAt')
      .orderBy('id')
      .execute(),
  }
}
