import type { Reader } from '../../db/driver.ts'
import type { CivilDate } from '../../domain/ids.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { getSeries, occurrences } from './series.ts'

export type NextMeeting = Pick<Meeting, 'date' | 'startTime' | 'place'>

/** The meeting of the series that is planned after another, else the day that the calendar of the series gives. */
export async function nextMeeting(
  tx: Reader,
  { seriesId, date }: Pick<Meeting, 'seriesId' | 'date'>,
): Promise<NextMeeting | null> {
  const planned = await tx
    .selectFrom('meeting')
    .select(['date', 'startTime', 'place'])
    .where('deletedAt', 'is', null)
    .where('state', '!=', 'cancelled')
    .where('date', '>', date)
    .where((eb) => (seriesId === null ? eb('seriesId', 'is', null) : eb('seriesId', '=', seriesId)))
    .orderBy('date')
    .limit(1)
    .executeTakeFirst()
  if (planned !== undefined) return planned
  if (seriesId === null) return null
  const series = await getSeries(tx, seriesId)
  const year = Number(date.slice(0, 4))
  for (const one of [year, year + 1])
    for (const occurrence of await occurrences(tx, series, one))
      if (occurrence.state === 'free' && occurrence.date > date)
        return { date: occurrence.date, startTime: series.startTime, place: series.place }
  return null
}

/** Whether somebody planned a meeting of a series, or one of none, on a day. */
export async function isMeetingPlanned(
  tx: Reader,
  { seriesId }: Pick<Meeting, 'seriesId'>,
  date: CivilDate | null,
): Promise<boolean> {
  if (date === null) return false
  const found = await tx
    .selectFrom('meeting')
    .select('id')
    .where('deletedAt', 'is', null)
    .where('state', '!=', 'cancelled')
    .where('date', '=', date)
    .where((eb) => (seriesId === null ? eb('seriesId', 'is', null) : eb('seriesId', '=', seriesId)))
    .executeTakeFirst()
  return found !== undefined
}
