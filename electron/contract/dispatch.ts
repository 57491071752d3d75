import { z } from 'zod'
import {
  Dispatch,
  DispatchDocument,
  DispatchFields,
  DispatchKind,
  DispatchTemplate,
  DispatchTemplateFields,
  Recipient,
  RecipientFields,
} from '../domain/dispatch/dispatch.ts'
import { Id, Instant, Version } from '../domain/ids.ts'
import { UntoldPart } from '../domain/time/calendar-file.ts'
import { ErrorCode } from './errors.ts'
import { journaled, long, read, shell, write } from './method.ts'

const target = z.strictObject({ id: Id, version: Version })

export const DispatchRow = Dispatch.extend({
  recipientCount: z.int().min(0),
  withoutAddressCount: z.int().min(0),
  documentCount: z.int().min(0),
  /** The agenda is among its documents, as a version or as a draft. */
  carriesAgenda: z.boolean(),
  /** Name of the one person it is written to; empty when it is written to everybody. */
  addressee: z.string(),
})
export type DispatchRow = z.infer<typeof DispatchRow>

/**
 * Warnings to look at before sending; each has its French sentence on the screen. A sent message has none.
 * `invalid-address`: an address that can stand in no header (line break, space, no @ or two); it is left out of the
 * message. `many-recipients`: more than MANY_RECIPIENTS; blind copy (`dispatch.setField`) spares the servers and the
 * readers. `too-heavy`: `dispatch.lighten` puts the heaviest documents beside the message. `documents-missing`: a paper
 * has nothing to print, or an attachment was replaced, or became the secretariat's own. `text-out-of-date`: the text says
 * another date, number or agenda than the meeting has now; preparing it again mends it. `reserved-to-guests`: the minutes go to
 * guests, and have items kept for the members.
 */
export const DispatchWarning = z.enum([
  'no-recipient',
  'without-address',
  'invalid-address',
  'too-heavy',
  'agenda-not-validated',
  'agenda-not-published',
  'too-late-to-convene',
  'many-recipients',
  'documents-missing',
  'text-out-of-date',
  'reserved-to-guests',
])
export type DispatchWarning = z.infer<typeof DispatchWarning>

export const DispatchView = z.strictObject({
  dispatch: Dispatch,
  /** In protocol order, assistants after the person they assist. */
  recipients: z.array(Recipient),
  documents: z.array(DispatchDocument),
  warnings: z.array(DispatchWarning),
})
export type DispatchView = z.infer<typeof DispatchView>

/** A message as it would go out now. */
export const ComposedMessage = z.strictObject({
  fileName: z.string(),
  /** Size of the whole message, attachments encoded, in bytes. */
  sizeBytes: z.int(),
  limitBytes: z.int(),
  documents: z.array(
    z.strictObject({
      fileName: z.string(),
      sizeBytes: z.int(),
      sha256: z.string(),
      placement: DispatchDocument.shape.placement,
    }),
  ),
})
export type ComposedMessage = z.infer<typeof ComposedMessage>

/** The dossier partagé of this desk. */
export const SharedFolderState = z.strictObject({
  /** Last part of the folder's name, for the screen only; null = none chosen. */
  folderName: z.string().nullable(),
  /** Where a document goes below it, with {année} {date} {numéro} {titre} {document}. */
  pattern: z.string(),
  /** Documents still to be written: said, kept in mind, tried again every quarter of an hour and at each opening. */
  queuedCount: z.int().min(0),
  lastWrittenAt: Instant.nullable(),
  /** Why the last writing failed, if it did. */
  lastFailure: ErrorCode.nullable(),
})
export type SharedFolderState = z.infer<typeof SharedFolderState>

