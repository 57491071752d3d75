import type { Input } from '../../contract/index.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import type { WriteContext } from '../context.ts'
import { createMeeting } from '../meetings/index.ts'
import { getSeries, occurrenceFor, onlySeries } from '../reads/series.ts'

type Fields = Extract<Input<'imports.apply'>['target'], { type: 'new' }>['fields']

export async function newMeeting(context: WriteContext, fields: Fields): Promise<Meeting> {
  const { tx, today } = context
  const seriesId = await onlySeries(tx)
  const series = seriesId === null ? null : await getSeries(tx, seriesId)
  const occurrenceDate =
    series === null ? null : await occurrenceFor(tx, series, { id: null, date: fields.date })
  return createMeeting(context, fields, {
    series,
    occurrenceDate,
    template: null,
    isPlanned: fields.date >= today,
  })
}
