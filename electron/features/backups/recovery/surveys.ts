import type { RecoveryBackup } from '../../../contract/recovery.ts'
import { parseBackupName } from '../../../db/backups/name.ts'
import type { RecoveryContext } from '../../context.ts'
import { pathOf, surveyOf } from './places.ts'

/** So many are on the screen at first. */
const SHOWN = 4

/** The newest ones with what they hold; whether each is whole is examined when it is looked at or used. */
export function withSurveys(
  context: RecoveryContext,
  backups: readonly RecoveryBackup[],
): Promise<RecoveryBackup[]> {
  return Promise.all(
    backups.map(async (backup, rank) => {
      const isReadable = backup.sound !== false && parseBackupName(backup.token)?.isSealed === false
      if (rank >= SHOWN || backup.survey !== null || !isReadable) return backup
      const survey = await pathOf(context, backup)
        .then((path) => surveyOf(context, path))
        .catch(() => null)
      return { ...backup, survey }
    }),
  )
}
