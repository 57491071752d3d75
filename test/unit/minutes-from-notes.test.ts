import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesFromNotes } from '../../electron/domain/minutes/from-notes.ts'
import { LineKind } from '../../electron/domain/session/session.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'

type Line = Parameters<typeof minutesFromNotes>[0][number]
const line = (kind: Line['kind'], text: string, named: Partial<Line> = {}): Line => ({
  kind,
  text,
  speaker: '',
  organisation: '',
  personId: null,
  ...named,
})
const prose = (lines: Line[]) => {
  const { presentation, exchanges } = minutesFromNotes(lines, {})
  return [plainText(presentation), plainText(exchanges)]
}

describe('the first wording', () => {
  it('quotes what a transcript heard, however it begins', () => {
    const text = 'et donc je pense qu’il faut attendre'
    const heard = line('intervention', text, { speaker: 'Hélène Marchetti', organisation: 'DGX' })
    expect(prose([{ ...heard, raw: text }])[1]).toBe(`Hélène Marchetti (DGX)\u00a0: ${text}.`)
    expect(prose([{ ...heard, raw: `@DGX ${text}` }])[1]).toBe(`Hélène Marchetti (DGX) ${text}.`)
  })

  it('parts the presentation from the exchanges, and quotes by name', () => {
    expect(
      prose([
        line('note', 'présentation du calendrier en deux vagues'),
        line('intervention', 'demande un délai', { speaker: 'ADX', organisation: 'ADX' }),
        line('intervention', 'Elle le juge nécessaire.', { speaker: 'ADX', organisation: 'ADX' }),
        line('intervention', 'Le délai est possible', { speaker: 'Hélène Marchetti', organisation: 'DGX' }),
        line('question', 'Qui désigne le référent'),
        line('note', 'le point est clos'),
      ]),
    ).toEqual([
      'Présentation du calendrier en deux vagues.',
      [
        'L’ADX demande un délai. Elle le juge nécessaire.',
        'Hélène Marchetti (DGX)\u00a0: Le délai est possible.',
        'Reste ouverte la question suivante\u00a0: Qui désigne le référent\u202f?',
        'Le point est clos.',
      ].join('\n'),
    ])
  })

  it('makes a paragraph of each line of a note, and one sentence of what was said over two lines', () => {
    expect(
      prose([
        line('note', 'premier constat\n second constat'),
        line('intervention', 'demande\nun délai', { speaker: 'ADX', organisation: 'ADX' }),
      ]),
    ).toEqual(['Premier constat.\nSecond constat.', 'L’ADX demande un délai.'])
  })

  it('loses no note and tells no decision twice', () => {
    const any = fc.record({
      kind: fc.constantFrom(...LineKind.options),
      text: fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', 'é', ' ', '.', '?') }),
      speaker: fc.constantFrom('', 'ADX', 'Hélène'),
      organisation: fc.constantFrom('', 'ADX'),
      personId: fc.constant(null),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (lines) => {
        const all = prose(lines).join('\n').toLowerCase()
        for (const [index, { kind, text }] of lines.entries()) {
          const words = `mot${index}`
          const marked = lines.map((one, at) => (at === index ? { ...one, text: `${words} ${text}` } : one))
          const found = prose(marked).join('\n').toLowerCase().split(words).length - 1
          expect(found).toBe(kind === 'decision' || kind === 'action' ? 0 : 1)
        }
        expect(all).not.toContain('undefined')
      }),
      { numRuns: 200 },
    )
  })
})
