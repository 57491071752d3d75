// Contract of meetings: list by year, create, edit, move, cancel, state, 30-day bin.
import { z } from 'zod'
import { CivilDate, ClockTime, Id, Line, Version } from '../domain/ids.ts'
import { Meeting, MeetingFields, MeetingMove, MeetingRow, MeetingState } from '../domain/meeting.ts'
import { MeetingFile } from '../domain/meeting-file.ts'
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
  /** Date, time and title are enough; `fromTemplate` lays down approval, follow-up and any-other-business items. */
  'meetings.create': write(
    z.strictObject({ fields: MeetingFields.partial().required({ date: true }), fromTemplate: z.boolean() }),
    Meeting,
  ),
  'meetings.update': write(target.extend({ patch: MeetingFields.omit({ date: true }).partial() }), Meeting),
  /** Changes the date; the move is kept as an event with its reason. */
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
