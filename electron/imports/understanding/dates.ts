import { CivilDate } from '../../domain/ids.ts'
import { plainLine } from './plain-line.ts'
import { SPELLED, spelledNumber } from './spelled.ts'

/**
 * `date` is `YYYY-MM-DD`, or `--MM-DD` without a year; null when it cannot exist (31 février).
 * `doubtful`: it cannot exist, or the weekday written before it is another one.
 */
export type FoundDate = {
  date: string | null
  doubtful: boolean
  hasWeekday: boolean
  /** Of the words in the text searched. */
  index: number
  length: number
}

const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juill', 'juil'],
  ['aout'],
  ['septembre', 'sept'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
]

const WEEKDAY = String.raw`(?:(?<weekday>dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi|dim\.|lun\.|mar\.|mer\.|jeu\.|ven\.|sam\.)[\s,]+(?:le\s+)?)?`
const MONTH = String.raw`janvier|janv\.?|jan\.|f[ée]vrier|f[ée]vr?\.?|mars|avril|avr\.|mai|juin|juillet|juill\.?|juil\.?|ao[uû]t|septembre|sept\.?|octobre|oct\.?|novembre|nov\.?|d[ée]cembre|d[ée]c\.?`
/** "17mai 2026": behind a whole name with its year the blank may be lost. */
const GLUED = String.raw`(?<=\d)(?=(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre)\s+\d{4}(?!\d))`
const WORDED = String.raw`(?<day>\d{1,2})\s?(?:er|ᵉʳ|(?<=\b1)°)?(?:\s+|${GLUED})(?<month>${MONTH})(?![\p{L}])(?:\s+(?<year>\d{4}(?!\d)|2\d(?=\s?(?:[,;)]|$))))?`
const NUMERIC = String.raw`(?<numericDay>\d{1,2})(?<separator>[/.-]|\s\/\s)(?<numericMonth>\d{1,2})(?:\k<separator>(?<numericYear>\d{4}|\d{2})(?!\d)|(?![\d/.]*\d))`
/** "Délibération n° 2024/05/12" has a number, and no date. */
const NO_REFERENCE = String.raw`(?<!(?:n[°o]|num[ée]ro|d[ée]lib[ée]ration|dossier|r[ée]f(?:[ée]rence)?)[.:]?\s?:?\s?\d{4})`
const ISO = String.raw`(?<isoYear>\d{4})(?:-(?<isoMonth>\d{2})-(?<isoDay>\d{2})|${NO_REFERENCE}\/(?<slashMonth>\d{1,2})\/(?<slashDay>\d{1,2}))(?!\d)`
// "1/2 heure", "3.2" and page numbers must not pass for dates: numeric ones without a year need a slash.
const DATE = new RegExp(String.raw`(?<![\d/.,hH])${WEEKDAY}(?:${ISO}|${WORDED}|${NUMERIC})`, 'giu')

/** "L’an deux mille vingt-six, le mardi six octobre" and "le six octobre deux mille vingt-six"; figures may stand for any of it. */
const YEAR = String.raw`(?:deux[- ]mil(?:le)?(?:[- ](?:et[- ])?(?<years>${SPELLED}))?|(?<figures>20\d{2}))`
const FORMULA = new RegExp(
  String.raw`\bl[’'](?:an|année)\s+${YEAR}\s*,?\s*(?:et\s+)?(?:le\s+)?(?<weekday>[a-z]+di\s+)?(?<day>${SPELLED}|\d{1,2}(?:er)?)\s+(?:du\s+mois\s+(?:de\s+|d[’']))?(?<month>${MONTH})(?![\p{L}])`,
  'giu',
)
const SPELLED_DATE = new RegExp(
  String.raw`\b(?<weekday>[a-z]+di\s+)?(?<day>${SPELLED}|\d{1,2}(?:er)?)\s+(?<month>${MONTH})\s+${YEAR}(?![\p{L}\d])`,
  'giu',
)

