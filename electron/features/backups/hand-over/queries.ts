import { basename } from 'node:path'
import type { FolderView, WriterView } from '../../../contract/hand-over.ts'
import { isWhole, listAsides, readSeen } from '../../../db/desk/shared-writer.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { type Seen, standingOf } from '../../../domain/data/hand-over.ts'
import type { LongContext, ReadContext } from '../../context.ts'
import { sharedFolder } from './acts.ts'
import { newestCopies } from './copies.ts'
import { nameOfMachine, thisMachine } from './machine.ts'

/** How this desk stands, without looking at the folder. */
export function writerView({
  writer,
  desk,
  shownCopy,
}: Pick<ReadContext, 'writer' | 'desk' | 'shownCopy'>): WriterView {
  const folder = sharedFolder({ desk })
  return {
    state: writer.state,
    since: writer.since,
    machineName: nameOfMachine(desk.machine),
    folderName: folder === null ? null : basename(folder),
    otherName: writer.other?.name ?? null,
    canGiveUp: writer.state === 'taking' && writer.former !== null,
    deposited: writer.deposited,
    shownCopy: shownCopy === null ? null : { at: shownCopy.at },
  }
}

/** The folder's present state; one that cannot be read is said, with how this desk stands by itself. */
export async function folderView(context: LongContext): Promise<FolderView> {
  const folder = sharedFolder(context)
  const { id } = await thisMachine(context)
  const seen = await seenIn(folder)
  const isFailed = 'failure' in seen
  const known: Seen = isFailed ? { sharedWriter: 'none', claim: null } : seen
  const sharedWriter = typeof known.sharedWriter === 'string' ? null : known.sharedWriter
  return {
    folderName: folder === null ? null : basename(folder),
    folderFailure: isFailed ? seen.failure : null,
    standing: standingOf(context.writer, known, id),
    sharedWriter:
      sharedWriter === null
        ? null
        : {
            machineName: sharedWriter.machine.name,
            who: sharedWriter.who,
            since: sharedWriter.since,
            brokenFromName: sharedWriter.brokenFrom?.name ?? null,
            isOtherProfile: sharedWriter.profileId !== context.writer.profileId,
          },
    copyArrived:
      folder === null || sharedWriter?.copy == null
        ? null
        : await isWhole(folder, sharedWriter.copy).catch(() => false),
    asides: folder === null || isFailed ? [] : await asidesIn(context, folder),
    newest:
      folder === null || isFailed ? null : await newestIn(context, folder, sharedWriter?.profileId ?? null),
  }
}

/** Of these data only: a folder may hold what is left of others. */
async function asidesIn(context: LongContext, folder: string): Promise<FolderView['asides']> {
  const asides = await listAsides(folder).catch(() => [])
  const { id } = await thisMachine(context)
  return asides
    .filter(({ profileId, machine }) => profileId === context.writer.profileId && machine.id !== id)
    .map(({ machine, who, since }) => ({ machineId: machine.id, machineName: machine.name, who, since }))
}

async function seenIn(folder: string | null): Promise<Seen | { failure: FolderView['folderFailure'] }> {
  if (folder === null) return { sharedWriter: 'none', claim: null }
  try {
    return await readSeen(folder)
  } catch (thrown) {
    return { failure: toAppError(thrown).code }
  }
}

async function newestIn(
  context: LongContext,
  folder: string,
  profileId: string | null,
): Promise<FolderView['newest']> {
  const [newest] = await newestCopies(context, folder, profileId).catch(() => [])
  if (newest === undefined) return null
  return { at: newest.at, sizeBytes: newest.sizeBytes }
}
