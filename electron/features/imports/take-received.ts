import { AppError } from '../../contract/errors.ts'
import type { Parsed } from '../../contract/index.ts'
import type { Row } from '../../db/tables.ts'
import { isRefusedFile } from '../../domain/documents/attachment.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'

type Received = NonNullable<Parsed<'imports.apply'>['received']>

export async function takeReceived(
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  meetingId: string,
  received: Received,
): Promise<void> {
  if (isRefusedFile(received.fileName)) throw new AppError('file-refused')
  const same = await tx
    .selectFrom('attachment')
    .select('id')
    .where('meetingId', '=', meetingId)
    .where('sha256', '=', received.sha256)
    .where('replacedBy', 'is', null)
    .executeTakeFirst()
  if (same !== undefined) return
  const row: Row<'attachment'> = {
    ...received,
    id: newId(now),
    version: 1,
    meetingId,
    itemId: null,
    projectId: null,
    mediaType: '',
    addedAt: now.toISOString(),
    title: '',
    tabled: 0,
    // Somebody's working paper: it goes with no dispatch and into no projection folder unless somebody says so.
    circulation: 'secretariat',
    replacedBy: null,
  }
  await tx.insertInto('attachment').values(row).execute()
}
