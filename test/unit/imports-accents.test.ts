import { expect, it } from 'vitest'
import type { Page, Piece } from '../../electron/domain/documents/drawn-pages.ts'
import { withAccents } from '../../electron/imports/pdf/accents.ts'

const piece = (text: string, x = 0): Piece => ({
  text,
  x,
  y: 700,
  width: text.length * 5,
  height: 10,
  contentId: null,
  isArtifact: false,
  isBehindBlank: false,
})
const page = (...pieces: Piece[]): Page => ({ width: 595, height: 842, pieces, rulings: [], structure: null })
const textsOf = (pages: readonly Page[]) => pages.flatMap(({ pieces }) => pieces.map(({ text }) => text))

it('joins accents that old fonts of TeX draw alone with their letters', () => {
  const pages = [
    page(
      piece('R´eunion du comit´e, `a la t ˆete du ch ˆateau'),
      piece('Fran¸cois ; na¨ıve ; o`u ; maˆıtre'),
    ),
  ]
  expect(textsOf(withAccents(pages))).toEqual([
    'Réunion du comité, à la t ête du ch âteau',
    'François ; naïve ; où ; maître',
  ])
})

it('joins an accent that came as a piece of its own', () => {
  expect(textsOf(withAccents([page(piece('Pr´'), piece('esents', 15))]))).toEqual(['Présents'])
})

it('leaves a slip for an apostrophe where letters have their accents', () => {
  const texts = ['Réunion', 'l´eau et d´autres']
  expect(textsOf(withAccents([page(...texts.map((text) => piece(text)))]))).toEqual(texts)
})

it.each(['L`ASSEMBLEE', 'l`avis', 'quelqu`un', 'le conseil d´Etat', '10´ environ', '`avis`'])(
  'leaves %s in a file of plain letters',
  (text) => {
    expect(textsOf(withAccents([page(piece(text))]))).toEqual([text])
  },
)

it('leaves minutes where fonts of TeX draw accents', () => {
  const text = 's´eance du comit´e, 10´ environ'
  expect(textsOf(withAccents([page(piece(text))]))).toEqual(['séance du comité, 10´ environ'])
})
