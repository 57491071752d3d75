import { z } from 'zod'
import { DraftDate } from '../agenda/draft.ts'
import { AttendanceStatus } from '../attendance/attendance.ts'
import { CivilDate, ClockTime, Id, Line, PlainText } from '../ids.ts'
import { PrintedActionFields } from '../minutes/action.ts'
import { MandateFields, PersonFields } from '../people/directory.ts'

/** Most rows of one kind in one file. */
export const MOST_TAKEN = 500

/** One participant as they are taken in. */
export const TakenParticipant = z.strictObject({
  familyName: Line.min(1),
  givenName: Line,
  /** As the file says it; empty keeps what the directory says. */
  organisation: Line,
  role: Line,
  status: AttendanceStatus.nullable(),
  /** Who came instead. */
  representedBy: Line.optional(),
  /** Their entry in the directory; null keeps the names as they are written. */
  personId: Id.nullable(),
  /** Marks them so even where the meeting says something else already. */
  replacesMark: z.boolean(),
})
export type TakenParticipant = z.infer<typeof TakenParticipant>

/**
 * Under which item something stands: one that comes with it (its rank among the items sent, parents before children), one
 * of the meeting, or none: then under an item of its own at the end.
 */
export const TakenPlace = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('taken'), index: z.int().min(0).max(MOST_TAKEN) }),
  z.strictObject({ type: z.literal('existing'), itemId: Id }),
  z.strictObject({ type: z.literal('none') }),
])
export type TakenPlace = z.infer<typeof TakenPlace>

export const TakenDecision = z.strictObject({
  /** As printed; null when the application numbers it. */
  number: Line.nullable(),
  text: PlainText.min(1),
  place: TakenPlace,
})
export type TakenDecision = z.infer<typeof TakenDecision>

export const TakenAction = z.strictObject({
  number: Line.nullable(),
  text: PlainText.min(1),
  ...PrintedActionFields.pick({ owner: true, ownerId: true, organisation: true, dueDate: true }).shape,
  place: TakenPlace,
})
export type TakenAction = z.infer<typeof TakenAction>

/** Of a person or organisation that is not in the directory, and is to be. Sent twice, nothing is added twice. */
export const NewOrganisation = z.strictObject({ id: Id, name: Line.min(1), acronym: z.string().max(40) })
export type NewOrganisation = z.infer<typeof NewOrganisation>
export const NewPerson = z.strictObject({
  id: Id,
  ...PersonFields.pick({ familyName: true, givenName: true, jobTitle: true, organisationId: true }).shape,
  /** Null: in the directory, but no member. */
  mandate: MandateFields.shape.role.nullable(),
})
export type NewPerson = z.infer<typeof NewPerson>

/** What the file tells under an item beside its statements. */
export const TakenText = z.strictObject({
  lines: z.array(z.strictObject({ text: PlainText.min(1), isListed: z.boolean() })).min(1),
  place: TakenPlace,
})
export type TakenText = z.infer<typeof TakenText>

export const TakenMinutes = z.strictObject({
  /** The hours that the file prints. */
  openedAt: ClockTime.nullable(),
  closedAt: ClockTime.nullable(),
  participants: z.array(TakenParticipant).max(MOST_TAKEN),
  decisions: z.array(TakenDecision).max(MOST_TAKEN),
  actions: z.array(TakenAction).max(MOST_TAKEN),
  texts: z.array(TakenText).max(MOST_TAKEN).default([]),
  /** Told in the minutes; no meeting is created. */
  nextMeeting: z
    .strictObject({ date: CivilDate.nullable(), time: ClockTime.nullable(), place: Line })
    .nullable(),
  history: z.array(z.strictObject({ step: Line, date: DraftDate.nullable(), by: Line })).max(50),
  newOrganisations: z.array(NewOrganisation).max(MOST_TAKEN),
  newPersons: z.array(NewPerson).max(MOST_TAKEN),
})
export type TakenMinutes = z.infer<typeof TakenMinutes>
