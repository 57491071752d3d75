import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../electron/domain/watch/legifrance.ts'
import { readPasted } from '../../electron/imports/watch/read-pasted.ts'

const title = 'Arrêté du 2 mars 2099 fixant le modèle des annuaires'
const inForce = (said: string) =>
  readPasted(wordsOf({ title, articles: [{ content: `<p>${said}</p>` }] })).texts[0]?.inForceOn

describe('what Légifrance answers', () => {
  it('is read as the words of its page are', () => {
    const words = wordsOf({
      title,
      nor: 'ZZZB9900002A',
      id: 'JORFTEXT000099000002',
      dateParution: '2099-03-05',
      articles: [{ content: '<p>Le modèle est joint.</p>' }],
    })
    expect(readPasted(words)).toMatchObject({
      problems: [],
      texts: [
        {
          nature: 'arrete',
          nor: 'ZZZB9900002A',
          jorfText: 'JORFTEXT000099000002',
          signedOn: '2099-03-02',
          publishedOn: '2099-03-05',
          inForceOn: null,
        },
      ],
    })
    expect(words).not.toContain('modèle est joint')
  })

  it.each([
    ['in summer', Date.UTC(2026, 6, 13, 22), '2026-07-14'],
    ['in winter', Date.UTC(2026, 0, 31, 23), '2026-02-01'],
  ])('is dated by midnight in Paris, %s', (_, dateParution, expected) => {
    expect(readPasted(wordsOf({ title, dateParution })).texts[0]?.publishedOn).toBe(expected)
  })

  it.each([{ dateParution: Number.MAX_SAFE_INTEGER }, { dateParution: 'bientôt' }, { id: 'LEGITEXT1' }, {}])(
    'without a date or an id that can be is its title alone: %j',
    (said) => {
      expect(wordsOf({ title, ...said })).toBe(title)
    },
  )

  it('tells the entry into force of the whole text, and not of a part of it', () => {
    expect(inForce('Le présent arrêté entre en vigueur le 1<sup>er</sup>&nbsp;juillet 2099.')).toBe(
      '2099-07-01',
    )
    expect(inForce('L’article 2 entre en vigueur à l’exception du 3° le 1er juillet 2099.')).toBeNull()
  })

  it('is read in time however deep or long it is', () => {
    let deep: unknown = { articles: [{ content: 'entre en vigueur le 2 mai 2099.' }] }
    for (let depth = 0; depth < 50_000; depth++) deep = { sections: [deep] }
    expect(wordsOf({ title, sections: [deep] })).toContain('2 mai 2099')
    expect(wordsOf({ title, articles: [{ content: '<'.repeat(1_000_000) }] })).toBe(title)
  })
})
