import type { Reader } from '../../db/driver.ts'
import { getRow } from '../../db/rows.ts'
import type { Row } from '../../db/tables.ts'
import { type Occurrence, occurrenceDates, type Series, SeriesRule } from '../../domain/meetings/series.ts'
import { holidayOn } from '../../domain/time/holidays.ts'

/** Every series, oldest first. */
export async function seriesList(tx: Reader): Promise<Series[]> {
  return (await tx.selectFrom('series').selectAll().orderBy('id').execute()).map(seriesOf)
}

/** The series that a meeting belongs to when nobody said so: the only one there is. */
export async function onlySeries(tx: Reader): Promise<string | null> {
  const [only, other] = await tx.selectFrom('series').select('id').limit(2).execute()
  return other === undefined ? (only?.id ?? null) : null
}

/** One series; `not-found` when there is none. */
export async function getSeries(tx: Reader, id: string): Promise<Series> {
  return seriesOf(await getRow(tx, 'series', id))
}

function seriesOf(row: Row<'series'>): Series {
  return { ...row, rule: SeriesRule.parse(JSON.parse(row.rule)) }
}

type SeriesMeeting = {
  id: string
  date: string
  occurrenceDate: string | null
  isCancelled: boolean
  reason: string
}

/** Result of each date of a year, and the meetings of the series on other dates; by the date they stand for. */
export async function occurrences(tx: Reader, series: Series, year: number): Promise<Occurrence[]> {
  const meetings = await meetingsOf(tx, series.id, year)
  const skips = new Map<string, string>()
  for (const { date, reason } of await tx
    .selectFrom('seriesSkip')
    .select(['date', 'reason'])
    .where('seriesId', '=', series.id)
    .execute())
    skips.set(date, reason)
  const byDate = new Map<string, SeriesMeeting>()
  for (const meeting of meetings)
    if (meeting.occurrenceDate !== null && byDate.get(meeting.occurrenceDate)?.isCancelled !== false)
      byDate.set(meeting.occurrenceDate, meeting)
  const dates = occurrenceDates(series.rule, year)
  const byRule = dates.map((date): Occurrence => {
    const meeting = byDate.get(date)
    if (meeting !== undefined) return occurrenceOf(meeting, true)
    const reason = skips.get(date)
    const state = reason === undefined ? 'free' : 'skipped'
    return { ...blank(date, true), state, reason: reason ?? '' }
  })
  const placed = new Set(byRule.map(({ meetingId }) => meetingId))
  const others = meetings.filter(({ id }) => !placed.has(id)).map((meeting) => occurrenceOf(meeting, false))
  return [...byRule, ...others].sort((a, b) => a.date.localeCompare(b.date))
}

function blank(date: string, byRule: boolean): Occurrence {
  return {
    date,
    byRule,
    holiday: holidayOn(date),
    state: 'free',
    meetingId: null,
    meetingDate: null,
    reason: '',
  }
}

function occurrenceOf(meeting: SeriesMeeting, byRule: boolean): Occurrence {
  const date = meeting.occurrenceDate ?? meeting.date
  const state = meeting.isCancelled ? 'cancelled' : meeting.date === date ? 'created' : 'moved'
  const { id: meetingId, date: meetingDate, reason } = meeting
  return { ...blank(date, byRule), state, meetingId, meetingDate, reason }
}

async function meetingsOf(tx: Reader, seriesId: string, year: number): Promise<SeriesMeeting[]> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const rows = await tx
    .selectFrom('meeting')
    .select(['meeting.id', 'meeting.date', 'meeting.occurrenceDate', 'meeting.state', 'meeting.cancelReason'])
    .select((eb) =>
      eb
        .selectFrom('meetingMove')
        .select('meetingMove.reason')
        .whereRef('meetingMove.meetingId', '=', 'meeting.id')
        .whereRef('meetingMove.fromDate', '!=', 'meetingMove.toDate')
        .orderBy('meetingMove.at', 'desc')
        .limit(1)
        .as('moveReason'),
    )
    .where('meeting.seriesId', '=', seriesId)
    .where('meeting.deletedAt', 'is', null)
    .where((eb) =>
      eb.or([eb.between('meeting.date', from, to), eb.between('meeting.occurrenceDate', from, to)]),
    )
    .orderBy('meeting.date')
    .execute()
  return rows.map(({ id, date, occurrenceDate, state, cancelReason, moveReason }) => ({
    id,
    date,
    occurrenceDate,
    isCancelled: state === 'cancelled',
    reason: state === 'cancelled' ? cancelReason : date === occurrenceDate ? '' : (moveReason ?? ''),
  }))
}

/**
 * The date of the rule that a meeting on a given day stands for: that day, else the one of its month, as long as no
 * other meeting stands for it; null otherwise (an extra meeting).
 */
export async function occurrenceFor(
  tx: Reader,
  series: Series,
  meeting: { id: string | null; date: string },
): Promise<string | null> {
  const taken = new Set<string | null>()
  const year = Number(meeting.date.slice(0, 4))
  for (const { id, occurrenceDate, isCancelled } of await meetingsOf(tx, series.id, year))
    if (id !== meeting.id && !isCancelled) taken.add(occurrenceDate)
  const free = occurrenceDates(series.rule, year).filter((date) => !taken.has(date))
  const inMonth = free.find((date) => date.slice(0, 7) === meeting.date.slice(0, 7))
  return free.find((date) => date === meeting.date) ?? inMonth ?? null
}
