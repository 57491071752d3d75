import type { CivilDate, ClockTime } from '../ids.ts'
import { endsNextDay, isPlausibleSpan } from '../meetings/meeting-span.ts'
import { civilDate, clockTime } from '../time/civil-date.ts'
import { count } from './plural.ts'

/** No-break space: between a number and its unit, before a colon, inside « ». */
const NBSP = '\u00a0'
/** Narrow no-break space: before ; ! ? and between groups of three digits. */
const NNBSP = '\u202f'

/** From Sunday, as `Date` counts them. */
export const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
/** January first. */
export const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]
const shortMonths = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juill.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
]

type Parts = { year: number; month: number; day: number; weekday: string }

function partsOf(date: CivilDate): Parts {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? ''
  return { year, month, day, weekday }
}

function dayNumber(day: number): string {
  return day === 1 ? '1er' : String(day)
}

/** `2026-11-12` → "jeudi 12 novembre 2026"; the first of a month is "1er". Day and month never part. */
export function formatDate(date: CivilDate): string {
  return `${partsOf(date).weekday} ${formatDateWithoutWeekday(date)}`
}

/** `2026-11-12` → "12 novembre 2026". */
export function formatDateWithoutWeekday(date: CivilDate): string {
  const { year, month, day } = partsOf(date)
  return `${dayNumber(day)}${NBSP}${months[month - 1]} ${year}`
}

/** "du 1er au 30 novembre 2026", "du 13 novembre au 10 décembre 2026"; of one day, "du 3 novembre 2026". */
export function formatPeriod(from: CivilDate, to: CivilDate): string {
  if (from === to) return `du ${formatDateWithoutWeekday(from)}`
  const [start, end] = [partsOf(from), partsOf(to)]
  const sameYear = start.year === end.year
  const first =
    sameYear && start.month === end.month
      ? dayNumber(start.day)
      : sameYear
        ? `${dayNumber(start.day)}${NBSP}${months[start.month - 1]}`
        : formatDateWithoutWeekday(from)
  return `du ${first} au ${formatDateWithoutWeekday(to)}`
}

/** `2026-11-03` → "3 nov. 2026", for narrow columns. */
export function formatNarrowDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date)
  return `${dayNumber(day)}${NBSP}${shortMonths[month - 1]}${NBSP}${year}`
}

/** `2026-12-10` → "jeu. 10 déc."; with `withYear`, "jeu. 10 déc. 2026". */
export function formatShortDate(date: CivilDate, withYear = false): string {
  const { year, month, day, weekday } = partsOf(date)
  const short = `${weekday.slice(0, 3)}. ${dayNumber(day)}${NBSP}${shortMonths[month - 1]}`
  return withYear ? `${short} ${year}` : short
}

/** `2026-01-15` → "janv.". */
export function shortMonth(date: CivilDate): string {
  return shortMonths[partsOf(date).month - 1] ?? ''
}

/** `14:30` → "14 h 30", `09:00` → "9 h". */
export function formatTime(time: ClockTime): string {
  const hours = String(Number(time.slice(0, 2)))
  const minutes = time.slice(3, 5)
  return minutes === '00' ? `${hours}${NBSP}h` : `${hours}${NBSP}h${NBSP}${minutes}`
}

/** "1er novembre 2026 à 14 h 05", in this desk's time. */
export function formatMoment(instant: Date): string {
  return `${formatDateWithoutWeekday(civilDate(instant))} à ${formatTime(clockTime(instant))}`
}

/** "17 h", or "1 h le lendemain" of what began before midnight. */
export function formatEndTime(start: ClockTime, end: ClockTime): string {
  const span = { startTime: start, endTime: end }
  return endsNextDay(span) && isPlausibleSpan(span) ? `${formatTime(end)} le lendemain` : formatTime(end)
}

/** "de 14 h 30 à 17 h", "de 22 h à 1 h le lendemain", or "à 14 h 30" when no end is known. */
export function formatTimeRange(start: ClockTime, end: ClockTime | null): string {
  return end === null ? `à ${formatTime(start)}` : `de ${formatTime(start)} à ${formatEndTime(start, end)}`
}

/** The words as a sentence ends, without a second stop after their own. */
export function stopped(words: string): string {
  return /[.!?…]$/u.test(words) ? words : `${words}.`
}

