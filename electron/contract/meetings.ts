import { z } from 'zod'
import { CivilDate, ClockTime, Id, Line, Version } from '../domain/ids.ts'
import { Meeting, MeetingFields, MeetingMove, MeetingRow, MeetingState } from '../domain/meetings/meeting.ts'
import { MeetingFile } from '../domain/meetings/meeting-file.ts'
import { read, write } from './method.ts'

const target = z.strictObject({ id: Id, version: Version })

export const meetings = {
  /** Live meetings of a civil year, newest first; `null` lists every year. */
  'meetings.list': read(
    z.strictObject({ year: z.int().min(1900).max(2999).nullable() }),
    z.array(MeetingRow),
  ),
  /** Years that hold a live meeting, newest first. */
  'meetings.years': read(z.strictObject({}), z.array(z.int())),
  'meetings.get': read(z.strictObject({ id: Id }), MeetingFile),
  /**
   * A date is enough; in a series the rest is the series'. `fromTemplate` lays down the items every agenda has; the
   * back-planning is laid in any case.
   */
  'meetings.create': write(
    z.strictObject({
      fields: MeetingFields.partial().required({ date: true }),
      fromTemplate: z.boolean(),
      seriesId: Id.nullable().optional(),
    }),
    Meeting,
  ),
  /** A number that another meeting of the same series and year has: `invalid-input`, field `number`. */
  'meetings.update': write(
    target.extend({
      patch: MeetingFields.omit({ date: true }).extend({ seriesId: Id.nullable() }).partial(),
    }),
    Meeting,
  ),
  /**
   * Changes the date; the move is kept as an event with its reason. The number stays, unless the new year has given it
   * already in this series: then the next one of that year.
   */
  'meetings.move': write(
    target.extend({ date: CivilDate, startTime: ClockTime, endTime: ClockTime.nullable(), reason: Line }),
    Meeting,
  ),
  'meetings.moves': read(z.strictObject({ id: Id }), z.array(MeetingMove)),
  'meetings.cancel': write(target.extend({ reason: Line }), Meeting),
  /** Goes along the life cycle; the yearly number is given at `convened`. */
  'meetings.setState': write(target.extend({ state: MeetingState }), Meeting),
  /** Into the bin; refused (`state-refuses`) once convened. */
  'meetings.remove': write(target, z.strictObject({ id: Id })),
  'meetings.bin': read(z.strictObject({}), z.array(Meeting)),
  'meetings.restore': write(target, Meeting),
}
