// The day of a meeting that a mail says by its own: "samedi 10 février" of the year it was sent in, "mardi 13", "hier soir".
import { readAt } from '../../domain/agenda/draft.ts'
import { addDays, daysBetween, weekday as weekdayOf } from '../../domain/time/civil-date.ts'
import { datesIn, inYear, weekdayBefore } from './dates.ts'
import { LABEL, type Line } from './lines.ts'
import type { MeetingReading } from './meeting.ts'
import { speaksOfOther } from './meeting-when.ts'
import { MEETING_WORD } from './meeting-words.ts'
import { plainLine } from './plain-line.ts'

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** So many first lines tell of when; what is quoted below is of other days. */
const HEAD = 15

/** A meeting is announced, or told of, within so many days of a mail that leaves the month out. */
const MOST_DAYS = 31

/** The day that the header of a mail says, where it was kept with the text. */
export function sentIn(lines: readonly Line[]): string | null {
  const line = lines
    .slice(0, HEAD)
    .find(({ text }) => /^(?:envoye|sent)$/.test(plainLine(LABEL.exec(text)?.[1] ?? '')))
  const date = datesIn(line?.text ?? '')[0]?.date ?? null
  return date?.startsWith('-') === true ? null : date
}

/** Gives the day its year, or the whole day, by that on which the mail was sent; null where it came in none. */
export function completeByMail(
  { meeting, meetingSources }: MeetingReading,
  sentOn: string | null,
  lines: readonly Line[],
  isMinutes: boolean,
): void {
  if (sentOn === null) return
  const { date: source } = meetingSources
  if (meeting.date?.startsWith('--') === true && source !== undefined) {
    meeting.date = withYearOf(sentOn, meeting.date, source.excerpt, isMinutes)
    meetingSources.date = { ...source, confidence: Math.min(source.confidence, COUNTED) }
  }
  // Minutes are sent afterwards: a later day is of something else.
  const isOther = isMinutes && meeting.date !== null && meeting.date > sentOn
  if (meeting.date !== null && !isOther) return
  const counted = dayCountedFrom(sentOn, lines, isMinutes)
  if (counted === null) return
  meeting.date = counted.date
  meetingSources.date = readAt(counted.line, counted.line.text, COUNTED)
}

/** Of a day, or its year, that was counted from that of a mail. */
const COUNTED = 0.6

/** A day without its year, of the year in which it lies before minutes that are sent, and behind what convenes. */
function withYearOf(sentOn: string, partial: string, excerpt: string, isMinutes: boolean): string {
  const day = weekdayBefore(excerpt, partial)
  const year = Number(sentOn.slice(0, 4))
  const days = [year - 1, year, year + 1]
    .flatMap((one) => inYear(partial, one) ?? [])
    .filter((one) => day === null || weekdayOf(one) % 7 === day)
    .sort((one, other) => Math.abs(daysBetween(sentOn, one)) - Math.abs(daysBetween(sentOn, other)))
  const isRightWay = (one: string) => (isMinutes ? one <= sentOn : one >= sentOn)
  return (day === null ? days.find(isRightWay) : days[0]) ?? partial
}

/** "Comité mardi 13", "la réunion d’hier soir", "jeudi prochain": counted from the day of the mail. */
function dayCountedFrom(
  sentOn: string,
  lines: readonly Line[],
  isMinutes: boolean,
): { date: string; line: Line } | null {
  const end = lines.findIndex(({ text }) => QUOTES.test(plainLine(text)))
  const head = lines
    .slice(0, end < 0 ? HEAD : Math.min(end, HEAD))
    .filter(({ text }) => !plainLine(text).startsWith('>') && text.length <= LONGEST)
  const first = (dayOf: (line: Line) => string | null) => {
    const found = head.map((line) => ({ line, date: dayOf(line) })).find(({ date }) => date !== null)
    return found?.date == null ? null : { date: found.date, line: found.line }
  }
  const isMeeting = ({ text }: Line) =>
    MEETING_WORD.test(plainLine(text)) || /\bpoint ce (?:jour|matin)\b/.test(plainLine(text))
  const dayOf = (line: Line) => numbered(line, sentOn, isMinutes)
  // An item may speak of another meeting.
  const isItem = ({ bullet, number }: Line) => bullet || number !== null
  return (
    first((line) => (isMeeting(line) && !isItem(line) ? dayOf(line) : null)) ??
    first((line) => dayOf(line) ?? (isMeeting(line) ? told(line, sentOn, isMinutes) : null))
  )
}

