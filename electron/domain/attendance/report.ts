import { z } from 'zod'
import { CivilDate, ClockTime, Id, Line } from '../ids.ts'
import { ADDRESS_LENGTH } from '../limits.ts'
import { AttendanceStatus, AttendeeFields } from './attendance.ts'

/** Larger reports are refused: a meeting of 400 makes a hundredth of it. */
export const MAX_REPORT_BYTES = 5 * 1024 * 1024
export const MAX_REPORT_LINES = 5_000

/** Where a report comes from, as its structure tells; `names`: a list without columns, `other`: columns of another tool. */
export const ReportTool = z.enum(['teams', 'zoom', 'bigbluebutton', 'names', 'other'])
export type ReportTool = z.infer<typeof ReportTool>

/** One participant, the connections of one put together. */
export const ReportedPerson = z.strictObject({
  name: Line,
  /** The name before it was changed in the tool, or an organisation written in its place. */
  otherName: Line,
  organisation: Line,
  email: z.string().max(ADDRESS_LENGTH),
  /** A telephone number or the name of a device names nobody. */
  kind: z.enum(['person', 'phone', 'device']),
  /** First arrival and last departure, on the clock of the report. */
  arrivedAt: ClockTime.nullable(),
  leftAt: ClockTime.nullable(),
  /** Time connected in all; null when the report does not say. */
  minutes: z.int().min(0).nullable(),
  connections: z.int().min(1),
})
export type ReportedPerson = z.infer<typeof ReportedPerson>

export const ReadReport = z.strictObject({
  tool: ReportTool,
  /** Every day that the dates of the report may mean, month first or day first. */
  dates: z.array(CivilDate),
  people: z.array(ReportedPerson),
})
export type ReadReport = z.infer<typeof ReadReport>

/**
 * The effect of a line:
 * - `add`: not on the list; `mark`: marked as connected, where nothing or only the reply said how they would be there;
 * - `same`: marked as connected already; `onSite`: marked on site, to be asked; `byHand`: somebody marked otherwise.
 */
export const ReportStanding = z.enum(['add', 'mark', 'same', 'onSite', 'byHand'])
export type ReportStanding = z.infer<typeof ReportStanding>

/** Somebody whom a line may mean. */
export const ReportMatch = z.strictObject({
  /** Of the list of the meeting; null for somebody of the directory who is not on it. */
  attendeeId: Id.nullable(),
  personId: Id.nullable(),
  certainty: z.enum(['sure', 'likely', 'possible']),
})
export type ReportMatch = z.infer<typeof ReportMatch>

export const ReportLine = ReportedPerson.extend({
  /** The one meant, when there is one. */
  match: ReportMatch.nullable(),
  /** How the one meant is marked now. */
  status: AttendanceStatus.nullable(),
  standing: ReportStanding,
  /** Hours that are kept: those of late arrivals and early departures only. */
  late: ClockTime.nullable(),
  early: ClockTime.nullable(),
})
export type ReportLine = z.infer<typeof ReportLine>

export const ReportDraft = z.strictObject({
  tool: ReportTool,
  /** None of the report's dates can be the day of the meeting. */
  otherDate: z.boolean(),
  lines: z.array(ReportLine),
})
export type ReportDraft = z.infer<typeof ReportDraft>

/** One line as it is taken: of somebody on the list (`attendeeId`), or added under `newId`. */
export const AppliedLine = z.strictObject({
  attendeeId: Id.nullable(),
  newId: Id,
  /** How they were marked when the report was read. */
  from: AttendanceStatus.nullable(),
  /** How they were there; null leaves what is marked. */
  status: z.enum(['visio', 'audio']).nullable(),
  arrivedAt: ClockTime.nullable(),
  leftAt: ClockTime.nullable(),
  /** Of somebody to add: their entry in the directory, or the name as typed. */
  personId: Id.nullable(),
  ...AttendeeFields.pick({ familyName: true, givenName: true, organisation: true }).shape,
})
export type AppliedLine = z.infer<typeof AppliedLine>
