import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRuns, wordChanges, wordRuns } from '../../electron/domain/text/word-changes.ts'
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

describe('runs as they are read', () => {
  it('take a space of another width for no change, and keep what is said beside it', () => {
    const [before, after] = [
      'Responsable : Élodie\u00a0Fabre. Le 21  mai.',
      'Responsable\u00a0: Élodie Fabre. Le 23 mai.',
    ]
    expect(readRuns(before, after)).toEqual([
      { type: 'same', text: 'Responsable\u00a0: Élodie Fabre. Le ' },
      { type: 'removed', text: '21' },
      { type: 'added', text: '23' },
      { type: 'same', text: ' mai.' },
    ])
    expect(wordChanges(before, after)).toEqual([{ removed: '21', added: '23', after: ': Élodie Fabre. Le' }])
    expect(wordChanges('trois\u00a0mois', 'trois mois')).toEqual([])
  })

  it('say a line that is broken', () => {
    expect(readRuns('Un avis. Un vote.', 'Un avis.\nUn vote.')).not.toHaveLength(1)
    expect(readRuns('Un avis. \nUn vote.', 'Un avis.\n\u00a0Un vote.')).toHaveLength(1)
  })

  it('are the runs, for texts that are spaced alike', () => {
    fc.assert(fc.property(text, text, (a, b) => void expect(readRuns(a, b)).toEqual(wordRuns(a, b))))
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
