import { describe, expect, it } from 'vitest'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { turnedPages } from '../../electron/documents/paper/lying-pages.ts'
import { type PaperBlock, plain, type TableBlock } from '../../electron/documents/paper/paper.ts'
import { type Element, elements, Package } from '../documents-check/package-parts.ts'
import { action, emptyFile, item, rich, section, table } from './documents-builders.ts'

describe('a table of many columns', () => {
  const figures = ['1234567,50', '31/12/2026', '12345678900012', '7654321,25']
  const made = async (columns: number, format: 'docx' | 'odt') => {
    const words = (others: string) =>
      Array.from({ length: columns }, (_, x) => (x % 3 === 1 ? (figures[x % 4] ?? '') : others))
    const block = table(words('Intercommunalités'), words('Communauté de communes'))
    const sections = [section(1, { exchanges: rich(block) })]
    return new Package(
      await renderFlowing(minutesModel({ ...emptyFile(), items: [item(1)], sections }), format, []),
    )
  }
  /** Millimetres that the figure of a column takes in a face wider than the one that is named. */
  const figureWidth = (x: number, points: number) => (figures[x % 4] ?? '').length * points * 0.6 * 0.3528
  /** The widths of the only table of so many columns. */
  const columnsIn = (all: Element[], open: string, column: string, columns: number) =>
    all
      .filter(({ name }) => name === open || name === column)
      .reduce<Element[][]>((grids, one) => {
        if (one.name === open) grids.push([])
        else grids.at(-1)?.push(one)
        return grids
      }, [])
      .find(({ length }) => length === columns) ?? []

  it.each([
    [4, 9.5, 1, 165],
    [7, 7.5, 1, 165],
    [14, 7.5, 3, 252],
  ])('has columns that hold their figures, in Word: %i', async (columns, points, sections, room) => {
    const file = await made(columns, 'docx')
    const grid = columnsIn(elements(file.text('word/document.xml')), 'w:tblGrid', 'w:gridCol', columns)
    const widths = grid.map(({ attributes }) => (Number(attributes['w:w']) / 20) * 0.3528)
    for (let x = 1; x < columns; x += 3) expect(widths[x]).toBeGreaterThan(figureWidth(x, points))
    const pages = file.all('word/document.xml', 'w:pgSz').map(({ attributes }) => attributes['w:orient'])
    expect(pages).toEqual([undefined, 'landscape', undefined].slice(0, sections))
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(room)
    // The first page of all has no head; those after the table do.
    expect(file.all('word/document.xml', 'w:titlePg')).toHaveLength(1)
  })

  it.each([
    [4, 9.5, 0],
    [14, 7.5, 1],
  ])('and in OpenDocument: %i', async (columns, points, lying) => {
    const file = await made(columns, 'odt')
    const all = elements(file.text('content.xml'))
    const width = new Map(
      all
        .filter(({ name }) => name === 'style:table-column-properties' || name === 'style:style')
        .map(({ attributes }, at, styles) => [
          styles[at - 1]?.attributes['style:name'] ?? '',
          10 * Number.parseFloat(attributes['style:column-width'] ?? ''),
        ]),
    )
    const grid = columnsIn(all, 'table:table', 'table:table-column', columns)
    for (let x = 1; x < columns; x += 3)
      expect(width.get(grid[x]?.attributes['table:style-name'] ?? '')).toBeGreaterThan(figureWidth(x, points))
    expect(all.filter(({ attributes }) => attributes['style:master-page-name'] === 'Couchee')).toHaveLength(
      lying,
    )
  })

  it('has the headings above it on its page, in both', async () => {
    const parts = (await made(14, 'docx')).text('word/document.xml').split(/<w:sectPr>.*?<\/w:sectPr>/)
    const stylesOf = (part: string) =>
      [...part.matchAll(/<w:pStyle w:val="([^"]*)"/g)].map(([, style]) => style)
    expect(stylesOf(parts[1] ?? '')[0]).toMatch(/^Titre\d$/)
    expect(stylesOf(parts[0] ?? '').at(-2)).not.toMatch(/^Titre\d$/)
    expect(parts[1]?.match(/<w:tbl>/g)).toHaveLength(1)
    const odt = (await made(14, 'odt')).text('content.xml')
    const [, opened = ''] = /<text:h text:style-name="(Heading_20_\d\.Couchee)"/.exec(odt) ?? []
    expect(opened).not.toBe('')
    expect(odt.indexOf(opened)).toBeLessThan(odt.indexOf('</table:table>'))
    // What follows stands again.
    expect(odt).toContain('.Debout"')
  })
})

