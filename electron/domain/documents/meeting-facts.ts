// What a document says of a meeting, each fact by itself: beside the printed words in the file, so that it is read back
// without guessing. Never more than the pages say.
import { z } from 'zod'
import { ItemKind, ItemNature } from '../agenda/agenda.ts'
import { AttendanceStatus } from '../attendance/attendance.ts'
import { CivilDate, ClockTime } from '../ids.ts'

/** Deeper than any agenda; what a file says of it is anybody's. */
const DEEPEST = 50

const ItemFacts = z.strictObject({
  depth: z.int().min(1).max(DEEPEST),
  /** As printed; empty for a welcome or a break. */
  number: z.string(),
  kind: ItemKind,
  title: z.string(),
  nature: ItemNature.nullable(),
  /** Its own, not those that follow from the other items. */
  fixedStart: ClockTime.nullable(),
  durationMinutes: z.int().min(0).nullable(),
  presenter: z.string(),
  organisation: z.string(),
  requester: z.string(),
})
export type ItemFacts = z.infer<typeof ItemFacts>

/** Of an item on a paper that says its number and title alone. */
export const listedAlone = {
  nature: null,
  fixedStart: null,
  durationMinutes: null,
  presenter: '',
  organisation: '',
  requester: '',
} as const satisfies Partial<ItemFacts>

const PersonFacts = z.strictObject({
  familyName: z.string(),
  givenName: z.string(),
  organisation: z.string(),
  role: z.string(),
  status: AttendanceStatus.nullable(),
  representedBy: z.string(),
})
export type PersonFacts = z.infer<typeof PersonFacts>

const DecisionFacts = z.strictObject({
  number: z.string(),
  /** The rank of its item among the items; null when it stands under none of them. */
  item: z.int().min(0).nullable(),
  text: z.string(),
})
const ActionFacts = DecisionFacts.extend({
  owner: z.string(),
  organisation: z.string(),
  dueDate: CivilDate.nullable(),
})

export const MeetingFacts = z.strictObject({
  number: z.int().nullable(),
  title: z.string(),
  date: CivilDate,
  startTime: ClockTime,
  endTime: ClockTime.nullable(),
  place: z.string(),
  videoLink: z.string(),
  /** In agenda order. */
  items: z.array(ItemFacts),
  /** Whether these are all the items that the meeting has. */
  isWhole: z.boolean(),
  people: z.array(PersonFacts),
  decisions: z.array(DecisionFacts),
  actions: z.array(ActionFacts),
  next: z
    .strictObject({ date: CivilDate.nullable(), startTime: ClockTime.nullable(), place: z.string() })
    .nullable(),
})
export type MeetingFacts = z.infer<typeof MeetingFacts>

/** Which fact a printed text says; of an item, which of its fields. */
export type FactPlace =
  | { readonly of: 'meeting'; readonly field: 'number' | 'title' | 'when' | 'place' | 'videoLink' }
  | {
      readonly of: 'items'
      readonly at: number
      readonly fields: readonly ('title' | 'nature' | 'fixedStart' | 'durationMinutes' | 'people')[]
    }
  | { readonly of: 'people' | 'decisions' | 'actions'; readonly at: number }
  | { readonly of: 'next' }

/** A text that the pages print, in reading order, and the facts that it says. */
export type PrintedText = { readonly words: string; readonly says: readonly FactPlace[] }

/** What a file of our own carries; `faulty`: its facts are not what its own printed words say. */
export type Carried =
  | {
      readonly type: 'facts'
      readonly kind: 'agenda' | 'minutes'
      readonly facts: MeetingFacts
      readonly printed: readonly PrintedText[]
    }
  /** A paper of ours about something else than one meeting. */
  | { readonly type: 'other'; readonly title: string }
  | { readonly type: 'faulty' }
