// Bytes go to the store first, the row follows in its transaction; programs are refused.
import { AppError } from '../../../contract/errors.ts'
import type { SubjectView } from '../../../contract/subjects.ts'
import type { Transaction } from '../../../db/driver.ts'
import { keepBytes } from '../../../db/files/store.ts'
import { getRow } from '../../../db/rows.ts'
import type { SubjectFile } from '../../../domain/agenda/subject.ts'
import { MAX_ATTACHMENT_BYTES } from '../../../domain/documents/attachment.ts'
import { fateOf } from '../../../domain/documents/opening.ts'
import type { InternalHandlers, LongContext } from '../../context.ts'
import { leavingFile } from '../../documents/index.ts'
import { newId } from '../../new-id.ts'
import { subjectView } from './queries.ts'

/** Bytes that are in the store already, under a name. */
export type KeptFile = Pick<SubjectFile, 'fileName' | 'sizeBytes' | 'sha256'>

/** Whether a file is one of those that are refused whatever they are called. */
export function isProgram({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): boolean {
  return fateOf(fileName, bytes) === 'refused'
}

export async function keepFile(
  context: Pick<LongContext, 'dataFolder' | 'now'>,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<KeptFile> {
  return { fileName, sizeBytes: bytes.length, sha256: await keepBytes(context, bytes) }
}

/** Ties kept files to a subject; one that is there already under the same bytes is not added twice. */
export async function insertFiles(
  tx: Transaction,
  subjectId: string,
  files: readonly KeptFile[],
  now: Date,
): Promise<void> {
  const there = await tx
    .selectFrom('subjectFile')
    .select(['sha256', 'addedAt'])
    .where('subjectId', '=', subjectId)
    .execute()
  const known = new Set(there.map(({ sha256 }) => sha256))
  // One after the other, so that they stay in the order they came in.
  let at = Math.max(now.getTime(), ...there.map(({ addedAt }) => Date.parse(addedAt) + 1))
  for (const { fileName, sizeBytes, sha256 } of files) {
    if (known.has(sha256)) continue
    known.add(sha256)
    const row = {
      id: newId(now),
      version: 1,
      subjectId,
      fileName,
      sizeBytes,
      sha256,
      addedAt: new Date(at).toISOString(),
    }
    await tx.insertInto('subjectFile').values(row).execute()
    at += 1
  }
}

/** @throws AppError `file-refused`, `file-empty`, `file-too-large`, `file-already-there` */
export async function addFile(
  context: LongContext,
  { subjectId, file }: { subjectId: string; file: { fileName: string; bytes: Uint8Array } },
): Promise<SubjectView> {
  if (isProgram(file)) throw new AppError('file-refused')
  if (file.bytes.length === 0) throw new AppError('file-empty')
  if (file.bytes.length > MAX_ATTACHMENT_BYTES)
    throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MAX_ATTACHMENT_BYTES } })
  const kept = await keepFile(context, file)
  return context.write('subjects.addFile', async ({ tx, now }) => {
    await getRow(tx, 'subject', subjectId)
    const before = (await subjectView(tx, subjectId)).files.length
    await insertFiles(tx, subjectId, [kept], now)
    const view = await subjectView(tx, subjectId)
    if (view.files.length === before) throw new AppError('file-already-there')
    return view
  })
}

export const subjectCalls: InternalHandlers<'subjectFile'> = {
  async subjectFile(context, { id, to }) {
    return leavingFile(context, await context.read(({ tx }) => getRow(tx, 'subjectFile', id)), to)
  },
}
