import { z } from 'zod'
import { CivilDate, Id, Line, Name, PlainText, Version } from '../ids.ts'

export const WatchNature = z.enum([
  'loi',
  'ordonnance',
  'decret',
  'arrete',
  'circulaire',
  'avis',
  'decision',
  'reglementUE',
  'directiveUE',
  'referentiel',
  'autre',
])
export type WatchNature = z.infer<typeof WatchNature>

export const WatchStatus = z.enum([
  'announced',
  'draft',
  'consultation',
  'signed',
  'published',
  'inForce',
  'repealed',
])
export type WatchStatus = z.infer<typeof WatchStatus>

export const WatchFollowUp = z.enum(['toPresent', 'presented', 'toFollow', 'closed'])
export type WatchFollowUp = z.infer<typeof WatchFollowUp>

/**
 * Why a text enters into force when it does: the day after its publication (Code civil, article 1), on a date that it sets, or
 * when another text says so; empty: nobody said.
 */
export const InForceRule = z.enum(['', 'dayAfter', 'dated', 'dependent'])
export type InForceRule = z.infer<typeof InForceRule>

/** Statuses of a text that is not out yet: it may be what a published text was called before. */
export const unpublished: readonly WatchStatus[] = ['announced', 'draft', 'consultation', 'signed']

export const WatchFields = z.strictObject({
  nature: WatchNature,
  title: Name,
  number: z.string().max(60),
  nor: z.string().max(30),
  ministry: Line,
  status: WatchStatus,
  followUp: WatchFollowUp,
  publishedOn: CivilDate.nullable(),
  inForceOn: CivilDate.nullable(),
  appliesOn: CivilDate.nullable(),
  audience: Line,
  consequences: PlainText,
  sourceUrl: z.string().max(2000),
  /** Identifiers beside the NOR, each in its one form (domain/watch/text-identifiers.ts); empty when unknown. */
  jorfText: z.string().max(30),
  eli: z.string().max(300),
  celex: z.string().max(30),
  signedOn: CivilDate.nullable(),
  /** Issue of the JO, "0171", and the rank of the text in it. */
  joNumber: z.string().max(10),
  joTextNumber: z.int().min(1).nullable(),
  /** How it is called in lists when its title is long; empty: by its title. */
  shortTitle: Line,
  /** Its title while it was a draft; empty when it never was one here. */
  draftTitle: Line,
  theme: Line,
  announcedOn: CivilDate.nullable(),
  /** Of the first draft that was handed over. */
  draftedOn: CivilDate.nullable(),
  repealedOn: CivilDate.nullable(),
  inForceRule: InForceRule,
  /** The rubrics of its notice, in its own words. */
  purpose: PlainText,
  inForceWords: PlainText,
  notice: PlainText,
  legalReferences: PlainText,
  /** When somebody last compared this sheet with its source. */
  checkedOn: CivilDate.nullable(),
})
export type WatchFields = z.infer<typeof WatchFields>
export const WatchItem = WatchFields.extend({ id: Id, version: Version })
export type WatchItem = z.infer<typeof WatchItem>

/** A text of which nothing but its title is known. */
export const blankText: Omit<WatchFields, 'title'> = {
  nature: 'autre',
  number: '',
  nor: '',
  ministry: '',
  status: 'announced',
  followUp: 'toFollow',
  publishedOn: null,
  inForceOn: null,
  appliesOn: null,
  audience: '',
  consequences: '',
  sourceUrl: '',
  jorfText: '',
  eli: '',
  celex: '',
  signedOn: null,
  joNumber: '',
  joTextNumber: null,
  shortTitle: '',
  draftTitle: '',
  theme: '',
  announcedOn: null,
  draftedOn: null,
  repealedOn: null,
  inForceRule: '',
  purpose: '',
  inForceWords: '',
  notice: '',
  legalReferences: '',
  checkedOn: null,
}
