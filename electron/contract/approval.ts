import { z } from 'zod'
import { Bytes, CivilDate, Id, Instant, Line, PlainText } from '../domain/ids.ts'
import { LeavingCheck } from '../domain/meetings/leaving.ts'
import { ApprovalAnswer } from '../domain/minutes/approval-reply.ts'
import { SignedCopy } from '../domain/minutes/signed-copy.ts'
import { Approval, ApprovalMode, Corrigendum, CorrigendumFields } from '../domain/minutes/version.ts'
import { ExportedCopy } from './attachments.ts'
import { ErrorCode } from './errors.ts'
import { journaled, long, read, shell, write } from './method.ts'

const FileBytes = z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes })

export const ApprovalView = z.strictObject({
  approval: Approval.nullable(),
  corrigenda: z.array(Corrigendum),
  /** Copies signed elsewhere, in the order in which they came. */
  signedCopies: z.array(SignedCopy),
  /** Why the minutes cannot be approved now; empty when they can. */
  obstacles: z.array(z.enum(['notValidated', 'openObservations', 'approved', 'noMinutes', 'notHeld'])),
  /** They are validated, and say something else than when they were. */
  isChangedSinceValidation: z.boolean(),
  /** How many remarks of members were retained: an approval that tells no correction does not say that there was none. */
  retainedRemarks: z.int(),
  /** Later meetings that can approve them, nearest first, with the item of their agenda that says so. */
  approvingMeetings: z.array(
    z.strictObject({
      meetingId: Id,
      number: z.int().nullable(),
      date: CivilDate,
      /** It is on, or was held: one that never opened approves nothing. */
      isOpened: z.boolean(),
      itemId: Id.nullable(),
      /** Its minutes are being written: the approval is put under that item. */
      isWritten: z.boolean(),
    }),
  ),
})
export type ApprovalView = z.infer<typeof ApprovalView>

/** Members asked to approve by writing, by college; whoever says nothing has no answer. */
export const Consultation = z.strictObject({
  /** Last day for the answers. */
  closesOn: CivilDate.nullable(),
  /** When the message about the present text first left. */
  sentAt: Instant.nullable(),
  /** Members were asked about an earlier text, and not about this one. */
  isOutdated: z.boolean(),
  /** The members know that silence approves: by the rule of the body, or by each message that left. */
  isSilenceTold: z.boolean(),
  members: z.array(
    z.strictObject({
      personId: Id,
      name: z.string(),
      organisation: z.string(),
      organisationId: Id.nullable(),
      college: z.string(),
      answer: ApprovalAnswer.nullable(),
      /** What they said of a text that was validated before; it counts no more. */
      earlierAnswer: ApprovalAnswer.nullable(),
      /** Of the mail it was read in. */
      words: z.string(),
      /** Whether what they remarked is among the observations, and was answered there; null: it is not. */
      observed: z.enum(['open', 'answered']).nullable(),
      /** The message went to an address of theirs that nothing refused: only then is to say nothing an answer. */
      isReached: z.boolean(),
    }),
  ),
  colleges: z.array(
    z.strictObject({
      college: z.string(),
      approves: z.int(),
      observations: z.int(),
      silent: z.int(),
      unreached: z.int(),
    }),
  ),
})
export type Consultation = z.infer<typeof Consultation>

/** Of a mail that nobody could tell, in characters. */
export const MOST_SHOWN = 600

