import { AppError } from '../../contract/errors.ts'
import { settledFor } from '../../db/desk/desk.ts'
import { keptBytes, keptHead, keptPath } from '../../db/files/store.ts'
import { safeName } from '../../documents/file-name.ts'
import { extensionOf, fateOf, HEAD_BYTES } from '../../domain/documents/opening.ts'
import type { LongContext } from '../context.ts'

/**
 * Whether a kept file may leave in any way, by name and by first bytes: its row may have come with a backup, a profile or
 * another desk.
 */
export async function mayLeave(
  dataFolder: string,
  { sha256, fileName }: { sha256: string; fileName: string },
): Promise<boolean> {
  return fateOf(fileName, await keptHead(dataFolder, sha256, HEAD_BYTES)) !== 'refused'
}

/** Those of several that may leave. */
export async function mayLeaveAmong<F extends { sha256: string; fileName: string }>(
  dataFolder: string,
  files: readonly F[],
): Promise<F[]> {
  const may: F[] = []
  for (const file of files) if (await mayLeave(dataFolder, file)) may.push(file)
  return may
}

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
