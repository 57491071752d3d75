// Answered without an open database. Nothing here takes anything away: damaged files go aside, whole.
import { z } from 'zod'
import { Reading } from '../domain/data/recovery.ts'
import { CivilDate, Instant } from '../domain/ids.ts'
import { Passphrase } from './encryption.ts'
import { long, recovery } from './method.ts'

/** Facts that a database file tells of itself; null for those it does not. */
export const DatabaseSurvey = z.strictObject({
  /** The last write that its journal knows. */
  upTo: Instant.nullable(),
  /** Who made it, and what it was, in French. */
  lastChange: z.strictObject({ who: z.string(), label: z.string() }).nullable(),
  meetings: z.int().nullable(),
  minutes: z.int().nullable(),
  actions: z.int().nullable(),
  /** Newest first. */
  lastMeetings: z.array(z.strictObject({ date: CivilDate, title: z.string() })),
})
export type DatabaseSurvey = z.infer<typeof DatabaseSurvey>
/** The same as a job reads it: by the name of the method that wrote. */
export type StoredSurvey = Omit<DatabaseSurvey, 'lastChange'> & {
  lastChange: { who: string; method: string } | null
}

/** Why the data are not open. */
export const ClosedReason = z.enum([
  'data-damaged',
  'data-missing',
  'data-moved',
  'data-newer',
  'data-in-use',
  'data-read-only',
  'disk-failing',
  'disk-full',
  'other',
])
export type ClosedReason = z.infer<typeof ClosedReason>

const WhichBackup = z.strictObject({ place: z.enum(['desk', 'copies']), token: z.string().max(200) })
/** An encrypted one is opened with its passphrase; `passphrase-needed` without. */
const WhichOpened = z.strictObject({ ...WhichBackup.shape, passphrase: Passphrase.optional() })

/** A backup that may take the place of the data. */
export const RecoveryBackup = z.strictObject({
  ...WhichBackup.shape,
  /** When it was made. */
  at: Instant,
  sizeBytes: z.int(),
  /** Readable with the passphrase only: not examined until it is given. */
  isEncrypted: z.boolean(),
  /** Whether it was examined whole just now, and found good; null = not yet. */
  sound: z.boolean().nullable(),
  /** Contents; null = not looked at yet. */
  survey: DatabaseSurvey.nullable(),
})
export type RecoveryBackup = z.infer<typeof RecoveryBackup>

export const RecoveryState = z.strictObject({
  /** Null when the data are open: there is nothing to recover. */
  reason: ClosedReason.nullable(),
  /** Facts that the damaged file still tells, and when its bytes were last written. */
  damaged: z.strictObject({ upTo: Instant.nullable(), writtenAt: Instant, sizeBytes: z.int() }).nullable(),
  /** Newest first; the newest ones are examined until a good one is found. */
  backups: z.array(RecoveryBackup),
  /** Whether each place of backups answers; the second is null when none was chosen. */
  desk: z.enum(['there', 'missing']),
  copies: z.enum(['there', 'missing']).nullable(),
  /** A finished reading of the damaged file, which can be used. */
  reading: Reading.nullable(),
  freeBytes: z.int(),
  /** Where the data went from this folder, and when. */
  movedTo: z.strictObject({ machineName: z.string(), at: Instant }).nullable(),
})
export type RecoveryState = z.infer<typeof RecoveryState>

/** Damage known while the data are open. */
/** A row that is not what the application wrote: a disk altered it, or another program. */
export const AlteredText = z.strictObject({
  /** The kind of its row, in French. */
  where: z.string(),
  /** Its title, or the first of its words; empty when it has none. */
  name: z.string(),
  meetingDate: CivilDate.nullable(),
})
export type AlteredText = z.infer<typeof AlteredText>

export const KnownDamage = z.strictObject({
  /** A statement met pages that cannot be read, or a backup was not sound; nothing is written since. */
  data: z
    .strictObject({
      at: Instant,
      code: z.enum(['data-damaged', 'disk-failing', 'data-missing']),
      /** The newest backup that is sound, here or in the second folder. */
      lastGood: Instant.nullable(),
    })
    .nullable(),
  /** Kept files that are gone or altered and still ask for something. */
  files: z.strictObject({ missing: z.int(), altered: z.int() }),
  /** Rows that are not what was written, and that nobody has written or confirmed since; a few of them by name. */
  rows: z.strictObject({
    count: z.int(),
    named: z.array(AlteredText),
    /** The newest copy whose rows are all what was written. */
    lastGood: Instant.nullable(),
  }),
})
export type KnownDamage = z.infer<typeof KnownDamage>

/** How the data that are open stand beside their copies, when something of them may be missing. */
export const OlderData = z.strictObject({
  /** They were left without being closed, and the log of the last moments was gone: what it held is lost. */
  lostLog: z.boolean(),
  /** Newest first; kept from rotation until somebody has said what counts. */
  newer: z.array(
    z.strictObject({
      place: z.enum(['desk', 'copies']),
      token: z.string(),
      at: Instant,
      /** Changes that it held and the open data did not when it was found; null: it is of other data than these. */
      changes: z.int().nullable(),
      /** Null for an encrypted copy: only its passphrase opens it. */
      survey: DatabaseSurvey.nullable(),
    }),
  ),
  /** The open data, to be held against them. */
  now: DatabaseSurvey,
})
export type OlderData = z.infer<typeof OlderData>

/** The data put in place, and the folder where the damaged files lie now. */
const Recovered = z.strictObject({ meetings: z.int(), asideName: z.string() })

export const recoveryMethods = {
  'recovery.damage': long('reads', () => [z.strictObject({}), KnownDamage]),
  /**
   * Null when no verified copy beside the data, or in the second folder, is newer than them or was at an opening, nor of
   * other data that were here before, until somebody has said what counts.
   */
  'recovery.older': long('reads', () => [z.strictObject({}), OlderData.nullable()]),
  /** The altered rows were read by somebody: they stay as they are, and count from now on. */
  'recovery.keepRows': long('acts', () => [z.strictObject({}), z.strictObject({})]),
  /** The open data count, although copies are newer. */
  'recovery.keepData': long('acts', () => [z.strictObject({}), z.strictObject({})]),
  /**
   * Closes the data that a statement found damaged, without another write, examines them whole and opens them again.
   * `reason`: why they stayed closed; null when they are sound.
   */
  'recovery.examine': recovery('acts', () => [
    z.strictObject({}),
    z.strictObject({ reason: ClosedReason.nullable() }),
  ]),
  'recovery.state': recovery('reads', () => [z.strictObject({}), RecoveryState]),
  /** Examines one backup whole and says what is in it. */
  'recovery.look': recovery('acts', () => [WhichOpened, RecoveryBackup]),
  /** Reads the damaged file table by table into a fresh one; null when nothing of it can be found again. */
  'recovery.read': recovery('acts', () => [z.strictObject({}), Reading.nullable()]),
  /** Gives up the reading. */
  'recovery.stop': recovery('acts', () => [z.strictObject({}), z.strictObject({})]),
  'recovery.useReading': recovery('acts', () => [z.strictObject({}), Recovered]),
  'recovery.useBackup': recovery('acts', () => [WhichOpened, Recovered]),
  /** An encrypted copy that was chosen somewhere else. */
  'recovery.useEncryptedFile': recovery('acts', () => [
    z.strictObject({ encryptedToken: z.string().max(64), passphrase: Passphrase }),
    Recovered,
  ]),
  /** The last rung: an empty database; all that was there stays beside it. */
  'recovery.startEmpty': recovery('acts', () => [z.strictObject({}), Recovered]),
}
