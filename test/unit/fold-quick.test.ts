import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldedBeginning, withoutMarks } from '../../electron/domain/text/fold.ts'
import { singleSpaced } from '../../electron/imports/understanding/plain-line.ts'

describe('folding', () => {
  it.each(['NFD', 'NFKD'] as const)('takes away every mark of Unicode (%s)', (form) => {
    const wrong: number[] = []
    for (let point = 0; point < 0x110000; point += 1) {
      const decomposed = `a${String.fromCodePoint(point)}b`.normalize(form)
      if (withoutMarks(decomposed) !== decomposed.replace(/\p{M}+/gu, '')) wrong.push(point)
    }
    expect(wrong).toEqual([])
  })

  it('of the beginning of a text is that of its letters', () => {
    const letter = fc.oneof(fc.constantFrom(...'aÉçœŒ’ß–é ıſ'), fc.string({ unit: 'binary', maxLength: 1 }))
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 60 }), (letters) => {
        const text = letters.join('')
        expect(foldedBeginning(text, 40)).toBe(fold(text.slice(0, 40)))
      }),
    )
  })

  it('makes one space of every run of white space and control characters', () => {
    const piece = fc.constantFrom(
      ' ',
      '  ',
      '\n',
      '\t',
      '\r\n',
      '\u00a0',
      '\u202f',
      '\u2028',
      '\u0007',
      'mot',
      '',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const words = pieces.join('')
        expect(singleSpaced(words)).toBe(words.replace(/[\s\p{Cc}]+/gu, ' '))
      }),
    )
  })
})
