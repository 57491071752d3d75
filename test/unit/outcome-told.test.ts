import { describe, expect, it } from 'vitest'
import { Outcome } from '../../electron/domain/minutes/minutes.ts'
import { outcomeSentences, outcomeTold } from '../../electron/domain/minutes/outcome-sentences.ts'

const told = (sentence: string) => outcomeTold(sentence, (outcome) => outcomeSentences[outcome])

describe('the outcome that a sentence tells', () => {
  it('is that of each standard sentence', () => {
    expect(Outcome.options.map((outcome) => told(outcomeSentences[outcome]))).toEqual(Outcome.options)
  })

  it.each<[string, Outcome | null]>([
    ['Le projet est adopté à l’unanimité.', 'approuve'],
    ['Les membres prennent acte du bilan.', 'prisActe'],
    ['Ce point, faute de temps, n’a pas pu être examiné.', 'nonTraite'],
    ['L’examen du texte est reporté au 14 janvier.', 'reporte'],
    ['Avis favorable, sous deux réserves.', 'avisAvecReserves'],
    ['Un avis défavorable est rendu.', 'avisDefavorable'],
    // Denied, or two at once: nobody but a person knows.
    ['Le point n’est pas approuvé.', null],
    ['Le projet est approuvé, son calendrier est reporté.', null],
    ['La discussion est riche.', null],
    ['', null],
  ])('%s', (sentence, outcome) => {
    expect(told(sentence)).toBe(outcome)
  })
})
