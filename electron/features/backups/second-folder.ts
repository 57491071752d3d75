import { basename, join } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import { copyBackup } from '../../db/backups/backup.ts'
import { copiesInQuestion, laterCopies } from '../../db/backups/in-question.ts'
import { BACKUP_FOLDER } from '../../db/backups/name.ts'
import { noteVerdicts, readVerdicts, verdictKey } from '../../db/backups/verdicts.ts'
import { type Desk, readDesk } from '../../db/desk/desk.ts'
import { readSeen } from '../../db/desk/shared-writer.ts'
import {
  copyEncrypted,
  type EncryptionOptions,
  encryptAgain,
  encryptPlainCopies,
  hasPlainCopies,
  keepKey,
} from '../../db/encryption/backup-encrypted.ts'
import { inTurns } from '../../db/in-turn.ts'
import { toAppError } from '../../db/translate-error.ts'
import type { LongContext } from '../context.ts'
import { heedFolder } from './hand-over/heed.ts'

/** One work on the folder at a time: what one encrypts the other would take away. */
const inTurn = inTurns()

/** Copies a finished backup to the second folder, if there is one, and remembers how it went. */
export function secondCopy(context: LongContext, backup: string): Promise<Desk> {
  return inTurn(context.ownFolder, async () => {
    // Encrypting may have been turned on while this waited.
    const desk = { ...context.desk, encryption: readDesk(context.ownFolder).encryption }
    // Copies of another desk that writes are not covered over by those of one that only reads.
    if (desk.copyFolder === null || (await heedFolder(context)) !== 'mine') return desk
    try {
      await expectOwnFolder(desk.copyFolder, context.writer.profileId)
      await copiesInQuestion(context.ownFolder, 'copies', desk.copyFolder, await context.mark())
      await copyTo(desk.copyFolder, backup, { ...context, desk })
      return await context.setDesk({ lastCopyAt: context.now.toISOString(), lastFailure: null })
    } catch (thrown) {
      return context.setDesk({ lastFailure: toAppError(thrown).code })
    }
  })
}

/** Encrypts what lies in clear in the second folder; one that is away is said, and done with the next copy. */
export function encryptFolder(context: LongContext, signal: AbortSignal): Promise<void> {
  return inTurn(context.ownFolder, async () => {
    const desk = readDesk(context.ownFolder)
    const { copyFolder, encryption } = desk
    if (copyFolder === null || encryption === null) return
    try {
      await keepKey(copyFolder, encryption)
      await encryptAll(context, copyFolder, {
        ...encryptionOptions(context, desk, encryption),
        signal,
        step: (done, total) => context.emit({ topic: 'progress', method: 'encryption.turnOn', done, total }),
      })
      await context.setDesk({ lastFailure: null })
    } catch (thrown) {
      const { code } = toAppError(thrown)
      // Encryption is on by now; where not even this can be noted, the next copy says what is wrong.
      if (code !== 'cancelled') await context.setDesk({ lastFailure: code }).catch(() => undefined)
    }
    context.changed('files')
  })
}

/**
 * The folder where the hand is passed stays readable by the other desk.
 * @throws AppError `encryption-shared-folder` when it is that of the copies.
 */
export async function expectEncryptable({ copyFolder, handOverFolder }: Desk): Promise<void> {
  if (copyFolder === null) return
  if (handOverFolder === copyFolder) throw new AppError('encryption-shared-folder')
  // One that is away is looked at before each copy.
  const seen = await readSeen(copyFolder).catch(() => null)
  if (seen !== null && seen.sharedWriter !== 'none') throw new AppError('encryption-shared-folder')
}

/** Writes one copy again that went bad. */
export async function copyTo(
  folder: string,
  backup: string,
  context: Pick<LongContext, 'desk' | 'now' | 'ownFolder' | 'runJob'>,
): Promise<void> {
  const { desk, now, ownFolder } = context
  const { encryption } = desk
  if (encryption === null) {
    await copyBackup(
      backup,
      folder,
      now,
      desk.keptRule,
      damagedCopies(ownFolder),
      await laterThan(ownFolder, folder, backup),
    )
    return
  }
  await expectEncryptable({ ...desk, copyFolder: folder })
  const options = {
    ...encryptionOptions(context, desk, encryption),
    isKept: await laterThan(ownFolder, folder, backup),
  }
  await copyEncrypted(backup, folder, options)
  if (await hasPlainCopies(folder)) await encryptAll(context, folder, options)
}

/** A file that cannot be encrypted because it is damaged is known as damaged from then on, and said. */
async function encryptAll(
  { ownFolder, now }: Pick<LongContext, 'ownFolder' | 'now'>,
  folder: string,
  options: EncryptionOptions,
): Promise<void> {
  const found = {
    condition: 'damaged',
    checkedAt: now.toISOString(),
    missing: 0,
    mark: null,
    data: null,
  } as const
  const left = await encryptPlainCopies(folder, options)
  if (left.length > 0)
    await noteVerdicts(ownFolder, Object.fromEntries(left.map((name) => [verdictKey('copies', name), found])))
}

/**
 * Encrypts attachments again that went bad beside the copies, from what this desk has whole.
 * @returns how many; none when copies are not encrypted now, or were with another key.
 */
export function mendEncrypted(context: LongContext, names: readonly string[]): Promise<number> {
  return inTurn(context.ownFolder, async () => {
    const { ownFolder } = context
    const desk = readDesk(ownFolder)
    const { copyFolder, encryption } = desk
    if (copyFolder === null || encryption === null || names.length === 0) return 0
    const from = [ownFolder, join(ownFolder, BACKUP_FOLDER)]
    return encryptAgain(names, copyFolder, from, encryptionOptions(context, desk, encryption))
  })
}

function encryptionOptions(
  { now, runJob, ownFolder }: Pick<LongContext, 'now' | 'ownFolder' | 'runJob'>,
  { keptRule }: Desk,
  key: NonNullable<Desk['encryption']>,
): EncryptionOptions {
  const own = join(ownFolder, BACKUP_FOLDER)
  return { key, now, runJob, rule: keptRule, isDamaged: damagedCopies(ownFolder), own }
}

/** Whether a copy was found damaged when this desk last examined it: it takes no other's place. */
function damagedCopies(ownFolder: string): (file: string) => boolean {
  const verdicts = readVerdicts(ownFolder)
  return (file) => verdicts[verdictKey('copies', file)]?.condition === 'damaged'
}

/** Copies that hold later changes than a backup beside the data: somebody has to say first which of them count. */
async function laterThan(
  ownFolder: string,
  folder: string,
  backup: string,
): Promise<(file: string) => boolean> {
  const data = readVerdicts(ownFolder)[verdictKey('desk', basename(backup))]?.data ?? null
  const later = data === null ? null : await laterCopies(ownFolder, 'copies', folder, data)
  return (file) => later?.has(file) === true
}

/** Copies of other data must not be mixed with those that desks hand over in a folder. */
async function expectOwnFolder(folder: string, profileId: string): Promise<void> {
  const { sharedWriter } = await readSeen(folder)
  if (typeof sharedWriter !== 'string' && sharedWriter.profileId !== profileId)
    throw new AppError('writer-other-profile')
}
