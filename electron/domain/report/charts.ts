import { z } from 'zod'
import { formatNarrowDate, shortMonth } from '../text/french.ts'
import type { Chart } from './chart.ts'
import { reportWords as words } from './words.ts'
import type { Presence, ReportMeeting, YearlyReport } from './yearly-report.ts'

export const ChartId = z.enum(['decisions', 'axes', 'owners', 'participation', 'delays', 'texts'])
export type ChartId = z.infer<typeof ChartId>

/** More than this share the last bar and, on paper, the last row beneath it, so that the two say the same. */
export const MOST_OWNERS = 12
/** More are only in the table. */
const MOST_LINES = 4

/** Meetings that are drawn one by one at most; more are gathered by month, over more than three years by year. */
const MOST_SLOTS = 24

type Slot = { label: string; meetings: readonly ReportMeeting[] }

/** Null when there is nothing to draw. */
export function chartOf(report: YearlyReport, id: ChartId): Chart | null {
  switch (id) {
    case 'decisions':
      return columnsOf(report)
    case 'participation':
      return linesOf(report)
    case 'axes':
      return bars(
        id,
        report.hearings.axes.map(({ name, count }) => ({
          label: name || words.noAxis,
          value: count,
          note: '',
        })),
      )
    case 'owners': {
      const { owners } = report.hearings
      const shown = owners.length <= MOST_OWNERS ? owners : owners.slice(0, MOST_OWNERS - 1)
      const rest = owners.slice(shown.length).reduce((sum, { count }) => sum + count, 0)
      return bars(id, [
        ...shown.map(({ name, count }) => ({ label: name || words.noOwner, value: count, note: '' })),
        ...(rest === 0
          ? []
          : [
              { label: words.otherOwners(owners.length - shown.length), value: rest, note: '', isRest: true },
            ]),
      ])
    }
    case 'delays': {
      const { delays, open, late, dropped } = report.actions
      return bars(
        id,
        (
          [
            ['before', delays.before],
            ['within', delays.within],
            ['after', delays.after],
            ['unknown', delays.unknown],
            ['dropped', dropped],
            ['open', open],
          ] as const
        )
          // Rare things are told when they happen.
          .filter(([delay, value]) => value > 0 || (delay !== 'unknown' && delay !== 'dropped'))
          .map(([delay, value]) => ({
            label: words.delays[delay],
            value,
            note: delay === 'open' && late > 0 ? words.ofWhichLate(late) : '',
          })),
      )
    }
    case 'texts':
      return bars(
        id,
        report.texts.natures.map(({ nature, followed }) => ({
          label: words.natures[nature],
          value: followed,
          note: '',
        })),
      )
  }
}

function bars(
  id: 'axes' | 'owners' | 'delays' | 'texts',
  rows: Extract<Chart, { kind: 'bars' }>['rows'],
): Chart | null {
  if (rows.every(({ value }) => value === 0)) return null
  const title = words.charts[id]
  const told = rows.map(({ label, value, note }) =>
    words.told(label, note === '' ? String(value) : `${value} ${note}`),
  )
  return { kind: 'bars', title, told: told.join('\u202f; '), rows }
}

function columnsOf(report: YearlyReport): Chart | null {
  const slots = slotsOf(report)
  if (slots.length === 0) return null
  const total = (meetings: readonly ReportMeeting[], key: 'decisions' | 'actions') => {
    const known = meetings.flatMap((meeting) => meeting[key] ?? [])
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
  }
  const rows = slots.map(({ label, meetings }) => ({
    label,
    values: [total(meetings, 'decisions'), total(meetings, 'actions')],
  }))
  if (rows.every(({ values }) => values.every((value) => value === null))) return null
  return {
    kind: 'columns',
    title: words.charts.decisions,
    told: words.toldColumns(report.decisions.total, report.actions.total),
    series: [words.decisions, words.actions],
    slots: rows,
  }
}

function linesOf(report: YearlyReport): Chart | null {
  const slots = slotsOf(report)
  const { colleges } = report.participation
  const series = colleges.slice(0, MOST_LINES).map(({ name }, index) => ({
    name: name || words.everybody,
    values: slots.map(({ meetings }) =>
      shareOf(meetings.flatMap((meeting) => meeting.colleges[index] ?? [])),
    ),
  }))
  if (series.every(({ values }) => values.every((value) => value === null))) return null
  const told = colleges.map(({ name, present, members }) =>
    words.told(name || words.everybody, words.share(present, members)),
  )
  return {
    kind: 'lines',
    title: words.charts.participation,
    told: `${told.join('\u202f; ')}. ${words.inTable}`,
    labels: slots.map(({ label }) => label),
    series,
  }
}

function shareOf(list: readonly Presence[]): number | null {
  const members = list.reduce((sum, one) => sum + one.members, 0)
  return members === 0 ? null : list.reduce((sum, one) => sum + one.present, 0) / members
}

/**
 * The year of a monthly body month by month, gaps included; otherwise meeting by meeting, or what holds them: the months
 * of up to three years, else the years.
 */
function slotsOf({ meetings }: YearlyReport): Slot[] {
  const first = meetings[0]
  const last = meetings.at(-1)
  if (first === undefined || last === undefined) return []
  const months = monthsBetween(first.date, last.date)
  const byMonth = months.map((month) => ({
    label: months.length > 12 && month.endsWith('-01') ? month.slice(0, 4) : shortMonth(`${month}-01`),
    meetings: meetings.filter(({ date }) => date.startsWith(month)),
  }))
  if (months.length <= 12 && byMonth.every((slot) => slot.meetings.length <= 1)) return byMonth
  if (meetings.length <= MOST_SLOTS)
    return meetings.map((meeting) => ({
      label: formatNarrowDate(meeting.date).split('\u00a0').slice(0, 2).join('\u00a0'),
      meetings: [meeting],
    }))
  if (months.length <= 36) return byMonth
  const years = [...new Set(months.map((month) => month.slice(0, 4)))]
  return years.map((year) => ({
    label: year,
    meetings: meetings.filter(({ date }) => date.startsWith(year)),
  }))
}

/** "2026-01" to "2026-12". */
function monthsBetween(from: string, to: string): string[] {
  const list: string[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  for (;;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (name > to.slice(0, 7)) return list
    list.push(name)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year += 1
  }
}
