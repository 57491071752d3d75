import type { CivilDate } from '../ids.ts'
import { fold } from '../text/fold.ts'
import { months, weekdays } from '../text/french.ts'
import { addDays, weekday } from './civil-date.ts'

export type DueContext = {
  /** The day on which it was said. */
  saidOn: CivilDate
  /** Null while no later meeting is planned: "avant la prochaine séance" then stays words. */
  nextMeeting: CivilDate | null
}

/** `start` and `end` are positions in the text; `date` is null for words whose day nobody can know yet, or that there is not. */
export type DueWords = {
  words: string
  start: number
  end: number
  date: CivilDate | null
  /** Said as a deadline ("avant le", "fin juin"), or set off from the sentence; a bare day may belong to what stands before it. */
  isAnnounced: boolean
  /** It names a day that does not exist: "avant le 31/02". */
  isNoDay: boolean
}

const GAP = '[ \\u00a0\\u202f]+'
const numbers: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  douze: 12,
  quinze: 15,
  trente: 30,
}
const monthWord =
  'janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre'
const count = `(\\d{1,2}|${Object.keys(numbers).join('|')})`
/** Words that may stand before a date without being part of another sentence. */
const before = `(?:(?:avant|pour|d[’']ici(?:${GAP}(?:[àa]|au))?|au plus tard(?:${GAP}au)?|jusqu[’']au|(?:avant|pour)${GAP}la${GAP}(?:s[ée]ance|r[ée]union)${GAP}du)${GAP})`
const weekdayWord = `(?:${weekdays.join('|')})`
// A fixed number of spaces: a look behind is tried at every place of a text.
const NEAR = '[ \\u00a0\\u202f]{1,2}'
/** "Le texte sera publié le 15 mars" is to be done; "le texte publié le 15 mars" says which. */
const willBe = `(?:ser(?:a|ont)|[êe]tre|soi(?:t|ent)|avoir${NEAR}[ée]t[ée])`
/** "Les fiches sont déposées avant le 15 mars" is to be done too; "sont parues le 15 mars" is not. */
const isToBe = `(?:${willBe}|(?<!(?<![\\p{L}\\p{N}])qui${NEAR})(?<![\\p{L}\\p{N}])(?:est|sont))`
const doneBut = (excused: string) =>
  `(?<!${excused}${NEAR})(?:pr[ée]vu|fix[ée]|programm[ée]|organis[ée]|tenu|re[çc]u|paru|publi[ée]|adopt[ée]|sign[ée]|dat[ée]|envoy[ée]|adress[ée]|transmis|remis|vot[ée]|valid[ée]|d[ée]pos[ée]|(?<!comptes?[ -])rendu|pris|arr[êe]t[ée])e?s?`
const untilWord = "(?:avant|d[’']ici|au plus tard|jusqu[’']au|sous|dans)"
/** Behind these a day says which paper, meeting or span is meant, not until when something is to be done. */
const within = `(?:d[eu]s?|et|ou|aux?|depuis|apr[èe]s|entre|${doneBut(willBe)}|${doneBut(isToBe)}${NEAR}${untilWord})`
const isWithin = `(?<!(?<![\\p{L}\\p{N}])(?:${within}${NEAR}|[dl][’'])(?:l[ae]${NEAR})?(?:${weekdayWord}${NEAR})?|\\d ?[–/-] ?)`

/** Words that say until when, whatever else stands before them. */
const until = `(?<!(?<![\\p{L}\\p{N}])${doneBut(isToBe)}${NEAR})(?=${untilWord}[ \\u00a0\\u202f])`

type Rule = {
  readonly pattern: RegExp
  day: (found: readonly string[], context: DueContext) => CivilDate | null
}
function rule(source: string, day: Rule['day']): Rule {
  let pattern: RegExp | undefined
  return {
    // Made when a text is first read: a start does not wait for it.
    get pattern() {
      pattern ??= new RegExp(`(?<![\\p{L}\\p{N}])(?:${until}|${isWithin})${source}(?![\\p{L}\\p{N}])`, 'giu')
      return pattern
    },
    day,
  }
}

