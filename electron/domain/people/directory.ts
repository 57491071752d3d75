import { z } from 'zod'
import { CivilDate, Id, Line, Name, Version } from '../ids.ts'
import { ADDRESS_LENGTH } from '../limits.ts'
import { Article } from './organisation-article.ts'

/** Goes into the head of a message: on one line, whatever was pasted. */
const OneLine = z.string().regex(/^\P{Cc}*$/u)

/** Empty where it says nothing. */
export const Acronym = Line.max(40)

export const CollegeFields = z.strictObject({ name: Name, protocolOrder: z.int().min(0) })
export const College = CollegeFields.extend({ id: Id, version: Version })
export type College = z.infer<typeof College>

export const OrganisationFields = z.strictObject({
  name: Name,
  acronym: Acronym,
  /** As a person says; null: as the name itself tells. */
  article: Article.nullable(),
  collegeId: Id.nullable(),
  protocolOrder: z.int().min(0),
})
export type OrganisationFields = z.infer<typeof OrganisationFields>
export const Organisation = OrganisationFields.extend({ id: Id, version: Version })
export type Organisation = z.infer<typeof Organisation>

export const PersonFields = z.strictObject({
  civility: z.enum(['M.', 'Mme', '']),
  givenName: Line,
  familyName: Name,
  jobTitle: Line,
  organisationId: Id.nullable(),
  email: OneLine.max(ADDRESS_LENGTH),
  phone: OneLine.max(60),
  /** Assistants in copy of every message: addresses separated by commas. */
  copyEmails: OneLine.max(1000),
  /** Other names the same person is written with (birth name, married name), separated by commas. */
  otherNames: Line,
  protocolOrder: z.int().min(0),
})
export type PersonFields = z.infer<typeof PersonFields>
export const Person = PersonFields.extend({ id: Id, version: Version })
export type Person = z.infer<typeof Person>

/** A name an organisation bore until a date, that day included; later dates show the next name. */
export const OrganisationNameFields = z.strictObject({
  name: Name,
  acronym: Acronym,
  until: CivilDate,
})
export const OrganisationName = OrganisationNameFields.extend({
  id: Id,
  version: Version,
  organisationId: Id,
})
export type OrganisationName = z.infer<typeof OrganisationName>

/** Membership: for an organisation (or in person), in every series or one, between two dates included. */
export const MandateFields = z.strictObject({
  organisationId: Id.nullable(),
  seriesId: Id.nullable(),
  role: z.enum(['titulaire', 'suppleant']),
  startsOn: CivilDate.nullable(),
  endsOn: CivilDate.nullable(),
})
export type MandateFields = z.infer<typeof MandateFields>
export const Mandate = MandateFields.extend({ id: Id, version: Version, personId: Id })
export type Mandate = z.infer<typeof Mandate>
