import { z } from 'zod'
import { SubjectFields } from '../agenda/subject.ts'
import { Line } from '../ids.ts'
import { ProjectFields, ProjectStage } from '../projects/project.ts'

/** Fields that the sheet leaves open are empty, or null. */
export const ReadSheet = z.strictObject({
  subject: SubjectFields.pick({
    requester: true,
    organisation: true,
    durationMinutes: true,
    nature: true,
  }).extend({ title: Line }),
  project: ProjectFields.pick({
    projectOwner: true,
    organisation: true,
    purpose: true,
    localImpact: true,
    regulatorySide: true,
    askedOfBody: true,
  }).extend({ title: Line, stage: ProjectStage.nullable() }),
  /** Questions of the sheet that were left without an answer. */
  missing: z.array(z.string()),
})
export type ReadSheet = z.infer<typeof ReadSheet>
