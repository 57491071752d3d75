import { z } from 'zod'
import { Subject, SubjectFields, SubjectFile, SubjectMessage } from '../domain/agenda/subject.ts'
import { ReadSheet } from '../domain/attendance/sheet-draft.ts'
import { MAX_MAILS } from '../domain/dispatch/mail-file.ts'
import { Bytes, CivilDate, Id, Line, Version } from '../domain/ids.ts'
import { PASTED_LENGTH, TEXT_LENGTH } from '../domain/limits.ts'
import { MeetingState } from '../domain/meetings/meeting.ts'
import { ExportedCopy } from './attachments.ts'
import { ErrorCode } from './errors.ts'
import { journaled, long, read, shell, write } from './method.ts'

const target = z.strictObject({ id: Id, version: Version })
const FileBytes = z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes })

/** A line of the list: without its texts, which only the inspector shows. */
export const SubjectRow = Subject.omit({ text: true, note: true }).extend({
  messageCount: z.int().min(0),
  fileCount: z.int().min(0),
  /** Number, date and state of the meeting it is retained for; null when it is not, or when that meeting is in the bin. */
  meetingNumber: z.int().nullable(),
  meetingDate: CivilDate.nullable(),
  meetingState: MeetingState.nullable(),
})
export type SubjectRow = z.infer<typeof SubjectRow>

export const SubjectView = z.strictObject({
  subject: Subject,
  /** Oldest first. */
  messages: z.array(SubjectMessage),
  /** In the order they came. */
  files: z.array(SubjectFile),
})
export type SubjectView = z.infer<typeof SubjectView>

/** Result of each dropped mail, in the order given. */
export const TakenMail = z.strictObject({
  fileName: z.string(),
  /** The subject it made or joined; null when it could not be read. */
  subjectId: Id.nullable(),
  /** `joined`: a known thread; `known`: this very mail was there already. */
  outcome: z.enum(['added', 'joined', 'known', 'refused']),
  failure: ErrorCode.nullable(),
  /** Attachments left out because programs, scripts and shortcuts are refused. */
  refusedFiles: z.array(z.string()),
})
export type TakenMail = z.infer<typeof TakenMail>

/** A filled *fiche de présentation*, before it is taken. */
export const SheetDraft = ReadSheet.extend({
  fileName: z.string().min(1).max(255),
  /** The sheet itself, kept as it was read: it becomes a file of the subject. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int().min(0),
})
export type SheetDraft = z.infer<typeof SheetDraft>

export const subjects = {
  /** Newest first. */
  'subjects.list': read(() => [z.strictObject({}), z.array(SubjectRow)]),
  'subjects.get': read(() => [z.strictObject({ id: Id }), SubjectView]),
  'subjects.add': write('ajout d’un sujet', () => [
    z.strictObject({ id: Id, fields: SubjectFields.partial().required({ title: true }) }),
    SubjectView,
  ]),
  'subjects.update': write('modification d’un sujet', () => [
    target.extend({ patch: SubjectFields.partial() }),
    SubjectView,
  ]),
  /** Refused (`state-refuses`) while it is on an agenda. */
  'subjects.remove': write('suppression d’un sujet', () => [target, z.array(SubjectRow)]),
  /**
   * Puts it on a meeting's agenda, before any other business, with its files as attachments of the item.
   * One that is on another agenda leaves it; `state-refuses` when that meeting, or the new one, is over. What an earlier
   * meeting of the series left open goes there as carry-over takes it up, with its provenance.
   */
  'subjects.retain': write('inscription d’un sujet à l’ordre du jour', () => [
    target.extend({ meetingId: Id }),
    SubjectView,
  ]),
  /**
   * Received again, waiting or dismissed; `reason` is required to dismiss. A retained one leaves its agenda,
   * `item-written` once something written in the minutes hangs on its item. Taken up from an earlier meeting, it is that
   * meeting's again, which is proposed once more; waiting or dismissed, it is not proposed either.
   */
  'subjects.setState': write('suite donnée à un sujet', () => [
    target.extend({ state: z.enum(['received', 'waiting', 'dismissed']), reason: Line }),
    SubjectView,
  ]),
  /**
   * Each mail makes a subject or joins the thread it belongs to. One journal entry for all, written once every mail is
   * read; `progress` events tell how many are.
   */
  'subjects.takeMails': journaled(
    'prise de messages en sujets',
    long('saves', () => [
      z.strictObject({ files: z.array(FileBytes).min(1).max(MAX_MAILS) }),
      z.array(TakenMail),
    ]),
  ),
  /** Ends the reading of mails under way, which returns `cancelled` and writes nothing. */
  'subjects.stopTaking': long('acts', () => [z.strictObject({}), z.strictObject({})]),
  /** The same through the system's dialog; null when given up. */
  'subjects.chooseMails': shell('saves', () => [z.strictObject({}), z.array(TakenMail).nullable()]),
  /**
   * The text of a mail or a note, as pasted: headers are understood when it has them, and a known thread is joined.
   * `id` is the subject's if it makes one.
   */
  'subjects.takeText': write('ajout d’un sujet collé', () => [
    z.strictObject({ id: Id, text: z.string().min(1).max(PASTED_LENGTH) }),
    SubjectView,
  ]),
  /**
   * A part of a mail as a subject of its own, under the given id, with the mail and its files; answers join the first. Without
   * `text` what the mail asks for besides, else a copy.
   */
  'subjects.split': write('second sujet tiré d’un message', () => [
    z.strictObject({ id: Id, from: Id, text: z.string().min(1).max(TEXT_LENGTH).nullable() }),
    SubjectView,
  ]),
  'subjects.addFile': journaled(
    'ajout d’une pièce à un sujet',
    long('saves', () => [z.strictObject({ subjectId: Id, file: FileBytes }), SubjectView]),
  ),
  'subjects.removeFile': write('retrait d’une pièce d’un sujet', () => [target, SubjectView]),
  /** As `attachments.open`, `attachments.drag` and `attachments.export` do. */
  'subjects.openFile': shell('acts', () => [z.strictObject({ id: Id }), z.strictObject({})]),
  'subjects.dragFile': shell('acts', () => [z.strictObject({ id: Id }), z.strictObject({})]),
  'subjects.exportFile': shell('acts', () => [z.strictObject({ id: Id }), ExportedCopy.nullable()]),
  /** `file-format-unknown` when the file is no such sheet. */
  'subjects.readSheet': long('acts', () => [z.strictObject({ file: FileBytes }), SheetDraft]),
  /** Takes a read sheet in: into a subject (new, under the given id, when it is not there) and its project. One journal entry. */
  'subjects.takeSheet': write('reprise d’une fiche de présentation', () => [
    z.strictObject({ id: Id, draft: SheetDraft }),
    SubjectView,
  ]),
}