/** What convenes may speak of a deadline, or of the last meeting; what is due lies behind minutes in any case. */
function isOfOther(line: Line, before: string, isMinutes: boolean): boolean {
  return !isMinutes && (speaksOfOther(line, before) || AFTER_LAST.test(before))
}

/** "Suite à la réunion de mardi" */
const AFTER_LAST = /\bsuite (?:a (?:la |notre |cette |l')|au )[a-z]+ (?:d[eu] |ce )?$/

const LONGEST = 300

/** "Le 5 janvier 2026, Zoé Lac a écrit :" */
const QUOTES = /\ba ecrit ?:$|^-{2,} ?message d'origine|^(?:de|from) ?: ?\S/

const NUMBERED = new RegExp(
  String.raw`\b(${WEEKDAYS.join('|')}) (\d{1,2})(?:er)?\b(?! ?(?:[h:/-]|[.]\d|${'janv|fevr|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec'}|et \d|ou \d|au ))`,
  'g',
)

/** "Mardi 13": the nearest such day on the side that is meant. */
function numbered(line: Line, sentOn: string, isMinutes: boolean): string | null {
  const words = plainLine(line.text)
  for (const { 1: name = '', 2: number = '', index } of words.matchAll(NUMBERED)) {
    if (isOfOther(line, words.slice(0, index), isMinutes)) continue
    const days = daysFrom(sentOn, isMinutes, MOST_DAYS)
    const day = days.find((one) => Number(one.slice(8)) === Number(number))
    if (day !== undefined && weekdayOf(day) === WEEKDAYS.indexOf(name) + 1) return day
  }
  return null
}

/** Days from that of a mail on, back from that of minutes. */
function daysFrom(sentOn: string, isMinutes: boolean, most: number): string[] {
  return Array.from({ length: most + 1 }, (_, away) => addDays(sentOn, isMinutes ? -away : away))
}

const TOLD: readonly (readonly [RegExp, number])[] = [
  [/\b(?:d'avant-hier|avant-hier)\b/, -2],
  [/\bd'hier\b|\bhier (?:soir|matin|apres-midi)\b|\btenue hier\b/, -1],
  [
    /\b(?:d'aujourd'hui|de ce (?:jour|soir|matin|midi)|de cet apres-midi|ce (?:soir|midi)|(?:point|reunion|rencontre|bureau|comite|seance) ce (?:jour|matin))\b/,
    0,
  ],
  [/\b(?:de demain|demain (?:soir|matin|midi|apres-midi|a \d))\b/, 1],
]

function told(line: Line, sentOn: string, isMinutes: boolean): string | null {
  const words = plainLine(line.text)
  for (const [pattern, away] of TOLD) {
    const index = words.search(pattern)
    if (index < 0 || isOfOther(line, words.slice(0, index), isMinutes)) continue
    if (isMinutes ? away <= 0 : away >= 0) return addDays(sentOn, away)
  }
  for (const { 1: name = '', 2: way = '', index } of words.matchAll(WEEKDAY)) {
    if (isOfOther(line, words.slice(0, index), isMinutes)) continue
    if ((way === 'dernier' && !isMinutes) || (way === 'prochain' && isMinutes)) continue
    const day = daysFrom(sentOn, isMinutes, 6).find((one) => weekdayOf(one) === WEEKDAYS.indexOf(name) + 1)
    if (day !== undefined) return day
  }
  return null
}

const WEEKDAY = new RegExp(
  String.raw`\b(${WEEKDAYS.join('|')})(?: (dernier|prochain|soir|matin))?\b(?! ?\d)`,
  'g',
)
