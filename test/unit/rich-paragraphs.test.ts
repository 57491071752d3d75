import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withParagraph, withWordsAfter } from '../../electron/domain/text/rich-paragraphs.ts'
import { RichText } from '../../electron/domain/text/rich-text.ts'
import { paragraphWords } from '../rich-words.ts'
import { bullets, paragraph, rich, table, text } from './documents-builders.ts'

const mixed = rich(
  paragraph('Un premier paragraphe.'),
  bullets('une puce', [paragraph('une autre'), paragraph('sa suite')]),
  { type: 'paragraph' },
  { type: 'blockquote', content: [paragraph('une citation')] },
  table(['Quoi', 'Combien'], ['Communes', '12 000 €']),
  paragraph('Un ', text('dernier', 'bold'), ' paragraphe.'),
)

describe('the paragraphs of a rich text', () => {
  it('are counted as they are printed, empty ones left out', () => {
    expect(paragraphWords(mixed)).toEqual([
      'Un premier paragraphe.',
      'une puce',
      'une autre',
      'sa suite',
      'une citation',
      'Quoi',
      'Combien',
      'Communes',
      '12 000 €',
      'Un dernier paragraphe.',
    ])
  })

  it('one of them says other words, the others what they said', () => {
    const words = fc.string({ minLength: 1, maxLength: 60 }).filter((value) => value.trim() !== '')
    fc.assert(
      fc.property(fc.nat({ max: 9 }), words, (index, wanted) => {
        const before = paragraphWords(mixed)
        const changed = withParagraph(mixed, index, wanted)
        expect(RichText.safeParse(changed).success).toBe(true)
        const bare = (value: string) =>
          value
            .replace(/\s+/gu, ' ')
            .replace(/['’‘]/gu, '’')
            .replace(/[«»“”]/gu, '"')
            .trim()
        expect(paragraphWords(changed).map(bare)).toEqual(
          before.map((own, at) => bare(at === index ? wanted : own)),
        )
      }),
    )
  })

  it('keeps marks of words that stay, and gives those of the words it replaces', () => {
    const changed = withParagraph(mixed, 9, 'Un ultime et dernier paragraphe.')
    expect(changed.content.at(-1)).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Un ultime et ' },
        { type: 'text', text: 'dernier', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' paragraphe.' },
      ],
    })
    expect(withParagraph(mixed, 9, 'Un autre paragraphe.').content.at(-1)).toMatchObject({
      content: [{ text: 'Un ' }, { text: 'autre', marks: [{ type: 'bold' }] }, { text: ' paragraphe.' }],
    })
  })

  it('keeps the spaces of words that stay, whatever another program made of them', () => {
    const one = rich(paragraph('Il faut 12\u00a0000\u00a0€\u202f; c’est dit.'))
    expect(paragraphWords(withParagraph(one, 0, "Il faut 12 000 € ; c'est bien dit."))).toEqual([
      'Il faut 12\u00a0000\u00a0€\u202f; c’est bien dit.',
    ])
  })

  it('takes one out with the list that it was alone in, and puts one in after another', () => {
    const list = rich(paragraph('Avant.'), bullets('seule'), paragraph('Après.'))
    const saidWith = (one: RichText, index: number, words: string) =>
      paragraphWords(withWordsAfter(one, index, words, 'like') ?? rich())
    expect(withParagraph(list, 1, '').content).toHaveLength(2)
    expect(saidWith(list, 1, 'Nouveau.')).toEqual(['Avant.', 'seule', 'Nouveau.', 'Après.'])
    expect(saidWith(list, -1, 'Tête.')[0]).toBe('Tête.')
    expect(saidWith(list, 99, 'Fin.').at(-1)).toBe('Fin.')
  })

  it('gets an entry or a row only where there is a list or a table of as many cells', () => {
    const two = rich(table(['Quoi', 'Combien'], ['Communes', '12 000 €']), paragraph('Seul.'))
    expect(withWordsAfter(two, 3, 'Régions\n\n5 000 €', 'row')?.content[0]).toMatchObject({
      content: [{}, {}, { content: [{ content: [{ content: [{ text: 'Régions' }] }] }, {}] }],
    })
    expect(withWordsAfter(two, 3, 'Régions', 'row')).toBeNull()
    expect(withWordsAfter(two, 4, 'Régions\n\n5 000 €', 'row')).toBeNull()
    expect(withWordsAfter(two, 4, 'Une entrée', 'entry')).toBeNull()
  })

  it('loses a row with its last words, and keeps one that had none', () => {
    const grid = table(['Quoi', 'Combien'], ['Communes', '12 000 €'])
    const gone = withParagraph(rich(grid, paragraph('Seul.')), 2, '', 2)
    expect(gone.content[0]).toMatchObject({ content: [{}] })
    expect(
      withParagraph(rich(table(['Quoi'], ['']), paragraph('Seul.')), 1, 'Dit.').content[0],
    ).toMatchObject({
      content: [{}, {}],
    })
  })
})
