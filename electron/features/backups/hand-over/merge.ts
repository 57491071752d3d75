// Both versions stay as backups, and restoring the one of before undoes the merge.
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import type { Comparison, MergeOrder } from '../../../contract/hand-over.ts'
import type { Output } from '../../../contract/index.ts'
import { copyBackup } from '../../../db/backups/backup.ts'
import { BACKUP_FOLDER } from '../../../db/backups/name.ts'
import { isWhole, listAsides, removeAside } from '../../../db/desk/shared-writer.ts'
import type { Aside, CopyRef } from '../../../domain/data/hand-over.ts'
import type { LongContext } from '../../context.ts'
import { sharedFolder } from './acts.ts'
import { bringFiles } from './copies.ts'

const MERGE_NAME = 'reunion'

/** Differences row by row; nothing is changed. */
export async function compareWith(context: LongContext, machineId: string): Promise<Comparison> {
  const { aside, folder } = await asideOf(context, machineId)
  try {
    const ours = await context.backup('regular')
    const order = await orderOf(context, folder, aside, ours, {})
    const { path: _, ...merged } = await context.runJob('mergeCopies', order)
    return { ...merged, machineName: aside.machine.name, meetings: await meetingsOf(context, merged) }
  } finally {
    await rm(join(context.ownFolder, MERGE_NAME), { recursive: true, force: true })
  }
}

/** Merges; returns how many rows were taken, and what stayed as it was here although the other's was chosen or came along. */
export async function mergeWith(
  context: LongContext,
  machineId: string,
  choices: MergeOrder['choices'],
): Promise<Output<'handOver.merge'>> {
  const { aside, folder } = await asideOf(context, machineId)
  const own = join(context.ownFolder, BACKUP_FOLDER)
  try {
    return await context.hold(async () => {
      // The other version first: whatever happens next, both are here.
      await copyBackup(join(folder, aside.copy.file), own, context.now)
      const ours = await context.backup('manual')
      const order = await orderOf(context, folder, aside, ours, choices)
      const merged = await context.runJob('mergeCopies', order)
      // Something was written since the comparison, or is still to be chosen.
      if (merged.path === null) throw new AppError('conflict')
      if (!(await context.runJob('checkBackup', { path: merged.path })).sound)
        throw new AppError('merge-refused')
      await bringFiles(folder, context.ownFolder, { now: context.now })
      await context.replaceData(merged.path, { act: 'taking' })
      await removeAside(folder, machineId)
      context.changed('writer')
      return { taken: merged.taken.length, left: merged.differences.filter(leftBehind(choices)) }
    })
  } finally {
    await rm(join(context.ownFolder, MERGE_NAME), { recursive: true, force: true })
  }
}

/** A row kept by an approval was said before and was no choice; one kept out by another row is known only once tried. */
function leftBehind(choices: MergeOrder['choices']) {
  return ({ key, settled }: Comparison['differences'][number]) =>
    settled === 'ours' && choices[key] === 'theirs'
}

async function asideOf(context: LongContext, machineId: string): Promise<{ aside: Aside; folder: string }> {
  const folder = sharedFolder(context)
  if (folder === null) throw new AppError('no-shared-folder')
  const aside = (await listAsides(folder)).find(({ machine }) => machine.id === machineId)
  if (aside === undefined || aside.profileId !== context.writer.profileId) throw new AppError('not-found')
  if (!(await isWhole(folder, aside.copy))) throw new AppError('copy-not-arrived')
  return { aside, folder }
}

async function orderOf(
  context: LongContext,
  folder: string,
  { copy, base }: Aside,
  ours: string,
  choices: MergeOrder['choices'],
): Promise<MergeOrder> {
  return {
    ...{ ours, choices, who: context.who, at: context.now.toISOString() },
    theirs: join(folder, copy.file),
    base: base === null ? null : await foundCopy([join(context.ownFolder, BACKUP_FOLDER), folder], base),
    folder: join(context.ownFolder, MERGE_NAME),
  }
}

/** A copy by its bytes, wherever it is still kept. */
async function foundCopy(folders: readonly string[], copy: CopyRef): Promise<string | null> {
  for (const folder of folders)
    if (existsSync(join(folder, copy.file)) && (await isWhole(folder, copy))) return join(folder, copy.file)
  return null
}

function meetingsOf(
  context: LongContext,
  { differences, taken }: Pick<Comparison, 'differences' | 'taken'>,
): Promise<Comparison['meetings']> {
  const wanted = new Set([...differences, ...taken].flatMap(({ meetingId }) => meetingId ?? []))
  return context.read(async ({ tx }) => {
    const rows = await tx.selectFrom('meeting').select(['id', 'date', 'title']).orderBy('date').execute()
    return rows.filter(({ id }) => wanted.has(id))
  })
}
