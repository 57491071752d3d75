import type { Span } from '../blocks.ts'
import type { DocumentImage } from '../image.ts'
import { tableLayout } from '../paper/column-widths.ts'
import { Counting, type ListStart } from '../paper/counting.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { turnedPages } from '../paper/lying-pages.ts'
import type { PaperBlock, PaperCell, TableBlock } from '../paper/paper.ts'
import { logoSizes, type Pictures, pictureSize, type Size } from '../paper/pictures.ts'
import { isShort } from '../paper/texts.ts'
import {
  ACROSS_WIDTH,
  cellMargins,
  LIST_STEP,
  listContinue,
  pointStyle,
  roleStyles,
  spanStyles,
  styleIds,
  TEXT_WIDTH,
} from './styles.ts'
import { emu, paragraphXml, run } from './xml.ts'

/** Where a block stands: under which style, in which list and how deep, in how wide a text (twips). */
type Place = {
  style: string | null
  /** Depth of the list around, from 0; null outside. */
  depth: number | null
  /** The list whose mark the next paragraph bears; null for those that follow it in an entry. */
  number: number | null
  width: number
}

const DEEPEST = 8

/** A list of the package: entries of a text, or the numbers of items before headings, in a list of them, in cells. */
export type NumberedList =
  | { of: 'entries'; start: number; depth: number }
  | { of: 'headings' | 'points' | 'cells'; start: ListStart }