const MAY_BE_SPELLED = /\bmil(?:le)?\b|l[’']an/i

/** "La semaine du 5 novembre": no day of its own. */
export function isWeekOf(text: string, date: FoundDate): boolean {
  return /\bsemaines? du$/.test(plainLine(text.slice(0, date.index)))
}

/** The weekday written before a date of a text, from 0 for Sunday; null when none is. */
export function weekdayBefore(text: string, date: string): number | null {
  const found = datesIn(text).find((one) => one.date === date && one.hasWeekday)
  return found === undefined ? null : weekdayOf(text.slice(found.index))
}

/** A day without its year, in one; null where that year has no such day (29 February). */
export function inYear(partial: string, year: string | number): string | null {
  const date = `${year}${partial.slice(1)}`
  return CivilDate.safeParse(date).success ? date : null
}

/** Every date, in order. */
export function datesIn(text: string): FoundDate[] {
  // Nearly every line has none in words.
  if (!MAY_BE_SPELLED.test(text)) return figureDates(text)
  const spelled = spelledDates(text.normalize('NFC'))
  const outside = ({ index }: FoundDate) =>
    !spelled.some((one) => index >= one.index && index < one.index + one.length)
  return [...figureDates(text).filter(outside), ...spelled].sort((a, b) => a.index - b.index)
}

function spelledDates(text: string): FoundDate[] {
  return [...text.matchAll(FORMULA), ...text.matchAll(SPELLED_DATE)].flatMap((found) => {
    const { day = '', month = '', years, figures, weekday } = found.groups ?? {}
    const number = /^\d/.test(day) ? Number.parseInt(day, 10) : spelledNumber(day)
    const year =
      figures === undefined ? 2000 + (years === undefined ? 0 : spelledNumber(years)) : Number(figures)
    const iso = [String(year), monthOf(month), number].map((part) => String(part).padStart(2, '0')).join('-')
    const [date] = figureDates(iso)
    return date === undefined
      ? []
      : [{ ...date, hasWeekday: weekday !== undefined, index: found.index, length: found[0].length }]
  })
}

function figureDates(text: string): FoundDate[] {
  const dates: FoundDate[] = []
  for (const found of text.normalize('NFC').matchAll(DATE)) {
    const date = build(found)
    if (date !== null) dates.push(firstDay(text, date))
  }
  return dates
}

/** "du mardi 5 au mercredi 6 mai 2026" begins on the 5th; so do "mardi 5 et mercredi 6 mai" and "5, 6 et 7 mai". */
function firstDay(text: string, last: FoundDate): FoundDate {
  const before =
    /(?:(?:du|des|le|les)\s+(?:\p{L}+\s+)?|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+|^|:\s*)(\d{1,2})(?:er)?(?:,\s*(?:\p{L}+di\s+)?\d{1,2}(?:er)?)*\s*(?:au|et(?: le)?|à|-|–)\s*$/iu.exec(
      text.slice(0, last.index),
    )
  const day = Number(before?.[1] ?? 0)
  if (before === null || last.date === null || day < 1 || day >= Number(last.date.slice(-2))) return last
  const date = `${last.date.slice(0, -2)}${String(day).padStart(2, '0')}`
  return { ...last, date, index: before.index, length: last.index + last.length - before.index }
}

function build(found: RegExpExecArray): FoundDate | null {
  const groups = found.groups ?? {}
  if (groups.separator !== undefined && groups.separator !== '/' && groups.numericYear === undefined)
    return null
  const day = Number(groups.day ?? groups.isoDay ?? groups.slashDay ?? groups.numericDay)
  const month =
    groups.month === undefined
      ? Number(groups.isoMonth ?? groups.slashMonth ?? groups.numericMonth)
      : monthOf(groups.month)
  if (groups.numericDay !== undefined && (month < 1 || month > 12)) return null
  const written = groups.year ?? groups.isoYear ?? groups.numericYear
  const year = written === undefined ? null : written.length === 2 ? 2000 + Number(written) : Number(written)
  // Without a year 29 February may exist: a leap year stands in.
  const exists = day >= 1 && day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate()
  const weekday = groups.weekday === undefined ? null : weekdayOf(groups.weekday)
  const contradicted =
    exists &&
    year !== null &&
    weekday !== null &&
    new Date(Date.UTC(year, month - 1, day)).getUTCDay() !== weekday
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    date: exists ? `${year === null ? '-' : String(year).padStart(4, '0')}-${two(month)}-${two(day)}` : null,
    doubtful: !exists || contradicted,
    hasWeekday: weekday !== null,
    index: found.index,
    length: found[0].length,
  }
}

function weekdayOf(word: string): number {
  const start = plainLine(word).slice(0, 3)
  return WEEKDAYS.findIndex((weekday) => weekday.startsWith(start))
}

function monthOf(word: string): number {
  const bare = plainLine(word).replace('.', '')
  return MONTHS.findIndex((names) => names.includes(bare)) + 1
}
