import { z } from 'zod'
import { Id, Line, Version } from '../domain/ids.ts'
import { MeetingDay } from '../domain/meetings/meeting.ts'
import { Occurrence, Series, SeriesFields } from '../domain/meetings/series.ts'
import { read, write } from './method.ts'

const target = z.strictObject({ id: Id, version: Version })
const year = z.int().min(1900).max(2999)

export const series = {
  /** Oldest first. */
  'series.list': read(() => [z.strictObject({}), z.array(Series)]),
  'series.add': write('création d’une série', () => [
    z.strictObject({ id: Id, fields: SeriesFields }),
    z.array(Series),
  ]),
  'series.update': write('modification d’une série', () => [
    target.extend({ patch: SeriesFields.partial() }),
    z.array(Series),
  ]),
  /** Refused (`state-refuses`) while meetings or mandates belong to it, those in the bin included. */
  'series.remove': write('suppression d’une série', () => [target, z.array(Series)]),
  /**
   * Every date the rule gives in a year with what became of it, and the meetings of the series on other dates, in order.
   * One that was moved over the new year is in both years.
   */
  'series.occurrences': read(() => [z.strictObject({ id: Id, year }), z.array(Occurrence)]),
  /**
   * Makes the meetings of the dates chosen in the preview, each `on` another day if its own does not suit, with the
   * series' fields, the agenda's template and the back-planning. One already made or skipped is left alone; a date the
   * rule does not give is refused (`invalid-input`). One journal entry.
   */
  'series.createMeetings': write(
    'création des séances de l’année',
    () => [
      z.strictObject({
        id: Id,
        year,
        occurrences: z
          .array(z.strictObject({ date: MeetingDay, on: MeetingDay.nullable() }))
          .min(1)
          .max(60),
      }),
      z.array(Occurrence),
    ],
    { counted: 'meeting-made' },
  ),
  /** Takes in the meetings of a year that belong to no series; one whose number the series already gave stays out. */
  'series.adoptMeetings': write('rattachement de séances à une série', () => [
    z.strictObject({ id: Id, year }),
    z.array(Occurrence),
  ]),
  /** No meeting that day; refused (`state-refuses`) once there is one, which is cancelled instead. */
  'series.skip': write('date sans séance', () => [
    z.strictObject({ id: Id, date: MeetingDay, reason: Line }),
    z.array(Occurrence),
  ]),
  'series.unskip': write('date de nouveau proposée', () => [
    z.strictObject({ id: Id, date: MeetingDay }),
    z.array(Occurrence),
  ]),
}
