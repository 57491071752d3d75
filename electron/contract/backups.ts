import { z } from 'zod'
import { BackupReason, KeptRule } from '../domain/data/backup.ts'
import { CivilDate, Instant } from '../domain/ids.ts'
import { MeetingState } from '../domain/meetings/meeting.ts'
import { EncryptedFile, EncryptionState, Passphrase } from './encryption.ts'
import { long, shell } from './method.ts'

/** `desk`: beside the data. `copies`: in the second folder. */
export const BackupPlace = z.enum(['desk', 'copies'])
export type BackupPlace = z.infer<typeof BackupPlace>

/**
 * Result of the last examination. `incomplete`: the data are whole, some attachments are not there; `altered`: the same of
 * a copy of data in which rows were no longer what was written; `damaged`: its bytes are not those that were written, or
 * they are no sound database; `unchecked`: this desk has not examined it yet.
 */
export const BackupCondition = z.enum(['sound', 'incomplete', 'altered', 'damaged', 'unchecked'])
export type BackupCondition = z.infer<typeof BackupCondition>

export const BackupFile = z.strictObject({
  /** Names a backup towards the window, within its place; no path crosses the bridge. */
  token: z.string(),
  place: BackupPlace,
  at: Instant,
  sizeBytes: z.int(),
  reason: BackupReason,
  /** Readable with the passphrase only. */
  isEncrypted: z.boolean(),
  condition: BackupCondition,
  checkedAt: Instant.nullable(),
  /** Attachments it speaks of that are not beside it, or not whole. */
  missing: z.int(),
})
export type BackupFile = z.infer<typeof BackupFile>

/** Kinds that are counted and compared: rows that people edit, and those that nobody changes any more. */
export const ComparedKind = z.enum([
  'meeting',
  'agendaItem',
  'section',
  'decision',
  'action',
  'attachment',
  'subject',
  'project',
  'watchItem',
  'person',
  'approval',
  'corrigendum',
])
export type ComparedKind = z.infer<typeof ComparedKind>

/** One kind of rows in a backup beside the present data. */
export const Compared = z.strictObject({
  kind: ComparedKind,
  /** In the backup. */
  inside: z.int(),
  /** Present today, not in the backup. */
  onlyNow: z.int(),
  /** In the backup, no longer there today. */
  onlyInside: z.int(),
  /** In both, written since. */
  changed: z.int(),
})
export type Compared = z.infer<typeof Compared>

/** A look inside a backup, before anything is restored. */
export const BackupLook = z.strictObject({
  file: BackupFile,
  bodyName: z.string(),
  /** The last change it knows of. */
  lastChange: z.strictObject({ at: Instant, who: z.string(), label: z.string() }).nullable(),
  /** Newest first; long lists are cut, `meetingCount` is whole. */
  meetings: z.array(
    z.strictObject({
      id: z.string(),
      number: z.int().nullable(),
      date: CivilDate,
      title: z.string(),
      state: MeetingState,
      /** Whether the present data have it too. */
      isPresent: z.boolean(),
    }),
  ),
  meetingCount: z.int(),
  compared: z.array(Compared),
  /** Changes written since, by the journal; null when the journals do not follow from one another. */
  changesSince: z.int().nullable(),
})
export type BackupLook = z.infer<typeof BackupLook>

export const BackupList = z.strictObject({
  /** Newest first, over all places. */
  files: z.array(BackupFile),
  /** Places that did not answer. */
  unreachable: z.array(BackupPlace),
  /** Last part of the name of the second folder; null when there is none. */
  copiesName: z.string().nullable(),
  rule: KeptRule,
  /** Null: copies of the second folder can be read by anybody who has them. */
  encryption: EncryptionState.nullable(),
  /** The last restoring, and whether the data of before can be brought back in one act. */
  lastRestore: z.strictObject({ at: Instant, of: Instant, canUndo: z.boolean() }).nullable(),
})
export type BackupList = z.infer<typeof BackupList>

const Which = z.strictObject({ place: BackupPlace, token: z.string().max(200) })
export type WhichBackup = z.infer<typeof Which>
/** An encrypted one is opened with its passphrase; `passphrase-needed` without. */
const WhichOpened = z.strictObject({ ...Which.shape, passphrase: Passphrase.optional() })
export type WhichOpened = z.infer<typeof WhichOpened>

const OpenedFile = z.strictObject({ encryptedToken: z.string().max(64), passphrase: Passphrase })

/** `missing`: attachments that are whole neither beside the backup nor in the present data. */
const Restored = z.strictObject({ meetings: z.int(), missing: z.int() })

export const backups = {
  'backups.list': long('reads', () => [z.strictObject({}), BackupList]),
  'backups.make': long('acts', () => [z.strictObject({}), BackupFile]),
  'backups.look': long('reads', () => [WhichOpened, BackupLook]),
  /** Examines one again, now: its bytes, its database, its attachments; of an encrypted one the bytes, the rest with its passphrase. */
  'backups.verify': long('acts', () => [WhichOpened, BackupFile]),
  /** Puts a backup in place of the present data, which are kept as a verified backup first. */
  'backups.restore': long('acts', () => [WhichOpened, Restored]),
  /** Gives up the restoring, looking, verifying or encrypting under way; once the data are being exchanged it goes through. */
  'backups.stop': long('acts', () => [z.strictObject({}), z.strictObject({})]),
  /** Back to the data of before the last restoring. */
  'backups.undoRestore': long('acts', () => [z.strictObject({}), Restored]),
  'backups.setRule': long('saves', () => [KeptRule, KeptRule]),
  /** Existing data from a file (a backup or another desk's): asks which, checks it, puts it in place. Null when given up. */
  'backups.restoreChosen': shell('acts', () => [
    z.strictObject({}),
    z.union([Restored, EncryptedFile]).nullable(),
  ]),
  /** The same for the file that somebody opened with the application, by the name that is shown; `not-found` for another. */
  'backups.restoreOpened': shell('acts', () => [
    z.strictObject({ fileName: z.string().max(255) }),
    z.union([Restored, EncryptedFile]).nullable(),
  ]),
  /** The same for an encrypted copy that was chosen. */
  'backups.restoreChosenEncrypted': long('acts', () => [OpenedFile, Restored]),
}
