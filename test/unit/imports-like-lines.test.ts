import { describe, expect, it } from 'vitest'
import type { SourceBlock } from '../../electron/domain/agenda/source-block.ts'
import { newItem } from '../../electron/imports/understanding/found-item.ts'
import { linesOf } from '../../electron/imports/understanding/lines.ts'
import { seriesIn } from '../../electron/imports/understanding/series/like-lines.ts'
import { markOf } from '../../electron/imports/understanding/series/line-marks.ts'
import { seriesAsAgenda } from '../../electron/imports/understanding/series/series-as-agenda.ts'

const paragraph = (text: string): SourceBlock => ({ type: 'paragraph', text })
const heading = (text: string, level = 2): SourceBlock => ({ type: 'heading', level, text })
const bullet = (text: string, level = 0): SourceBlock => ({ type: 'listItem', level, marker: '•', text })
const row = (...cells: string[]): SourceBlock => ({ type: 'row', table: 0, cells })

const SAID =
  'La présidente rappelle ce qui a été fait depuis l’automne, et plusieurs membres disent ce qui reste à faire avant l’été.'
const overText = (...titles: string[]) => titles.flatMap((title) => [paragraph(title), paragraph(SAID)])

/** Titles that are taken, when others were read in some blocks. */
function taken(blocks: SourceBlock[], { isMinutes = true, read = [] as [number, string][] } = {}) {
  const items = read.map(([block, title]) => ({ ...newItem(block, title, 0.7), title }))
  const outline = seriesAsAgenda(linesOf(blocks), items, isMinutes)
  return outline?.lines.flatMap(({ line, depth }) => (depth === 0 ? [line.words] : [])) ?? null
}

describe('how a line is counted', () => {
  const of = (text: string) => {
    const { look, rank, words } = markOf(text) ?? { look: '', rank: 0, words: '' }
    return `${look} | ${rank} | ${words}`
  }

  it.each([
    ['RÉSOLUTION N° 4 : Quitus', 'word resolution | 4 | RÉSOLUTION N° 4 : Quitus'],
    ['Point 2 – Les clés', 'word point | 2 | Les clés'],
    ['DEL2026-75 : Tarifs', 'act | 75 | Tarifs'],
    ['2026-038 TARIFS', 'act | 38 | TARIFS'],
    ['3/ Les clés', 'count / | 3 | Les clés'],
    ['IV. Divers', 'roman . | 4 | Divers'],
    ['C) Divers', 'letter ) | 3 | Divers'],
  ])('%s', (text, mark) => {
    expect(of(text)).toBe(mark)
  })

  it.each(['Article 3 : objet', 'Mars 2026 : le salon', '12/05/2026 Vaux', 'Les clés'])(
    'nothing counts “%s”',
    (text) => {
      expect(markOf(text)).toBeNull()
    },
  )
})

describe('lines of one look', () => {
  const kinds = (blocks: SourceBlock[]) =>
    seriesIn(linesOf(blocks)).map(({ kind, lines }) => `${kind} ${lines.length}`)

  it('are counted on over what stands between, and begin again as another series', () => {
    const list = ['1/ La charte', '2/ Les sentiers', '3/ Le budget']
    expect(kinds([...list.map(paragraph), ...overText(...list)])).toEqual([
      'counted 3',
      'counted 3',
      // Typed over their text.
      'short 3',
    ])
  })

  it('are bullets that one odd line does not end, and those before it', () => {
    const blocks = [
      ...['La charte', 'Les sentiers', 'Le budget'].map((text) => bullet(text)),
      paragraph('(sous réserve)'),
      bullet('Les clés'),
    ]
    expect(kinds(blocks)).toEqual(['bullets 3', 'bullets 4'])
  })

  it('are rows that begin with their hour', () => {
    expect(
      kinds([row('9 h 00', 'Accueil'), row('9 h 15', 'Les stages'), row('10 h 45', 'Le congrès')]),
    ).toEqual(['times 3'])
  })
})

describe('a series is the agenda', () => {
  const ACTS = [
    'DEL2026-75 : Aides à la création',
    'DEL2026-76 : Le tarif de l’eau',
    'DEL2026-77 : Les effectifs',
  ]
  const ACT_TITLES = ['Aides à la création', 'Le tarif de l’eau', 'Les effectifs']

  it('where nothing was read', () => {
    expect(taken(overText(...ACTS))).toEqual(ACT_TITLES)
  })

  it('where something else looks less like one', () => {
    expect(taken(overText(...ACTS), { read: [[1, SAID]] })).toEqual(ACT_TITLES)
  })

  it('where it holds what was read, and more', () => {
    expect(
      taken(overText(...ACTS), {
        read: [
          [0, 'Aides à la création'],
          [2, 'Le tarif de l’eau'],
        ],
      }),
    ).toEqual(ACT_TITLES)
  })

  it('never where it is a part of what was read', () => {
    const blocks = overText(...ACTS, 'Questions diverses')
    const read = [...ACT_TITLES, 'Questions diverses'].map((title, at): [number, string] => [2 * at, title])
    expect(taken(blocks, { read })).toBeNull()
  })

  it('of typed titles only over the text of minutes', () => {
    const titles = ['Bruit de la scie', 'Budget du chauffage', 'Clés du local']
    expect(taken(overText(...titles))).toEqual(titles)
    expect(taken(overText(...titles), { isMinutes: false })).toBeNull()
  })

  it('never of the parts of every paper, nor of what bullets say in minutes', () => {
    expect(
      taken(
        ['Participants', 'Synthèse des échanges', 'Relevé des actions'].flatMap((title) => [
          heading(title),
          paragraph(SAID),
        ]),
      ),
    ).toBeNull()
    expect(
      taken([paragraph(SAID), ...['Les clés', 'Les vélos', 'Le gel'].map((text) => bullet(text))]),
    ).toBeNull()
  })

  it('never of what names the meeting and its day', () => {
    const titles = ['La charte', 'Les sentiers', 'Le budget']
    const parts = titles.flatMap((title) => [heading(title), paragraph(SAID)])
    expect(taken([heading('Bureau du parc'), heading('20 juin 2026'), ...parts])).toEqual(titles)
  })

  it('with what hangs below its items', () => {
    const blocks = [
      paragraph('Ordre du jour'),
      bullet('La charte'),
      bullet('avis de l’État', 1),
      bullet('Les sentiers'),
      bullet('Le budget'),
      paragraph('Cordialement'),
    ]
    const outline = seriesAsAgenda(linesOf(blocks), [], false)
    expect(outline?.lines.map(({ line, depth }) => `${depth} ${line.words}`)).toEqual([
      '0 La charte',
      '1 avis de l’État',
      '0 Les sentiers',
      '0 Le budget',
    ])
  })
})
