import { z } from 'zod'
import { Bytes, Id, Instant, Line, Version } from '../domain/ids.ts'
import { Notebook, SessionLine } from '../domain/session/session.ts'
import { journaled, long, read, write } from './method.ts'

export const NotebooksView = z.strictObject({
  meetingId: Id,
  /** In the order in which they were read. */
  notebooks: z.array(Notebook),
  /** Every line of the meeting: typed live or of a notebook, kept, proposed or left; as they stand in the minutes. */
  lines: z.array(SessionLine),
})
export type NotebooksView = z.infer<typeof NotebooksView>

export const ReadNotebookOutcome = z.strictObject({
  /** `known`: this very file was read before; nothing was added. */
  outcome: z.enum(['added', 'known']),
  notebookId: Id,
  author: Line,
  lineCount: z.int().min(0),
  /** Headings of items that are no longer on the agenda; their lines are kept. */
  gone: z.array(z.string()),
  /** Pictures in it, which are not read. */
  pictures: z.int().min(0),
  /** Its reference was lost: it was told by its headings alone. */
  isUnreferenced: z.boolean(),
  /** Of a transcript: how many of those who speak are not known; null for a notebook. */
  unknownSpeakers: z.int().min(0).nullable(),
})
export type ReadNotebookOutcome = z.infer<typeof ReadNotebookOutcome>

const target = z.strictObject({ id: Id, version: Version })
const targets = z.array(target).min(1).max(3000)

export const notebooks = {
  'notebooks.list': read(() => [z.strictObject({ meetingId: Id }), NotebooksView]),
  /** How many notebooks there are, and how many of their lines are still to be decided. */
  'notebooks.progress': read(() => [
    z.strictObject({ meetingId: Id }),
    z.strictObject({ notebooks: z.int().min(0), lines: z.int().min(0), open: z.int().min(0) }),
  ]),
  /**
   * Reads a returned notebook (docx, txt, md): its lines are proposed, its author kept when it says one; or a transcript
   * (vtt, srt, sbv, json, md, txt, docx): its passages are proposed. `id` is the notebook's. `notebook-other-meeting`,
   * `notebook-empty`, `notebook-too-long`, `transcript-empty`, `transcript-too-long`, and what the readers of files refuse;
   * `state-refuses` once the minutes are approved.
   */
  'notebooks.read': journaled(
    'lecture d’un carnet de notes',
    long('acts', () => [
      z.strictObject({
        id: Id,
        meetingId: Id,
        file: z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes }),
      }),
      ReadNotebookOutcome,
    ]),
  ),
  /** Also written on each of its lines. */
  'notebooks.setAuthor': write('nom de l’auteur d’un carnet', () => [
    target.extend({ author: Line }),
    NotebooksView,
  ]),
  /**
   * Whoever a transcript calls `said` is this one, in all of its passages; `conflict` when none of them is theirs any more.
   */
  'notebooks.setSpeaker': write('personne qui parle dans une transcription', () => [
    z.strictObject({
      id: Id,
      said: Line.min(1),
      as: SessionLine.pick({ speaker: true, organisation: true, personId: true, organisationId: true }),
    }),
    NotebooksView,
  ]),
  /** The first passage was said at this hour: all move with it, those to be decided to the item that was on then. */
  'notebooks.setBeginning': write('heure de début d’une transcription', () => [
    z.strictObject({ id: Id, at: Instant }),
    NotebooksView,
  ]),
  /**
   * Taken, a line stands among the notes of the meeting, and a decision or an action becomes a numbered one (the minutes
   * are started if they were not). Left or proposed again, what came of it goes: `line-reworded` once somebody wrote that
   * otherwise or followed it up. Lines that are so already stay.
   */
  'notebooks.decide': write('choix dans un carnet de notes', () => [
    z.strictObject({ lines: targets, as: z.enum(['kept', 'proposed', 'left']) }),
    NotebooksView,
  ]),
  /**
   * The line takes the place, the hour (where it has none) and (of the same kind) the number of one that was kept, which is
   * left. Of another kind it is refused as `notebooks.decide` is.
   */
  'notebooks.takeInstead': write('remplacement d’une note par celle d’un carnet', () => [
    target.extend({ of: target }),
    NotebooksView,
  ]),
  /** Lines not yet taken go to another item; null: general notes. */
  'notebooks.place': write('rangement de lignes d’un carnet', () => [
    z.strictObject({ lines: targets, itemId: Id.nullable() }),
    NotebooksView,
  ]),
  /** Goes with the lines that were not taken; those that were stay, as notes of the meeting. */
  'notebooks.remove': write('retrait d’un carnet de notes', () => [target, NotebooksView]),
}
