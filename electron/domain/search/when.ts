// Days, months and years as people type them in a search: "12/03", "seance du 12 mars", "octobre 2024", "03/2026", "le mois dernier".
import { fold } from '../text/fold.ts'
import { months, weekdays } from '../text/french.ts'
import { addDays, addMonths, weekday } from '../time/civil-date.ts'
import { slipsToStart } from './near.ts'

/** What is known of a date; null is what was left open. */
export type When = {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  /** The days of a week, or those that a weekday may be. */
  readonly days?: readonly string[]
}

const names = months.map(fold)
const shortNames = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec']
const day = '(\\d{1,2}|1er)'
const month = `(\\p{L}{3,10})\\.?`
const year = '((?:19|20)\\d\\d)'
const preposition = '(?:(?:du|de|le|la|en|d|au|l|mois de|mois d) )*'
const past = '(?:dernier|derniere|passe|passee|precedent|precedente)'
const coming = '(?:prochain|prochaine|suivant|suivante)'
const named = `(?:(?:${weekdays.map(fold).join('|')}) )?`

type Rule = {
  readonly pattern: RegExp
  read: (found: readonly (string | undefined)[], today: string) => When | null
}
function rule(source: string, read: Rule['read']): Rule {
  let pattern: RegExp | undefined
  return {
    // Made at the first search: a start does not wait for it.
    get pattern() {
      pattern ??= new RegExp(`(?<![\\p{L}\\p{N}/.])${preposition}${source}(?![\\p{L}\\p{N}/])`, 'gu')
      return pattern
    },
    read,
  }
}

/** Told from today: they are no dates where it is not known which day that is. */
const relative: readonly Rule[] = [
  rule(`(?:mois ${past}|dernier mois)`, (_, today) => monthFrom(today, -1)),
  rule(`(?:mois ${coming}|prochain mois)`, (_, today) => monthFrom(today, 1)),
  rule('(?:ce mois(?: ci)?|(?<=du )mois(?! d)|mois en cours)', (_, today) => monthFrom(today, 0)),
  rule(`(?:an|annee) ${past}`, (_, today) => yearFrom(today, -1)),
  rule(`(?:an|annee) ${coming}`, (_, today) => yearFrom(today, 1)),
  rule('(?:cette annee|annee en cours)', (_, today) => yearFrom(today, 0)),
  rule(`semaine ${past}`, (_, today) => weekOf(addDays(today, -7))),
  rule(`semaine ${coming}`, (_, today) => weekOf(addDays(today, 7))),
  rule('cette semaine', (_, today) => weekOf(today)),
  rule('(avant hier|hier|aujourd hui|demain|apres demain)', ([, word = ''], today) =>
    dayOf(addDays(today, ['avant hier', 'hier', 'aujourd hui', 'demain', 'apres demain'].indexOf(word) - 2)),
  ),
  rule(`${month} (?:(${past})|${coming})`, ([, m, isPast], today) => {
    const known = monthOf(m)
    if (known === null) return null
    const own = Number(today.slice(0, 4))
    const ahead = known - Number(today.slice(5, 7))
    const by = isPast === undefined ? (ahead > 0 ? 0 : 1) : ahead < 0 ? 0 : -1
    return { year: own + by, month: known, day: null }
  }),
]

/** A weekday alone is the last one or the next one. */
const weekdayRule = rule(
  `(${weekdays.map(fold).join('|')})(?: (?:(${past})|(${coming})))?(?! \\d)`,
  ([, name = '', isPast, isComing], today) => {
    const all = Array.from({ length: 15 }, (_, at) => addDays(today, at - 7))
    const days = all.filter((date) => fold(weekdays[weekday(date) % 7] ?? '') === name)
    return anyOf(
      days.filter(
        (date) => (isPast === undefined || date < today) && (isComing === undefined || date > today),
      ),
    )
  },
)