export const approval = {
  'approval.get': read(() => [z.strictObject({ meetingId: Id }), ApprovalView]),
  /**
   * Approves: the version as it is now is rendered once, its bytes and hash kept, its rows locked. Undo stops at
   * it (`approved`): nothing takes it back, a corrigendum corrects it. What the approving meeting said, with the hash, is put
   * under its item. Not validated, with open observations, or
   * with a red line (domain/meetings/leaving.ts): `state-refuses`. A day that has not come, or before the
   * meeting, or before the one that approves, or by writing while a member may still answer or when none was asked, or
   * tacitly although one had something to say: `invalid-input`.
   */
  'approval.approve': journaled(
    'approbation du compte rendu',
    long('saves', () => [
      z.strictObject({
        meetingId: Id,
        mode: ApprovalMode,
        /** Of a later meeting when `mode` is `meeting`, null otherwise. */
        approvingMeetingId: Id.nullable(),
        /** Under which of its items it is recorded; null = its own text is left alone. */
        itemId: Id.nullable(),
        approvedOn: CivilDate,
        /** Corrections asked for and applied, in words; empty when approved as they were. */
        corrections: PlainText,
        /**
         * One line for each thing to be looked at (`meetings.leavingChecks`) that was shown and left as it is; kept with the
         * seal. Lines that say something else than those of now: `conflict`.
         */
        asked: z.array(z.strictObject({ check: LeavingCheck, words: Line })).max(2000),
      }),
      ApprovalView,
    ]),
    { counted: 'approved' },
  ),
  'approval.consultation': read(() => [z.strictObject({ meetingId: Id }), Consultation]),
  /** Before the meeting itself: `invalid-input`; before the day that the members were told: `day-told`. */
  'approval.setClosing': write('date de fin de l’approbation par écrit', () => [
    z.strictObject({ meetingId: Id, closesOn: CivilDate.nullable() }),
    Consultation,
  ]),
  /** Null: silence. Of somebody who is no member that day: `invalid-input`. */
  'approval.setReply': write('réponse à l’approbation par écrit', () => [
    z.strictObject({ meetingId: Id, personId: Id, answer: ApprovalAnswer.nullable() }),
    Consultation,
  ]),
  /** Mails that came back, oldest first: those that can be told are noted, the others named. `late`: after the last day. */
  'approval.readReplies': journaled(
    'réponses à l’approbation par écrit',
    long('saves', () => [
      z.strictObject({
        meetingId: Id,
        files: z
          .array(z.strictObject({ fileName: z.string().min(1).max(255), bytes: Bytes }))
          .min(1)
          .max(100),
      }),
      z.strictObject({
        taken: z.int(),
        unread: z.array(
          z.strictObject({
            fileName: z.string(),
            why: z.union([
              z.enum(['nobody', 'unclear', 'late', 'older', 'answered', 'other-meeting']),
              ErrorCode,
            ]),
            /** Who wrote it, and the beginning of what they wrote; empty where the file was not read. */
            from: z.string(),
            words: z.string().max(MOST_SHOWN),
          }),
        ),
        consultation: Consultation,
      }),
    ]),
  ),
  /**
   * A numbered corrigendum to approved minutes, with its own kept paper (a document); nothing takes it back. Without a place,
   * without a difference, before the approval or on a day that has not come: `invalid-input`. `id` is chosen by the caller.
   */
  'approval.addCorrigendum': journaled(
    'rectificatif du compte rendu',
    long('saves', () => [z.strictObject({ id: Id, meetingId: Id, fields: CorrigendumFields }), ApprovalView]),
  ),
  /**
   * Keeps a copy of the sealed PDF that was signed elsewhere, with what its signatures say. `not-a-pdf`; `signed-other` when it
   * does not begin with the sealed bytes, `signed-changed` when a page shows something else, `not-signed` when it carries no signature. `id` is chosen by the caller.
   */
  'approval.addSignedCopy': journaled(
    'ajout d’un exemplaire signé',
    long('saves', () => [z.strictObject({ id: Id, meetingId: Id, file: FileBytes }), ApprovalView]),
  ),
  /** As `attachments.open` and `attachments.export` do. */
  'approval.openSignedCopy': shell('acts', () => [z.strictObject({ id: Id }), z.strictObject({})]),
  'approval.exportSignedCopy': shell('acts', () => [z.strictObject({ id: Id }), ExportedCopy.nullable()]),
}
