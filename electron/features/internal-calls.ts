// Internal calls: what the shell asks with paths in hand (chosen in a system dialog); the window never reaches these.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../contract/errors.ts'
import type { InternalCalls } from '../contract/wire.ts'
import { isSound, keptPath } from '../db/attachment-store.ts'
import { getRow } from '../db/rows.ts'
import { toAppError } from '../db/translate-error.ts'
import { writeAtomically } from '../documents/write-atomically.ts'
import { MAX_ATTACHMENT_BYTES } from '../domain/attachment.ts'
import { addAttachment } from './attachments/handlers.ts'
import { attachmentsOf } from './attachments/queries.ts'
import type { LongContext } from './context.ts'
import { proposedFileName, renderDocument } from './documents/handlers.ts'
import { copyState } from './settings/queries.ts'
import { copyNow } from './settings/regular-copies.ts'

type Calls = {
  [N in keyof InternalCalls]: (
    context: LongContext,
    input: InternalCalls[N]['input'],
  ) => Promise<InternalCalls[N]['output']>
}

export const internalCalls: Calls = {
  async setCopyFolder(context, { path }) {
    await context.setDesk({ ...context.desk, copyFolder: path, copyDeclined: false, lastFailure: null })
    return copyState(await copyNow(context, path))
  },
  takeOver: (context, { path }) => context.replaceData(path),
  async addAttachmentFiles(context, { meetingId, itemId, paths }) {
    for (const path of paths) {
      if ((await stat(path)).size > MAX_ATTACHMENT_BYTES) throw new AppError('file-too-large')
      const bytes = await readFile(path).catch((thrown) => {
        throw toAppError(thrown)
      })
      await addAttachment(context, { meetingId, itemId, file: { fileName: basename(path), bytes } })
    }
    return context.read(({ tx }) => attachmentsOf(tx, meetingId))
  },
  async attachmentFile(context, { id }) {
    const { sha256, fileName } = await context.read(({ tx }) => getRow(tx, 'attachment', id))
    if (!(await isSound(context.dataFolder, sha256))) throw new AppError('file-damaged')
    return { path: keptPath(context.dataFolder, sha256), fileName }
  },
  proposedFileName: async (context, input) => ({ fileName: await proposedFileName(context, input) }),
  async writeDocument(context, { path, ...which }) {
    const { bytes, sha256 } = await renderDocument(context, which)
    await writeAtomically(path, bytes)
    return { sha256, path }
  },
}
