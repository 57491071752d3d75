import { z } from 'zod'
import { AgendaItemFields } from '../agenda/agenda.ts'
import { AttendeeFields, SeatRole } from '../attendance/attendance.ts'
import { CivilDate, Id, Instant, Line, PlainText } from '../ids.ts'
import { MeetingFields } from '../meetings/meeting.ts'
import { ItemPositionFields } from '../session/session.ts'
import { ActionFields } from './action.ts'
import { DecisionFields } from './decision.ts'
import { MinutesFields, MinutesState, SectionFields } from './minutes.ts'

/** Everything that the minutes say, under the ids of the live rows so that two versions can be compared and one restored. */
export const MinutesContent = z.strictObject({
  minutes: MinutesFields,
  /** At the head of the paper. Versions made before it was kept have none, nor what stands under the titles. */
  meeting: MeetingFields.pick({
    title: true,
    date: true,
    startTime: true,
    endTime: true,
    mode: true,
    place: true,
    chair: true,
    secretary: true,
    number: true,
  }).optional(),
  sections: z.array(
    SectionFields.extend({
      // Versions made before anything was published have none.
      circulation: SectionFields.shape.circulation.default('public'),
      id: Id,
      itemId: Id,
      number: z.string(),
      title: Line,
      /** Under the title: who presents it, for whom, of what nature, and the texts that it is about. */
      presented: AgendaItemFields.pick({ presenter: true, organisation: true, requester: true, nature: true })
        .extend({ texts: z.array(Line) })
        .optional(),
    }),
  ),
  decisions: z.array(DecisionFields.extend({ id: Id, itemId: Id, rank: z.int().min(1) })),
  actions: z.array(ActionFields.extend({ id: Id, itemId: Id, rank: z.int().min(1) })),
  positions: z.array(ItemPositionFields.extend({ id: Id, itemId: Id })),
  /** The names as they are printed, whatever the directory says later. */
  attendees: z.array(
    AttendeeFields.extend({
      id: Id,
      position: z.int().min(0),
      // Versions made before seats were known have none.
      seat: SeatRole.nullable().default(null),
    }),
  ),
})
export type MinutesContent = z.infer<typeof MinutesContent>

export const MinutesVersion = z.strictObject({
  id: Id,
  meetingId: Id,
  number: z.int().min(1),
  /** State of the minutes when it was made. */
  state: MinutesState,
  reason: z.enum(['sent', 'review', 'validated', 'restored', 'approved', 'kept']),
  madeAt: Instant,
  madeBy: Line,
  note: Line,
  content: MinutesContent,
  /** Kept bytes of the papers made of it, if any. */
  pdfSha256: z.string().nullable(),
  pdfPages: z.int().min(1).nullable(),
  pdfSize: z.int().nullable(),
  docxSha256: z.string().nullable(),
})
export type MinutesVersion = z.infer<typeof MinutesVersion>

export const ApprovalMode = z.enum(['meeting', 'written', 'tacit'])
export type ApprovalMode = z.infer<typeof ApprovalMode>

/** An item of a coming agenda that asks for an approval which was given otherwise since. */
export const SettledApproval = z.strictObject({ itemId: Id, mode: ApprovalMode, approvedOn: CivilDate })
export type SettledApproval = z.infer<typeof SettledApproval>

export const Approval = z.strictObject({
  /** The meeting whose minutes are approved. */
  id: Id,
  mode: ApprovalMode,
  /** The later meeting that approved them; null unless `meeting`. */
  approvingMeetingId: Id.nullable(),
  approvedOn: CivilDate,
  /** The corrections asked for, in words; empty when approved as they were. */
  corrections: PlainText,
  /** What was said to be looked at, and left as it was, when it was sealed; one line each. */
  asked: PlainText,
  /** By writing: how many members approved, observed, said nothing, in words; empty otherwise. */
  replies: PlainText,
  versionId: Id,
  /** Of the approved PDF's kept bytes. */
  sha256: z.string(),
  sealedAt: Instant,
  sealedBy: Line,
})
export type Approval = z.infer<typeof Approval>

export const CorrigendumFields = z.strictObject({
  itemId: Id.nullable(),
  place: Line,
  beforeText: PlainText,
  afterText: PlainText,
  reason: PlainText,
  decidedOn: CivilDate,
})
export type CorrigendumFields = z.infer<typeof CorrigendumFields>
export const Corrigendum = CorrigendumFields.extend({
  id: Id,
  meetingId: Id,
  number: z.int().min(1),
  madeAt: Instant,
  madeBy: Line,
  sha256: z.string(),
  pageCount: z.int().min(1),
})
export type Corrigendum = z.infer<typeof Corrigendum>

/** Dates that the minutes print of their own life ("Suivi du document"). Civil dates of the desk. */
export const MinutesLife = z.strictObject({
  sentOn: CivilDate.nullable(),
  reviewDeadline: CivilDate.nullable(),
  validatedOn: CivilDate.nullable(),
  approval: z
    .strictObject({
      mode: ApprovalMode,
      approvedOn: CivilDate,
      corrections: PlainText,
      /** Remarks of members were retained: where no correction is told, nothing says that there was none. */
      hasRetainedRemarks: z.boolean(),
      /** The meeting that approved them; null unless a meeting did. */
      by: z.strictObject({ number: z.int().nullable(), date: CivilDate }).nullable(),
    })
    .nullable(),
})
export type MinutesLife = z.infer<typeof MinutesLife>
