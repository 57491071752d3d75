import { z } from 'zod'
import { AttendeeFields } from '../../domain/attendance/attendance.ts'
import { ArchiveManifest } from '../../domain/data/parcel.ts'
import { Bytes, CivilDate, Instant } from '../../domain/ids.ts'
import { ArchivedKind, RetentionRule, TransferDescription } from '../../domain/minutes/retention.ts'
import { ApprovalMode } from '../../domain/minutes/version.ts'
import { HeadLook } from '../head.ts'

/** The services that a transfer goes between, by identifiers of the archives service, and how the meeting is described. */
export const Transfer = TransferDescription.extend({
  archives: z.string().min(1),
  transferring: z.string().min(1),
  originating: z.string().min(1),
  /** Empty = none. */
  agreement: z.string(),
})
export type Transfer = z.infer<typeof Transfer>

const Piece = z.strictObject({
  folder: z.string(),
  /** A readable name, not yet one that every file system takes. */
  fileName: z.string(),
  kind: ArchivedKind,
  title: z.string(),
  date: CivilDate,
})
/** Bytes of the store that must still be what they were, or bytes made for the archive. */
const KeptPiece = Piece.extend({ storePath: z.string(), sha256: z.string() })
const MadePiece = Piece.extend({ bytes: Bytes })

export const MeetingArchiveModel = z.strictObject({
  look: HeadLook,
  madeAt: Instant,
  madeBy: z.string(),
  body: z.string(),
  meetingWord: z.string(),
  meeting: ArchiveManifest.shape.meeting.extend({ chair: z.string() }),
  meetingId: z.string(),
  producer: z.string(),
  approval: z.strictObject({
    mode: ApprovalMode,
    approvedOn: CivilDate,
    sealedAt: Instant,
    sha256: z.string(),
  }),
  attendees: z.array(AttendeeFields),
  rules: z.array(RetentionRule),
  /** The approved minutes first. */
  kept: z.array(KeptPiece).min(1),
  made: z.array(MadePiece),
  /** Only of a transfer. */
  transfer: Transfer.nullable(),
})
export type MeetingArchiveModel = z.infer<typeof MeetingArchiveModel>

/** A piece as it lies in the archive. */
export type ArchivedPiece = Pick<z.infer<typeof Piece>, 'kind' | 'title' | 'date'> & {
  path: string
  sizeBytes: number
  sha256: string
  mediaType: string
}
