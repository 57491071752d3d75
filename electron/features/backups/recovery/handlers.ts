import type { BackupCondition } from '../../../contract/backups.ts'
import { AppError } from '../../../contract/errors.ts'
import { ClosedReason, type KnownDamage } from '../../../contract/recovery.ts'
import { listBackups } from '../../../db/backups/list.ts'
import { readKeptRecord } from '../../../db/files/kept-record.ts'
import { toAppError } from '../../../db/translate-error.ts'
import type { Handlers, LongContext, RecoveryContext } from '../../context.ts'
import { chosenEncrypted } from '../chosen-file.ts'
import { leftFiles } from '../kept-files/check.ts'
import { stopAll } from '../stoppable.ts'
import { alteredTexts } from './altered.ts'
import { keepData, olderData } from './older.ts'
import { allBackups, examine, pathOf } from './places.ts'
import { putCopyInPlace, putInPlace, readingFile, startEmpty } from './put-in-place.ts'
import { readDamaged, stopReading } from './reading.ts'
import { finishedReading, recoveryState } from './state.ts'

export const handlers: Handlers<'recovery'> = {
  'recovery.state': recoveryState,
  async 'recovery.examine'({ reopen }) {
    try {
      await reopen({ mustBeWhole: true })
      return { reason: null }
    } catch (thrown) {
      const known = ClosedReason.safeParse(toAppError(thrown).code)
      return { reason: known.success ? known.data : 'other' }
    }
  },
  async 'recovery.look'(context, which) {
    const found = (await allBackups(context)).find(
      ({ place, token }) => place === which.place && token === which.token,
    )
    if (found === undefined) throw new AppError('not-found')
    return examine(context, found, which.passphrase)
  },
  async 'recovery.read'(context) {
    mustBeClosed(context)
    return readDamaged(context)
  },
  async 'recovery.stop'(context) {
    stopReading()
    stopAll({ ownFolder: context.dataFolder })
    return {}
  },
  async 'recovery.useReading'(context) {
    mustBeClosed(context)
    if (finishedReading(context.dataFolder) === null) throw new AppError('not-found')
    return (await putInPlace(context, readingFile(context.dataFolder))).recovered
  },
  async 'recovery.useBackup'(context, which) {
    mustBeClosed(context)
    return (await putCopyInPlace(context, await pathOf(context, which), which.passphrase)).recovered
  },
  async 'recovery.useEncryptedFile'(context, { encryptedToken, passphrase }) {
    mustBeClosed(context)
    return (await putCopyInPlace(context, chosenEncrypted(encryptedToken).path, passphrase)).recovered
  },
  async 'recovery.startEmpty'(context) {
    mustBeClosed(context)
    return startEmpty(context)
  },
  'recovery.damage': knownDamage,
  'recovery.older': olderData,
  'recovery.keepData': keepData,
  async 'recovery.keepRows'({ keepRows }) {
    await keepRows()
    return {}
  },
}

/** An act that replaces damaged data would replace good ones too. */
function mustBeClosed({ reason }: RecoveryContext): void {
  const mends = ['data-damaged', 'data-missing', 'data-newer', 'data-moved', 'disk-failing']
  if (reason === null || !mends.includes(reason)) throw new AppError('state-refuses')
}

async function knownDamage(context: LongContext): Promise<KnownDamage> {
  const { damage, ownFolder } = context
  const rows = damage === null ? await alteredTexts(context) : { count: 0, named: [] }
  const { faults } = readKeptRecord(ownFolder)
  const hashes = Object.keys(faults)
  // A table that cannot be read must not keep the damage from being said.
  const left = hashes.length === 0 ? new Map() : await leftFiles(context).catch(() => new Map())
  const open = hashes.filter((hash) => !left.has(hash))
  return {
    data:
      damage === null
        ? null
        : { ...damage, lastGood: await lastGood(context, ['sound', 'incomplete', 'altered']) },
    files: {
      missing: open.filter((hash) => faults[hash] === 'missing').length,
      altered: open.filter((hash) => faults[hash] === 'altered').length,
    },
    rows: { ...rows, lastGood: rows.count === 0 ? null : await lastGood(context, ['sound', 'incomplete']) },
  }
}

/** When the newest backup in one of these conditions was made. */
async function lastGood(
  { ownFolder, desk }: LongContext,
  conditions: readonly BackupCondition[],
): Promise<string | null> {
  const { files } = await listBackups(ownFolder, desk.copyFolder)
  return files.find(({ condition }) => conditions.includes(condition))?.at ?? null
}
