import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withDe } from '../../electron/domain/text/elision.ts'
import {
  formatDate,
  formatDateWithoutWeekday,
  formatDuration,
  formatNarrowDate,
  formatShortDate,
  formatTime,
  formatTimeRange,
  typography,
} from '../../electron/domain/text/french.ts'

const spaced = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_')

describe('the preposition', () => {
  it('gives way before a vowel, accented or not, and stays elsewhere', () => {
    expect(
      ['Ève Adam', 'association', 'Œuvre', 'Camille', 'Hélène', 'Hanna', 'Yann', ''].map(withDe),
    ).toEqual([
      'd’Ève Adam',
      'd’association',
      'd’Œuvre',
      'de Camille',
      'd’Hélène',
      'de Hanna',
      'de Yann',
      'de ',
    ])
  })
})

describe('the French of dates, hours and durations', () => {
  it('writes dates', () => {
    expect(spaced(formatDate('2026-11-12'))).toBe('jeudi 12~novembre 2026')
    expect(spaced(formatDate('2027-01-01'))).toBe('vendredi 1er~janvier 2027')
    expect(spaced(formatDate('2028-02-29'))).toBe('mardi 29~février 2028')
    expect(spaced(formatDate('2026-12-31'))).toBe('jeudi 31~décembre 2026')
    expect(spaced(formatDateWithoutWeekday('2026-08-01'))).toBe('1er~août 2026')
    expect(spaced(formatNarrowDate('2026-11-03'))).toBe('3~nov.~2026')
    expect(spaced(formatShortDate('2026-12-10'))).toBe('jeu. 10~déc.')
    expect(spaced(formatShortDate('2027-02-26', true))).toBe('ven. 26~févr. 2027')
  })
  it('names the weekday that the calendar names, whatever the time zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const civil = date.toISOString().slice(0, 10)
          const reference = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' }).format(
            new Date(`${civil}T00:00:00Z`),
          )
          expect(formatDate(civil).replaceAll('\u00a0', ' ').replace(' 1er ', ' 1 ')).toBe(reference)
        },
      ),
      { numRuns: 200 },
    )
  })
  it('writes hours and durations', () => {
    expect(spaced(formatTime('14:30'))).toBe('14~h~30')
    expect(spaced(formatTime('09:05'))).toBe('9~h~05')
    expect(spaced(formatTime('00:00'))).toBe('0~h')
    expect(spaced(formatTimeRange('14:30', '17:00'))).toBe('de 14~h~30 à 17~h')
    expect(spaced(formatTimeRange('14:30', null))).toBe('à 14~h~30')
    expect(spaced(formatTimeRange('22:00', '01:00'))).toBe('de 22~h à 1~h le lendemain')
    // A slip is no night.
    expect(spaced(formatTimeRange('14:05', '14:00'))).toBe('de 14~h~05 à 14~h')
    expect(spaced(formatDuration(0))).toBe('0~min')
    expect(spaced(formatDuration(60))).toBe('1~h')
    expect(spaced(formatDuration(185))).toBe('3~h~05')
  })
})

describe('typography', () => {
  it.each([
    ['Objet : un point ; quoi ? oui !', 'Objet~: un point_; quoi_? oui_!'],
    ['Décision: adoptée', 'Décision~: adoptée'],
    ['Quoi?', 'Quoi_?'],
    ['Le "plan" et l\'"essai"', 'Le «~plan~» et l’«~essai~»'],
    ['« plan »', '«~plan~»'],
    ['«plan»', '«~plan~»'],
    ["L'État d'aujourd'hui", 'L’État d’aujourd’hui'],
    ['moins de 3 500 habitants', 'moins de 3_500 habitants'],
    ['1 234 567 €', '1_234_567~€'],
    ['en 2026 450 communes', 'en 2026 450 communes'],
    ['n° 10, art. 5, M. Martin, Mme Durand', 'n°~10, art.~5, M.~Martin, Mme~Durand'],
    ['le 12 novembre et le 1er mars à 14 h 30', 'le 12~novembre et le 1er~mars à 14~h~30'],
    ['https://exemple.fr/a?b=1;c:d', 'https://exemple.fr/a?b=1;c:d'],
    ['à 10:30', 'à 10:30'],
    ['un "guillemet seul', 'un "guillemet seul'],
    ['10 millions', '10 millions'],
    ['"a "b" c"', '«~a «~b~» c~»'],
  ])('%s', (typed, printed) => {
    expect(spaced(typography(typed))).toBe(printed)
  })

  const typed = fc.string({
    unit: fc.constantFrom(
      ...[' ', '\u00a0', '\u202f', '\n', '"', "'", '’', '«', '»', ':', ';', '!', '?', '.', '(', ')'],
      ...['a', 'É', 'h', 'n°', 'M.', '1', '30', '500', '€', 'mars', '/', '😀', '-'],
    ),
    maxLength: 30,
  })
  const kept = (text: string) => text.replace(/[\s"'’«»]/gu, '')
  it('changes nothing the second time and loses no character but spaces and quotes', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = typography(text)
        expect(typography(once)).toBe(once)
        expect(kept(once)).toBe(kept(text))
      }),
      { numRuns: 3000 },
    )
  })
})
