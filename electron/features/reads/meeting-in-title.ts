import type { Reader } from '../../db/driver.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { datesIn } from '../../imports/understanding/dates.ts'

type Held = Pick<Meeting, 'number' | 'date'>

/** Meetings of the series of one, up to its day and without itself, the newest first. */
export function meetingsUpTo(tx: Reader, { id, date, seriesId }: Pick<Meeting, 'id' | 'date' | 'seriesId'>) {
  return tx
    .selectFrom('meeting')
    .select(['id', 'number', 'date'])
    .where('id', '!=', id)
    .where('deletedAt', 'is', null)
    .where('state', '!=', 'cancelled')
    .where('date', '<=', date)
    .where('seriesId', seriesId === null ? 'is' : '=', seriesId)
    .orderBy('date', 'desc')
    .orderBy('startTime', 'desc')
    .orderBy('id')
    .execute()
}

/**
 * Whose minutes the title of an item approves ("Approbation des comptes rendus des séances n° 11 du 3 mars et n° 12 du 7 avril"):
 * by each day that it names, else by the number, which begins again every year: the newest, of the years that are named.
 * @param earlier the newest first; those found keep this order.
 */
export function meetingsInTitle<T extends Held>(title: string, earlier: readonly T[]): T[] {
  const { days, numbers, years } = namedIn(title)
  const isNumbered = (one: Held) =>
    numbers.some(({ number, year }) => number === one.number && (year === null || yearOf(one) === year))
  const byDay = days.flatMap((day) => {
    const on = onDay(day, earlier, years)
    return on.find(isNumbered) ?? on.find(({ number }) => number === null || numbers.length === 0) ?? []
  })
  const byNumber = numbers.flatMap(({ number, year }) =>
    byDay.some((one) => one.number === number)
      ? []
      : (earlier.find((one) => one.number === number && isIn(year === null ? years : [year], one)) ?? []),
  )
  const found = new Set([...byDay, ...byNumber])
  // A meeting may have got another number since.
  if (found.size === 0)
    for (const day of days) {
      const one = onDay(day, earlier, years).find((held) => isIn(years, held))
      if (one !== undefined) found.add(one)
    }
  return earlier.filter((one) => found.has(one))
}

/** Whether a title says of which meeting it is about. */
export function namesSomeMeeting(title: string): boolean {
  const { days, numbers } = namedIn(title)
  return days.length + numbers.length > 0
}

/** A title that finds no meeting has a day or a number mistyped, which may be those of one; another year is not. */
export const mayBeAbout = (title: string, one: Pick<Held, 'date'>): boolean => isIn(namedIn(title).years, one)

const yearOf = ({ date }: Pick<Held, 'date'>) => date.slice(0, 4)
const isIn = (years: readonly string[], one: Pick<Held, 'date'>) =>
  years.length === 0 || years.includes(yearOf(one))

/** A day without a year is one of the years named beside it, where there was a meeting on it then. */
function onDay<T extends Held>(day: string, earlier: readonly T[], years: readonly string[]): T[] {
  if (!day.startsWith('--')) return earlier.filter(({ date }) => date === day)
  const on = earlier.filter(({ date }) => date.endsWith(day.slice(1)))
  const ofYears = on.filter((one) => isIn(years, one))
  return ofYears.length > 0 ? ofYears : on
}

/** Has a number or a day of its own, and is no minutes. */
const OTHER_THING = String.raw`(?<!relevés?\s+des?\s+)(?:délibération|décision|avis|rapport|arrêté|décret|loi|ordonnance|résolution|motion|dossier|annexe|pièce|note|lettre|courrier|point|projet|version)s?`
const BEHIND_OTHER_THING = new RegExp(String.raw`(?<!\p{L})${OTHER_THING}\s+$`, 'iu')
const BEFORE_OTHER_DAY = new RegExp(
  String.raw`(?:jusqu['’]au|avant\s+le|d['’]ici\s+(?:le|au)|tard\s+le|(?:depuis|pour)\s+le|(?:reçu|\p{L}é)e?s?\s+le|(?<!\p{L})${OTHER_THING}(?:\s+n\s?[°ºo]\s*\S+)?\s+(?:en\s+date\s+)?(?:du|des|le))\s+$`,
  'iu',
)
/** "n° 11", "n° 11/2025", "n° 11 de 2025", "nos 1, 2 et 3". */
const NUMBERS =
  /(?<!\p{L})n(?:\s?[°º]\s?s?|[oᵒ][sˢ]?)\s*(?<list>\d{1,3}(?!\d)(?:(?:\s*,\s*|\s+et\s+)\d{1,3}(?!\d))*)(?:(?:\s+de\s+(?:l['’]année\s+)?|\s*[/(-]\s*)(?<year>20\d\d)(?!\d))?/giu

type Named = {
  /** As `datesIn` gives them. */
  days: string[]
  numbers: { number: number; year: string | null }[]
  years: string[]
}

function namedIn(written: string): Named {
  const title = written.normalize('NFC')
  const dates = datesIn(title)
  const days = dates.flatMap(({ date, index, length }) =>
    date === null || BEFORE_OTHER_DAY.test(title.slice(0, index))
      ? []
      : daysOf(date, title.slice(index, index + length)),
  )
  const isInDate = (at: number) => dates.some(({ index, length }) => at >= index && at < index + length)
  const numbers = [...title.matchAll(NUMBERS)].flatMap((found) => {
    if (BEHIND_OTHER_THING.test(title.slice(0, found.index))) return []
    const { list = '', year = null } = found.groups ?? {}
    const start = found.index + found[0].indexOf(list)
    return [...list.matchAll(/\d+/g)].flatMap((one) =>
      isInDate(start + one.index) ? [] : [{ number: Number(one[0]), year }],
    )
  })
  const years = [
    ...days.flatMap((day) => (day.startsWith('--') ? [] : [day.slice(0, 4)])),
    ...numbers.flatMap(({ year }) => year ?? []),
  ]
  return { days, numbers, years }
}

/** "des 8 et 12 novembre" is read as what begins on the 8th: here it may be two meetings. */
function daysOf(first: string, words: string): string[] {
  const others = [...words.matchAll(/(?<=(?:,|\bet(?:\s+le)?)\s+(?:\p{L}+di\s+)?)\d{1,2}(?!\d)/giu)]
  return [first, ...others.map(([day]) => `${first.slice(0, -2)}${day.padStart(2, '0')}`)]
}
