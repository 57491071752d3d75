import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, weekday } from '../../electron/domain/time/civil-date.ts'
import {
  addWorkingDays,
  easterSunday,
  holidayOn,
  holidaysOf,
  isWorkingDay,
  nearestWorkingDay,
} from '../../electron/domain/time/holidays.ts'

/** Easter Sundays: earliest and latest there can be, the exceptions of the tables (1954, 1981, 2049, 2076), our years. */
const easters = [
  '1818-03-22',
  '1943-04-25',
  '1954-04-18',
  '1981-04-19',
  '2000-04-23',
  '2008-03-23',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2038-04-25',
  '2049-04-18',
  '2076-04-19',
  '2285-03-22',
]

/** Easter Monday, Ascension (a Thursday) and Whit Monday of each year; the eight others never change. */
const moving: Readonly<Record<number, readonly [string, string, string]>> = {
  2024: ['04-01', '05-09', '05-20'],
  2025: ['04-21', '05-29', '06-09'],
  2026: ['04-06', '05-14', '05-25'],
  2027: ['03-29', '05-06', '05-17'],
  2028: ['04-17', '05-25', '06-05'],
  2029: ['04-02', '05-10', '05-21'],
  2030: ['04-22', '05-30', '06-10'],
}
const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

const date = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10))

describe('public holidays', () => {
  it.each(easters)('Easter falls on %s', (easter) => {
    expect(easterSunday(Number(easter.slice(0, 4)))).toBe(easter)
    expect(weekday(easter)).toBe(7)
  })

  it.each(Object.entries(moving))('of %s are these eleven', (year, dates) => {
    const expected = [...fixed, ...dates].map((day) => `${year}-${day}`).sort()
    expect([...holidaysOf(Number(year)).keys()].sort()).toEqual(expected)
  })

  it('have their name on their date', () => {
    expect(holidayOn('2026-05-14')).toBe('ascension')
    expect(holidayOn('2026-05-25')).toBe('whitMonday')
    expect(holidayOn('2026-07-14')).toBe('nationalDay')
    expect(holidayOn('2026-05-15')).toBeNull()
  })

  it('that meet on one day are that day once (1 May 2008, also Ascension)', () => {
    expect(holidayOn('2008-05-01')).toBe('labourDay')
    expect(holidaysOf(2008).size).toBe(10)
  })
})

describe('working days', () => {
  it('skip Saturdays, Sundays and holidays', () => {
    expect(addWorkingDays('2026-05-13', 1)).toBe('2026-05-15')
    expect(addWorkingDays('2026-05-26', -1)).toBe('2026-05-22')
    expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-28')
    expect(addWorkingDays('2027-01-04', -1)).toBe('2026-12-31')
    expect(nearestWorkingDay('2026-05-14', -1)).toBe('2026-05-13')
    expect(nearestWorkingDay('2026-11-01', 1)).toBe('2026-11-02')
  })

  it('are counted one by one, whatever the way', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -60, max: 60 }), (from, days) => {
        const to = addWorkingDays(from, days)
        const [first, last] = days < 0 ? [to, addDays(from, -1)] : [addDays(from, 1), to]
        const between = Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, rank) =>
          addDays(first, rank),
        )
        expect(between.filter(isWorkingDay)).toHaveLength(Math.abs(days))
        if (days !== 0) expect(isWorkingDay(to)).toBe(true)
      }),
    )
  })
})
