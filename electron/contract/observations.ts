import { z } from 'zod'
import { Bytes, Id, Line, PlainText, Version } from '../domain/ids.ts'
import { PASTED_LENGTH } from '../domain/limits.ts'
import { Circle, Observation, ObservationFields, ObservationState } from '../domain/minutes/observation.ts'
import { Ignored } from '../domain/minutes/word-review.ts'
import { ErrorCode, Limit } from './errors.ts'
import { long, read, shell, write } from './method.ts'

const target = z.strictObject({ id: Id, version: Version })
const paper = ObservationFields.shape.paper

/** As a person types it; where it came from is the application's to say. */
const TypedObservation = ObservationFields.pick({
  itemId: true,
  place: true,
  organisation: true,
  organisationId: true,
  author: true,
  beforeText: true,
  afterText: true,
  comment: true,
})

/** One difference found in a file, not kept yet. */
export const ObservationDraft = ObservationFields.omit({
  paper: true,
  sourceFileName: true,
  sourceSha256: true,
  state: true,
  answer: true,
}).extend({
  id: Id,
  /** Taken before, from these very bytes or, of a member's folder, from what they saved earlier. */
  isKnown: z.boolean(),
  /** A comment that its readers closed themselves. */
  isResolved: z.boolean(),
})
export type ObservationDraft = z.infer<typeof ObservationDraft>

/** Why nothing is taken from a file, besides what keeps it from being read. */
export const ReturnRefusal = z.enum([
  'other-meeting',
  'only-pictures',
  'not-ours',
  'no-difference',
  /** A mail that says that there is nothing to say. */
  'no-remark',
  'no-document',
  /** Joined to a mail, and no Word file nor PDF. */
  'not-read',
])
export type ReturnRefusal = z.infer<typeof ReturnRefusal>

/** A Word file that came back, alone or attached to a mail; nothing of it is stored but its bytes. */
export const ReturnedFile = z.strictObject({
  fileName: z.string(),
  failure: z.union([ErrorCode, ReturnRefusal]).nullable(),
  /** What it met the limit of. */
  limit: Limit.optional(),
  /** The words by which the file says that it is of another meeting; empty otherwise. */
  otherTitle: z.string(),
  /** Empty when it could not be read. */
  sha256: z.string(),
  /** The version of the minutes that its readers had; null: the text as it is, or an agenda. */
  minutesVersionId: Id.nullable(),
  /** To whom that version went; a person can say otherwise before it is taken. */
  circle: Circle,
  /** Number of that version when a newer one has been sent since; null otherwise. */
  olderVersion: z.int().nullable(),
  isTracked: z.boolean(),
  /** Much of the text is not in it: what is missing was not taken out. */
  isExcerpt: z.boolean(),
  drafts: z.array(ObservationDraft),
  /** What else differs, of which nothing is asked. */
  ignored: z.array(Ignored),
  /** Each author once, with the organisation known for them; `isSure` when nothing has to be asked. */
  authors: z.array(
    z.strictObject({
      author: Line,
      count: z.int(),
      organisation: Line,
      organisationId: Id.nullable(),
      isSure: z.boolean(),
    }),
  ),
})
export type ReturnedFile = z.infer<typeof ReturnedFile>

/**
 * How an observation stands to the present text. One that waits: `same`: its place still says what it said; `done`: it says
 * already what is wanted; `differs`: it was edited since; `gone`: it is no more; `byHand`: nothing can be written by itself
 * (a comment, words that the application makes of other data). One that is retained: `owed`: the text does not say so (yet)
 * and nobody said that it is settled.
 */
export const Standing = z.enum(['same', 'done', 'differs', 'gone', 'byHand', 'owed', 'stillSaid'])
export type Standing = z.infer<typeof Standing>

export const ObservationStanding = z.strictObject({
  id: Id,
  standing: Standing,
  /** The present words of the place; empty when it is gone or nothing stands there. */
  live: z.string(),
})
export type ObservationStanding = z.infer<typeof ObservationStanding>