/** « … », with the spaces that keep the guillemets at the words; what is quoted in them stands between “…”. */
export function quoted(words: string): string {
  const within = words.replace(/«[\s\u00a0\u202f]*/gu, '“').replace(/[\s\u00a0\u202f]*»/gu, '”')
  return `«${NBSP}${within}${NBSP}»`
}

/** The same, cut where the words are a whole text. */
export const quotedShort = (words: string, most: number): string =>
  quoted(words.length > most ? `${words.slice(0, most - 2).trimEnd()}…` : words)

/** "A", "A et B", "A, B et C". */
export function enumerated(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`
}

/** The same words with a capital first letter. */
export function withCapital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Minutes → "45 min", "1 h", "3 h 05". */
export function formatDuration(minutes: number): string {
  if (minutes < 60) return `${minutes}${NBSP}min`
  const rest = minutes % 60
  const hours = `${Math.floor(minutes / 60)}${NBSP}h`
  return rest === 0 ? hours : `${hours}${NBSP}${String(rest).padStart(2, '0')}`
}

/** Bytes → "640 o", "412 ko", "1,2 Mo", "3 Go", in the units of the limits: 1 Mo is 1024 ko. */
export function formatSize(bytes: number): string {
  const units = ['o', 'ko', 'Mo', 'Go']
  let [size, unit] = [bytes, 0]
  while (Math.round(size) >= 1024 && unit < units.length - 1) [size, unit] = [size / 1024, unit + 1]
  const rounded = unit > 1 && size < 10 ? Math.round(size * 10) / 10 : Math.round(size)
  return `${count(rounded).replace('.', ',')}${NBSP}${units[unit]}`
}

const space = `[ ${NBSP}${NNBSP}]`
const monthNames = months.join('|')

/** Applied in order to a whole text; together they are repeated until nothing changes. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L})'(?=[\p{L}«"])/gu, '’'],
  [/(?<=^|[\s([«’])"(?=[^\s"])([^"\n]*?)(?<=[^\s"])"(?=$|[\s.,;:!?)\]»])/gu, `«${NBSP}$1${NBSP}»`],
  [new RegExp(`«${space}*(?=\\S)`, 'gu'), `«${NBSP}`],
  [new RegExp(`(?<=[^\\s«])${space}*»`, 'gu'), `${NBSP}»`],
  [new RegExp(`(?<=[^\\s:;!?])${space}+(?=:(?:\\s|$))`, 'gu'), NBSP],
  [/(?<=[\p{L}»)])(?=:[ \u00a0\u202f])/gu, NBSP],
  [new RegExp(`(?<=[^\\s:;!?])${space}+(?=[;!?])`, 'gu'), NNBSP],
  [/(?<=[\p{L}\p{N}»)])(?=[;!?]+(?:\s|$))/gu, NNBSP],
  // A group of three digits belongs to the number before it, unless that number is itself longer (a year).
  [new RegExp(`(?<=(?<![\\p{L}\\p{N}.,])\\d{1,3}(?:${space}\\d{3})*)${space}(?=\\d{3}(?!\\d))`, 'gu'), NNBSP],
  [new RegExp(`(?<=\\d)${space}+(?=(?:€|%|h|min|km|m²|Ko|Mo|Go)(?![\\p{L}\\p{N}]))`, 'gu'), NBSP],
  [new RegExp(`(?<=\\d${NBSP}h)${space}+(?=\\d{2}(?!\\d))`, 'gu'), NBSP],
  [new RegExp(`(?<=(?<![\\p{L}\\p{N}])(?:n°|art\\.|M\\.|MM\\.|Mme|Mmes|p\\.))${space}+(?=\\S)`, 'giu'), NBSP],
  [
    new RegExp(
      `(?<=(?<![\\p{L}\\p{N}])(?:1er|[1-9]|[12]\\d|3[01]))${space}+(?=(?:${monthNames})(?!\\p{L}))`,
      'giu',
    ),
    NBSP,
  ],
]

/**
 * French typography of a typed text: no-break spaces before « : ; ! ? » and inside guillemets, between a number
 * and its unit, between groups of digits, in dates and hours; straight quotes and apostrophes become « » and ’.
 * Changes spaces and quotes only; applied twice, it changes nothing the second time. Addresses are left alone
 * because a sign counts as punctuation only before a space or the end.
 * Source: Lexique des règles typographiques en usage à l’Imprimerie nationale.
 */
export function typography(text: string): string {
  let current = text
  for (;;) {
    const next = rules.reduce((value, [pattern, replacement]) => value.replace(pattern, replacement), current)
    if (next === current) return current
    current = next
  }
}
