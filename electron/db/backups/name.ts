import { BackupReason } from '../../domain/data/backup.ts'

/** Folder of the backups, within the data folder. */
export const BACKUP_FOLDER = 'sauvegardes'

export const BACKUP_EXTENSION = '.seances'

/** Whether a file is called like a backup, whatever else somebody calls it. */
export const isBackupName = (fileName: string): boolean => /\.seances(\.age)?$/i.test(fileName)
/** Added to the name of an encrypted copy. */
export const ENCRYPTED_EXTENSION = '.age'

export type BackupName = { at: string; reason: BackupReason; isEncrypted: boolean }

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z_([a-z-]+)\.seances(\.age)?$/

/** "2026-11-24T08-05-12-003Z_regular.seances" */
export function backupName(now: Date, reason: BackupReason): string {
  return `${now.toISOString().replaceAll(/[:.]/g, '-')}_${reason}${BACKUP_EXTENSION}`
}

/** Null when the file is no backup of ours. */
export function parseBackupName(file: string): BackupName | null {
  const [, day, hour, minute, second, milli, word, encrypted] = pattern.exec(file) ?? []
  const reason = BackupReason.safeParse(word)
  const at = `${day}T${hour}:${minute}:${second}.${milli}Z`
  if (!reason.success || Number.isNaN(Date.parse(at))) return null
  return { at, reason: reason.data, isEncrypted: encrypted !== undefined }
}

/** An encrypted copy is named after what it is a copy of. */
export function plainName(file: string): string {
  return file.endsWith(ENCRYPTED_EXTENSION) ? file.slice(0, -ENCRYPTED_EXTENSION.length) : file
}
