import type { ClockTime } from '../ids.ts'
import { withDe } from '../text/elision.ts'
import { fold } from '../text/fold.ts'
import { enumerated, formatTimeRange, months, weekdays } from '../text/french.ts'
import type { SeriesRule } from './series.ts'

const everyMonth = months.map((_, index) => index + 1)
/** Up to so many months left out, the sentence says those; beyond, the months that remain. */
const FEW = 5

/** "2e jeudi", "dernier mardi". */
function ordinalWords({ ordinal, weekday }: Pick<SeriesRule, 'ordinal' | 'weekday'>): string {
  return `${rankWords(ordinal)} ${weekdays[weekday % 7]}`
}

/** "1er", "2e", "dernier". */
export function rankWords(ordinal: SeriesRule['ordinal']): string {
  return ordinal === -1 ? 'dernier' : ordinal === 1 ? '1er' : `${ordinal}e`
}

/** "2e jeudi du mois, sauf en août, de 14 h à 16 h 30": what a secretary would say of the series. */
export function ruleSentence(series: {
  rule: SeriesRule
  startTime: ClockTime
  endTime: ClockTime | null
}): string {
  const { rule, startTime, endTime } = series
  return `${ordinalWords(rule)} ${monthWords(rule.months)}, ${formatTimeRange(startTime, endTime)}`
}

function monthWords(chosen: readonly number[]): string {
  const named = (list: readonly number[]) => enumerated(list.map((month) => months[month - 1] ?? ''))
  const left = everyMonth.filter((month) => !chosen.includes(month))
  if (left.length === 0) return 'du mois'
  if (left.length <= FEW) return `du mois, sauf en ${named(left)}`
  const kept = named([...chosen].sort((a, b) => a - b))
  return withDe(kept)
}

/** A typed sentence as understood; hours it does not give are null. `unknown`: the first word that is not understood. */
type TypedRule =
  | { ok: true; rule: SeriesRule; startTime: ClockTime | null; endTime: ClockTime | null }
  | { ok: false; unknown: string | null }

const ordinals: readonly (readonly [RegExp, SeriesRule['ordinal']])[] = [
  [/^(1er|1re|1ere|premiers?|premieres?)$/, 1],
  [/^(2e|2eme|2nd|2nde|seconds?|secondes?|deuxiemes?)$/, 2],
  [/^(3e|3eme|troisiemes?)$/, 3],
  [/^(4e|4eme|quatriemes?)$/, 4],
  [/^(5e|5eme|cinquiemes?)$/, 5],
  [/^(derniers?|dernieres?)$/, -1],
]
const fillers = new Set(
  'de du des d le la les l lendemain chaque mois tous tout toute et en au aux a par entre jusque puis sauf hors'.split(
    ' ',
  ),
)
const foldedMonths = months.map(fold)
const foldedWeekdays = weekdays.map(fold)
const time =
  /(?<!\d)(\d{1,2})\s*(?:heures?|h|:)(?![a-z])\s*(?:(\d{2})(?!\d|\s*h)(?:\s*(?:min|mn))?)?|\b(midi|minuit)\b/g

/**
 * Reads a rule as people type it: "2e jeudi du mois, 14 h à 16 h 30", "dernier mardi de mars, juin et septembre, 9h30",
 * "1er lundi, sauf juillet et août". Nothing is guessed: a word that is not known makes the whole not understood.
 */
export function parseRule(text: string): TypedRule {
  const times: (ClockTime | null)[] = []
  const bare = fold(text).replace(time, (_, hours?: string, minutes?: string, word?: string) => {
    times.push(word === undefined ? clock(hours, minutes) : word === 'midi' ? '12:00' : '00:00')
    return ' '
  })
  const words = bare.match(/[\p{L}\p{N}]+/gu) ?? []
  const found: { ordinal: SeriesRule['ordinal'][]; weekday: number[]; months: Months } = {
    ordinal: [],
    weekday: [],
    months: { kept: [], left: [] },
  }
  let list = found.months.kept
  for (const [index, word] of words.entries()) {
    const ordinal = ordinals.find(([pattern]) => pattern.test(word))?.[1]
    const weekday = foldedWeekdays.indexOf(word.replace(/s$/, ''))
    const month = foldedMonths.indexOf(word) + 1
    if (word === 'sauf' || word === 'hors') list = found.months.left
    if (ordinal !== undefined) found.ordinal.push(ordinal)
    else if (weekday !== -1) found.weekday.push(weekday === 0 ? 7 : weekday)
    else if (month > 0) list.push(...(words[index - 1] === 'a' ? upTo(list.at(-1), month) : [month]))
    else if (!fillers.has(word)) return { ok: false, unknown: word }
  }
  const [ordinal, otherOrdinal] = found.ordinal
  const [weekday, otherWeekday] = found.weekday
  const [startTime = null, endTime = null] = times
  const chosen = monthsOf(found.months)
  if (ordinal === undefined || otherOrdinal !== undefined) return { ok: false, unknown: null }
  if (weekday === undefined || otherWeekday !== undefined) return { ok: false, unknown: null }
  if (times.length > 2 || times.includes(null) || chosen.length === 0) return { ok: false, unknown: null }
  return { ok: true, rule: { ordinal, weekday, months: chosen }, startTime, endTime }
}

type Months = { kept: number[]; left: number[] }

function monthsOf({ kept, left }: Months): number[] {
  return everyMonth.filter((month) => (kept.length === 0 || kept.includes(month)) && !left.includes(month))
}

/** The months after one up to another, over the end of the year when need be. */
function upTo(from: number | undefined, to: number): number[] {
  const found = [to]
  if (from === undefined) return found
  for (let month = from; month !== to; month = (month % 12) + 1) found.push(month)
  return found
}

function clock(hours = '', minutes = '00'): ClockTime | null {
  if (Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes}`
}
