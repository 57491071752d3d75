import { z } from 'zod'
import { CivilDate, Id, Instant } from '../domain/ids.ts'
import { EncryptedFile, Passphrase } from './encryption.ts'
import { ErrorCode } from './errors.ts'
import { journaled, long, read, shell } from './method.ts'

export const WriterView = z.strictObject({
  /** As `Writer` of domain/hand-over says. */
  state: z.enum(['mine', 'giving', 'given', 'taking', 'lost']),
  since: Instant,
  /** Name of this desk towards the others. */
  machineName: z.string(),
  /** Last part of the shared folder's name; null when there is none. */
  folderName: z.string().nullable(),
  /** Who took it, when it is lost and that is known. */
  otherName: z.string().nullable(),
  /** A taking that may be given up: nothing of this desk was replaced yet. */
  canGiveUp: z.boolean(),
  /** Changes written here meanwhile lie in the folder. */
  deposited: z.boolean(),
  /** The copy that is shown instead of this desk's data. */
  shownCopy: z.strictObject({ at: Instant }).nullable(),
})
export type WriterView = z.infer<typeof WriterView>

export const FolderView = z.strictObject({
  /** Null when no folder is chosen. */
  folderName: z.string().nullable(),
  /** Why the folder could not be read. */
  folderFailure: ErrorCode.nullable(),
  standing: z.enum([
    'writing',
    'giving',
    'taking',
    'lost',
    'waiting',
    'offered',
    'beingTaken',
    'away',
    'none',
    'unreadable',
  ]),
  /** Who has the hand or put it down, as the shared writer says. */
  sharedWriter: z
    .strictObject({
      machineName: z.string(),
      who: z.string(),
      since: Instant,
      brokenFromName: z.string().nullable(),
      /** Other data than this desk's: taking them over puts this desk's own aside. */
      isOtherProfile: z.boolean(),
    })
    .nullable(),
  /** Whether the copy that goes with the shared writer lies there whole. */
  copyArrived: z.boolean().nullable(),
  /** Desks that wrote while another had the hand, and laid down what they wrote. */
  asides: z.array(
    z.strictObject({ machineId: Id, machineName: z.string(), who: z.string(), since: Instant }),
  ),
  /** The newest copy there, by its name. */
  newest: z.strictObject({ at: Instant, sizeBytes: z.int() }).nullable(),
})
export type FolderView = z.infer<typeof FolderView>

const Side = z.enum(['ours', 'theirs'])

/** One field, or one row (no field), that two desks left differently. */
const Difference = z.strictObject({
  key: z.string(),
  table: z.string(),
  field: z.string(),
  meetingId: z.string().nullable(),
  title: z.string(),
  /** The value of each, in words; null: the row is not there. */
  base: z.string().nullable(),
  ours: z.string().nullable(),
  theirs: z.string().nullable(),
  /** Which stays because approved minutes, or another row, leaves no choice; null: to be chosen. */
  settled: Side.nullable(),
})

/** A row taken from the other desk without a question. */
const Taken = z.strictObject({
  table: z.string(),
  title: z.string(),
  meetingId: z.string().nullable(),
  /** `kept`: removed by one desk, still needed by what the other added. */
  change: z.enum(['added', 'changed', 'removed', 'kept']),
})

const Merged = z.strictObject({
  differences: z.array(Difference),
  taken: z.array(Taken),
  /** Differences that nobody chose yet. */
  unresolved: z.int(),
})
export type Merged = z.infer<typeof Merged>

export type MergeOrder = {
  ours: string
  theirs: string
  /** The copy that both started from; null when it is not known: then every difference is asked. */
  base: string | null
  /** Emptied first. */
  folder: string
  choices: Readonly<Record<string, z.infer<typeof Side>>>
  who: string
  at: string
}

/** Changes of another desk beside this one, row by row. */
export const Comparison = Merged.extend({
  machineName: z.string(),
  /** Dates of the meetings concerned, by id. */
  meetings: z.array(z.strictObject({ id: z.string(), date: CivilDate, title: z.string() })),
})
export type Comparison = z.infer<typeof Comparison>

