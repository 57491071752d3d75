import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordChanges, wordRuns } from '../../electron/domain/text/word-changes.ts'
import { growth } from '../growth.ts'

const word = fc.constantFrom('le', 'conseil', 'demande', 'trois', 'mois', 'l’étude', 'et', ',', '.', 'été')
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '))
const side = (runs: ReturnType<typeof wordRuns>, left: 'removed' | 'added') =>
  runs
    .filter(({ type }) => type !== left)
    .map((run) => run.text)
    .join('')

describe('word runs', () => {
  it('hold every letter of both texts, in order, whatever they are', () => {
    const any = fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 60 }))
    fc.assert(
      fc.property(any, any, (before, after) => {
        const runs = wordRuns(before, after)
        expect(side(runs, 'added')).toBe(before)
        expect(side(runs, 'removed')).toBe(after)
        expect(runs.every((run) => run.text !== '')).toBe(true)
        for (const [index, run] of runs.entries()) expect(run.type).not.toBe(runs[index + 1]?.type)
      }),
    )
  })

  it('say nothing of a text that stays, and everything of one that comes or goes', () => {
    fc.assert(fc.property(text, (same) => void expect(wordChanges(same, same)).toEqual([])))
    expect(wordRuns('', '')).toEqual([])
    expect(wordRuns('', 'ajouté')).toEqual([{ type: 'added', text: 'ajouté' }])
    expect(wordRuns('retiré', '')).toEqual([{ type: 'removed', text: 'retiré' }])
  })

  it('take a time that grows with two long texts that have nothing in common', async () => {
    const long = (name: string, length: number) =>
      Array.from({ length }, (_, index) => `${name}${index}`).join(' ')
    const runs = (length: number) => wordRuns(long('a', length), long('b', length)).length
    expect(runs(5000)).toBeGreaterThan(0)
    expect(await growth(runs, { size: 20_000, times: 8 })).toBeLessThan(4)
  })
})

describe('word changes', () => {
  it('tell neighbours as one place and far ones apart, each with the words before it', () => {
    expect(
      wordChanges(
        'Douze collectivités pilotes l’utilisent depuis le mois de septembre.',
        'Quatorze collectivités volontaires l’utilisent depuis le mois de mai.',
      ),
    ).toEqual([
      { removed: 'Douze collectivités pilotes', added: 'Quatorze collectivités volontaires', after: '' },
      { removed: 'septembre', added: 'mai', after: 'depuis le mois de' },
    ])
  })

  it('tell what is put in and what is taken out', () => {
    expect(wordChanges('Le coût est connu.', 'Le coût annuel est connu.')).toEqual([
      { removed: '', added: 'annuel', after: 'Le coût' },
    ])
    expect(wordChanges('Le coût annuel est connu.', 'Le coût est connu.')).toEqual([
      { removed: 'annuel', added: '', after: 'Le coût' },
    ])
  })
})
