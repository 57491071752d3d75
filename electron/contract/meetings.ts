import { z } from 'zod'
import { ClockTime, Id, Line, Version } from '../domain/ids.ts'
import { Departure, ToldCheck } from '../domain/meetings/leaving.ts'
import {
  Meeting,
  MeetingDay,
  MeetingFields,
  MeetingMove,
  MeetingRow,
  MeetingState,
} from '../domain/meetings/meeting.ts'
import { MeetingFile } from '../domain/meetings/meeting-file.ts'
import { read, write } from './method.ts'

const target = z.strictObject({ id: Id, version: Version })

export const meetings = {
  /** Live meetings of a civil year, newest first; `null` lists every year. */
  'meetings.list': read(() => [
    z.strictObject({ year: z.int().min(1900).max(2999).nullable() }),
    z.array(MeetingRow),
  ]),
  /** Years that hold a live meeting, newest first. */
  'meetings.years': read(() => [z.strictObject({}), z.array(z.int())]),
  'meetings.get': read(() => [z.strictObject({ id: Id }), MeetingFile]),
  /**
   * A date is enough; in a series the rest is the series'. `fromTemplate` lays down the items every agenda has; the
   * back-planning is laid in any case. With an `id` that is there already, that meeting is returned: asked twice, it is
   * made once.
   */
  'meetings.create': write(
    'création d’une séance',
    () => [
      z.strictObject({
        id: Id.optional(),
        fields: MeetingFields.partial().required({ date: true }),
        fromTemplate: z.boolean(),
        seriesId: Id.nullable().optional(),
      }),
      Meeting,
    ],
    { counted: 'meeting-made' },
  ),
  /** A number that another meeting of the same series and year has: `invalid-input`, field `number`. */
  'meetings.update': write('modification de la séance', () => [
    target.extend({
      patch: MeetingFields.omit({ date: true }).extend({ seriesId: Id.nullable() }).partial(),
    }),
    Meeting,
  ]),
  /**
   * Changes the date; the move is kept as an event with its reason. The number stays, unless the new year has given it
   * already in this series: then the next one of that year. To a day to come while its minutes are past drafting:
   * `minutes-out`.
   */
  'meetings.move': write(
    'déplacement de la séance',
    () => [
      target.extend({ date: MeetingDay, startTime: ClockTime, endTime: ClockTime.nullable(), reason: Line }),
      Meeting,
    ],
    { counted: 'moved' },
  ),
  'meetings.moves': read(() => [z.strictObject({ id: Id }), z.array(MeetingMove)]),
  'meetings.cancel': write('annulation de la séance', () => [target.extend({ reason: Line }), Meeting], {
    counted: 'cancelled',
  }),
  /**
   * Goes along the life cycle; the yearly number is given at `convened`. In session, minutes are started and the first item
   * is on: `meeting-over` once it was held, `other-in-session` while another one is. Held before its day without having been
   * opened: `meeting-to-come`.
   */
  'meetings.setState': write('changement d’état de la séance', () => [
    target.extend({ state: MeetingState }),
    Meeting,
  ]),
  /** Into the bin; refused once convened (`state-refuses`), convoked by a message or with minutes that say something, whatever its state is since (`meeting-begun`). */
  'meetings.remove': write('mise à la corbeille d’une séance', () => [target, z.strictObject({ id: Id })]),
  /** What is missing or odd before something leaves; red lines stop the seal, nothing else. */
  'meetings.leavingChecks': read(() => [
    z.strictObject({ id: Id, departure: Departure }),
    z.array(ToldCheck),
  ]),
  'meetings.bin': read(() => [z.strictObject({}), z.array(Meeting)]),
  'meetings.restore': write('restauration d’une séance', () => [target, Meeting]),
}
