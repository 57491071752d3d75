import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bothWordings } from '../../electron/domain/text/both-wordings.ts'

const text = 'Le comité adopte le plan et demande un bilan en mars.'

describe('two wordings of one text', () => {
  it('are both followed where they want other words at other places, in any order', () => {
    const one = text.replace('adopte', 'approuve')
    const other = text.replace('mars', 'avril').replace('un ', '')
    const wanted = 'Le comité approuve le plan et demande bilan en avril.'
    expect(bothWordings(text, one, other)).toBe(wanted)
    expect(bothWordings(text, other, one)).toBe(wanted)
  })

  it('that part the text keep the words of the other', () => {
    const one = text.replace('plan et', 'plan\n\net')
    expect(bothWordings(text, one, text.replace('mars', 'avril'))).toBe(
      'Le comité adopte le plan\n\net demande un bilan en avril.',
    )
  })

  it('of the very same place are for a person', () => {
    expect(bothWordings(text, text.replace('mars', 'avril'), text.replace('mars', 'mai'))).toBeNull()
    expect(
      bothWordings(text, text.replace('plan', 'plan neuf'), text.replace('plan', 'plan local')),
    ).toBeNull()
    expect(bothWordings(text, '', text.replace('mars', 'mai'))).toBeNull()
  })

  it('that take out the same words take them out once', () => {
    const one = text.replace(' et demande un bilan', '')
    const other = text.replace('un bilan en mars', 'rien')
    expect(bothWordings(text, one, text.replace(' et demande un bilan en mars', ''))).toBe(
      'Le comité adopte le plan.',
    )
    expect(bothWordings(text, one, other)).toBeNull()
  })

  it('leave the spaces of words that neither of them touches', () => {
    const file = 'Il remet  le fichier .docx et un long ( court ) rapport final.'
    const one = file.replace('remet', 'rend')
    expect(bothWordings(file, one, file.replace(' final', ''))).toBe(
      'Il rend  le fichier .docx et un long ( court ) rapport.',
    )
    expect(bothWordings(file, one, file.replace('fichier', 'texte'))).toBe(
      'Il rend  le texte .docx et un long ( court ) rapport final.',
    )
  })

  it.each([
    ['Le plan, la note, l’avis.', 'Le plan, l’avis.', 'Le plan, la note.'],
    [
      'Le bureau et la présidente et le maire signent.',
      'Le bureau et le maire signent.',
      'Le bureau et la présidente signent.',
    ],
    ['Le bilan et le budget.', 'Le bilan.', 'Le budget.'],
    ['Le bureau (et la présidente) signe.', 'Le bureau signe.', 'Le bureau (et la présidente).'],
    [text, text.replace(' et demande un bilan', ''), text.replace(' un bilan en mars', '')],
    ['Le projet n’est pas adopté.', 'Le projet est adopté.', 'Le projet n’est pas encore adopté.'],
    ['Avis favorable, avec réserve.', 'Avis favorable.', 'Avis favorable, avec réserve expresse.'],
    ['Un avis favorable suit.', 'Un avis suit.', 'Un avis très favorable suit.'],
  ])(
    'that cut beside each other or beside new words within one sentence are for a person: %s',
    (before, one, other) => {
      expect(bothWordings(before, one, other)).toBeNull()
      expect(bothWordings(before, other, one)).toBeNull()
    },
  )

  it.each([
    ['alone', '', ['Anne', 'signe', 'le', 'plan', 'ici.']],
    ['behind another', 'Un avis suit. ', ['Anne', 'signe', 'le', 'plan,', 'ici', 'même.']],
  ])('that take any words out of a sentence %s leave no gap but one of theirs', (_, before, words) => {
    const all = 2 ** words.length - 1
    const kept = (among: number) =>
      (before + words.filter((_word, rank) => among & (1 << rank)).join(' ')).trimEnd()
    const gaps = (among: number) =>
      words
        .map((_word, rank) => (among & (1 << rank) ? ' ' : `${rank}`))
        .join('')
        .split(' ')
    for (let one = 0; one <= all; one += 1)
      for (let other = 0; other <= all; other += 1) {
        const theirs = new Set([...gaps(one), ...gaps(other)])
        const isOfOne = gaps(one & other).every((gap) => theirs.has(gap))
        expect(bothWordings(kept(all), kept(one), kept(other)), `${kept(one)} + ${kept(other)}`).toBe(
          isOfOne ? kept(one & other) : null,
        )
      }
  })

  it('that take out paragraphs beside each other leave whole what joins them', () => {
    const [one, two, three, four] = [
      'La mission propose.',
      'Une convention vient.',
      'Les archives suivent.',
      'Aucun surcoût.',
    ]
    const paragraphs = [one, two, three, four].join('\n\n')
    const without = [one, three, four].join('\n\n')
    const joined = [`${one} ${two}`, four].join('\n\n')
    expect(bothWordings(paragraphs, without, joined)).toBe('La mission propose. Aucun surcoût.')
    expect(bothWordings(paragraphs, joined, without)).toBe('La mission propose. Aucun surcoût.')
  })

  const [plans, notes] = [
    [
      'La mission propose un plan.',
      'Une convention vient ensuite.',
      'Les archives suivent.',
      'Aucun surcoût.',
      'Le bilan vient en mars.',
    ],
    [
      'M. Roy adopte le plan.',
      'M. Roy adopte la note.',
      'M. Roy reporte le plan.',
      'La note est-elle reportée\u202f?',
      'M. Lac reporte la note.',
    ],
  ]
  it.each([
    ['paragraphs', '\n\n', plans],
    ['lines', '\n', plans],
    ['sentences', ' ', plans],
    ['paragraphs that are alike', '\n\n', notes],
    ['lines that are alike', '\n', notes],
    ['sentences that are alike', ' ', notes],
  ])('that take out whole %s, any of five, leave those whole that both keep', (_, parting, parts) => {
    for (const count of [3, 4, 5]) {
      const kept = (among: number) =>
        parts.filter((_part, rank) => rank < count && among & (1 << rank)).join(parting)
      const all = (1 << count) - 1
      for (let one = 0; one <= all; one += 1)
        for (let other = 0; other <= all; other += 1)
          expect(bothWordings(kept(all), kept(one), kept(other))).toBe(kept(one & other))
    }
  })

  it('that take out sentences on both sides of a break leave the break', () => {
    const parts = 'Un plan. Une note.\n\nUn bilan.\n\nUn avis.'
    expect(bothWordings(parts, 'Un plan.\n\nUn avis.', 'Un plan. Une note.\n\nUn avis.')).toBe(
      'Un plan.\n\nUn avis.',
    )
  })

  it('that cut through sentences beside each other are for a person', () => {
    const parts = 'Le plan est lu. La note est lue. Un avis suit.'
    const cut = 'Le plan est lue. Un avis suit.'
    expect(bothWordings(parts, cut, 'Le plan est lu. Un avis suit.')).toBeNull()
    expect(bothWordings(parts, cut, parts.replace('suit', 'vient'))).toBe('Le plan est lue. Un avis vient.')
  })

  it('one of which changes nothing are the other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(bothWordings(before, before, after)).toBe(after)
        expect(bothWordings(before, after, before)).toBe(after)
        expect(bothWordings(before, after, after)).toBe(after)
      }),
    )
  })
})
