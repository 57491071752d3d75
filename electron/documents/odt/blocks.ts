import type { Span } from '../blocks.ts'
import type { DocumentImage } from '../image.ts'
import { tableLayout } from '../paper/column-widths.ts'
import { Counting } from '../paper/counting.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { turnedPages } from '../paper/lying-pages.ts'
import type { PaperBlock, PaperCell, ParagraphRole, TableBlock } from '../paper/paper.ts'
import { logoSizes, type Pictures, pictureSize, type Size } from '../paper/pictures.ts'
import { raisedParts } from '../paper/raised.ts'
import { isShort } from '../paper/texts.ts'
import { cellHeading, LIST_STEP, listName, type NumberedList } from './list-styles.ts'
import { ACROSS_WIDTH, type PageOpening, TEXT_WIDTH } from './styles.ts'

/** Style of each role, by the name in the style sheet. */
const roleStyles: Readonly<Record<ParagraphRole, string>> = {
  body: 'Text_20_body',
  issuer: 'Emetteur',
  mention: 'Mention',
  subtitle: 'Subtitle',
  state: 'Etat',
  notice: 'Avertissement',
  summary: 'Synthese',
  presented: 'Presentation',
  empty: 'Neant',
  outcome: 'Issue',
  decision: 'Decision',
  action: 'Action',
  foot: 'Echeance',
  dated: 'DateDeLettre',
  addressee: 'Destinataire',
  reply: 'Reponse',
  farewell: 'FormuleFinale',
  quality: 'Qualite',
  signature: 'Signataire',
}

const POINTS_PER_CM = 72 / 2.54

/** Where a block stands: under which style, in how wide a text (centimetres), how deep in lists. */
type Place = { style: string | null; width: number; depth: number }

/** Several ordinary spaces in a row, and one at the edge of an element, would be read as one or none. */
function wordsOf(text: string): string {
  return raisedParts(text)
    .map(({ words, isRaised }) =>
      isRaised ? `<text:span text:style-name="Exposant">${words}</text:span>` : escapeMarkup(words),
    )
    .join('')
    .replace(/^ | $| {2,}/g, (run: string) => `<text:s${run.length === 1 ? '' : ` text:c="${run.length}"`}/>`)
    .replaceAll('\t', '<text:tab/>')
    .replace(/\r\n|[\r\n]/g, '<text:line-break/>')
}

