import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../../contract/errors.ts'
import { copyBackup } from '../../../db/backups/backup.ts'
import { BACKUP_FOLDER } from '../../../db/backups/name.ts'
import {
  isWhole,
  makeClaim,
  readSeen,
  writeAside,
  writeSharedWriter,
} from '../../../db/desk/shared-writer.ts'
import { letOthersRead } from '../../../documents/for-others.ts'
import { sharedWriterText } from '../../../documents/text/hand-over.ts'
import type { CopyRef } from '../../../domain/data/hand-over.ts'
import type { LongContext } from '../../context.ts'
import { byMark, copyRef, isSoundCopy, newestCopies } from './copies.ts'
import { thisMachine } from './machine.ts'
import type { HandOverActs } from './steps.ts'

/** Where the hand is passed: the folder chosen for it, else that of the copies, unless these are encrypted. */
export function sharedFolder({ desk }: Pick<LongContext, 'desk'>): string | null {
  return desk.handOverFolder ?? (desk.encryption === null ? desk.copyFolder : null)
}

/** The acts of this desk on its shared folder; `no-shared-folder` when none is chosen. */
export async function actsOf(context: LongContext): Promise<HandOverActs> {
  const folder = sharedFolder(context)
  if (folder === null) throw new AppError('no-shared-folder')
  return actsIn(context, folder)
}

/** The acts of this desk on one folder. */
export async function actsIn(context: LongContext, folder: string): Promise<HandOverActs> {
  const me = await thisMachine(context)
  const now = () => context.now.toISOString()
  return {
    me,
    now,
    writer: () => context.writer,
    setWriter: (writer) => context.setWriter(writer),
    async look() {
      // Left unseen by a stop between the writing of a mark and the showing of it.
      await showMarks(folder)
      return readSeen(folder)
    },
    async claim(generation, profileId) {
      const isOurs = await makeClaim(folder, generation, { machineId: me.id, profileId })
      await showMarks(folder)
      return isOurs
    },
    async writeSharedWriter(words) {
      await writeSharedWriter(folder, {
        kind: 'seances-inp/passation',
        readMe: sharedWriterText[words.state],
        ...{ ...words, machine: me, who: context.who, since: now() },
      })
      await showMarks(folder)
    },
    makeCopy: () => copyInto(context, folder),
    hasCopy: (copy) => isWhole(folder, copy),
    async takeData(copy) {
      if (!(await isWhole(folder, copy))) throw new AppError('copy-not-arrived')
      await context.replaceData(join(folder, copy.file), { act: 'taking' })
      // The copy common to both desks stays here too: the folder may be gone when it is needed.
      await copyBackup(join(folder, copy.file), join(context.dataFolder, BACKUP_FOLDER), context.now)
    },
    async newerCopy(profileId) {
      const own = await context.mark()
      for (const { file, mark } of await newestCopies(context, folder, profileId)) {
        // Newest first: what follows is older still.
        if (mark.profileId === own.profileId && byMark(mark, own) <= 0) return null
        if (await isSoundCopy(context, folder, file))
          return { copy: await copyRef(folder, file), profileId: mark.profileId }
      }
      return null
    },
    async setAside(copy) {
      const base = context.writer.copy
      if (base !== null) await bringBase(context, folder, base)
      await writeAside(folder, {
        kind: 'seances-inp/ecart',
        readMe: sharedWriterText.aside,
        ...{ profileId: context.writer.profileId, machine: me, who: context.who, since: now(), copy, base },
      })
      await showMarks(folder)
    },
  }
}

/** Whoever the folder is shared with reads the marks that lie in it. */
async function showMarks(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) if (name.startsWith('passation')) await letOthersRead(join(folder, name))
}

/** Changes written here are compared with the copy they began with, which may have made room in the folder meanwhile. */
async function bringBase(context: LongContext, folder: string, base: CopyRef): Promise<void> {
  const own = join(context.dataFolder, BACKUP_FOLDER)
  if ((await isWhole(folder, base)) || !(await isWhole(own, base))) return
  await copyBackup(join(own, base.file), folder, context.now)
  await letOthersRead(folder)
}

/** A verified copy of this desk's data in the folder, with its attachments. */
async function copyInto(context: LongContext, folder: string): Promise<CopyRef> {
  const made = await context.backup('hand-over')
  await copyBackup(made, folder, context.now)
  await letOthersRead(folder)
  return copyRef(folder, basename(made))
}
