// Bytes go to the store first; the row follows in its transaction.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ListedAttachment } from '../../../contract/attachments.ts'
import { AppError } from '../../../contract/errors.ts'
import type { Output } from '../../../contract/index.ts'
import { keepBytes } from '../../../db/files/store.ts'
import { getRow } from '../../../db/rows.ts'
import type { Row } from '../../../db/tables.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { MAX_ATTACHMENT_BYTES } from '../../../domain/documents/attachment.ts'
import { fateOf, isRefusedFile } from '../../../domain/documents/opening.ts'
import type { LongContext, WriteContext } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { listedAttachments, type Place } from '../../reads/attachments.ts'
import { expectItemOf } from '../../reads/item-ids.ts'
import { liveMeeting } from '../../reads/meetings.ts'
import { keepPromise, type Owner, replace, replaceable, titleAfter } from './versions.ts'

/** Where a file goes, and what it becomes there (contract/attachments.ts). */
export type Placed = Place & {
  replaces?: string | null | undefined
  awaitedId?: string | null | undefined
}

/** Keeps the bytes and ties them to a meeting, to one of its items, or to a project. */
export async function addAttachment(
  context: LongContext,
  { file, ...placed }: Placed & { file: { fileName: string; bytes: Uint8Array } },
): Promise<ListedAttachment[]> {
  if (fateOf(file.fileName, file.bytes) === 'refused') throw new AppError('file-refused')
  if (file.bytes.length === 0) throw new AppError('file-empty')
  if (file.bytes.length > MAX_ATTACHMENT_BYTES)
    throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MAX_ATTACHMENT_BYTES } })
  const kept = {
    fileName: file.fileName,
    sizeBytes: file.bytes.length,
    sha256: await keepBytes(context, file.bytes),
  }
  return context.write('attachments.add', (write) => putInPlace(write, placed, kept))
}

/** Files chosen in the system's dialog; one that is refused does not keep the others out. */
export async function addFiles(
  context: LongContext,
  { paths, ...placed }: Placed & { paths: readonly string[] },
): Promise<NonNullable<Output<'attachments.choose'>>> {
  const refused: NonNullable<Output<'attachments.choose'>>['refused'] = []
  for (const path of paths) {
    const fileName = basename(path)
    try {
      if (isRefusedFile(fileName)) throw new AppError('file-refused')
      if ((await stat(path)).size > MAX_ATTACHMENT_BYTES)
        throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MAX_ATTACHMENT_BYTES } })
      await addAttachment(context, { ...placed, file: { fileName, bytes: await readFile(path) } })
    } catch (thrown) {
      const { code, limit } = toAppError(thrown)
      if (code === 'unexpected') throw thrown
      refused.push({ fileName, code, ...(limit === undefined ? {} : { limit }) })
    }
  }
  return { list: await context.read(({ tx }) => listedAttachments(tx, placed)), refused }
}

async function putInPlace(
  context: WriteContext,
  placed: Placed,
  kept: Pick<Row<'attachment'>, 'fileName' | 'sizeBytes' | 'sha256'>,
): Promise<ListedAttachment[]> {
  const { tx, now } = context
  const { replaces, awaitedId } = placed
  const owner = await knownOwner(context, placed)
  const awaited = awaitedId ? await getRow(tx, 'awaitedDocument', awaitedId) : null
  const same = await tx
    .selectFrom('attachment')
    .selectAll()
    .where('meetingId', 'is', owner.meetingId)
    .where('itemId', 'is', owner.itemId)
    .where('projectId', 'is', owner.projectId)
    .where('sha256', '=', kept.sha256)
    .where('replacedBy', 'is', null)
    .executeTakeFirst()
  if (same !== undefined) {
    // It came before anybody said that it was promised.
    if (awaited === null || awaited.attachmentId === same.id) throw new AppError('file-already-there')
    await keepPromise(tx, awaited.id, same)
    return listedAttachments(tx, placed)
  }
  // A promised document received again is a new version of the one received.
  const oldId = replaces ?? awaited?.attachmentId ?? null
  const old = oldId === null ? null : await replaceable(tx, oldId, owner)
  const row: Row<'attachment'> = {
    ...kept,
    ...owner,
    id: newId(now),
    version: 1,
    mediaType: '',
    addedAt: now.toISOString(),
    title: old === null ? '' : titleAfter(old, kept.fileName),
    tabled: old?.tabled ?? 0,
    circulation: old?.circulation ?? 'members',
    replacedBy: null,
  }
  await tx.insertInto('attachment').values(row).execute()
  if (old !== null) await replace(tx, old, row)
  if (awaited !== null) await keepPromise(tx, awaited.id, row)
  return listedAttachments(tx, placed)
}

/** The owner of the file; refused where it is not there, or is in the bin. */
async function knownOwner({ tx, about }: WriteContext, place: Place): Promise<Owner> {
  if ('projectId' in place) {
    await getRow(tx, 'project', place.projectId)
    return { meetingId: null, itemId: null, projectId: place.projectId }
  }
  const { meetingId, itemId } = place
  await liveMeeting(tx, meetingId)
  await expectItemOf(tx, meetingId, itemId)
  about(meetingId)
  return { meetingId, itemId, projectId: null }
}
