// Days, months and years as people type them in a search: "12/03", "seance du 12 mars", "octobre 2024", "03/2026".
import { fold } from '../text/fold.ts'
import { months, weekdays } from '../text/french.ts'
import { slipsToStart } from './near.ts'

/** What is known of a date; null is what was left open. */
export type When = {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

const names = months.map(fold)
const shortNames = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec']
const day = '(\\d{1,2}|1er)'
const month = `(\\p{L}{3,10})\\.?`
const year = '((?:19|20)\\d\\d)'
const preposition = '(?:(?:du|de|le|en|d) )?'
const named = `(?:(?:${weekdays.map(fold).join('|')}) )?`

type Rule = { pattern: RegExp; read: (found: readonly (string | undefined)[]) => When | null }
const rule = (pattern: string, read: Rule['read']): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}/.])${preposition}${pattern}(?![\\p{L}\\p{N}/])`, 'gu'),
  read,
})

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
export function readWhen(folded: string): { when: When; rest: string } | null {
  for (const { pattern, read } of rules)
    for (const found of folded.matchAll(pattern)) {
      const known = read(found)
      if (known === null) continue
      const rest = `${folded.slice(0, found.index)} ${folded.slice(found.index + found[0].length)}`
      return { when: known, rest }
    }
  return null
}

/** Whether a civil date is one of those meant. */
export function isWhen(date: string, { year, month, day }: When): boolean {
  const [y, m, d] = date.split('-').map(Number)
  return (year === null || year === y) && (month === null || month === m) && (day === null || day === d)
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
