// The copy of sealed minutes that was signed elsewhere, kept beside the seal.

import type { ApprovalView } from '../../../contract/approval.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Parsed } from '../../../contract/index.ts'
import { keepBytes, keptBytes } from '../../../db/files/store.ts'
import { getRow } from '../../../db/rows.ts'
import { MAX_ATTACHMENT_BYTES } from '../../../domain/documents/attachment.ts'
import { startsAsPdf } from '../../../domain/documents/starts-as-pdf.ts'
import { LINE_LENGTH } from '../../../domain/limits.ts'
import type { InternalHandlers, LongContext } from '../../context.ts'
import { leavingFile } from '../../documents/index.ts'
import { approvalOf, approvalView, signedCopies } from '../../reads/approval.ts'

/**
 * Sent twice, it is added once.
 * @throws AppError `not-approved`, `not-a-pdf`, `file-too-large`, `file-already-there`, and what reading its signatures throws
 */
export async function addSignedCopy(
  context: LongContext,
  { id, meetingId, file: { fileName, bytes } }: Parsed<'approval.addSignedCopy'>,
): Promise<ApprovalView> {
  if (bytes.length > MAX_ATTACHMENT_BYTES)
    throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MAX_ATTACHMENT_BYTES } })
  const approval = await context.read(({ tx }) => approvalOf(tx, meetingId))
  if (approval === null) throw new AppError('not-approved')
  if (!startsAsPdf(bytes)) throw new AppError('not-a-pdf')
  const sealed = await keptBytes(context.dataFolder, approval.sha256)
  const { signatures, areAppendedRead } = await context.runJob('readSignatures', { bytes, sealed })
  const sha256 = await keepBytes(context, bytes)
  return context.write('approval.addSignedCopy', async ({ tx, now, who, about }) => {
    about(meetingId)
    const there = await signedCopies(tx, meetingId)
    if (there.some((copy) => copy.id !== id && copy.sha256 === sha256))
      throw new AppError('file-already-there')
    if (!there.some((copy) => copy.id === id))
      await tx
        .insertInto('signedCopy')
        .values({
          id,
          version: 1,
          meetingId,
          fileName,
          sha256,
          sizeBytes: bytes.length,
          addedAt: now.toISOString(),
          addedBy: who.slice(0, LINE_LENGTH),
          signatures: JSON.stringify(signatures),
          areAppendedRead: areAppendedRead ? 1 : 0,
        })
        .execute()
    return approvalView(tx, meetingId)
  })
}

export const signedCopyCalls: InternalHandlers<'signedCopy'> = {
  async signedCopy(context, { id, to }) {
    return leavingFile(context, await context.read(({ tx }) => getRow(tx, 'signedCopy', id)), to)
  },
}
