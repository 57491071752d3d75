import { expect, it } from 'vitest'
import { saidDates } from '../../electron/imports/watch/said-dates.ts'

const deadline = (date: string, audience = '', threshold = '', label = '') => ({
  date,
  audience,
  threshold,
  label,
})

it.each([
  [
    'le lendemain de sa publication, à l’exception de l’article 3, applicable le 1er juillet 2027 pour les communes de plus de 3 500 habitants et le 1er janvier 2028 pour les autres.',
    { date: '2026-12-03', rule: 'dayAfter' },
    [
      deadline('2027-07-01', 'communes', 'plus de 3 500 habitants', 'Article 3'),
      deadline('2028-01-01', 'autres communes', '', 'Article 3'),
    ],
  ],
  [
    'le décret entre en vigueur le 1er janvier 2027. Toutefois, les dispositions du chapitre II entrent en vigueur le 1er juillet 2027 pour les régions.',
    { date: '2027-01-01', rule: 'dated' },
    [deadline('2027-07-01', 'régions', '', 'Chapitre II')],
  ],
  [
    'le 1er janvier 2027 pour les départements, le 1er juillet 2027 pour les communes et leurs groupements',
    { date: '2027-01-01', rule: 'dated' },
    [deadline('2027-01-01', 'départements'), deadline('2027-07-01', 'communes et leurs groupements')],
  ],
  [
    'les articles 2 et 3 entrent en vigueur à une date fixée par arrêté, et au plus tard le 1er mars 2028',
    null,
    [deadline('2028-03-01', '', '', 'Articles 2 et 3')],
  ],
  ['le lendemain de la publication', { date: '2026-12-03', rule: 'dayAfter' }, []],
  ['à une date fixée par décret', null, []],
])('what a text says of its entry into force: %s', (words, inForce, deadlines) => {
  expect(saidDates(words, '2026-12-02')).toEqual({ inForce, deadlines })
})

it('a day after a publication that is not known is none', () => {
  expect(saidDates('le lendemain de sa publication', null)).toEqual({ inForce: null, deadlines: [] })
})
