import { getRow } from '../../db/rows.ts'
import type { InternalHandlers } from '../context.ts'
import { addFiles } from './attachments/add.ts'
import { projectionCalls } from './attachments/projection.ts'
import { leavingFile } from './leaving-file.ts'
import { writeDraft } from './write-draft.ts'

export const documentCalls: InternalHandlers<
  'addAttachmentFiles' | 'attachmentFile' | 'writeDraft' | keyof typeof projectionCalls
> = {
  ...projectionCalls,
  addAttachmentFiles: addFiles,
  async attachmentFile(context, { id, to }) {
    return leavingFile(context, await context.read(({ tx }) => getRow(tx, 'attachment', id)), to)
  },
  writeDraft,
}
