import { z } from 'zod'
import { CivilDate, Id, Line, PlainText } from '../domain/ids.ts'
import { Approval, ApprovalMode, Corrigendum, CorrigendumFields } from '../domain/minutes/version.ts'
import { journaled, long, read } from './method.ts'

export const ApprovalView = z.strictObject({
  approval: Approval.nullable(),
  corrigenda: z.array(Corrigendum),
  /** Why the minutes cannot be approved now; empty when they can. */
  obstacles: z.array(z.enum(['notValidated', 'openObservations', 'approved', 'noMinutes', 'notHeld'])),
  /** Later meetings that can approve them, nearest first, with the item of their agenda that says so. */
  approvingMeetings: z.array(
    z.strictObject({ meetingId: Id, number: z.int().nullable(), date: CivilDate, itemId: Id.nullable() }),
  ),
})
export type ApprovalView = z.infer<typeof ApprovalView>

export const approval = {
  'approval.get': read(z.strictObject({ meetingId: Id }), ApprovalView),
  /**
   * Approves: the version as it is now is rendered once, its bytes and hash kept, its rows locked. Undo stops at
   * it (`approved`): nothing takes it back, a corrigendum corrects it. What the approving meeting said, with the hash, is put
   * under its item. Not validated, with open observations, or
   * with a red line (domain/meetings/leaving.ts): `state-refuses`. A day that has not come, or before the
   * meeting, or before the one that approves: `invalid-input`.
   */
  'approval.approve': journaled(
    'approbation du compte rendu',
    long(
      'saves',
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
         * seal. Others than there are now: `conflict`.
         */
        asked: z.array(Line).max(2000),
      }),
      ApprovalView,
    ),
    { counted: 'approved' },
  ),
  /** A numbered corrigendum to approved minutes, with its own kept paper (a document). `id` is chosen by the caller. */
  'approval.addCorrigendum': journaled(
    'rectificatif du compte rendu',
    long('saves', z.strictObject({ id: Id, meetingId: Id, fields: CorrigendumFields }), ApprovalView),
  ),
}
