import { describe, expect, it } from 'vitest'
import { readLine } from '../../electron/domain/session/notation.ts'
import { dueWords } from '../../electron/domain/time/due-words.ts'

const context = { saidOn: '2026-12-10', nextMeeting: '2027-01-14' }

describe('deadlines in words', () => {
  it.each([
    ['avant le 15/06', '2027-06-15'],
    ['avant le 15/12', '2026-12-15'],
    ['le 10/12', '2027-12-10'],
    ['pour le 1er mars', '2027-03-01'],
    ['au plus tard le vendredi 15 janvier 2027', '2027-01-15'],
    ['le 29/02', '2028-02-29'],
    ['fin juin', '2027-06-30'],
    ['d’ici fin décembre', '2026-12-31'],
    ['mi-janvier', '2027-01-15'],
    ['fin du mois', '2026-12-31'],
    ['d’ici la fin de l’année', '2026-12-31'],
    ['sous quinze jours', '2026-12-25'],
    ['sous 3 semaines', '2026-12-31'],
    ['dans deux mois', '2027-02-10'],
    ['sous huitaine', '2026-12-18'],
    ['avant la prochaine séance', '2027-01-14'],
    ['pour vendredi', '2026-12-11'],
    ['d’ici jeudi prochain', '2026-12-17'],
  ])('%s is %s', (words, date) => {
    expect(dueWords(`transmettre ${words}`, context)).toMatchObject({ date })
  })

  it('says nothing of what is no day', () => {
    for (const text of [
      'le 31/02',
      'ratio 3/4 constaté',
      'la version 12.5',
      'juin',
      'fin de phrase',
      'le 45/99',
    ])
      expect(dueWords(text, context)?.date ?? null, text).toBeNull()
  })

  it.each([
    ['publier avant le 31/02/2027', 'avant le 31/02/2027'],
    ['publier avant le 31/02', 'avant le 31/02'],
    ['publier pour le 30 février 2027', 'pour le 30 février 2027'],
    ['publier, 29.02.2027', '29.02.2027'],
  ])('keeps the words of a day that there is not: %s', (text, words) => {
    expect(dueWords(text, context)).toMatchObject({ words, date: null, isNoDay: true })
    const line = readLine(`A : ${text}`, { ...context, speakers: [] })
    expect(line).toMatchObject({ kind: 'action', text: 'Publier', due: { words, date: null } })
  })

  it('takes another day that is said for it, before or behind', () => {
    for (const text of ['le 31/02, au plus tard le 15/03/2027', 'avant le 15/03/2027, non le 31/02'])
      expect(dueWords(text, context)).toMatchObject({ date: '2027-03-15', isNoDay: false })
  })

  it('keeps the words of a meeting that is not planned yet', () => {
    expect(dueWords('avant la prochaine séance', { saidOn: '2026-12-10', nextMeeting: null })).toMatchObject({
      words: 'avant la prochaine séance',
      date: null,
    })
  })
})