/** Contents of a copy, as its database says and as found. */
export const SourceCounts = z.strictObject({
  meetings: z.int(),
  minutes: z.int(),
  decisions: z.int(),
  actions: z.int(),
  /** Files that the data speak of, and those of them that lie there with the right bytes. */
  attachments: z.int(),
  attachmentsFound: z.int(),
})
export type SourceCounts = z.infer<typeof SourceCounts>

/** Existing data that may be taken over on this desk. */
export const Source = z.strictObject({
  /** Names it towards the window; no path crosses the bridge. */
  token: z.string(),
  /** Last part of the name of what was chosen. */
  name: z.string(),
  /** By the name of the copy; null for what bears none. */
  at: Instant.nullable(),
  sizeBytes: z.int(),
  counts: SourceCounts,
  /** Whether its bytes are what the hash beside it says; null without one. */
  hashMatches: z.boolean().nullable(),
  /** Who has the hand of these data, as the folder says; null when nobody is known to. */
  heldBy: z.string().nullable(),
})
export type Source = z.infer<typeof Source>

export const handOver = {
  'handOver.writer': read(() => [z.strictObject({}), WriterView]),
  /** Reads the shared folder; a folder that is away is an answer, not a failure. */
  'handOver.look': long('reads', () => [z.strictObject({}), FolderView]),
  /** Asks for the shared folder with the system's dialog; null when given up. */
  'handOver.chooseFolder': shell('saves', () => [z.strictObject({}), WriterView.nullable()]),
  'handOver.nameMachine': long('saves', () => [
    z.strictObject({ name: z.string().trim().min(1).max(80) }),
    WriterView,
  ]),
  /** Puts the hand down, or finishes doing so. */
  'handOver.transmit': long('acts', () => [z.strictObject({}), WriterView]),
  /** Keeps the hand after a transmission that was cut short. */
  'handOver.keep': long('acts', () => [z.strictObject({}), WriterView]),
  /** Takes the hand that was put down; with `breaks` also one that was not. */
  'handOver.take': long('acts', () => [z.strictObject({ breaks: z.boolean() }), WriterView]),
  'handOver.giveUp': long('acts', () => [z.strictObject({}), WriterView]),
  /** Goes on without a folder that is gone for good. */
  'handOver.takeAlone': long('acts', () => [z.strictObject({}), WriterView]),
  /** Lays what was written here, while another desk took over, in the folder. */
  'handOver.deposit': long('acts', () => [z.strictObject({}), WriterView]),
  /** Shows the newest copy of the folder instead of this desk's data, read-only; again: the newest by then. */
  'handOver.showCopy': long('acts', () => [z.strictObject({}), WriterView]),
  'handOver.leaveCopy': long('acts', () => [z.strictObject({}), WriterView]),
  /** Compares what a desk laid down with this desk's data; nothing is changed. */
  'handOver.compare': long('acts', () => [z.strictObject({ machineId: Id }), Comparison]),
  /** Takes what does not collide and what was chosen; both versions stay as backups. `conflict`: something is not chosen. */
  'handOver.merge': journaled(
    'réunion de deux versions des données',
    long('acts', () => [
      z.strictObject({ machineId: Id, choices: z.record(z.string().max(400), Side) }),
      /** `left`: what was chosen of the other desk and could not take the place of what is here; ours stayed. */
      z.strictObject({ taken: z.int(), left: z.array(Difference) }),
    ]),
  ),
  /** Asks for existing data (a folder of copies, a copied data folder, one file) and says what they hold. Null when given up. */
  'handOver.chooseSource': shell('acts', () => [
    z.strictObject({ what: z.enum(['folder', 'file']) }),
    z.union([Source, EncryptedFile]).nullable(),
  ]),
  /** The same for encrypted copies that were chosen. */
  'handOver.openSource': long('acts', () => [
    z.strictObject({ encryptedToken: z.string().max(64), passphrase: Passphrase }),
    Source,
  ]),
  /** Takes them over; returns what is here afterwards, counted again. */
  'handOver.takeSource': long('acts', () => [z.strictObject({ token: z.string().max(64) }), SourceCounts]),
}
