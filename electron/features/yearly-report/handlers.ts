import { AppError } from '../../contract/errors.ts'
import type { Output } from '../../contract/index.ts'
import { referenceOf, yearlyReport } from '../../domain/report/yearly-report.ts'
import { daysBetween } from '../../domain/time/civil-date.ts'
import { previousPeriod } from '../../domain/time/report-period.ts'
import type { Period } from '../../domain/watch/period.ts'
import type { Handlers, ReadContext } from '../context.ts'
import { reportRows } from './queries.ts'

export const handlers: Handlers<'yearlyReport'> = {
  'yearlyReport.get': (context, period) => reportOf(context, period),
}

/** Nothing that a body keeps is older. */
const FIRST = '1900-01-01'
/** Days of a hundred years. */
const LONGEST = 36_525

/** @throws AppError `invalid-input`, field `to`, when the period ends before it begins or is longer than a century. */
export async function reportOf(
  context: Pick<ReadContext, 'tx' | 'today' | 'pause'>,
  period: Period,
): Promise<Output<'yearlyReport.get'>> {
  if (period.from < FIRST) throw new AppError('invalid-input', { field: 'from' })
  if (period.from > period.to || daysBetween(period.from, period.to) > LONGEST)
    throw new AppError('invalid-input', { field: 'to' })
  const { today } = context
  const told = async (of: Period) =>
    yearlyReport(of, today, await reportRows(context, of, referenceOf(of, today)))
  // One after the other: each lets other calls go before, and begins anew when one of these wrote.
  return { report: await told(period), previous: await told(previousPeriod(period)) }
}
