import { z } from 'zod'
import type { Draft } from '../agenda/draft.ts'
import type { ReportTool } from '../attendance/report.ts'
import type { Mail } from '../dispatch/mail.ts'
import { Id } from '../ids.ts'
import type { MemberRemarks } from '../minutes/member-remarks.ts'
import type { PdfReview } from '../minutes/pdf-review.ts'
import type { WordReview } from '../minutes/word-review.ts'

/** What a file that was let fall on the window may be. */
export const ArrivalKind = z.enum([
  'returnedMinutes',
  'returnedAgenda',
  'notebook',
  'transcript',
  'attendanceReport',
  'sheet',
  'reply',
  'approvalReply',
  'mail',
  'delivery',
  'directory',
  'watchList',
  'agenda',
  'picture',
  'teamFile',
  'backup',
  'attachment',
])
export type ArrivalKind = z.infer<typeof ArrivalKind>

/** By what it was recognised. */
export const ArrivalReason = z.enum([
  'words',
  'reference',
  'columns',
  'names',
  'questions',
  'answer',
  'sender',
  'message',
  'items',
  'content',
  'anything',
])
export type ArrivalReason = z.infer<typeof ArrivalReason>

/** One thing that a file may be; for a meeting where it is of one. */
export const Arrival = z.strictObject({
  kind: ArrivalKind,
  meetingId: Id.nullable(),
  reason: ArrivalReason,
  /** Nothing has to be asked. */
  isSure: z.boolean(),
})
export type Arrival = z.infer<typeof Arrival>

/** What the bytes of a file say by themselves, before anything is known of the data they belong to. */
export type FileSigns = {
  readonly draft: Pick<Draft, 'kind' | 'meeting'> & {
    readonly items: number
    readonly participants: number
  }
  readonly review: WordReview | null
  /** What was written on the pages of a PDF; null where nothing was. */
  readonly remarks: PdfReview | null
  /** What a member wrote in their folder: of which meeting, on which paper. */
  readonly memberRemarks: Pick<MemberRemarks, 'meetingId' | 'paper'> | null
  readonly notebook: {
    readonly meetingId: string | null
    readonly reference: string | null
    readonly isTranscript: boolean
  } | null
  readonly report: ReportTool | null
  readonly isSheet: boolean
  /** Persons of a list, texts of a table. */
  readonly persons: number
  /** Of these persons some sit as members, which no list of those who came says. */
  readonly hasMandates: boolean
  /** A column of that list says who came. */
  readonly listsPresence: boolean
  readonly texts: number
  readonly isDelivery: boolean
  readonly isPicture: boolean
  /** Pages as pictures, whose words can be recognised. */
  readonly isScan: boolean
  /** Rather something to look at than a page to read, though it may be one. */
  readonly isSmall: boolean
  /** A mail without the bytes of what it brings. */
  readonly mail: Pick<Mail, 'answer' | 'calendar' | 'from' | 'subject'> | null
}
