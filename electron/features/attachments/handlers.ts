// Handlers of attachments: bytes go to the store first, the row follows in its transaction.
import { AppError } from '../../contract/errors.ts'
import { keepBytes } from '../../db/attachment-store.ts'
import { deleteRow, getRow } from '../../db/rows.ts'
import { type Attachment, isRefusedFile, MAX_ATTACHMENT_BYTES } from '../../domain/attachment.ts'
import type { LongContext, LongHandlers, ReadHandlers, WriteHandlers } from '../context.ts'
import { liveMeeting } from '../meetings/queries.ts'
import { newId } from '../new-id.ts'
import { attachmentsOf } from './queries.ts'

export const reads: Pick<ReadHandlers, 'attachments.list'> = {
  'attachments.list': ({ tx }, { meetingId }) => attachmentsOf(tx, meetingId),
}

export const writes: Pick<WriteHandlers, 'attachments.remove'> = {
  async 'attachments.remove'({ tx, about }, target) {
    // The bytes stay in the store: undo must find them again.
    const { meetingId } = await deleteRow(tx, 'attachment', target)
    about(meetingId)
    return attachmentsOf(tx, meetingId)
  },
}

export const longs: Pick<LongHandlers, 'attachments.add'> = {
  'attachments.add': (context, input) => addAttachment(context, input),
}

/** Keeps the bytes and ties them to a meeting or to one of its items. */
export async function addAttachment(
  context: LongContext,
  {
    meetingId,
    itemId,
    file,
  }: { meetingId: string; itemId: string | null; file: { fileName: string; bytes: Uint8Array } },
): Promise<Attachment[]> {
  if (isRefusedFile(file.fileName) || startsAsProgram(file.bytes)) throw new AppError('file-refused')
  if (file.bytes.length === 0) throw new AppError('file-empty')
  if (file.bytes.length > MAX_ATTACHMENT_BYTES) throw new AppError('file-too-large')
  const sha256 = await keepBytes(context.dataFolder, file.bytes)
  return context.write('attachments.add', async ({ tx, now, about }) => {
    await liveMeeting(tx, meetingId)
    if (itemId !== null && (await getRow(tx, 'agendaItem', itemId)).meetingId !== meetingId)
      throw new AppError('invalid-input', { field: 'itemId' })
    about(meetingId)
    await tx
      .insertInto('attachment')
      .values({
        id: newId(now),
        version: 1,
        meetingId,
        itemId,
        fileName: file.fileName,
        mediaType: '',
        sizeBytes: file.bytes.length,
        sha256,
        addedAt: now.toISOString(),
      })
      .execute()
    return attachmentsOf(tx, meetingId)
  })
}

/** Programs under an innocent name: Windows (MZ), Linux (ELF), macOS (Mach-O), scripts (#!). */
function startsAsProgram(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return (
    head.startsWith('MZ') ||
    head === '\x7fELF' ||
    head.startsWith('#!') ||
    /^[\xce\xcf]\xfa\xed\xfe|^\xfe\xed\xfa[\xce\xcf]/.test(head)
  )
}