/** Renders blocks, and remembers which automatic styles they need. */
export class OdtBlocks {
  /** Of each table: how wide its columns are, in centimetres, and the pages that it opens. */
  readonly tables: { widths: number[]; opens: PageOpening | null }[] = []
  /** Styles of paragraphs that open pages of another kind. */
  readonly openings: { style: string; opens: PageOpening }[] = []
  readonly numberings: NumberedList[] = []
  readonly #pictures: Pictures
  readonly #numbers = {
    headings: this.#counting('headings'),
    points: this.#counting('points'),
    cells: this.#counting('cells'),
  }
  /** How many entries each list of items has so far. */
  readonly #entries = new Map<string, number>()
  #drawings = 0
  /** The pages that the next paragraph or table opens. */
  #opens: PageOpening | null = 'Debut'

  constructor(pictures: Pictures) {
    this.#pictures = pictures
  }

  render(blocks: readonly PaperBlock[]): string {
    const place: Place = { style: null, width: TEXT_WIDTH, depth: 0 }
    return turnedPages(blocks, (table) => layoutOf(table, place).isAcross)
      .map(({ lie, blocks: some }, index) => {
        if (index > 0 || lie) this.#opens = lie ? 'Couchee' : 'Debout'
        return this.#row(some, place)
      })
      .join('')
  }

  #row(blocks: readonly PaperBlock[], place: Place): string {
    return blocks.map((block) => this.#block(block, place)).join('')
  }

  #block(block: PaperBlock, place: Place): string {
    switch (block.type) {
      case 'logos':
        return this.#paragraph('Logos', this.#logos(block.logos))
      case 'title':
        return block.label === ''
          ? this.#paragraph('Title', wordsOf(block.text))
          : this.#paragraph('Objet', `${wordsOf(block.label)} ${wordsOf(block.text)}`)
      case 'heading': {
        const isInCell = place.style !== null
        return this.#numbered(block, isInCell ? 'cells' : 'headings', (inner, list) => {
          const style = isInCell ? cellHeading(list) : this.#opening(`Heading_20_${block.level}`)
          return `<text:h text:style-name="${style}" text:outline-level="${block.level}">${inner}</text:h>`
        })
      }
      case 'point':
        return this.#numbered(block, 'points', (inner) => this.#paragraph(`Point${block.depth}`, inner))
      case 'paragraph':
        return this.#paragraph(
          place.style ?? (place.depth > 0 ? 'Liste' : roleStyles[block.role]),
          anchored(linesOf(block.lines), block.anchor),
        )
      case 'image':
        return this.#paragraph(
          'Image',
          this.#drawing(block, pictureSize(block, roomOf(place) * POINTS_PER_CM)),
        )
      case 'list': {
        const name = block.ordered
          ? listName(
              this.numberings.push({
                of: 'entries',
                start: block.start,
                depth: Math.min(place.depth + 1, 10),
              }),
            )
          : 'Puces'
        const items = block.items
          .map(
            (item) =>
              `<text:list-item>${this.#row(item, { ...place, depth: place.depth + 1 })}</text:list-item>`,
          )
          .join('')
        return `<text:list text:style-name="${name}">${items}</text:list>`
      }
      case 'quote':
        return this.#row(block.blocks, { ...place, style: 'Quotations' })
      case 'table':
        return this.#table(block, place)
    }
  }

  /** The program counts the numbers itself: each is an entry, as deep as its number, of a list that goes on. */
  #numbered(
    { number, text, anchor }: Extract<PaperBlock, { type: 'heading' | 'point' }>,
    of: 'headings' | 'points' | 'cells',
    paragraph: (inner: string, list: string | null) => string,
  ): string {
    const place = this.#numbers[of].place(number)
    const words = wordsOf(text)
    if (place === null) {
      const typed =
        number === '' ? '' : `<text:span text:style-name="Numero">${wordsOf(number)}</text:span><text:tab/>`
      return paragraph(anchored(typed + words, anchor), null)
    }
    const { list, level } = place
    const entry = (this.#entries.get(list) ?? 0) + 1
    this.#entries.set(list, entry)
    const goesOn = entry === 1 ? '' : ` text:continue-list="${list}-${entry - 1}"`
    return `<text:list xml:id="${list}-${entry}" text:style-name="${list}"${goesOn}><text:list-item>${'<text:list><text:list-item>'.repeat(level)}${paragraph(anchored(words, anchor), list)}${'</text:list-item></text:list>'.repeat(level)}</text:list-item></text:list>`
  }

  #counting(of: 'headings' | 'points' | 'cells'): Counting<string> {
    return new Counting((start) => listName(this.numberings.push({ of, start })))
  }

  #paragraph(style: string, inner: string): string {
    return `<text:p text:style-name="${this.#opening(style)}">${inner}</text:p>`
  }

  /** The style of a paragraph; the first of some pages opens them. */
  #opening(style: string): string {
    const opens = this.#opens
    if (opens === null) return style
    this.#opens = null
    this.openings.push({ style, opens })
    return `${style}.${opens}`
  }

  #table(block: TableBlock, place: Place): string {
    const { widths: points, isSmall } = layoutOf(block, place)
    const widths = points.map((width) => width / POINTS_PER_CM)
    const name = `Tableau${this.tables.push({ widths, opens: this.#opens })}`
    this.#opens = null
    const height = Math.max(0, ...block.cells.map((cell) => cell.y + cell.rowspan))
    const cells = new Map(block.cells.map((cell) => [`${cell.x},${cell.y}`, cell]))
    const rows = Array.from({ length: height }, (_, y) => this.#tableRow(block, y, cells, widths, isSmall))
    const heads = rows.slice(0, block.headRows).join('')
    const columns = block.columns
      .map((_, index) => `<table:table-column table:style-name="${name}.${index + 1}"/>`)
      .join('')
    const title = block.caption === '' ? '' : `<table:title>${escapeMarkup(block.caption)}</table:title>`
    return `<table:table table:name="${name}" table:style-name="${name}">${title}${columns}${heads === '' ? '' : `<table:table-header-rows>${heads}</table:table-header-rows>`}${rows.slice(block.headRows).join('')}</table:table>`
  }

  #tableRow(
    block: TableBlock,
    y: number,
    cells: ReadonlyMap<string, PaperCell>,
    widths: readonly number[],
    isSmall: boolean,
  ): string {
    const shown: PaperCell[] = []
    const own = block.columns.map((_, x) => {
      const cell = cells.get(`${x},${y}`)
      if (cell !== undefined) shown.push(cell)
      // A square under a cell that spans has an element of its own here.
      return cell === undefined ? '<table:covered-table-cell/>' : this.#cell(cell, block, widths, isSmall)
    })
    return `<table:table-row${isShort(shown) ? ' table:style-name="Ligne"' : ''}>${own.join('')}</table:table-row>`
  }

  #cell(cell: PaperCell, block: TableBlock, widths: readonly number[], isSmall: boolean): string {
    const { headRows } = block
    const style = isSmall ? smallCellStyle(cell, block) : cellStyle(cell, block)
    const spans = `${cell.colspan === 1 ? '' : ` table:number-columns-spanned="${cell.colspan}"`}${cell.rowspan === 1 ? '' : ` table:number-rows-spanned="${cell.rowspan}"`}`
    const own = widths.slice(cell.x, cell.x + cell.colspan)
    const width = own.reduce((sum, one) => sum + one, 0) - 0.2
    const inner = this.#row(cell.blocks, { style, width, depth: 0 })
    const look = headRows === 0 ? 'Fait' : cell.y < headRows ? 'CaseDeTete' : 'Case'
    return `<table:table-cell table:style-name="${look}" office:value-type="string"${spans}>${inner === '' ? `<text:p text:style-name="${style}"/>` : inner}</table:table-cell>`
  }

  #logos(logos: Extract<PaperBlock, { type: 'logos' }>['logos']): string {
    const sizes = logoSizes(logos, TEXT_WIDTH * POINTS_PER_CM)
    return logos
      .map(({ role, image }, index) => {
        const before = index === 0 ? 'issuer' : logos[index - 1]?.role
        const space = role === 'partner' && before === 'issuer' ? '<text:tab/>' : index === 0 ? '' : '\u2003'
        return space + this.#drawing(image, sizes[index] ?? { width: 1, height: 1 })
      })
      .join('')
  }

  #drawing(image: DocumentImage, { width, height }: Size): string {
    this.#drawings += 1
    const picture = this.#pictures.get(image.sha256)
    if (picture === undefined) throw new Error(`no picture ${image.sha256}`)
    const cm = (points: number) => `${(points / POINTS_PER_CM).toFixed(3)}cm`
    const alt = image.alt === '' ? '' : `<svg:title>${escapeMarkup(image.alt)}</svg:title>`
    return `<draw:frame draw:name="Image${this.#drawings}" draw:style-name="Cadre" text:anchor-type="as-char" svg:width="${cm(width)}" svg:height="${cm(height)}"><draw:image xlink:href="Pictures/${picture.fileName}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>${alt}</draw:frame>`
  }
}