const rules: readonly Rule[] = [
  // Two numbers alone may be a ratio or a version: a day without a year is announced.
  rule(`(?:${before}(?:le${GAP})?|le${GAP})(\\d{1,2})/(\\d{1,2})`, ([, day, month], context) =>
    dayOf(Number(day), Number(month), undefined, context),
  ),
  rule(
    `${before}?(?:le${GAP})?(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4}|\\d{2})`,
    ([, day, month, year], context) => dayOf(Number(day), Number(month), year, context),
  ),
  rule(
    `${before}?(?:le${GAP})?(?:${weekdayWord}${GAP})?(\\d{1,2}|1er)${GAP}(${monthWord})(?:${GAP}(\\d{4}))?`,
    ([, day, month, year], context) => dayOf(Number.parseInt(day ?? '', 10), monthOf(month), year, context),
  ),
  rule(
    `${before}?(?:la${GAP})?fin${GAP}(?:du${GAP}mois${GAP}de${GAP}|de${GAP}|d[’'])?(${monthWord})(?:${GAP}(\\d{4}))?`,
    ([, month, year], context) => endOf(monthOf(month), year, context),
  ),
  rule(`${before}?mi-(${monthWord})(?:${GAP}(\\d{4}))?`, ([, month, year], context) =>
    dayOf(15, monthOf(month), year, context),
  ),
  rule(`${before}?(?:la${GAP})?fin${GAP}(?:du${GAP}mois|de${GAP}mois)`, (_, { saidOn }) =>
    lastDay(Number(saidOn.slice(0, 4)), Number(saidOn.slice(5, 7))),
  ),
  rule(
    `${before}?(?:la${GAP})?fin${GAP}(?:de${GAP}l[’']|d[’'])ann[ée]e`,
    (_, { saidOn }) => `${saidOn.slice(0, 4)}-12-31`,
  ),
  rule(
    `(?:sous|dans|d[’']ici(?:${GAP}[àa])?)${GAP}${count}${GAP}(jours?|semaines?|mois)`,
    ([, many, unit], { saidOn }) => after(saidOn, numbers[fold(many ?? '')] ?? Number(many), unit ?? ''),
  ),
  rule(`sous${GAP}huitaine`, (_, { saidOn }) => addDays(saidOn, 8)),
  rule(`sous${GAP}quinzaine`, (_, { saidOn }) => addDays(saidOn, 15)),
  rule(
    `(?:avant|pour|d[’']ici(?:${GAP}[àa])?)${GAP}la${GAP}prochaine${GAP}(?:s[ée]ance|r[ée]union)`,
    (_, { nextMeeting }) => nextMeeting,
  ),
  rule(
    `(?:avant|pour|d[’']ici(?:${GAP}[àa])?)${GAP}(${weekdays.join('|')})(?:${GAP}prochain)?`,
    ([, name], { saidOn }) => nextWeekday(saidOn, weekdays.indexOf(fold(name ?? ''))),
  ),
  rule(`${before}demain`, (_, { saidOn }) => addDays(saidOn, 1)),
]

/** A day that stands bare: only its numbers, or its number and month. */
const bare = /^\d/u
/** A day of a month that is named: it exists or not. */
const namesDay = new RegExp(`\\d[/.]\\d|\\d(?:er)?${GAP}(?:${monthWord})`, 'iu')

/**
 * The last deadline said in a text; null when there is none. A day without a year is the next one after the meeting.
 * A day that does not exist ("31/02") is one only where no other is said; one that was past when it was said is none.
 */
export function dueWords(text: string, context: DueContext): DueWords | null {
  let last: DueWords | null = null
  for (const { pattern, day } of rules)
    for (const match of text.matchAll(pattern)) {
      const date = day(match, context)
      const isNoDay = date === null && namesDay.test(match[0])
      const isWordsOnly = date === null && /prochaine/iu.test(match[0])
      if ((date === null && !isWordsOnly && !isNoDay) || (date !== null && date < context.saidOn)) continue
      const end = match.index + match[0].length
      if (last !== null && isNoDay && !last.isNoDay) continue
      // Of two readings that end together the longer says more: "avant le 15 juin", not "juin".
      if (
        last === null ||
        (last.isNoDay && !isNoDay) ||
        end > last.end ||
        (end === last.end && match.index < last.start)
      )
        last = {
          words: match[0],
          start: match.index,
          end,
          date,
          isNoDay,
          isAnnounced: !bare.test(match[0]) || /(?:^|[,;:(–-])\s*$/u.test(text.slice(0, match.index)),
        }
    }
  return last
}

function monthOf(word: string | undefined): number {
  return months.map(fold).indexOf(fold(word ?? '')) + 1
}

function iso(year: number, month: number, day: number): CivilDate | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null
  return date.toISOString().slice(0, 10)
}

function dayOf(
  day: number,
  month: number,
  year: string | undefined,
  { saidOn }: DueContext,
): CivilDate | null {
  if (month < 1 || month > 12 || day < 1) return null
  if (year !== undefined) return iso(year.length === 2 ? 2000 + Number(year) : Number(year), month, day)
  // The 29th of February may be four years, or eight, away.
  for (let from = Number(saidOn.slice(0, 4)), tries = 0; tries < 9; tries += 1) {
    const date = iso(from + tries, month, day)
    if (date !== null && date > saidOn) return date
  }
  return null
}

function endOf(month: number, year: string | undefined, { saidOn }: DueContext): CivilDate | null {
  if (month < 1) return null
  if (year !== undefined) return lastDay(Number(year), month)
  const thisYear = lastDay(Number(saidOn.slice(0, 4)), month)
  return thisYear > saidOn ? thisYear : lastDay(Number(saidOn.slice(0, 4)) + 1, month)
}

function lastDay(year: number, month: number): CivilDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

function after(date: CivilDate, many: number, unit: string): CivilDate {
  if (/^jour/iu.test(unit)) return addDays(date, many)
  if (/^semaine/iu.test(unit)) return addDays(date, 7 * many)
  const month = Number(date.slice(5, 7)) + many
  const year = Number(date.slice(0, 4)) + Math.floor((month - 1) / 12)
  const inYear = ((month - 1) % 12) + 1
  // A month after the 31st is the last day of a shorter month.
  return iso(year, inYear, Number(date.slice(8, 10))) ?? lastDay(year, inYear)
}

function nextWeekday(date: CivilDate, wanted: number): CivilDate | null {
  if (wanted < 0) return null
  const ahead = (wanted - weekday(date) + 7) % 7
  return addDays(date, ahead === 0 ? 7 : ahead)
}
