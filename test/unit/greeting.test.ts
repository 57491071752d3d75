import { describe, expect, it } from 'vitest'
import { type Greeted, greeting } from '../../electron/domain/people/greeting.ts'

const one = (civility: Greeted['civility'], jobTitle = '', isChair = false): Greeted => ({
  civility,
  jobTitle,
  isChair,
})

describe('a letter begins', () => {
  it.each([
    [one('Mme', 'Directrice générale des collectivités'), 'Madame la Directrice générale'],
    [one('M.', 'directeur général adjoint'), 'Monsieur le Directeur général adjoint'],
    // The register may have kept the other gender: the civility decides.
    [one('Mme', 'Vice-président'), 'Madame la Vice-présidente'],
    [one('Mme', 'Secrétaire générale'), 'Madame la Secrétaire générale'],
    [one('Mme', 'secrétaire'), 'Madame'],
    [one('M.', 'Chargé de mission'), 'Monsieur'],
    [one('', 'Directrice'), 'Madame, Monsieur'],
    [one('Mme', 'Chargée de mission', true), 'Madame la Présidente'],
    [one('M.', 'Préfet', true), 'Monsieur le Préfet'],
    [one('M.', 'directeur adjoint', true), 'Monsieur le Président'],
    [one('Mme', 'Vice-présidente', true), 'Madame la Présidente'],
    [one('M.', 'Directeur délégué', true), 'Monsieur le Président'],
    [one('Mme', 'Ministre déléguée', true), 'Madame la Ministre déléguée'],
    [one('M.', 'Préfet délégué', true), 'Monsieur le Préfet délégué'],
  ])('to one person by civility and function: %o', (person, words) => {
    expect(greeting([person])).toBe(words)
  })

  it('to several by their civilities, and by none where one is unknown', () => {
    expect(greeting([one('Mme'), one('M.')])).toBe('Madame, Monsieur')
    expect(greeting([one('M.'), one('M.')])).toBe('Messieurs')
    expect(greeting([one('Mme'), one('Mme'), one('M.')])).toBe('Mesdames, Monsieur')
    expect(greeting([one('Mme'), one('')])).toBe('Mesdames, Messieurs')
    expect(greeting([])).toBe('')
  })
})