export const observations = {
  /** Of both papers, in the order in which they came. */
  'observations.list': read(() => [z.strictObject({ meetingId: Id }), z.array(Observation)]),
  /** Typed by the secretariat; `id` is chosen by the caller so that a resent call adds nothing twice. */
  'observations.add': write('ajout d’une observation', () => [
    z.strictObject({ id: Id, meetingId: Id, paper, circle: Circle, fields: TypedObservation.partial() }),
    Observation,
  ]),
  /** The same from a pasted mail: its author and day are read at its head, its words are the comment. */
  'observations.addText': write('ajout d’une observation', () => [
    z.strictObject({
      id: Id,
      meetingId: Id,
      paper,
      circle: Circle,
      itemId: Id.nullable(),
      text: z.string().min(1).max(PASTED_LENGTH),
    }),
    Observation,
  ]),
  /**
   * The answer and its state of any observation, without a word of the text being changed; the words of one that was typed
   * here. Those that came in a file or a message stay as they were written (`state-refuses`).
   */
  'observations.update': write('réponse à une observation', () => [
    target.extend({
      patch: TypedObservation.extend({ state: ObservationState, answer: PlainText }).partial(),
    }),
    Observation,
  ]),
  /** What was retained was put into the text by hand; another answer asks the text again. */
  'observations.settle': write('report d’une observation', () => [target, Observation]),
  /** Into the other circle, under its next number. */
  'observations.setCircle': write('changement de cercle d’une observation', () => [
    target.extend({ circle: Circle }),
    Observation,
  ]),
  'observations.remove': write('suppression d’une observation', () => [target, z.strictObject({ id: Id })]),

  /** Word files, or mails with Word files attached, each compared with what was sent; one that fails keeps no other out. */
  'observations.readFiles': long('acts', () => [
    z.strictObject({
      meetingId: Id,
      paper,
      files: z
        .array(z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes }))
        .min(1)
        .max(50),
    }),
    z.array(ReturnedFile),
  ]),
  /** The same through the system's dialog; null when given up. */
  'observations.choose': shell('acts', () => [
    z.strictObject({ meetingId: Id, paper }),
    z.array(ReturnedFile).nullable(),
  ]),
  /** Keeps what was found in a file, as one entry of the journal; what was kept from the same bytes before is not added. */
  'observations.take': write('prise en compte d’observations', () => [
    z.strictObject({
      meetingId: Id,
      paper,
      files: z.array(
        z.strictObject({
          fileName: z.string().max(255),
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
          minutesVersionId: Id.nullable(),
          circle: Circle,
          drafts: z.array(ObservationDraft).max(2000),
        }),
      ),
    }),
    z.strictObject({ added: z.int(), known: z.int() }),
  ]),

  /** Those without an answer, as they stand to the text now, and those that it does not answer as it was decided. */
  'observations.standing': read(() => [z.strictObject({ meetingId: Id }), z.array(ObservationStanding)]),
  /**
   * Answers one and writes the words wanted where it stands: its own when accepted, `answer` when reworded. They are written
   * over a place that still says what it said, or that says `over`: what the person had before their eyes. Otherwise
   * nothing is changed and `standing` says why. `write: false` returns without writing. One undo brings both back.
   * One that was retained and no longer is has its words taken out again where they stand alone; else, once it is refused,
   * `standing` is `stillSaid`.
   */
  'observations.decide': write('réponse à une observation', () => [
    target.extend({
      state: ObservationState,
      answer: PlainText,
      write: z.boolean(),
      over: z.string().nullable(),
    }),
    z.strictObject({ observation: Observation, standing: ObservationStanding, isWritten: z.boolean() }),
  ]),
  /** Accepts or refuses several at once; those that cannot be written as they are stay without answer and are named. */
  'observations.decideAll': write('réponse à plusieurs observations', () => [
    z.strictObject({
      meetingId: Id,
      ids: z.array(Id).min(1).max(2000),
      state: ObservationState.extract(['accepted', 'refused']),
      answer: PlainText,
    }),
    z.strictObject({ decided: z.int(), left: z.array(ObservationStanding) }),
  ]),
}
