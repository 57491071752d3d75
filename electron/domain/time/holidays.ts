import type { CivilDate } from '../ids.ts'
import { addDays, weekday } from './civil-date.ts'

/** In the order of article L3133-1 of the Code du travail, which lists them. */
export const holidays = [
  'newYear',
  'easterMonday',
  'labourDay',
  'victory',
  'ascension',
  'whitMonday',
  'nationalDay',
  'assumption',
  'allSaints',
  'armistice',
  'christmas',
] as const
export type Holiday = (typeof holidays)[number]

/** Easter Sunday of the Gregorian calendar, exact for every year (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): CivilDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const leapCenturies = Math.floor(century / 4)
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCenturies - correction + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const days = epact + toSunday - 7 * late + 114
  return `${String(year).padStart(4, '0')}-0${Math.floor(days / 31)}-${String((days % 31) + 1).padStart(2, '0')}`
}

/** Day and month of each holiday, or its distance from Easter Sunday. */
const rules: Readonly<Record<Holiday, string | number>> = {
  newYear: '01-01',
  easterMonday: 1,
  labourDay: '05-01',
  victory: '05-08',
  ascension: 39,
  whitMonday: 50,
  nationalDay: '07-14',
  assumption: '08-15',
  allSaints: '11-01',
  armistice: '11-11',
  christmas: '12-25',
}

const byYear = new Map<string, ReadonlyMap<CivilDate, Holiday>>()

/** The holidays of a civil year by their date. Two may fall on one day (2008): the first of the article is kept. */
export function holidaysOf(year: number): ReadonlyMap<CivilDate, Holiday> {
  const key = String(year).padStart(4, '0')
  const known = byYear.get(key)
  if (known !== undefined) return known
  const easter = easterSunday(year)
  const found = new Map<CivilDate, Holiday>()
  for (const holiday of holidays) {
    const rule = rules[holiday]
    const date = typeof rule === 'number' ? addDays(easter, rule) : `${key}-${rule}`
    if (!found.has(date)) found.set(date, holiday)
  }
  byYear.set(key, found)
  return found
}

/** The public holiday that falls on a date, or null. */
export function holidayOn(date: CivilDate): Holiday | null {
  return holidaysOf(Number(date.slice(0, 4))).get(date) ?? null
}

/** Neither Saturday, nor Sunday, nor a public holiday. */
export function isWorkingDay(date: CivilDate): boolean {
  return weekday(date) < 6 && holidayOn(date) === null
}

/** The date itself when it is worked, otherwise the nearest working day before (`-1`) or after (`1`). */
export function nearestWorkingDay(date: CivilDate, step: 1 | -1): CivilDate {
  let day = date
  while (!isWorkingDay(day)) day = addDays(day, step)
  return day
}

/** The date that many working days later, or earlier when negative; the date itself is not counted, nor moved by 0. */
export function addWorkingDays(date: CivilDate, days: number): CivilDate {
  const step = days < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(days); left > 0; left -= 1) day = nearestWorkingDay(addDays(day, step), step)
  return day
}