const rules: readonly Rule[] = [
  rule(`${year} (\\d\\d) (\\d\\d)`, ([, y, m, d]) => when(y, Number(m), d)),
  rule(`(\\d{1,2})[/. ](\\d{1,2})[/. ](${year}|\\d\\d)`, ([, d, m, y]) =>
    when(y?.length === 2 ? `20${y}` : y, Number(m), d),
  ),
  rule(`(\\d{1,2})/${year}`, ([, m, y]) => when(y, Number(m), undefined)),
  rule(`(\\d{1,2})/(\\d{1,2})`, ([, d, m]) => when(undefined, Number(m), d)),
  rule(`${named}${day} ${month}(?: (?:de )?${year})?`, ([, d, m, y]) => when(y, monthOf(m), d)),
  rule(`${month} (?:de )?${year}`, ([, m, y]) => when(y, monthOf(m), undefined)),
  rule(month, ([, m]) => when(undefined, monthOf(m), undefined)),
  rule(year, ([, y]) => ({ year: Number(y), month: null, day: null })),
]

/** Folded, with single spaces, and those where it has hyphens. */
export function foldedLine(text: string): string {
  return fold(text)
    .replace(/[\s-]+/gu, ' ')
    .trim()
}

/** The first date in a folded line, and the words without it; null when there is none. */
export function readWhen(folded: string, today: string | null = null): { when: When; rest: string } | null {
  const all = today === null ? rules : [...relative, ...rules, weekdayRule]
  for (const { pattern, read } of all)
    for (const found of folded.matchAll(pattern)) {
      const known = read(found, today ?? '')
      if (known === null) continue
      const rest = `${folded.slice(0, found.index)} ${folded.slice(found.index + found[0].length)}`
      return { when: known, rest }
    }
  return null
}

/** Whether a civil date is one of those meant. */
export function isWhen(date: string, { year, month, day, days }: When): boolean {
  if (days !== undefined) return days.includes(date)
  const [y, m, d] = date.split('-').map(Number)
  return (year === null || year === y) && (month === null || month === m) && (day === null || day === d)
}

/** The days that all that is meant lies between; null where it may be of any year. */
export function periodOf({ year, month, day, days }: When): { from: string; to: string } | null {
  if (days !== undefined) return { from: days[0] ?? '', to: days.at(-1) ?? '' }
  if (year === null) return null
  const two = (number: number) => String(number).padStart(2, '0')
  const from = `${year}-${two(month ?? 1)}-${two((month === null ? null : day) ?? 1)}`
  return { from, to: `${year}-${two(month ?? 12)}-${two((month === null ? null : day) ?? 31)}` }
}

/** As titles spell a day or a year: "14 octobre 2026"; null of a month alone, and of what no title spells. */
export function spelled({ year, month, day, days }: When): string[] | null {
  if (days !== undefined || (month !== null && day === null)) return null
  return [
    ...(day === null ? [] : [day === 1 ? '1er' : String(day)]),
    ...(month === null ? [] : [names[month - 1] ?? '']),
    ...(year === null ? [] : [String(year)]),
  ]
}

function monthFrom(today: string, by: number): When {
  const [year = 0, month = 0] = addMonths(`${today.slice(0, 7)}-01`, by)
    .split('-')
    .map(Number)
  return { year, month, day: null }
}

function yearFrom(today: string, by: number): When {
  return { year: Number(today.slice(0, 4)) + by, month: null, day: null }
}

function dayOf(date: string): When {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day }
}

function weekOf(date: string): When {
  const monday = addDays(date, 1 - weekday(date))
  return anyOf(Array.from({ length: 7 }, (_, at) => addDays(monday, at)))
}

function anyOf(days: readonly string[]): When {
  return { year: null, month: null, day: null, days }
}

function when(year: string | undefined, month: number | null, day: string | undefined): When | null {
  // A word that is no month, or a number.
  if (month === null || month < 1 || month > 12) return null
  const date = day === undefined ? null : Number.parseInt(day, 10)
  if (date !== null && (date < 1 || date > 31)) return null
  return { year: year === undefined ? null : Number(year), month, day: date }
}

/** From 1; a long name may hold a slip ("ocotbre"). */
function monthOf(word: string | undefined): number | null {
  if (word === undefined) return null
  const exact = names.findIndex((name, at) => name === word || shortNames[at] === word)
  if (exact >= 0) return exact + 1
  if (word === 'fev') return 2
  if (word.length < 6) return null
  const near = names.findIndex((name) => {
    return (
      Math.abs(name.length - word.length) <= 1 && name.length >= 6 && slipsToStart(word, name, 1) !== null
    )
  })
  return near >= 0 ? near + 1 : null
}
