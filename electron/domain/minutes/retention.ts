// As the archives service and the secretariat have agreed. Nothing is filled in by default: no text fixes these
// durations for this body.
import { z } from 'zod'
import { Id, Line, PlainText, Version } from '../ids.ts'

/** The parts of a meeting's archive. */
export const ArchivedKind = z.enum(['minutes', 'agenda', 'annex', 'attendance'])
export type ArchivedKind = z.infer<typeof ArchivedKind>

export const RetentionFields = z.strictObject({
  /** Durée d'utilité administrative, in years; null = not agreed. */
  duaYears: z.int().min(0).max(200).nullable(),
  /** Sort final: kept, sorted, destroyed; null = not agreed. */
  finalFate: z.enum(['keep', 'sort', 'destroy']).nullable(),
  /** Délai de communicabilité, in years; 0 = at once; null = not agreed. */
  communicableAfterYears: z.int().min(0).max(200).nullable(),
  /** The text or the table that says so. */
  reference: Line,
  /** Identifiers of the two rules in the archives service's own lists, as a transfer names them; empty = not agreed. */
  appraisalRule: Line,
  accessRule: Line,
})
export type RetentionFields = z.infer<typeof RetentionFields>

export const RetentionRule = RetentionFields.extend({ id: Id, version: Version, kind: ArchivedKind })
export type RetentionRule = z.infer<typeof RetentionRule>

/** `seda`: a transfer of SEDA 2.3, which the archives service takes in. */
export const ArchiveForm = z.enum(['folder', 'zip', 'seda'])
export type ArchiveForm = z.infer<typeof ArchiveForm>

/** How a meeting is described to the archives service. */
export const TransferDescription = z.strictObject({
  title: Line.min(1),
  description: PlainText,
  /** Subjects, by which it is found. */
  keywords: z.array(Line.min(1)).max(50),
})
export type TransferDescription = z.infer<typeof TransferDescription>
