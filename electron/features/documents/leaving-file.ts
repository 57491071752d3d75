import { AppError } from '../../contract/errors.ts'
import { settledFor } from '../../db/desk/desk.ts'
import { keptBytes, keptPath } from '../../db/files/store.ts'
import { safeName } from '../../documents/file-name.ts'
import { extensionOf, fateOf } from '../../domain/documents/opening.ts'
import type { LongContext } from '../context.ts'

/** Judged again: the row may have come with a backup, a profile or another desk. */
export async function leavingFile(
  { dataFolder, ownFolder }: LongContext,
  { sha256, fileName }: { sha256: string; fileName: string },
  to: 'open' | 'export',
): Promise<{ path: string; fileName: string }> {
  const fate = fateOf(fileName, await keptBytes(dataFolder, sha256))
  if (fate === 'refused') throw new AppError('file-refused')
  if (to === 'open' && fate === 'kept') throw new AppError('file-not-opened')
  if (to === 'open' && settledFor(ownFolder).NotOpened?.includes(extensionOf(fileName)))
    throw new AppError('setting-managed')
  return { path: keptPath(dataFolder, sha256), fileName: safeName(fileName) }
}
