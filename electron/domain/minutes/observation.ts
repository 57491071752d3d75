import { z } from 'zod'
import { Id, Instant, Line, PlainText, Version } from '../ids.ts'
import type { Put } from '../text/rich-paragraphs.ts'
import type { MinutesState } from './minutes.ts'

export const ObservationState = z.enum(['open', 'accepted', 'reworded', 'refused'])
export type ObservationState = z.infer<typeof ObservationState>

/** Who reads a draft over: bureau and presidency before it leaves, or the members. */
export const Circle = z.enum(['internal', 'members'])
export type Circle = z.infer<typeof Circle>

export const ObservationFields = z.strictObject({
  /** Which draft it is about. */
  paper: z.enum(['minutes', 'agenda']),
  itemId: Id.nullable(),
  /** Stable name of the paragraph in the draft (see documents/paper `Anchor`); empty = the whole document. */
  anchor: z.string().max(200),
  /** The place in words: "Point 2, Échanges, 3e paragraphe". */
  place: Line,
  organisation: Line,
  organisationId: Id.nullable(),
  author: Line,
  authoredAt: Instant.nullable(),
  /** `change`: words put in, taken out or replaced; `move`: a whole paragraph or item elsewhere; `comment`: words about the text. */
  kind: z.enum(['change', 'comment', 'move']),
  /** The whole paragraph as it was and as it is wanted; equal for a comment; empty = there was, or will be, none. */
  beforeText: PlainText,
  afterText: PlainText,
  comment: PlainText,
  /** Tracked in Word, found by comparing an untracked file, read in a mail, or typed by the secretariat. */
  source: z.enum(['tracked', 'compared', 'mail', 'typed']),
  sourceFileName: z.string().max(255),
  /** Kept bytes of the file it came in. */
  sourceSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  state: ObservationState,
  /** The other wording when `reworded`, the reason when `refused`; may be empty when accepted. */
  answer: PlainText,
})
export type ObservationFields = z.infer<typeof ObservationFields>

export const Observation = ObservationFields.extend({
  id: Id,
  version: Version,
  meetingId: Id,
  position: z.int().min(0),
  circle: Circle,
  /** Within its paper and circle, from the day it came; those of others never move it. */
  number: z.int().min(0),
  /** The version of the minutes that the reader had before them; null when none is known. */
  minutesVersionId: Id.nullable(),
  /** When what was retained was said to stand in the text, or was read there for good; null: the text is asked. */
  settledAt: Instant.nullable(),
})
export type Observation = z.infer<typeof Observation>

/** The circle to which what comes back now most likely belongs: a draft of an agenda goes to those inside. */
export function circleOf(paper: Observation['paper'], state: MinutesState | null): Circle {
  return paper === 'agenda' || state === null || state === 'drafting' || state === 'internalReview'
    ? 'internal'
    : 'members'
}

/** Word signs so for whoever had their name taken out, or never gave one. */
const nobody =
  /^(?:auteur|author|utilisateur|user|microsoft office user|windows user|unknown author|inconnu)?$/i
export const signsNothing = (author: string): boolean => nobody.test(author.trim())

/** The text is to say what it asks, in its words or in others. */
export function isRetained({ state }: Pick<Observation, 'state'>): boolean {
  return state === 'accepted' || state === 'reworded'
}

/** Of new words: the name of the paragraph after which they come, and how they stand to it (`a_3/row`). */
export function putOf({ anchor, beforeText }: Pick<Observation, 'anchor' | 'beforeText'>): {
  name: string
  put: Put | 'cell'
} {
  const [name = '', as] = anchor.split('/')
  const put = (['entry', 'behind', 'row', 'cell'] as const).find((one) => one === as)
  return beforeText !== '' || put === undefined ? { name: anchor, put: 'like' } : { name, put }
}