export const dispatch = {
  /** In the order of DispatchKind; which fields each may hold is `fieldsOf` in domain/text/template-fields.ts. */
  'dispatch.templates': read(() => [z.strictObject({}), z.array(DispatchTemplate)]),
  /** A field the kind does not have: `invalid-input`, whose `field` is the field as it was typed, braces included. */
  'dispatch.updateTemplate': write('modification d’un modèle de message', () => [
    z.strictObject({ kind: DispatchKind, version: z.int().min(0), patch: DispatchTemplateFields.partial() }),
    z.array(DispatchTemplate),
  ]),
  /** Back to the shipped one. */
  'dispatch.resetTemplate': write('retour au modèle de message d’origine', () => [
    z.strictObject({ kind: DispatchKind }),
    z.array(DispatchTemplate),
  ]),
  /** Newest first. */
  'dispatch.list': read(() => [z.strictObject({ meetingId: Id }), z.array(DispatchRow)]),
  /** What the members hold otherwise than it is now; nothing before they are convened. */
  'dispatch.untold': read(() => [z.strictObject({ meetingId: Id }), z.array(UntoldPart)]),
  'dispatch.get': read(() => [z.strictObject({ id: Id }), DispatchView]),
  /**
   * Prepares drafts from the template, the mandates of the day and the documents of the kind: one message, or one per
   * guest or per owner. A draft of the same kind (and item, and person) that was not sent yet is brought up to date
   * instead: its text is written anew, what was added by hand stays. Nobody to write to: an empty list.
   * `state-refuses` when the kind makes no sense yet (cancellation of a meeting that is not cancelled, change of a date
   * that never moved, where the members hold all as it is, minutes that do not exist or, for `approvedMinutes`, are not approved) or any more; `meeting-to-come` for the minutes of
   * a meeting that never opened, before its day.
   */
  'dispatch.prepare': write('préparation d’un message', () => [
    z.strictObject({
      meetingId: Id,
      kind: DispatchKind,
      itemId: Id.nullable(),
      /** This draft alone, for whom it is; `state-refuses` when nobody is to be written to any more. */
      draftId: Id.optional(),
    }),
    z.array(DispatchView),
  ]),
  'dispatch.update': write('modification d’un message', () => [
    target.extend({ patch: DispatchFields.partial() }),
    DispatchView,
  ]),
  'dispatch.remove': write('suppression d’un brouillon de message', () => [target, z.array(DispatchRow)]),
  'dispatch.addRecipient': write('ajout d’un destinataire', () => [
    z.strictObject({ id: Id, dispatchId: Id, fields: RecipientFields }),
    DispatchView,
  ]),
  'dispatch.updateRecipient': write('modification d’un destinataire', () => [
    target.extend({ patch: RecipientFields.partial() }),
    DispatchView,
  ]),
  'dispatch.removeRecipient': write('retrait d’un destinataire', () => [target, DispatchView]),
  /** Every recipient into one field: blind copy for long lists. */
  'dispatch.setField': write('changement de champ des destinataires', () => [
    z.strictObject({ id: Id, field: Recipient.shape.field }),
    DispatchView,
  ]),
  /** A current document of the meeting; one for the secretariat only is refused (`invalid-input`). */
  'dispatch.addAttachment': write('ajout d’une pièce à un message', () => [
    z.strictObject({ dispatchId: Id, attachmentId: Id }),
    DispatchView,
  ]),
  /** Every current document of the meeting that members may have. */
  'dispatch.addAttachments': write('ajout des pièces à un message', () => [
    z.strictObject({ dispatchId: Id }),
    DispatchView,
  ]),
  'dispatch.removeDocument': write('retrait d’un document d’un message', () => [
    z.strictObject({ id: Id }),
    DispatchView,
  ]),
  /** Into the message, or beside it in the folder; the paragraph of the text that names those beside it follows. */
  'dispatch.placeDocument': write('déplacement d’un document d’un message', () => [
    z.strictObject({ id: Id, placement: DispatchDocument.shape.placement }),
    DispatchView,
  ]),
  /** The heaviest attachments beside the message until it is under the limit. */
  'dispatch.lighten': write('allègement d’un message', () => [z.strictObject({ id: Id }), DispatchView]),
  /** Renders the papers and builds the message; nothing is kept. Of a sent one: what was kept. */
  'dispatch.compose': long('acts', () => [z.strictObject({ id: Id }), ComposedMessage]),
  /** Opens the message (.eml, X-Unsent) in the mail program; far too heavy for any server: `limit-reached`. */
  'dispatch.openMessage': shell('acts', () => [z.strictObject({ id: Id }), z.strictObject({})]),
  /** To the clipboard, for mail programs that open a prepared message as a received one. */
  'dispatch.copy': shell('acts', () => [
    z.strictObject({ id: Id, what: z.enum(['to', 'cc', 'bcc', 'subject', 'body']) }),
    z.strictObject({}),
  ]),
  /** Writes the documents of the message into a folder and shows it. */
  'dispatch.openFolder': shell('acts', () => [
    z.strictObject({ id: Id }),
    z.strictObject({ fileCount: z.int() }),
  ]),
  /**
   * Keeps the message's bytes, its hash, recipients and versions; a convocation makes the meeting convened and starts
   * the count of days. The documents go to the shared folder, at once or as soon as it can be reached.
   */
  'dispatch.markSent': journaled(
    'envoi d’un message noté',
    long('saves', () => [target, DispatchView]),
    {
      counted: 'sent',
    },
  ),
  /** The kept message, as it went out. */
  'dispatch.openSent': shell('acts', () => [z.strictObject({ id: Id }), z.strictObject({})]),

  'dispatch.sharedFolder': read(() => [z.strictObject({}), SharedFolderState]),
  'dispatch.chooseSharedFolder': shell('saves', () => [z.strictObject({}), SharedFolderState.nullable()]),
  /** `invalid-input`, naming the unknown field as typed, or `pattern` when it leads out of the folder. */
  'dispatch.setSharedPattern': long('saves', () => [
    z.strictObject({ pattern: z.string().min(1).max(300) }),
    SharedFolderState,
  ]),
  /** Files already in it stay; those still to be written there no longer are. */
  'dispatch.leaveSharedFolder': long('saves', () => [z.strictObject({}), SharedFolderState]),
  'dispatch.retrySharedFolder': long('acts', () => [z.strictObject({}), SharedFolderState]),
}
