// Contract of the hand-over: who may write, what lies in the shared folder, and the acts that pass the hand or show a copy.
import { z } from 'zod'
import { Instant } from '../domain/ids.ts'
import { ErrorCode } from './errors.ts'
import { long, read, shell } from './method.ts'

export const PenView = z.strictObject({
  /** As `Pen` of domain/hand-over says. */
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
  /** What was written here meanwhile lies in the folder. */
  deposited: z.boolean(),
  /** The copy that is shown instead of this desk's data. */
  shownCopy: z.strictObject({ at: Instant }).nullable(),
})
export type PenView = z.infer<typeof PenView>

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
  /** Who has the hand or put it down, as the lease says. */
  lease: z
    .strictObject({
      machineName: z.string(),
      who: z.string(),
      since: Instant,
      brokenFromName: z.string().nullable(),
      /** Other data than this desk's: taking them over puts this desk's own aside. */
      isOtherProfile: z.boolean(),
    })
    .nullable(),
  /** Whether the copy that goes with the lease lies there whole. */
  copyArrived: z.boolean().nullable(),
  /** The newest copy there, by its name. */
  newest: z.strictObject({ at: Instant, sizeBytes: z.int() }).nullable(),
})
export type FolderView = z.infer<typeof FolderView>

export const handOver = {
  'handOver.pen': read(z.strictObject({}), PenView),
  /** Reads the shared folder; a folder that is away is an answer, not a failure. */
  'handOver.look': long(z.strictObject({}), FolderView),
  /** Asks for the shared folder with the system's dialog; unchanged when given up. */
  'handOver.chooseFolder': shell(z.strictObject({}), PenView),
  'handOver.nameMachine': long(z.strictObject({ name: z.string().trim().min(1).max(80) }), PenView),
  /** Puts the hand down, or finishes doing so. */
  'handOver.transmit': long(z.strictObject({}), PenView),
  /** Keeps the hand after a transmission that was cut short. */
  'handOver.keep': long(z.strictObject({}), PenView),
  /** Takes the hand that was put down; with `breaks` also one that was not. */
  'handOver.take': long(z.strictObject({ breaks: z.boolean() }), PenView),
  'handOver.giveUp': long(z.strictObject({}), PenView),
  /** Goes on without a folder that is gone for good. */
  'handOver.takeAlone': long(z.strictObject({}), PenView),
  /** Lays what was written here, while another desk took over, in the folder. */
  'handOver.deposit': long(z.strictObject({}), PenView),
  /** Shows the newest copy of the folder instead of this desk's data, read-only; again: the newest by then. */
  'handOver.showCopy': long(z.strictObject({}), PenView),
  'handOver.leaveCopy': long(z.strictObject({}), PenView),
}