function layoutOf(block: TableBlock, place: Place): ReturnType<typeof tableLayout> {
  const isTop = place.style === null && place.depth === 0
  return tableLayout(block, roomOf(place) * POINTS_PER_CM, isTop ? ACROSS_WIDTH * POINTS_PER_CM : null)
}

const roomOf = ({ width, depth }: Place) => Math.max(2, width - LIST_STEP * depth)

function cellStyle(cell: PaperCell, { headRows, columns }: TableBlock): string {
  const isNumber = columns[cell.x]?.numeric === true
  if (cell.y < headRows) return isNumber ? 'TeteDeColonneNombre' : 'TeteDeColonne'
  if (isNumber) return 'CelluleNombre'
  if (cell.x > 0) return 'Cellule'
  return headRows === 0 ? 'Libelle' : 'TeteDeLigne'
}

function smallCellStyle(cell: PaperCell, { headRows, columns }: TableBlock): string {
  const isNumber = columns[cell.x]?.numeric === true
  if (cell.y < headRows) return isNumber ? 'PetiteTeteDeColonneNombre' : 'PetiteTeteDeColonne'
  return isNumber ? 'PetiteCelluleNombre' : 'PetiteCellule'
}

function anchored(words: string, anchor: string | null): string {
  if (anchor === null) return words
  const name = escapeMarkup(anchor)
  return `<text:bookmark-start text:name="${name}"/>${words}<text:bookmark-end text:name="${name}"/>`
}

function linesOf(lines: readonly (readonly Span[])[]): string {
  return lines.map((spans) => spans.map(spanOf).join('')).join('<text:line-break/>')
}

function spanOf({ text, bold, italic, href }: Span): string {
  const style = bold && italic ? 'GrasItalique' : bold ? 'Gras' : italic ? 'Italique' : null
  const words =
    style === null ? wordsOf(text) : `<text:span text:style-name="${style}">${wordsOf(text)}</text:span>`
  return href === null
    ? words
    : `<text:a xlink:type="simple" xlink:href="${escapeMarkup(href)}" text:style-name="Internet_20_link" text:visited-style-name="Internet_20_link">${words}</text:a>`
}
