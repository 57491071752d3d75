import { z } from 'zod'
import { CivilDate, Id, Instant, Line, Version } from '../domain/ids.ts'
import { PolicyFault, Settled } from '../domain/managed/policies.ts'
import { PlanAct } from '../domain/meetings/back-planning.ts'
import { Body, BodyFields } from '../domain/meetings/body.ts'
import { MeetingRow } from '../domain/meetings/meeting.ts'
import { ErrorCode } from './errors.ts'
import { long, read, shell, write } from './method.ts'

export const CopyState = z.strictObject({
  /** Whether the second folder was chosen, put off, or never asked for. */
  choice: z.enum(['unasked', 'declined', 'chosen']),
  /** Last part of the folder's name, for the screen only. */
  folderName: z.string(),
  lastCopyAt: Instant.nullable(),
  /** Backups and copies that this desk found damaged when it last examined them. */
  damagedBackups: z.int(),
  /** Why the last copy failed, if it did. */
  lastFailure: ErrorCode.nullable(),
})
export type CopyState = z.infer<typeof CopyState>

const ComputedTask = z.strictObject({
  kind: z.enum([
    'trim-agenda',
    'build-agenda',
    'convene',
    'hold',
    'close',
    'start-minutes',
    'finish-minutes',
    'approve-minutes',
    'late-actions',
    'carry-over',
    'missing-replies',
    'missing-documents',
    'answer-observations',
  ]),
  meetingId: Id,
  /** By when; null = now. */
  due: CivilDate.nullable(),
  count: z.int(),
})

/** A line of a meeting's back-planning, which is said instead of what would follow from the data. */
const PlanLine = z.strictObject({
  kind: z.literal('plan'),
  meetingId: Id,
  due: CivilDate,
  plan: z.strictObject({ id: Id, title: Line, act: PlanAct.nullable() }),
  /** Replies or documents that it is about and that are still missing; 0 for every other act. */
  count: z.int(),
})

/** One thing to do, due this week or late; each leads to its act. */
export const HomeTask = z.discriminatedUnion('kind', [PlanLine, ComputedTask])
export type HomeTask = z.infer<typeof HomeTask>

export const Home = z.strictObject({
  isEmpty: z.boolean(),
  today: CivilDate,
  next: MeetingRow.nullable(),
  /** The last day on which the convocation of the next meeting leaves in time; null once it has left. */
  convocationDue: CivilDate.nullable(),
  /** Whether a convocation to the next meeting was sent from here: it can be opened, or noted as convened, without. */
  isConvocationSent: z.boolean(),
  /** Whether it is known to have been convened, from here or otherwise. */
  isConvened: z.boolean(),
  /** Whether a version of the agenda of the next meeting was published. */
  isAgendaPublished: z.boolean(),
  /** Meetings in flight besides the next one, nearest first. */
  open: z.array(MeetingRow),
  tasks: z.array(HomeTask),
  /** Members asked to the next meeting once it is convened, and how many have answered. */
  replies: z.strictObject({ asked: z.int(), answered: z.int() }).nullable(),
  copies: CopyState,
})
export type Home = z.infer<typeof Home>

/** What the administration of this machine has settled. */
export const ManagedSettings = z.strictObject({
  /** Where it says so; null when it says nothing. */
  from: z.enum(['registry', 'preferences', 'file']).nullable(),
  settled: Settled,
  faults: z.array(PolicyFault),
})
export type ManagedSettings = z.infer<typeof ManagedSettings>

/** Added beside the sample, by kind. */
const Added = z.strictObject({
  meetings: z.int(),
  persons: z.int(),
  organisations: z.int(),
  colleges: z.int(),
  projects: z.int(),
  texts: z.int(),
  subjects: z.int(),
  series: z.int(),
  deliveries: z.int(),
  oldFiles: z.int(),
})
export type Added = z.infer<typeof Added>

/** What leaves with the sample, and what the world outside still has of it. */
const Leaving = z.strictObject({ sent: z.int(), produced: z.int() })
export type Leaving = z.infer<typeof Leaving>

const TextSize = z.strictObject({ percent: z.int().min(25).max(500) })

/** More than the longest list that can be chosen at once. */
const MOST_COPIED = 8_000_000

export const settings = {
  'home.get': read(() => [z.strictObject({}), Home]),
  'settings.body': read(() => [z.strictObject({}), Body]),
  'settings.updateBody': write('modification de l’instance', () => [
    z.strictObject({ version: Version, patch: BodyFields.partial() }),
    Body,
  ]),
  'settings.copies': read(() => [z.strictObject({}), CopyState]),
  /** Asks for the second folder with the system's dialog. */
  'settings.chooseCopyFolder': shell('saves', () => [z.strictObject({}), CopyState.nullable()]),
  'settings.declineCopyFolder': long('saves', () => [z.strictObject({}), CopyState]),
  /** A year of invented meetings, to try with. */
  'sample.load': long('acts', () => [z.strictObject({}), z.strictObject({ meetings: z.int() })]),
  'sample.added': read(() => [z.strictObject({}), Added.extend(Leaving.shape)]),
  /**
   * Takes the sample out, with all that was written in it; the settings stay. What was there is kept as a verified backup,
   * and `backups.undoRestore` goes back to it. `sample-built-on` while something stands beside it.
   */
  'sample.remove': long('acts', () => [z.strictObject({}), z.strictObject({ meetings: z.int() })]),
  'settings.managed': shell('reads', () => [z.strictObject({}), ManagedSettings]),
  'app.info': shell('reads', () => [
    z.strictObject({}),
    z.strictObject({
      version: z.string(),
      platform: z.enum(['win32', 'darwin', 'linux']),
      electron: z.string(),
    }),
  ]),
  /** How large all is drawn on this desk, in percent. */
  'app.textSize': shell('reads', () => [z.strictObject({}), TextSize]),
  'app.setTextSize': shell('acts', () => [TextSize, TextSize]),
  /** Prints what the window shows on paper now, with the system's dialog; returns once the dialog has ended. */
  'app.print': shell('acts', () => [
    z.strictObject({}),
    z.strictObject({ outcome: z.enum(['printed', 'cancelled', 'failed']) }),
  ]),
  /** To the clipboard, as words and as a page of them: the window itself may not write there. */
  'app.copy': shell('acts', () => [
    z.strictObject({ text: z.string().max(MOST_COPIED), html: z.string().max(MOST_COPIED).nullable() }),
    z.strictObject({}),
  ]),
  /** Title-bar buttons of the frameless window. */
  'app.window': shell('acts', () => [
    z.strictObject({ act: z.enum(['minimise', 'maximise', 'close']) }),
    z.strictObject({}),
  ]),
}
