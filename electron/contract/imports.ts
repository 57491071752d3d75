import { z } from 'zod'
import { AgendaItem } from '../domain/agenda/agenda.ts'
import { Draft, ReadFile } from '../domain/agenda/draft.ts'
import { LearntLayout } from '../domain/agenda/reading-habits.ts'
import { ReimportField } from '../domain/agenda/reimport.ts'
import { SaidOfFile } from '../domain/agenda/said-lines.ts'
import { Arrival } from '../domain/documents/file-signs.ts'
import { Bytes, ClockTime, Id, Line, Version } from '../domain/ids.ts'
import { Meeting, MeetingDay, MeetingFields } from '../domain/meetings/meeting.ts'
import { DraftMatches } from '../domain/minutes/proposal.ts'
import { MOST_TAKEN, TakenMinutes } from '../domain/old-files/taken-minutes.ts'
import { AgendaView } from './agenda.ts'
import { ErrorCode } from './errors.ts'
import { long, read, shell, write } from './method.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Rank of an item among all items of a draft, from the top, children after their parent. */
const At = z.int().min(0).max(2000)
const target = z.strictObject({ id: Id, version: Version })

/** An entry of the directory that a written name stands for. */
const Found = z.strictObject({ id: Id, name: z.string(), detail: z.string() })

/** A presenter and organisation as written, and who of the directory that is. */
export const WrittenName = z.strictObject({
  presenter: z.string(),
  organisation: z.string(),
  person: Found.extend({ certainty: z.enum(['sure', 'likely', 'possible']) }).nullable(),
  organisationEntry: Found.nullable(),
  /** Persons named there whom the directory does not know, as their names read. */
  newPersons: z.array(z.strictObject({ written: z.string(), givenName: z.string(), familyName: z.string() })),
  /** The organisation, as written, when the directory knows none like it; a presenter may be one. */
  newOrganisation: z.string().nullable(),
})
export type WrittenName = z.infer<typeof WrittenName>

/** An item of the draft that is about one of the agenda: which of its fields it changes; none leaves it as it is. */
export const JoinedItem = z.strictObject({ at: At, item: target, fields: z.array(ReimportField) })
export type JoinedItem = z.infer<typeof JoinedItem>

/** Differences of the meeting itself that somebody accepted; a date only as a move with its reason. */
export const MeetingEdits = z.strictObject({
  version: Version,
  patch: MeetingFields.pick({ startTime: true, endTime: true, place: true, videoLink: true }).partial(),
  move: z
    .strictObject({ date: MeetingDay, startTime: ClockTime, endTime: ClockTime.nullable(), reason: Line })
    .nullable(),
})
export type MeetingEdits = z.infer<typeof MeetingEdits>

/** What one file may be, likeliest first; nothing of it was stored. */
export const RecognisedFile = z.strictObject({
  fileName: z.string(),
  /** Why nothing could be read out of it, though it can still be attached; of `file-refused` nothing becomes. */
  failure: ErrorCode.nullable(),
  arrivals: z.array(Arrival),
})
export type RecognisedFile = z.infer<typeof RecognisedFile>

