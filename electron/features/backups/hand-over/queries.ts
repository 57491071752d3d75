import { basename } from 'node:path'
import type { FolderView, PenView } from '../../../contract/hand-over.ts'
import { isWhole, listAsides, readSeen } from '../../../db/desk/lease.ts'
import { toAppError } from '../../../db/translate-error.ts'
import { type Seen, standingOf } from '../../../domain/data/hand-over.ts'
import type { LongContext, ReadContext } from '../../context.ts'
import { sharedFolder } from './acts.ts'
import { newestCopies } from './copies.ts'
import { nameOfMachine, thisMachine } from './machine.ts'

/** How this desk stands, without looking at the folder. */
export function penView({ pen, desk, shownCopy }: Pick<ReadContext, 'pen' | 'desk' | 'shownCopy'>): PenView {
  const folder = sharedFolder({ desk })
  return {
    state: pen.state,
    since: pen.since,
    machineName: nameOfMachine(desk.machine),
    folderName: folder === null ? null : basename(folder),
    otherName: pen.other?.name ?? null,
    canGiveUp: pen.state === 'taking' && pen.former !== null,
    deposited: pen.deposited,
    shownCopy: shownCopy === null ? null : { at: shownCopy.at },
  }
}

/** The folder's present state; one that cannot be read is said, with how this desk stands by itself. */
export async function folderView(context: LongContext): Promise<FolderView> {
  const folder = sharedFolder(context)
  const { id } = await thisMachine(context)
  const seen = await seenIn(folder)
  const isFailed = 'failure' in seen
  const known: Seen = isFailed ? { lease: 'none', claim: null } : seen
  const lease = typeof known.lease === 'string' ? null : known.lease
  return {
    folderName: folder === null ? null : basename(folder),
    folderFailure: isFailed ? seen.failure : null,
    standing: standingOf(context.pen, known, id),
    lease:
      lease === null
        ? null
        : {
            machineName: lease.machine.name,
            who: lease.who,
            since: lease.since,
            brokenFromName: lease.brokenFrom?.name ?? null,
            isOtherProfile: lease.profileId !== context.pen.profileId,
          },
    copyArrived:
      folder === null || lease?.copy == null ? null : await isWhole(folder, lease.copy).catch(() => false),
    asides: folder === null || isFailed ? [] : await asidesIn(context, folder),
    newest: folder === null || isFailed ? null : await newestIn(context, folder, lease?.profileId ?? null),
  }
}

/** Of these data only: a folder may hold what is left of others. */
async function asidesIn(context: LongContext, folder: string): Promise<FolderView['asides']> {
  const asides = await listAsides(folder).catch(() => [])
  const { id } = await thisMachine(context)
  return asides
    .filter(({ profileId, machine }) => profileId === context.pen.profileId && machine.id !== id)
    .map(({ machine, who, since }) => ({ machineId: machine.id, machineName: machine.name, who, since }))
}

async function seenIn(folder: string | null): Promise<Seen | { failure: FolderView['folderFailure'] }> {
  if (folder === null) return { lease: 'none', claim: null }
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
