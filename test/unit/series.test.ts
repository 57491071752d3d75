import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toClockTime } from '../../electron/domain/agenda/agenda.ts'
import { endsNextDay, isPlausibleSpan } from '../../electron/domain/meetings/meeting-span.ts'
import { occurrenceDates, type SeriesRule } from '../../electron/domain/meetings/series.ts'
import { parseRule, ruleSentence } from '../../electron/domain/meetings/series-words.ts'
import { addDays, weekday } from '../../electron/domain/time/civil-date.ts'

const allMonths = Array.from({ length: 12 }, (_, month) => month + 1)
const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 })
const rule: fc.Arbitrary<SeriesRule> = fc.record({
  ordinal: fc.constantFrom(1, 2, 3, 4, 5, -1),
  weekday: fc.integer({ min: 1, max: 7 }),
  months: months.map((list) => list.sort((a, b) => a - b)),
})
const clock = fc.integer({ min: 0, max: 1439 }).map(toClockTime)
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('the dates of a rule', () => {
  it('are the second Thursdays of 2026, August left out', () => {
    const without = allMonths.filter((month) => month !== 8)
    expect(occurrenceDates({ ordinal: 2, weekday: 4, months: without }, 2026)).toEqual([
      '2026-01-08',
      '2026-02-12',
      '2026-03-12',
      '2026-04-09',
      '2026-05-14',
      '2026-06-11',
      '2026-07-09',
      '2026-09-10',
      '2026-10-08',
      '2026-11-12',
      '2026-12-10',
    ])
  })

  it('exist for a fifth day only in some months, for the last one in all', () => {
    expect(occurrenceDates({ ordinal: 5, weekday: 4, months: allMonths }, 2026)).toEqual([
      '2026-01-29',
      '2026-04-30',
      '2026-07-30',
      '2026-10-29',
      '2026-12-31',
    ])
    const last = occurrenceDates({ ordinal: -1, weekday: 4, months: allMonths }, 2026)
    expect(last).toHaveLength(12)
    expect(last[1]).toBe('2026-02-26')
  })

  it('are that day of the week, that many times into their month, in order', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 1950, max: 2150 }), (given, year) => {
        const dates = occurrenceDates(given, year)
        expect([...dates].sort()).toEqual(dates)
        for (const date of dates) {
          expect(weekday(date)).toBe(given.weekday)
          expect(given.months).toContain(Number(date.slice(5, 7)))
          if (given.ordinal === -1) expect(addDays(date, 7).slice(0, 7)).not.toBe(date.slice(0, 7))
          else expect(Math.ceil(Number(date.slice(8)) / 7)).toBe(given.ordinal)
        }
        if (given.ordinal !== 5) expect(dates).toHaveLength(given.months.length)
      }),
    )
  })
})

describe('the sentence of a rule', () => {
  const thursday: SeriesRule = { ordinal: 2, weekday: 4, months: allMonths }

  it('says it as a secretary does', () => {
    const say = (change: Partial<SeriesRule>, startTime = '14:00', endTime: string | null = '16:30') =>
      plain(ruleSentence({ rule: { ...thursday, ...change }, startTime, endTime }))
    expect(say({})).toBe('2e jeudi du mois, de 14 h à 16 h 30')
    expect(say({ months: allMonths.filter((month) => month !== 8) })).toBe(
      '2e jeudi du mois, sauf en août, de 14 h à 16 h 30',
    )
    expect(say({ ordinal: -1, weekday: 2, months: [3, 6, 9, 12] }, '09:30', null)).toBe(
      'dernier mardi de mars, juin, septembre et décembre, à 9 h 30',
    )
    expect(say({ ordinal: 1, weekday: 7, months: [4, 10] })).toBe(
      '1er dimanche d’avril et octobre, de 14 h à 16 h 30',
    )
  })

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(rule, clock, fc.option(clock), (given, startTime, endTime) => {
        expect(parseRule(ruleSentence({ rule: given, startTime, endTime }))).toEqual({
          ok: true,
          rule: given,
          startTime,
          endTime,
        })
      }),
    )
  })

  it.each([
    ['2e jeudi du mois, 14 h à 16 h 30', thursday, '14:00', '16:30'],
    ['Le deuxième jeudi de chaque mois de 14h à 16h30', thursday, '14:00', '16:30'],
    ['2ÈME JEUDI 14:00-16:30', thursday, '14:00', '16:30'],
    ['2nd jeudi', thursday, null, null],
    [
      'dernier vendredi, de 9 heures à midi',
      { ordinal: -1, weekday: 5, months: allMonths },
      '09:00',
      '12:00',
    ],
    [
      '1er lundi de septembre à juin',
      { ordinal: 1, weekday: 1, months: [1, 2, 3, 4, 5, 6, 9, 10, 11, 12] },
      null,
      null,
    ],
    [
      '3e mercredi hors juillet et août, de 22 h à 1 h',
      { ordinal: 3, weekday: 3, months: [1, 2, 3, 4, 5, 6, 9, 10, 11, 12] },
      '22:00',
      '01:00',
    ],
  ])('is read as it is typed: %s', (text, expected, startTime, endTime) => {
    expect(parseRule(text)).toEqual({ ok: true, rule: expected, startTime, endTime })
  })

  it.each([
    ['2e jeudi tous les deux mois', 'deux'],
    ['avant-dernier jeudi', 'avant'],
    ['2e jeudi hors jours fériés', 'jours'],
    ['tous les jeudis', null],
    ['2e et 4e jeudi', null],
    ['2e jeudi ou vendredi', 'ou'],
    ['2e jeudi à 25 h', null],
    ['2e jeudi de mars sauf mars', null],
    ['', null],
  ])('is not guessed: %s', (text, unknown) => {
    expect(parseRule(text)).toEqual({ ok: false, unknown })
  })
})

describe('hours', () => {
  it.each([
    ['14:00', '16:30', true],
    ['22:00', '01:00', true],
    ['19:00', '07:00', true],
    ['14:00', '13:00', false],
    ['14:00', '14:00', false],
    ['08:00', '20:30', false],
    ['14:00', null, true],
  ])('from %s to %s: plausible %s', (startTime, endTime, plausible) => {
    expect(isPlausibleSpan({ startTime, endTime })).toBe(plausible)
  })

  it('end the next day when the end comes before the start', () => {
    expect(endsNextDay({ startTime: '22:00', endTime: '01:00' })).toBe(true)
    expect(endsNextDay({ startTime: '14:00', endTime: '16:30' })).toBe(false)
    expect(endsNextDay({ startTime: '14:00', endTime: null })).toBe(false)
  })
})
