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
    expect(prose([{ ...heard, raw: `@DGX ${text}` }])[1]).toBe(`Hélène Marchetti (DGX)\u00a0: ${text}.`)
    const asked = line('intervention', 'demande un délai', {
      speaker: 'Hélène Marchetti',
      organisation: 'DGX',
    })
    expect(prose([{ ...asked, raw: 'demande un délai' }])[1]).toBe(
      'Hélène Marchetti (DGX)\u00a0: demande un délai.',
    )
    expect(prose([{ ...asked, raw: '@DGX demande un délai' }])[1]).toBe(
      'Hélène Marchetti (DGX) demande un délai.',
    )
  })

  it('parts the presentation from the exchanges, and quotes by name', () => {
    expect(
      prose([
        line('note', 'présentation du calendrier en deux vagues'),
        line('intervention', 'demande un délai', { speaker: 'ADX', organisation: 'ADX' }),
        line('intervention', 'Elle le juge nécessaire.', { speaker: 'ADX', organisation: 'ADX' }),
        line('intervention', 'refuse la date', { speaker: 'ADX', organisation: 'ADX' }),
        line('intervention', 'Le délai est possible', { speaker: 'Hélène Marchetti', organisation: 'DGX' }),
        line('question', 'Qui désigne le référent'),
        line('note', 'le point est clos'),
      ]),
    ).toEqual([
      'Présentation du calendrier en deux vagues.',
      [
        'L’ADX demande un délai. Elle le juge nécessaire. L’ADX refuse la date.',
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

  it.each([
    ['le coût est trop élevé', 'FRX\u00a0: le coût est trop élevé.'],
    ['coût trop élevé', 'FRX\u00a0: coût trop élevé.'],
    ['la demande est forte', 'FRX\u00a0: la demande est forte.'],
    ['demande de report', 'FRX\u00a0: demande de report.'],
    ['réserve sur les délais', 'FRX\u00a0: réserve sur les délais.'],
    ['contre le calendrier', 'FRX\u00a0: contre le calendrier.'],
    ['ne pas attendre', 'FRX\u00a0: ne pas attendre.'],
    ['s’il faut attendre, autant renoncer', 'FRX\u00a0: s’il faut attendre, autant renoncer.'],
    ['se réunir plus souvent', 'FRX\u00a0: se réunir plus souvent.'],
    ['à revoir avec le ministère', 'FRX\u00a0: à revoir avec le ministère.'],
    ['peut-être faudrait-il attendre', 'FRX\u00a0: peut-être faudrait-il attendre.'],
    ['validé en réunion', 'FRX\u00a0: validé en réunion.'],
    ['soutient le projet', 'La FRX soutient le projet.'],
    ['demandent un délai', 'FRX\u00a0: demandent un délai.'],
    ['demande un délai', 'La FRX demande un délai.'],
    ['demande des précisions', 'La FRX demande des précisions.'],
    ['indique que le coût est trop élevé', 'La FRX indique que le coût est trop élevé.'],
    ['ne souhaite pas de report', 'La FRX ne souhaite pas de report.'],
    ['n’a pas reçu le projet', 'La FRX n’a pas reçu le projet.'],
    ['s’oppose au calendrier', 'La FRX s’oppose au calendrier.'],
    ['est favorable', 'La FRX est favorable.'],
  ])('makes %j of an organisation a sentence', (text, expected) => {
    const typed = { ...line('intervention', text, { organisation: 'FRX' }), raw: `FRX : ${text}` }
    const [one, many] = (['la', 'les'] as const).map((article) =>
      plainText(minutesFromNotes([typed], {}, () => article).exchanges),
    )
    expect(one).toBe(expected)
    expect(many).toBe(text === 'demandent un délai' ? 'Les FRX demandent un délai.' : `FRX\u00a0: ${text}.`)
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
