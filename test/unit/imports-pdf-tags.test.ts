import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import type { Page, Piece, StructureNode } from '../../electron/domain/documents/drawn-pages.ts'
import { withoutRunningHeads } from '../../electron/imports/pdf/running-heads.ts'
import { areHeadingsText, hasUntaggedTable, taggedParts } from '../../electron/imports/pdf/tagged.ts'
import { readFile } from '../../electron/imports/read-file.ts'

const piece = (text: string, y: number, look: Partial<Piece> = {}): Piece => ({
  text,
  x: 70,
  y,
  width: text.length * 5,
  height: 10,
  contentId: null,
  isArtifact: false,
  isBehindBlank: false,
  ...look,
})
const tag = (role: string, ...children: (StructureNode | string)[]): StructureNode => ({ role, children })
const page = (pieces: Piece[], structure: StructureNode | null = null): Page => ({
  width: 595,
  height: 842,
  pieces,
  rulings: [],
  structure,
})

describe('headings of a tagged PDF', () => {
  const text = 'La cabane haute est fermée depuis la tempête, et son toit sera refait. '.repeat(40)
  const tagged = (role: string) =>
    page(
      [
        piece('1. Les refuges', 700, { height: 12, contentId: 'title' }),
        piece(text, 680, { contentId: 'text' }),
      ],
      tag('Document', tag('H1', 'title'), tag(role, 'text')),
    )
  const headingsOf = (one: Page, smallest: number) =>
    (taggedParts(one, one.pieces, smallest) ?? []).flatMap((part) =>
      part.type === 'blocks'
        ? part.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))
        : [],
    )

  it('are none where most of the words stand in them, unless their letters are larger', () => {
    const all = tagged('H1')
    expect(areHeadingsText([all], [all.pieces])).toBe(true)
    expect(headingsOf(all, 12)).toEqual(['1. Les refuges'])
    const some = tagged('P')
    expect(areHeadingsText([some], [some.pieces])).toBe(false)
    expect(headingsOf(some, 0)).toEqual(['1. Les refuges'])
  })
})

describe('the header of the first page alone', () => {
  const own = (text: string) => piece(text, 600, { contentId: text })
  const header = (text: string) => piece(text, 800, { isArtifact: true })
  const textsOf = (...pages: Page[]) => withoutRunningHeads(pages).map((one) => one.map(({ text }) => text))

  it('is read, whatever it is declared to be', () => {
    expect(
      textsOf(
        page([
          header('Réunion du 3 mars 2026'),
          own('Les refuges'),
          piece('Page 1', 30, { isArtifact: true }),
        ]),
        page([header('Groupe Refuges'), own('Les sentiers')]),
      ),
    ).toEqual([['Réunion du 3 mars 2026', 'Les refuges'], ['Les sentiers']])
  })

  it('is none where it comes back', () => {
    expect(
      textsOf(
        page([header('Groupe Refuges – 1'), own('Les refuges')]),
        page([header('Groupe Refuges – 2'), own('Les sentiers')]),
      ),
    ).toEqual([['Les refuges'], ['Les sentiers']])
  })
})

describe('columns of a tagged PDF', () => {
  it('are read one after the other where one paragraph goes on in the next', () => {
    const pieces = [
      piece('Présents : Anne Roy, Paul', 700, { contentId: 'left' }),
      piece('Bon', 688, { contentId: 'left' }),
      piece('Excusés : Zoé Lac, Marc', 700, { contentId: 'right', x: 300 }),
      piece('Lis', 688, { contentId: 'right', x: 300 }),
    ]
    const parts = taggedParts(page(pieces, tag('Document', tag('P', 'left', 'right'))), pieces) ?? []
    expect(
      parts.flatMap((part) => (part.type === 'blocks' ? part.blocks : [])).map(({ text }) => text),
    ).toEqual(['Présents : Anne Roy, Paul', 'Bon', 'Excusés : Zoé Lac, Marc', 'Lis'])
  })

  it('are rows that the tags do not tell, where words stand side by side line after line', () => {
    const rows = [0, 1, 2].map((row) => [
      piece(`Sujet ${row}`, 700 - 20 * row, { contentId: `p${row}` }),
      piece('Une suite en trois mots', 700 - 20 * row, { contentId: `p${row}`, x: 250 }),
    ])
    const paragraphs = rows.map((_, row) => tag('P', `p${row}`))
    expect(hasUntaggedTable(page(rows.flat(), tag('Document', ...paragraphs)), rows.flat())).toBe(true)
    const table = tag('Table', ...paragraphs)
    expect(hasUntaggedTable(page(rows.flat(), tag('Document', table)), rows.flat())).toBe(false)
    const two = rows.slice(0, 2)
    expect(hasUntaggedTable(page(two.flat(), tag('Document', ...paragraphs)), two.flat())).toBe(false)
  })
})

it('parts words at a blank that is drawn, however narrow', async () => {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const drawn = document.addPage([595, 842])
  let x = 60
  for (const [words, size] of [
    ['A', 10],
    ['NNE', 9],
    [' ', 5],
    ['R', 10],
    ['OY', 9],
  ] as const) {
    drawn.drawText(words, { x, y: 700, size, font })
    x += font.widthOfTextAtSize(words, size)
  }
  drawn.drawText('Secretariat du comite des refuges', { x: 60, y: 660, size: 10, font })
  const { blocks } = await readFile({ fileName: 'a.pdf', bytes: await document.save(), today: '2026-06-01' })
  expect(blocks[0]).toMatchObject({ text: 'ANNE ROY' })
})
