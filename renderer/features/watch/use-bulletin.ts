import { useState } from 'react'
import type { DocumentSubject } from '../../../electron/contract/documents.ts'
import { civilDate } from '../../../electron/domain/time/civil-date.ts'
import { useQuery } from '../../api/use-query.ts'
import type { Preset } from '../../text/watch.ts'
import { type ChosenPeriod, lastMeetingDay, periodOf } from './periods.ts'

export type Bulletin = {
  readonly preset: Preset
  /** Those that have dates: without a past meeting, none is the last. */
  readonly presets: readonly Preset[]
  readonly period: ChosenPeriod
  /** Null while a date misses or the period ends before it begins; undefined while the meetings are being read. */
  readonly subject: Extract<DocumentSubject, { kind: 'watchBulletin' }> | null | undefined
  choose(preset: Preset): void
  setDates(dates: Partial<ChosenPeriod>): void
}

/** @param isOpen nothing is read while the bulletin is not looked at. */
export function useBulletin(isOpen: boolean): Bulletin {
  const [chosen, setChosen] = useState<Preset>('sinceLast')
  const [free, setFree] = useState<ChosenPeriod>({ from: null, to: null })
  const meetings = useQuery('meetings.list', { year: null }, { enabled: isOpen })
  const today = civilDate(new Date())
  const last = lastMeetingDay(meetings.data ?? [], today)
  const preset = chosen === 'sinceLast' && last === null ? 'month' : chosen
  const period = preset === 'free' ? free : periodOf(preset, today, last ?? today)
  const { from, to } = period
  const isGood = from !== null && to !== null && from <= to
  return {
    preset,
    presets: [...(last === null ? [] : (['sinceLast'] as const)), 'month', 'lastMonth', 'quarter', 'free'],
    period,
    subject:
      meetings.data === undefined && meetings.error === null
        ? undefined
        : isGood
          ? { kind: 'watchBulletin', from, to }
          : null,
    choose: (next) => {
      if (next === 'free') setFree(period)
      setChosen(next)
    },
    setDates: (dates) => {
      setFree({ ...period, ...dates })
      setChosen('free')
    },
  }
}
