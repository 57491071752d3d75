import { z } from 'zod'
import { CivilDate, ClockTime, Id, Line, Name, Version } from '../ids.ts'
import { addDays, weekday } from '../time/civil-date.ts'
import { holidays } from '../time/holidays.ts'
import { MeetingMode } from './meeting.ts'

/** "Le 2e jeudi" of the months said; the fifth exists only in some months, -1 is the last. */
export const SeriesRule = z.strictObject({
  ordinal: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(-1)]),
  /** Monday = 1 … Sunday = 7. */
  weekday: z.int().min(1).max(7),
  /** Months of the year, 1 to 12, without repetition. */
  months: z.array(z.int().min(1).max(12)).min(1).max(12),
})
export type SeriesRule = z.infer<typeof SeriesRule>

export const SeriesFields = z.strictObject({
  name: Name,
  rule: SeriesRule,
  startTime: ClockTime,
  endTime: ClockTime.nullable(),
  mode: MeetingMode,
  place: Line,
  videoLink: z.string().max(2000),
  chair: Line,
  secretary: Line,
})
export type SeriesFields = z.infer<typeof SeriesFields>
export const Series = SeriesFields.extend({ id: Id, version: Version })
export type Series = z.infer<typeof Series>

/** Result of one date that the rule gives. */
export const Occurrence = z.strictObject({
  /** The date the rule gives: the occurrence's identity, even when the meeting moved elsewhere. */
  date: CivilDate,
  /** False for a meeting of the series on a date that its rule does not give (any more). */
  byRule: z.boolean(),
  /** The French public holiday that falls on it, or null. */
  holiday: z.enum(holidays).nullable(),
  state: z.enum(['free', 'created', 'moved', 'cancelled', 'skipped']),
  meetingId: Id.nullable(),
  /** Where it takes place now, when created; differs from `date` when moved. */
  meetingDate: CivilDate.nullable(),
  /** Why it is skipped, moved or cancelled, as far as it was said. */
  reason: Line,
})
export type Occurrence = z.infer<typeof Occurrence>

/** The dates that a rule gives in a civil year, in order; a month without a fifth such day gives none. */
export function occurrenceDates(rule: SeriesRule, year: number): CivilDate[] {
  return [...rule.months]
    .sort((a, b) => a - b)
    .map((month) => dayOfMonth(rule, `${year}-${String(month).padStart(2, '0')}`))
    .filter((date) => date !== null)
}

function dayOfMonth({ ordinal, weekday: wanted }: SeriesRule, month: string): CivilDate | null {
  const first = `${month}-01`
  const earliest = (wanted - weekday(first) + 7) % 7
  const inMonth = (rank: number) => {
    const date = addDays(first, earliest + 7 * (rank - 1))
    return date.startsWith(month) ? date : null
  }
  return ordinal === -1 ? (inMonth(5) ?? inMonth(4)) : inMonth(ordinal)
}