export const imports = {
  /**
   * Files let fall or pasted anywhere in the window, told by what they hold; `meetingId` is the meeting on the screen. Of a
   * large file the beginning is enough: it is told by that alone.
   */
  'imports.recognise': long('reads', () => [
    z.strictObject({
      meetingId: Id.nullable(),
      files: z
        .array(
          z.strictObject({
            fileName: z.string().min(1).max(255),
            bytes: Bytes,
            sizeBytes: z.int().min(0),
          }),
        )
        .min(1)
        .max(50),
    }),
    z.array(RecognisedFile),
  ]),
  /**
   * A dropped file, read in a job process that can be killed; nothing is stored. Read again with what somebody says of its
   * lines, it follows them. Pictures of pages are read by recognition, with progress.
   */
  'imports.read': long('acts', () => [
    z.strictObject({
      fileName: z.string().min(1).max(255),
      bytes: Bytes,
      said: SaidOfFile.optional(),
    }),
    ReadFile,
  ]),
  /** Ends the reading that is under way, which is `cancelled`. */
  'imports.stop': long('acts', () => [z.strictObject({}), z.strictObject({})]),
  /** A file chosen in the system's dialog, not read yet; null when given up. */
  'imports.choose': shell('acts', () => [
    z.strictObject({}),
    z.strictObject({ fileName: z.string(), bytes: Bytes }).nullable(),
  ]),
  /** What was learnt from files that somebody mended on this desk, newest first: from which, when, and of how many looks. */
  'imports.learnt': read(() => [
    z.strictObject({}),
    z.array(z.strictObject({ id: Id, fileName: z.string(), learntAt: z.string(), habits: z.int() })),
  ]),
  /** Keeps it for the next file laid out alike; takes the place of what was learnt from such a file before. Not in the journal. */
  'imports.learn': long('saves', () => [LearntLayout, z.strictObject({})]),
  'imports.forget': long('saves', () => [z.strictObject({ id: Id }), z.strictObject({})]),
  /** Puts the bytes of a reviewed file beside the database, where `imports.apply` finds them; no row is written. */
  'imports.keepFile': long('saves', () => [
    z.strictObject({ bytes: Bytes }),
    z.strictObject({ sha256: Sha256 }),
  ]),
  /**
   * Says what the directory, and the meeting (null: a new one), know of the people, bodies and statements of a draft: each
   * answer in the order of what was asked.
   */
  'imports.match': read(() => [
    z.strictObject({
      meetingId: Id.nullable(),
      draft: z.strictObject({
        participants: Draft.shape.participants.max(MOST_TAKEN),
        decisions: Draft.shape.decisions.max(MOST_TAKEN),
        actions: Draft.shape.actions.max(MOST_TAKEN),
      }),
    }),
    DraftMatches,
  ]),
  /**
   * A draft beside the agenda it may be about (null: none yet): which item each of its items is about, and who of the
   * directory its names are. What differs follows from `changesOf`.
   */
  'imports.compare': read(() => [
    z.strictObject({ meetingId: Id.nullable(), items: Draft.shape.items }),
    z.strictObject({
      meeting: Meeting.nullable(),
      /** In agenda order. */
      agenda: z.array(AgendaItem),
      matches: z.array(
        z.strictObject({
          at: At,
          itemId: Id,
          likeness: z.enum(['same', 'alike', 'doubtful', 'faint']),
          /** Fields that somebody wrote, and no file. */
          byHand: z.array(ReimportField),
        }),
      ),
      names: z.array(WrittenName),
    }),
  ]),
  /**
   * Takes the reviewed items in: into a new meeting (what neither the file nor the review says of it stays open), or among the items of an existing one: those not joined to an item are new and stand where the file has them,
   * withdrawn ones leave their sub-items in their place; with them the reviewed minutes, when the file is some. One
   * journal entry, undone at once. An item or meeting that changed meanwhile: `conflict`. What was done as this `act`
   * already is not done again.
   */
  'imports.apply': write('lecture d’un fichier', () => [
    z.strictObject({
      act: Id.optional(),
      fileName: z.string().max(255),
      items: Draft.shape.items,
      target: z.discriminatedUnion('type', [
        z.strictObject({
          type: z.literal('new'),
          fields: MeetingFields.partial().extend({ date: MeetingDay }),
        }),
        z.strictObject({
          type: z.literal('existing'),
          meetingId: Id,
          joined: z.array(JoinedItem).max(500).optional(),
          withdrawn: z.array(target).max(500).optional(),
          edits: MeetingEdits.optional(),
        }),
      ]),
      minutes: TakenMinutes.optional(),
      /** Who of the items is to enter the directory: ticked by somebody, each once. */
      directory: TakenMinutes.pick({ newOrganisations: true, newPersons: true }).optional(),
      /** The file itself, kept by `imports.keepFile`: becomes a document of the meeting that never leaves the secretariat. */
      received: z
        .strictObject({ fileName: z.string().min(1).max(255), sizeBytes: z.int().min(1), sha256: Sha256 })
        .optional(),
      /** Entries of the directory that the names of an item were recognised as. */
      linked: z
        .array(z.strictObject({ at: At, presenterId: Id.nullable(), organisationId: Id.nullable() }))
        .max(2000)
        .optional(),
    }),
    AgendaView,
  ]),
}
