import { describe, expect, it } from 'vitest'
import { text } from './said.ts'

describe('how sure a reading is', () => {
  it('stays below nine in ten for what only words give, and reaches it by numbers', async () => {
    const draft = await text([
      'Compte rendu du comité du four du 3 mars 2026, de 14 h à 16 h',
      '',
      'Lieu : salle des Lavoirs',
      '',
      'Ordre du jour :',
      '1. Le four',
      '2. Le bief',
      '3. La fête',
      '',
      'Décision : le four est refait.',
    ])
    const { date, startTime, place } = draft.meetingSources
    for (const source of [date, startTime, place, ...draft.decisions.map((one) => one.source)]) {
      expect(source?.confidence).toBeGreaterThan(0.7)
      expect(source?.confidence).toBeLessThan(0.9)
    }
    expect(draft.decisions).toHaveLength(1)
    expect(draft.items.map(({ source }) => source.confidence)).toEqual([0.9, 0.9, 0.9])
  })
})
