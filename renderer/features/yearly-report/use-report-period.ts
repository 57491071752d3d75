import { useState } from 'react'
import { civilDate, daysBetween } from '../../../electron/domain/time/civil-date.ts'
import {
  calendarYear,
  nextPeriod,
  previousPeriod,
  yearOf,
} from '../../../electron/domain/time/report-period.ts'
import type { Period } from '../../../electron/domain/watch/period.ts'
import { yearlyReportText as text } from '../../text/yearly-report.ts'

const FIRST = '1900-01-01'
const LAST = '2999-12-31'
const LONGEST = 36_525

export type ChosenReportPeriod = {
  /** As typed. */
  readonly period: Period
  readonly year: string | null
  readonly fromError: string | undefined
  readonly toError: string | undefined
  readonly move: (step: 1 | -1) => void
  readonly change: (part: Partial<Period>) => void
  readonly reset: (() => void) | null
}

export function useReportPeriod(): ChosenReportPeriod {
  const thisYear = yearOf(civilDate(new Date()))
  const [period, setPeriod] = useState<Period>(thisYear)
  const fromError = period.from < FIRST ? text.tooOld : undefined
  const toError =
    period.to < period.from
      ? text.reversed
      : daysBetween(period.from, period.to) > LONGEST
        ? text.tooLong
        : undefined
  return {
    period,
    year: calendarYear(period),
    fromError,
    toError,
    move: (step) => {
      if (fromError !== undefined || toError !== undefined) return
      const next = step === 1 ? nextPeriod(period) : previousPeriod(period)
      if (next.from >= FIRST && next.to <= LAST) setPeriod(next)
    },
    change: (part) => setPeriod({ ...period, ...part }),
    reset: period.from === thisYear.from && period.to === thisYear.to ? null : () => setPeriod(thisYear),
  }
}