const words = (text: string): PaperBlock => ({
  type: 'paragraph',
  role: 'body',
  lines: [[plain(text)]],
  anchor: null,
})
const titled = (text: string): PaperBlock => ({ type: 'heading', level: 2, number: '', text, anchor: null })
const tabled = (caption: string): TableBlock => ({
  type: 'table',
  caption,
  columns: [],
  headRows: 1,
  cells: [],
})
const saidBy = (block: PaperBlock) =>
  block.type === 'heading' ? block.text : block.type === 'table' ? block.caption : 'words'

it.each([
  ['in the text', [words(''), titled('A'), tabled('wide'), words('')], ['words', '>A wide', 'words']],
  ['one after the other', [tabled('wide'), titled('A'), titled('B'), tabled('wide')], ['>wide A B wide']],
  ['first', [titled('A'), tabled('wide'), titled('B'), tabled('small')], ['>A wide', 'B small']],
  ['none', [titled('A'), tabled('small')], ['A small']],
])('pages turn where wide tables begin and end: %s', (_, blocks, expected) => {
  const pages = turnedPages(blocks, ({ caption }) => caption === 'wide')
  expect(pages.map(({ lie, blocks: some }) => (lie ? '>' : '') + some.map(saidBy).join(' '))).toEqual(
    expected,
  )
})

it('gives what a short text leaves to the long one beside it, as in the PDF', async () => {
  const long = 'La convention est signée par les deux parties. '.repeat(10)
  const block = table(['Étape', 'Part', 'Observations'], ['Conventionnement', '12 %', long])
  const file = { ...emptyFile(), items: [item(1)], sections: [section(1, { exchanges: rich(block) })] }
  const made = new Package(await renderFlowing(minutesModel(file), 'docx', []))
  const grids = made.text('word/document.xml').split('<w:tblGrid>').slice(1)
  const widths = grids
    .map((grid) => [...(grid.split('</w:tblGrid>')[0] ?? '').matchAll(/w:w="(\d+)"/g)])
    .map((columns) => columns.map(([, width]) => (Number(width) / 1440) * 25.4))
  const [stage = 0, part = 0, remarks = 0] = widths.find(({ length }) => length === 3) ?? []
  expect(stage).toBeLessThan(35)
  expect(part).toBeLessThan(14)
  expect(remarks).toBeGreaterThan(100)
})

it('gives what is to be done more room than who does it, whose name may be parted there', async () => {
  const actions = [1, 2, 3].map((rank) =>
    action(rank, 1, {
      text: 'Transmettre le dispositif montagnard et la répartition des responsabilités entre les partenaires.',
      owner: 'Maximilienne Roquemaure-Aubert',
      organisation: 'DGX',
      dueDate: '2026-03-10',
    }),
  )
  const file = { ...emptyFile(), items: [item(1)], sections: [section(1, {})], actions }
  const made = new Package(await renderFlowing(minutesModel(file), 'docx', []))
  const grids = made.text('word/document.xml').split('<w:tblGrid>').slice(1)
  const widths = grids.map((grid) =>
    [...(grid.split('</w:tblGrid>')[0] ?? '').matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width)),
  )
  const [, , done = 0, doer = 0] = widths.find(({ length }) => length === 5) ?? []
  expect(doer).toBeGreaterThan(0)
  expect(done).toBeGreaterThan(1.25 * doer)
})

it('an action stays on the page of who does it, in both', async () => {
  const file = { ...emptyFile(), items: [item(1)], actions: [action(1, 1, { owner: 'Ève Lormel' })] }
  const made = async (format: 'docx' | 'odt') =>
    new Package(await renderFlowing(minutesModel(file), format, []))
  const word = elements((await made('docx')).text('word/styles.xml'))
  const from = word.findIndex(({ attributes }) => attributes['w:styleId'] === 'Action')
  const next = word.findIndex(({ name }, at) => at > from && name === 'w:style')
  expect(word.slice(from, next).some(({ name }) => name === 'w:keepNext')).toBe(true)
  const odt = elements((await made('odt')).text('styles.xml'))
  const at = odt.findIndex(({ attributes }) => attributes['style:name'] === 'Action')
  expect(odt[at + 1]?.attributes['fo:keep-with-next']).toBe('always')
})