/** Renders blocks, and remembers what the other parts of the package must say of them. */
export class WordBlocks {
  /** Numbered lists met: each begins again, at its own number. */
  readonly numberings: NumberedList[] = []
  /** Addresses of links, in the order of the text. */
  readonly links: string[] = []
  readonly #pictures: Pictures
  readonly #sections: Section | null
  /** The list of bullets; numbered lists come after it. */
  readonly #bullets: number
  readonly #numbers = {
    headings: this.#counting('headings'),
    points: this.#counting('points'),
    cells: this.#counting('cells'),
  }
  #bookmarks = 0
  #drawings = 0

  /**
   * @param lists numbers of lists that are another's in the same document.
   * @param sections properties of pages; null where the pages are another's.
   */
  constructor(pictures: Pictures, lists = 0, sections: Section | null = null) {
    this.#pictures = pictures
    this.#sections = sections
    this.#bullets = 1 + lists
  }

  render(blocks: readonly PaperBlock[]): string {
    const place: Place = { style: null, depth: null, number: null, width: TEXT_WIDTH }
    const sections = this.#sections
    if (sections === null) return this.#row(blocks, place)
    const pages = turnedPages(blocks, (table) => this.#layout(table, place).isAcross)
    this.lastSection = sections(pages.length <= 1, pages.at(-1)?.lie === true)
    const space = paragraphXml(styleIds.space, '')
    return pages
      .map((some, index) => {
        const xml = this.#row(some.blocks, place)
        if (index === pages.length - 1) return xml
        // The paragraph that ends pages says how they are; it parts them from the next table as well.
        const end = `<w:p><w:pPr><w:pStyle w:val="${styleIds.space}"/>${sections(index === 0, some.lie)}</w:pPr></w:p>`
        return (xml.endsWith(space) ? xml.slice(0, -space.length) : xml) + end
      })
      .join('')
  }

  /** Of the pages that end with the text. */
  lastSection = ''

  #row(blocks: readonly PaperBlock[], place: Place): string {
    return blocks
      .map((block, index) => {
        const xml = this.#block(block, place)
        // A heading keeps its own distance; elsewhere two tables would grow together, and a text must end with a paragraph.
        const parts =
          block.type === 'table' && blocks[index + 1]?.type !== 'heading' && !xml.endsWith('</w:p>')
        return parts ? xml + paragraphXml(styleIds.space, '') : xml
      })
      .join('')
  }

  #block(block: PaperBlock, place: Place): string {
    switch (block.type) {
      case 'logos':
        return this.#logos(block.logos)
      case 'title':
        return block.label === ''
          ? paragraphXml(styleIds.title, run(block.text))
          : paragraphXml(styleIds.subject, run(`${block.label} `) + run(block.text))
      case 'heading':
        // In a cell it is found among the headings, and looks as its neighbours do.
        return place.style === null
          ? this.#numbered(block, `Titre${block.level}`, 'headings')
          : this.#numbered(block, styleIds.cellHeading, 'cells')
      case 'point':
        return this.#numbered(block, pointStyle(block.depth), 'points')
      case 'paragraph': {
        const inner = this.#anchored(this.#lines(block.lines), block.anchor)
        const { number, depth } = place
        const list = number === null || depth === null ? null : { number, depth }
        return paragraphXml(place.style ?? this.#ownStyle(roleStyles[block.role], place), inner, list)
      }
      case 'image':
        return paragraphXml(
          place.depth === null ? styleIds.picture : listContinue(place.depth),
          this.#drawing(block, pictureSize(block, this.#room(place) / 20)),
        )
      case 'list':
        return this.#list(block, place)
      case 'quote':
        return this.#row(block.blocks, { ...place, style: styleIds.quote })
      case 'table':
        return this.#table(block, place)
    }
  }

  /** The program counts the numbers itself, so that they follow what is put in, moved or taken out. */
  #numbered(
    { number, text, anchor }: Extract<PaperBlock, { type: 'heading' | 'point' }>,
    style: string,
    of: 'headings' | 'points' | 'cells',
  ): string {
    const place = this.#numbers[of].place(number)
    const typed = place !== null || number === '' ? '' : run(`${number}\t`, spanStyles.number)
    const list = place === null ? null : { number: place.list, depth: place.level }
    return paragraphXml(style, this.#anchored(typed + run(text), anchor), list)
  }

  #counting(of: 'headings' | 'points' | 'cells'): Counting<number> {
    return new Counting((start) => this.#bullets + this.numberings.push({ of, start }))
  }

  #ownStyle(role: string, { depth, number }: Place): string {
    if (depth === null) return role
    return number === null ? listContinue(depth) : styleIds.list
  }

  #room({ width, depth }: Place): number {
    return width - (depth === null ? 0 : LIST_STEP * (depth + 1))
  }

  #list(block: Extract<PaperBlock, { type: 'list' }>, place: Place): string {
    const depth = place.depth === null ? 0 : Math.min(place.depth + 1, DEEPEST)
    const number = block.ordered
      ? this.#bullets + this.numberings.push({ of: 'entries', start: block.start, depth })
      : this.#bullets
    return block.items
      .map((item) => {
        const [first, ...others] = item
        const start = first === undefined ? '' : this.#row([first], { ...place, depth, number })
        return start + this.#row(others, { ...place, depth, number: null })
      })
      .join('')
  }

  #table(block: TableBlock, place: Place): string {
    const layout = this.#layout(block, place)
    const room = layout.isAcross ? ACROSS_WIDTH : this.#room(place)
    const widths = layout.widths.map((width) => Math.round(width * 20))
    const height = Math.max(0, ...block.cells.map((cell) => cell.y + cell.rowspan))
    const rows: PaperCell[][] = Array.from({ length: height }, () => [])
    for (const cell of block.cells)
      for (let y = cell.y; y < cell.y + cell.rowspan; y += 1) rows[y]?.push(cell)
    const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
    const caption = block.caption === '' ? '' : `<w:tblCaption w:val="${escapeMarkup(block.caption)}"/>`
    const style = block.headRows === 0 ? styleIds.facts : styleIds.table
    const look = `<w:tblLook w:val="00A0" w:firstRow="${block.headRows === 0 ? 0 : 1}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`
    const properties = `<w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${room}" w:type="dxa"/>${place.depth === null ? '' : `<w:tblInd w:w="${place.width - room}" w:type="dxa"/>`}<w:tblLayout w:type="fixed"/>${layout.isSmall ? cellMargins(60) : ''}${look}${caption}</w:tblPr>`
    const body = rows.map((cells, y) => {
      const isHead = y < block.headRows
      const own = [...cells]
        .sort((a, b) => a.x - b.x)
        .map((cell) => this.#cell(cell, y, block, widths, layout.isSmall))
      const whole = isHead || isShort(cells) ? '<w:cantSplit/>' : ''
      const rowLook = isHead ? `${whole}<w:tblHeader/>` : whole
      return `<w:tr>${rowLook === '' ? '' : `<w:trPr>${rowLook}</w:trPr>`}${own.join('')}</w:tr>`
    })
    return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`
  }

  #layout(block: TableBlock, place: Place): ReturnType<typeof tableLayout> {
    const isTop = place.style === null && place.depth === null
    const mayLie = isTop && this.#sections !== null
    return tableLayout(block, this.#room(place) / 20, mayLie ? ACROSS_WIDTH / 20 : null)
  }

  #cell(cell: PaperCell, y: number, block: TableBlock, widths: readonly number[], isSmall: boolean): string {
    const style = isSmall ? smallCellStyle(cell, block) : cellStyle(cell, block)
    const width = widths.slice(cell.x, cell.x + cell.colspan).reduce((sum, own) => sum + own, 0)
    const span = cell.colspan === 1 ? '' : `<w:gridSpan w:val="${cell.colspan}"/>`
    const merge =
      cell.rowspan === 1 ? '' : y === cell.y ? '<w:vMerge w:val="restart"/>' : '<w:vMerge w:val="continue"/>'
    const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}</w:tcPr>`
    // A square under a cell that spans rows has an element of its own, and no words.
    const inner =
      y === cell.y ? this.#row(cell.blocks, { style, depth: null, number: null, width: width - 160 }) : ''
    // Word asks for a paragraph in each cell.
    return `<w:tc>${properties}${inner === '' ? paragraphXml(style, '') : inner}</w:tc>`
  }

  #anchored(inner: string, anchor: string | null): string {
    if (anchor === null) return inner
    this.#bookmarks += 1
    const id = this.#bookmarks
    return `<w:bookmarkStart w:id="${id}" w:name="${escapeMarkup(anchor)}"/>${inner}<w:bookmarkEnd w:id="${id}"/>`
  }

  #lines(lines: readonly (readonly Span[])[]): string {
    return lines.map((spans) => spans.map((span) => this.#span(span)).join('')).join(run('\n'))
  }

  #span({ text, bold, italic, href }: Span): string {
    const { both, bold: strong, italic: slanted, link } = spanStyles
    const marked = bold && italic ? both : bold ? strong : italic ? slanted : null
    if (href === null) return run(text, marked)
    return `<w:hyperlink r:id="rIdLien${this.links.push(href)}">${run(text, marked ?? link)}</w:hyperlink>`
  }

  #logos(logos: Extract<PaperBlock, { type: 'logos' }>['logos']): string {
    const sizes = logoSizes(logos, TEXT_WIDTH / 20)
    const drawn = logos.map(({ role, image }, index) => {
      const size = sizes[index] ?? { width: 1, height: 1 }
      // The first partner stands on the right, the others after a space beside it.
      const before =
        index === 0
          ? role === 'partner'
            ? run('\t')
            : ''
          : run(role === 'partner' && logos[index - 1]?.role === 'issuer' ? '\t' : '\u2003')
      return before + this.#drawing(image, size)
    })
    return paragraphXml(styleIds.logos, drawn.join(''))
  }

  #drawing(image: DocumentImage, { width, height }: Size): string {
    this.#drawings += 1
    const picture = this.#pictures.get(image.sha256)
    if (picture === undefined) throw new Error(`no picture ${image.sha256}`)
    const id = this.#drawings
    const alt = image.alt === '' ? '' : ` descr="${escapeMarkup(image.alt)}"`
    const extent = `cx="${emu(width)}" cy="${emu(height)}"`
    const name = `id="${id}" name="Image ${id}"${alt}`
    return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr ${name}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${imageId(picture.fileName)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  }
}

/** What the last paragraph of some pages says of them; the first pages of all open with one that has no head. */
type Section = (isFirst: boolean, lies: boolean) => string

/** Name of the relationship to a picture. */
export const imageId = (fileName: string) => `rIdImage${fileName.slice(0, 16)}`

function cellStyle(cell: PaperCell, { headRows, columns }: TableBlock): string {
  const isNumber = columns[cell.x]?.numeric === true
  if (cell.y < headRows) return isNumber ? styleIds.numberColumnHead : styleIds.columnHead
  if (isNumber) return styleIds.numberCell
  if (cell.x > 0) return styleIds.cell
  return headRows === 0 ? styleIds.factLabel : styleIds.rowHead
}

function smallCellStyle(cell: PaperCell, { headRows, columns }: TableBlock): string {
  const isNumber = columns[cell.x]?.numeric === true
  if (cell.y < headRows) return isNumber ? styleIds.smallNumberColumnHead : styleIds.smallColumnHead
  return isNumber ? styleIds.smallNumberCell : styleIds.smallCell
}
