import { describe, expect, it } from 'vitest'
import { type Occurrence, occurrenceDates } from '../../electron/domain/meetings/series.ts'
import { holidayOn } from '../../electron/domain/time/holidays.ts'
import { chosenDates, isTaken, sameDayLater } from '../../renderer/features/meetings/series/choices.ts'
import { occurrenceNotes } from '../../renderer/features/meetings/series/occurrence-notes.ts'

const months = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12]
const none = new Map()

function occurrence(date: string, change: Partial<Occurrence> = {}): Occurrence {
  return {
    ...{ date, byRule: true, holiday: holidayOn(date), state: 'free' },
    ...{ meetingId: null, meetingDate: null, reason: '' },
    ...change,
  }
}
const year = occurrenceDates({ ordinal: 2, weekday: 4, months }, 2026).map((date) => occurrence(date))
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const notes = (one: Occurrence, choices = none) => {
  const { words, isWarning } = occurrenceNotes(one, choices, '2026-01-20')
  return [plain(words), isWarning]
}

describe('the dates ticked by themselves', () => {
  it('are those to come that are worked', () => {
    const ticked = chosenDates(year, none, '2026-01-20').map(({ date }) => date)
    expect(ticked).toEqual(
      year.map(({ date }) => date).filter((date) => !['2026-01-08', '2026-05-14'].includes(date)),
    )
  })

  it('give way to what was said of them', () => {
    const choices = new Map([
      ['2026-05-14', { on: '2026-05-21' }],
      ['2026-06-11', { take: false }],
      ['2026-01-08', { take: true }],
    ])
    const chosen = chosenDates(year, choices, '2026-01-20')
    expect(chosen[0]).toEqual({ date: '2026-01-08', on: null })
    expect(chosen).toContainEqual({ date: '2026-05-14', on: '2026-05-21' })
    expect(chosen.map(({ date }) => date)).not.toContain('2026-06-11')
  })

  it('are never those that have a meeting or were set aside', () => {
    for (const state of ['created', 'moved', 'cancelled', 'skipped'] as const)
      expect(
        isTaken(occurrence('2026-06-11', { state }), new Map([['2026-06-11', { take: true }]]), '2026-01-20'),
      ).toBe(false)
  })

  it('go to the same day of a later week that is worked', () => {
    expect(sameDayLater('2026-05-14')).toBe('2026-05-21')
    expect(sameDayLater('2026-12-18')).toBe('2027-01-08')
  })
})

describe('the notes of a date', () => {
  it('mark holidays and week-ends, past dates, other days and their reason', () => {
    expect(notes(occurrence('2026-06-11'))).toEqual(['', false])
    expect(notes(occurrence('2026-05-14'))).toEqual(['Jour férié : Ascension', true])
    expect(notes(occurrence('2026-05-14'), new Map([['2026-05-14', { on: '2026-05-21' }]]))).toEqual([
      'Se tiendra le jeu. 21 mai · au lieu du jour férié (Ascension)',
      false,
    ])
    expect(notes(occurrence('2026-01-08'))).toEqual(['Date passée', false])
    expect(notes(occurrence('2026-06-13'))).toEqual(['Week-end', true])
    expect(
      notes(
        occurrence('2026-12-10', { state: 'moved', meetingDate: '2027-01-07', reason: 'Salle indisponible' }),
      ),
    ).toEqual(['Le jeu. 7 janv. 2027 · Salle indisponible', false])
    expect(notes(occurrence('2026-05-14', { state: 'skipped', reason: 'Pont' }))).toEqual([
      'Jour férié : Ascension · Pont',
      false,
    ])
    expect(notes(occurrence('2026-08-20', { state: 'created', byRule: false }))).toEqual([
      'Hors de la règle',
      false,
    ])
  })
})
