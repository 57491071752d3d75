// Project: an undertaking presented to the body, and its hearings (each time it was on an agenda).
import { z } from 'zod'
import { CivilDate, Id, Line, PlainText, Version } from './ids.ts'
import { Outcome } from './minutes.ts'

export const ProjectStage = z.enum(['idea', 'design', 'experiment', 'rollout', 'running', 'closed'])
export type ProjectStage = z.infer<typeof ProjectStage>

export const ProjectFields = z.strictObject({
  title: Line.min(1),
  projectOwner: Line,
  organisation: Line,
  stage: ProjectStage,
  purpose: PlainText,
  localImpact: PlainText,
  regulatorySide: PlainText,
  askedOfBody: PlainText,
})
export type ProjectFields = z.infer<typeof ProjectFields>
export const Project = ProjectFields.extend({ id: Id, version: Version })
export type Project = z.infer<typeof Project>

/** One appearance of a project or of a watch item on an agenda. */
export const Hearing = z.strictObject({
  meetingId: Id,
  meetingDate: CivilDate,
  meetingNumber: z.int().nullable(),
  itemId: Id,
  itemTitle: Line,
  /** How the item ended; null before, or when nothing was said of it. */
  outcome: Outcome.nullable(),
})
export type Hearing = z.infer<typeof Hearing>
