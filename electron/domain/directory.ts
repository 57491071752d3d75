// Directory: colleges, organisations and persons, each with a protocol order used in every list.
import { z } from 'zod'
import { Id, Line, Version } from './ids.ts'

export const CollegeFields = z.strictObject({ name: Line.min(1), protocolOrder: z.int().min(0) })
export const College = CollegeFields.extend({ id: Id, version: Version })
export type College = z.infer<typeof College>

export const OrganisationFields = z.strictObject({
  name: Line.min(1),
  acronym: z.string().max(40),
  collegeId: Id.nullable(),
  protocolOrder: z.int().min(0),
})
export type OrganisationFields = z.infer<typeof OrganisationFields>
export const Organisation = OrganisationFields.extend({ id: Id, version: Version })
export type Organisation = z.infer<typeof Organisation>

export const PersonFields = z.strictObject({
  civility: z.enum(['M.', 'Mme', '']),
  givenName: Line,
  familyName: Line.min(1),
  jobTitle: Line,
  organisationId: Id.nullable(),
  email: z.string().max(320),
  phone: z.string().max(60),
  /** A standing member is proposed in the attendance of every meeting; the others are guests. */
  isMember: z.boolean(),
  protocolOrder: z.int().min(0),
})
export type PersonFields = z.infer<typeof PersonFields>
export const Person = PersonFields.extend({ id: Id, version: Version })
export type Person = z.infer<typeof Person>
