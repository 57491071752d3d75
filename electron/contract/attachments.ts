import { z } from 'zod'
import { Attachment, AwaitedDocument, AwaitedDocumentFields } from '../domain/documents/attachment.ts'
import { Bytes, Id, Instant, Version } from '../domain/ids.ts'
import { ErrorCode, Limit } from './errors.ts'
import { journaled, long, read, shell, write } from './method.ts'

const ofMeeting = z.strictObject({ meetingId: Id, itemId: Id.nullable() })
const ofProject = z.strictObject({ projectId: Id })
const target = z.strictObject({ id: Id, version: Version })
const FileBytes = z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes })
/**
 * `replaces`: the current document of the same place whose place is taken (the older stays as a version, its title, its
 * marks and the promise it kept pass on); `awaitedId`: the promise that is kept.
 */
const becomes = z.strictObject({
  replaces: Id.nullable().optional(),
  awaitedId: Id.nullable().optional(),
})

const added = becomes.extend({ file: FileBytes })

/** A document with its rank among its versions: 1 for the first one received. */
export const ListedAttachment = Attachment.extend({ versionNumber: z.int().min(1) })
export type ListedAttachment = z.infer<typeof ListedAttachment>

/** The projection folder of a meeting as this desk last built it. */
export const ProjectionState = z.strictObject({
  /** Last part of its name, for the screen only. */
  folderName: z.string(),
  builtAt: Instant,
  fileCount: z.int().min(0),
  /** Slides were put beside as PDF. */
  withPdf: z.boolean(),
  /** It holds what a folder built now would hold. */
  isCurrent: z.boolean(),
})
export type ProjectionState = z.infer<typeof ProjectionState>

export const ExportedCopy = z.strictObject({ fileName: z.string() })

export const BuiltProjection = z.strictObject({
  folderName: z.string(),
  /** In agenda order. */
  fileNames: z.array(z.string()),
  /** Files in the folder that are not ours, or were changed there since: left as they were. */
  leftAlone: z.array(z.string()),
  /** Slides that have no PDF, because none could be made. */
  notConverted: z.array(z.strictObject({ attachmentId: Id, fileName: z.string() })),
  /** An office program that converts is installed on this desk. */
  canConvert: z.boolean(),
})
export type BuiltProjection = z.infer<typeof BuiltProjection>

export const attachments = {
  /** Current ones, in the order in which their first versions came; those replaced are read by `attachments.versions`. */
  'attachments.list': read(() => [
    z.union([ofMeeting.pick({ meetingId: true }), ofProject]),
    z.array(ListedAttachment),
  ]),
  /** Every version of the document that `id` is one of, newest first, the current one included. */
  'attachments.versions': read(() => [z.strictObject({ id: Id }), z.array(ListedAttachment)]),
  /**
   * A dropped or pasted file. `file-refused` for programs, scripts and shortcuts; `file-already-there` when the same bytes
   * are a current document of the same place (but a promise is then kept with that one).
   */
  'attachments.add': journaled(
    'ajout d’une pièce',
    long('saves', () => [
      z.union([ofMeeting.extend(added.shape), ofProject.extend(added.shape)]),
      z.array(ListedAttachment),
    ]),
  ),
  /** Says afterwards what an added document is: the new version of another, or what somebody had promised. */
  'attachments.identify': write('remplacement ou réception d’un document', () => [
    target.extend(becomes.shape),
    z.array(ListedAttachment),
  ]),
  'attachments.update': write('modification d’un document', () => [
    target.extend({ patch: Attachment.pick({ title: true, tabled: true, circulation: true }).partial() }),
    z.array(ListedAttachment),
  ]),
  /** Of a current document the version before comes back, with its marks and its promise; without one it is awaited again. */
  'attachments.remove': write('suppression d’une pièce', () => [target, z.array(ListedAttachment)]),
  /** Documents awaited on the items of a meeting, kept promises included, in agenda order. */
  'attachments.awaited': read(() => [z.strictObject({ meetingId: Id }), z.array(AwaitedDocument)]),
  'attachments.addAwaited': write('ajout d’un document attendu', () => [
    z.strictObject({
      id: Id,
      itemId: Id,
      fields: AwaitedDocumentFields.partial().required({ title: true }),
    }),
    z.array(AwaitedDocument),
  ]),
  'attachments.updateAwaited': write('modification d’un document attendu', () => [
    target.extend({ patch: AwaitedDocumentFields.partial() }),
    z.array(AwaitedDocument),
  ]),
  'attachments.removeAwaited': write('retrait d’un document attendu', () => [
    target,
    z.array(AwaitedDocument),
  ]),
  /** Asks for files with the system's dialog; only one where it becomes something. Null when given up. */
  'attachments.choose': shell('saves', () => [
    z.union([ofMeeting.extend(becomes.shape), ofProject.extend(becomes.shape)]),
    z
      .strictObject({
        list: z.array(ListedAttachment),
        /** Chosen, but not taken in; the others were. */
        refused: z.array(z.strictObject({ fileName: z.string(), code: ErrorCode, limit: Limit.optional() })),
      })
      .nullable(),
  ]),
  /** Null where it was never built from this desk. */
  'attachments.projection': read(() => [z.strictObject({ meetingId: Id }), ProjectionState.nullable()]),
  /**
   * The projection folder: current files in agenda order (`03_Annuaire_v2.pptx`), whole or not at all; asked where the
   * first time and `elsewhere`, rebuilt in the same place afterwards. `convert`: slides as PDF beside them, by an office
   * program installed here. Null when given up.
   */
  'attachments.buildProjection': shell('acts', () => [
    z.strictObject({ meetingId: Id, convert: z.boolean(), elsewhere: z.boolean() }),
    BuiltProjection.nullable(),
  ]),
  /** Ends a conversion under way; the folder is then as it was. */
  'attachments.stopProjection': shell('acts', () => [z.strictObject({}), z.strictObject({})]),
  'attachments.openProjection': shell('acts', () => [z.strictObject({ meetingId: Id }), z.strictObject({})]),
  /** Opens a copy in the system's program for it; `file-not-opened` when it is none of those that open from a click. */
  'attachments.open': shell('acts', () => [z.strictObject({ id: Id }), z.strictObject({})]),
  /** While the mouse is down on it: the system carries a copy to where the mouse lets it go. */
  'attachments.drag': shell('acts', () => [z.strictObject({ id: Id }), z.strictObject({})]),
  /** A copy where the system's dialog says. Null when given up. */
  'attachments.export': shell('acts', () => [z.strictObject({ id: Id }), ExportedCopy.nullable()]),
}
