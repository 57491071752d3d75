// The newest copy of the shared folder, brought here and opened read-only in place of this desk's data, which stay as
// they are.
import { copyFile, link, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import { expectFolder, readSeen } from '../../../db/desk/shared-writer.ts'
import { STORE_NAME } from '../../../db/files/store.ts'
import { DATABASE_NAME } from '../../../db/open.ts'
import { toAppError } from '../../../db/translate-error.ts'
import type { LongContext } from '../../context.ts'
import { sharedFolder } from './acts.ts'
import { isSoundCopy, type MarkedCopy, newestCopies } from './copies.ts'

const SHOWN_NAME = 'copie-consultee'

/** Brings the newest whole copy here and shows it. */
export async function showNewest(context: LongContext): Promise<void> {
  const shared = sharedFolder(context)
  if (shared === null) throw new AppError('no-shared-folder')
  await expectFolder(shared)
  const { sharedWriter } = await readSeen(shared)
  const copies = await newestCopies(
    context,
    shared,
    typeof sharedWriter === 'string' ? null : sharedWriter.profileId,
  )
  const whole = await firstSound(context, shared, copies)
  if (whole === null) throw new AppError('copy-not-arrived')
  // One that is shown now is closed before its files are replaced.
  await context.showCopy(null)
  const folder = join(context.ownFolder, SHOWN_NAME)
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    await copyFile(join(shared, whole.file), join(folder, DATABASE_NAME))
    await bringPieces(context, shared, folder)
  } catch (thrown) {
    throw toAppError(thrown)
  }
  await context.showCopy({ at: whole.at, file: whole.file, folder })
}

/** Back to this desk's own data; what was brought is removed. */
export async function leaveCopy(context: LongContext): Promise<void> {
  await context.showCopy(null)
  await rm(join(context.ownFolder, SHOWN_NAME), { recursive: true, force: true }).catch(() => undefined)
}

async function firstSound(
  context: LongContext,
  shared: string,
  copies: readonly MarkedCopy[],
): Promise<MarkedCopy | null> {
  for (const copy of copies) if (await isSoundCopy(context, shared, copy.file)) return copy
  return null
}

/** The attachments: those that this desk has are linked, the others copied; links cost nothing where the disk knows them. */
async function bringPieces(context: LongContext, shared: string, folder: string): Promise<void> {
  const from = join(shared, STORE_NAME)
  const to = join(folder, STORE_NAME)
  await mkdir(to, { recursive: true })
  const names = (await readdir(from).catch(() => [])).filter((name) => /^[0-9a-f]{64}$/.test(name))
  for (const [index, name] of names.entries()) {
    const target = join(to, name)
    await link(join(context.ownFolder, STORE_NAME, name), target).catch(() =>
      copyFile(join(from, name), target),
    )
    context.emit({ topic: 'progress', method: 'handOver.showCopy', done: index + 1, total: names.length })
  }
}
