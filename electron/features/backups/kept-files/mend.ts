import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import type { Output } from '../../../contract/index.ts'
import { BACKUP_FOLDER } from '../../../db/backups/name.ts'
import { hashFile } from '../../../db/durable.ts'
import { copyOne } from '../../../db/files/store.ts'
import { getRow } from '../../../db/rows.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { MAX_ATTACHMENT_BYTES } from '../../../domain/documents/attachment.ts'
import type { LongContext } from '../../context.ts'
import { addAttachment } from '../../documents/index.ts'
import { placeOf } from '../../reads/attachments.ts'
import { knownKeys } from '../opened-copy.ts'
import { alone, forget, listKeptFiles } from './check.ts'
import { leave } from './leave.ts'
import { usesOfFiles } from './uses.ts'

/** Looks for these files beside every backup, here and in the folders of copies, and puts back what is whole there. */
export async function bringBack(
  context: LongContext,
  files: readonly string[],
  passphrase: string | null,
): Promise<Output<'keptFiles.bringBack'>> {
  const { ownFolder, desk, now, runJob, emit } = context
  const folders = [join(ownFolder, BACKUP_FOLDER), desk.copyFolder, desk.handOverFolder].filter(
    (folder) => folder !== null,
  )
  const { notFound, closed } = await alone(context, (signal) =>
    runJob(
      'bringBackFiles',
      { folders, toFolder: ownFolder, files, now, passphrase, keys: knownKeys(desk) },
      {
        signal,
        onProgress: (done, total) => emit({ topic: 'progress', method: 'keptFiles.bringBack', done, total }),
      },
    ),
  )
  await forget(
    context,
    files.filter((hash) => !notFound.includes(hash)),
  )
  return {
    found: files.length - notFound.length,
    notFound: notFound.length,
    closed,
    list: await listKeptFiles(context),
  }
}

/** A file chosen for one that is missing or altered. @throws AppError `other-bytes` where no document can take them. */
export async function takeChosen(
  context: LongContext,
  { file, path }: { file: string; path: string },
): Promise<NonNullable<Output<'keptFiles.choose'>>> {
  const { ownFolder, dataFolder, now } = context
  if (dataFolder !== ownFolder) throw new AppError('copy-shown')
  const uses = (await usesOfFiles(context, new Set([file]))).get(file)
  if (uses === undefined) throw new AppError('not-found')
  try {
    if ((await stat(path)).size > MAX_ATTACHMENT_BYTES)
      throw new AppError('file-too-large', { limit: { of: 'fileBytes', most: MAX_ATTACHMENT_BYTES } })
    if ((await hashFile(path)) === file) {
      if (!(await copyOne(path, { toFolder: ownFolder, hash: file, now }))) throw new AppError('other-bytes')
      await forget(context, [file])
      return { became: 'same', list: await listKeptFiles(context) }
    }
    const ids = uses.flatMap(({ replaceableId }) => (replaceableId === null ? [] : [replaceableId]))
    if (ids.length === 0) throw new AppError('other-bytes')
    const chosen = { fileName: basename(path), bytes: await readFile(path) }
    for (const id of ids) {
      const place = placeOf(await context.read(({ tx }) => getRow(tx, 'attachment', id)))
      await addAttachment(context, { ...place, replaces: id, file: chosen })
    }
    // The version before is still not there: it stays known, and asks for nothing more.
    await context.write('keptFiles.leave', (write) => leave(write, [file], true))
    return { became: 'newVersion', list: await listKeptFiles(context) }
  } catch (thrown) {
    throw toAppError(thrown)
  }
}
