// Queries of attachments.
import type { Reader } from '../../db/driver.ts'
import type { Attachment } from '../../domain/attachment.ts'

export function attachmentsOf(tx: Reader, meetingId: string): Promise<Attachment[]> {
  return tx
    .selectFrom('attachment')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}
