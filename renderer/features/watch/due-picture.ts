import type { Output } from '../../../electron/contract/index.ts'
import { fold } from '../../../electron/domain/text/fold.ts'
import { withCapital } from '../../../electron/domain/text/french.ts'
import { daysBetween } from '../../../electron/domain/time/civil-date.ts'

/** Its rows come soonest first. */
type Due = Output<'watch.due'>

export type DueLane = {
  readonly audience: string
  readonly count: number
  readonly first: string
  /** One mark for each day, `at` from 0 to 1 along the period. */
  readonly marks: readonly { readonly date: string; readonly at: number; readonly count: number }[]
}

/** More publics than this share the last lane. */
const MOST_LANES = 8

/**
 * A lane for each public, the soonest first.
 * @param words what lanes without a public, and the shared one, are called.
 */
export function dueLanes(
  { rows, from, to }: Pick<Due, 'rows' | 'from' | 'to'>,
  words: { everybody: string; others: string },
): DueLane[] {
  const days = Math.max(1, daysBetween(from, to))
  const lanes = new Map<string, { audience: string; dates: string[] }>()
  for (const { audience, date } of rows) {
    const lane = lanes.get(fold(audience.trim()))
    if (lane === undefined)
      lanes.set(fold(audience.trim()), {
        audience: withCapital(audience.trim()) || words.everybody,
        dates: [date],
      })
    else lane.dates.push(date)
  }
  const all = [...lanes.values()]
  const shown = all.length <= MOST_LANES ? all : all.slice(0, MOST_LANES - 1)
  const rest = all.slice(shown.length).flatMap(({ dates }) => dates)
  return [...shown, ...(rest.length === 0 ? [] : [{ audience: words.others, dates: rest }])].map(
    ({ audience, dates }) => ({
      audience,
      count: dates.length,
      first: dates[0] ?? '',
      marks: [...new Set(dates)].sort().map((date) => ({
        date,
        at: daysBetween(from, date) / days,
        count: dates.filter((one) => one === date).length,
      })),
    }),
  )
}

/** The first day of each month within the period, for its axis. */
export function monthTicks(from: string, to: string): { date: string; at: number }[] {
  const days = Math.max(1, daysBetween(from, to))
  const ticks: { date: string; at: number }[] = []
  for (let month = 1; ; month += 1) {
    const date = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + month, 1))
      .toISOString()
      .slice(0, 10)
    if (date > to) return ticks
    ticks.push({ date, at: daysBetween(from, date) / days })
  }
}
