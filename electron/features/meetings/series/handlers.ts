import { AppError } from '../../../contract/errors.ts'
import type { Reader } from '../../../db/driver.ts'
import { defined, deleteRow, updateRow } from '../../../db/rows.ts'
import { isPlausibleSpan } from '../../../domain/meetings/meeting-span.ts'
import { aheadStates } from '../../../domain/meetings/opened.ts'
import type { Occurrence, Series } from '../../../domain/meetings/series.ts'
import type { Handlers } from '../../context.ts'
import { newId } from '../../new-id.ts'
import { isFreeNumber } from '../../reads/meeting-numbers.ts'
import { getSeries, occurrenceFor, occurrences, seriesList } from '../../reads/series.ts'
import { createMeeting } from '../create.ts'

export const handlers: Handlers<'series'> = {
  'series.list': ({ tx }) => seriesList(tx),
  'series.occurrences': async ({ tx }, { id, year }) => occurrences(tx, await getSeries(tx, id), year),
  async 'series.add'({ tx }, { id, fields }) {
    const list = await seriesList(tx)
    if (list.some((series) => series.id === id)) return list
    refuseImplausible(fields)
    await tx
      .insertInto('series')
      .values({ ...fields, rule: JSON.stringify(fields.rule), id, version: 1 })
      .execute()
    return seriesList(tx)
  },
  async 'series.update'({ tx, mergeAs }, { id, version, patch }) {
    const { rule, ...rest } = defined(patch)
    refuseImplausible({ ...(await getSeries(tx, id)), ...rest })
    await updateRow(
      tx,
      'series',
      { id, version },
      { ...rest, ...(rule === undefined ? {} : { rule: JSON.stringify(rule) }) },
    )
    mergeAs(`${id} ${Object.keys(patch).join()}`)
    return seriesList(tx)
  },
  async 'series.remove'({ tx }, target) {
    for (const table of ['meeting', 'mandate'] as const)
      if (
        await tx.selectFrom(table).select('id').where('seriesId', '=', target.id).limit(1).executeTakeFirst()
      )
        throw new AppError('state-refuses')
    await tx.deleteFrom('seriesSkip').where('seriesId', '=', target.id).execute()
    await deleteRow(tx, 'series', target)
    return seriesList(tx)
  },
  async 'series.createMeetings'(context, { id, year, occurrences: chosen }) {
    const { tx, today } = context
    const series = await getSeries(tx, id)
    const known = new Map((await occurrences(tx, series, year)).map((one) => [one.date, one]))
    let nearest = await nearestAhead(tx, id, today)
    for (const { date, on } of [...chosen].sort((a, b) => a.date.localeCompare(b.date))) {
      const occurrence = known.get(date)
      if (occurrence?.byRule !== true) throw new AppError('invalid-input', { field: 'occurrences' })
      if (occurrence.state !== 'free') continue
      known.set(date, { ...occurrence, state: 'created' })
      const fields = { date: on ?? date }
      // Minutes that await approval today go to the nearest meeting; to the others when their time comes.
      const approvals = nearest === null || fields.date <= nearest
      await createMeeting(context, fields, { series, occurrenceDate: date, template: { approvals } })
      if (fields.date >= today) nearest = earliest(nearest, fields.date)
    }
    return occurrences(tx, series, year)
  },
  async 'series.adoptMeetings'({ tx }, { id, year }) {
    const series = await getSeries(tx, id)
    const strays = await tx
      .selectFrom('meeting')
      .selectAll()
      .where('seriesId', 'is', null)
      .where('deletedAt', 'is', null)
      .where((eb) => eb.between('date', `${year}-01-01`, `${year}-12-31`))
      .orderBy('date')
      .execute()
    for (const { id: meetingId, version, date, number } of strays) {
      const place = { id: meetingId, seriesId: id, date }
      if (number !== null && !(await isFreeNumber(tx, { ...place, number }))) continue
      const occurrenceDate = await occurrenceFor(tx, series, place)
      await updateRow(tx, 'meeting', { id: meetingId, version }, { seriesId: id, occurrenceDate })
    }
    return occurrences(tx, series, year)
  },
  async 'series.skip'({ tx, now }, { id, date, reason }) {
    const series = await getSeries(tx, id)
    const occurrence = await expectByRule(tx, series, date)
    if (occurrence.meetingId !== null) throw new AppError('state-refuses')
    await tx
      .insertInto('seriesSkip')
      .values({ id: newId(now), seriesId: id, date, reason })
      .onConflict((conflict) => conflict.columns(['seriesId', 'date']).doUpdateSet({ reason }))
      .execute()
    return occurrences(tx, series, Number(date.slice(0, 4)))
  },
  async 'series.unskip'({ tx }, { id, date }) {
    const series = await getSeries(tx, id)
    await tx.deleteFrom('seriesSkip').where('seriesId', '=', id).where('date', '=', date).execute()
    return occurrences(tx, series, Number(date.slice(0, 4)))
  },
}

/** The date of the next meeting of a series that is still to come; null when there is none. */
async function nearestAhead(tx: Reader, seriesId: string, today: string): Promise<string | null> {
  const { date } = await tx
    .selectFrom('meeting')
    .select((eb) => eb.fn.min('date').as('date'))
    .where('seriesId', '=', seriesId)
    .where('deletedAt', 'is', null)
    .where('state', 'in', aheadStates)
    .where('date', '>=', today)
    .executeTakeFirstOrThrow()
  return date
}

const earliest = (a: string | null, b: string) => (a === null || b < a ? b : a)

async function expectByRule(tx: Reader, series: Series, date: string): Promise<Occurrence> {
  const year = Number(date.slice(0, 4))
  const found = (await occurrences(tx, series, year)).find((one) => one.date === date && one.byRule)
  if (found === undefined) throw new AppError('invalid-input', { field: 'date' })
  return found
}

function refuseImplausible(span: { startTime: string; endTime: string | null }): void {
  if (!isPlausibleSpan(span)) throw new AppError('invalid-input', { field: 'endTime' })
}
