import type { DataMark } from '../domain/data/backup.ts'
import type { BackupCondition, BackupLook, ComparedKind } from './backups.ts'

/** A row that no longer is what was written: a disk altered it, or another program. */
export type AlteredRow = { table: string; id: string }

export type DatabaseVerdict = {
  sound: boolean
  meetings: number
  schemaVersion: number
  /** How far its journal has come; null when it could not be read. */
  mark: string | null
  /** Null for one that is too old to say. */
  data: DataMark | null
  /** Attachments without which something it shows cannot be opened, by their hashes. */
  needed: string[]
  /** Every hash that is written in it anywhere. */
  mentioned: string[]
  /** Some of the rows that are not what was written. */
  altered: AlteredRow[]
}

export type BackupExamination = {
  condition: Exclude<BackupCondition, 'unchecked'>
  missing: number
  /** Attachments that had gone bad and were put back from the data. */
  healed: number
  /** Names of its list whose files are gone or no longer what they were. */
  lacking: string[]
}

/** Rows of a backup by id with their version, to be compared with the present ones. */
export type BackupContents = {
  schemaVersion: number
  /** The newest entry of its journal; 0 when that is empty. */
  lastSeq: number
  /** How many entries of its journal are not taken back. */
  done: number
  lastChange: { at: string; who: string; method: string } | null
  bodyName: string
  /** Newest first. */
  meetings: Omit<BackupLook['meetings'][number], 'isPresent'>[]
  rows: Record<ComparedKind, [id: string, version: number][]>
}

/** Work on backups, in a process that can be killed. */
export type BackupJobs = {
  /** Opens a finished backup read-only and checks it whole. */
  checkBackup: { input: { path: string }; output: DatabaseVerdict }
  /** Reads every page and every row of the live data, beside the connection that writes them. */
  readPages: { input: { path: string }; output: { whole: boolean; altered: AlteredRow[] } }
  /** Makes one plain file of a copy just made of the live database, and checks it whole. */
  finishBackup: { input: { path: string }; output: DatabaseVerdict }
  /** The backup, its list and its attachments as they lie there now, each against its hash. */
  verifyBackup: { input: { path: string; healFrom: string | null }; output: BackupExamination }
  /** Reads a finished backup without touching it. */
  lookInside: { input: { path: string }; output: BackupContents }
}
