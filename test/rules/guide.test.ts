import { describe, expect, it } from 'vitest'
import { isCatalogue, sentencesOf } from './french-rules.ts'
import { faultsOfWords, namedInGuide, wordsOfGuide } from './guide-words.ts'
import { readTracked, trackedPaths } from './tracked.ts'

const guide = readTracked('docs/guide.md').text ?? ''
const said = trackedPaths()
  .filter(isCatalogue)
  .flatMap((path) => sentencesOf(path, readTracked(path).text ?? '').map(({ text }) => text))
  // Words that one searches with, old ones too, stand in small letters alone; no screen says them.
  .filter((text) => !/^[\p{Ll}’-]+(?: [\p{Ll}’-]+)+$/u.test(text))

/** Words of a page of print, tables among them. */
const PAGE = 450

describe('the guide', () => {
  it('has twelve pages at most, each of one page of print', () => {
    const pages = guide.split(/^## /mu).slice(1)
    expect(pages.length).toBeLessThanOrEqual(12)
    const long = pages.filter((page) => (page.match(/\p{L}[\p{L}’-]*/gu) ?? []).length > PAGE)
    expect(long.map((page) => page.split('\n')[0])).toEqual([])
  })

  it('says what the screens say, in the one word of each act', () => {
    expect(namedInGuide(guide).length).toBeGreaterThan(80)
    expect(wordsOfGuide(guide).length).toBeGreaterThan(6)
    expect(faultsOfWords(guide, said)).toEqual([])
  })

  it('is reported with a name that no screen has', () => {
    const name = 'Faire un vœu'
    expect(faultsOfWords(`${guide.replace('## ', `**${name}**\n\n## `)}`, said)).toEqual([
      `no screen says: ${name}`,
    ])
  })

  it.each([
    'Enregistrer…',
    'Importer trois points',
    'Noter convoquée',
    'Soumettre l’ordre du jour',
    'Relire, puis importer.',
  ])('a screen that says « %s » is reported', (planted) =>
    expect(faultsOfWords(guide, [...said, planted])).toHaveLength(1),
  )
})
