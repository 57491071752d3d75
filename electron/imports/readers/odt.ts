import type { Archive } from '../archive.ts'
import { readXml, type XmlElement } from '../xml.ts'
import { type OdfNumbering, type OpenList, odfNumbering } from './odf-numbering.ts'
import { ODF_XML } from './odf-package.ts'
import { boxesIn, readOdfParagraph } from './odf-paragraph.ts'
import { type OdfStyles, readOdfStyles } from './odf-styles.ts'
import { onlyCell, readOdfRows } from './odf-table.ts'
import { emptyReading, linesOfBlocks, MAX_BLOCK_CHARACTERS, MAX_BLOCKS, type Reading } from './reading.ts'

/** Read or passed over whole; everything else between them is only a container. */
const WANTED = [
  'text:h',
  'text:p',
  'text:list',
  'table:table',
  'text:section',
  'draw:frame',
  'draw:custom-shape',
  'text:tracked-changes',
  'text:table-of-content',
  'text:illustration-index',
  'text:alphabetical-index',
  'text:bibliography',
  'office:automatic-styles',
  'office:forms',
]

/**
 * Blocks of an odt, in document order; heads and feet of pages, notes, comments and tables of contents are left out.
 * @throws AppError `file-damaged`, `file-inflates`
 */
export function readOdt(archive: Archive): Reading {
  const content = archive.read('content.xml') ?? new Uint8Array()
  const reading = emptyReading()
  const writer = new OdtWriter(reading, readOdfStyles([archive.read('styles.xml'), content]))
  readXml(
    content,
    WANTED,
    (element) => {
      writer.write(element)
      return !reading.truncated
    },
    ODF_XML,
  )
  return reading
}

class OdtWriter {
  private readonly reading: Reading
  private readonly styles: OdfStyles
  private readonly numbering: OdfNumbering
  private readonly inCell: boolean
  private table = 0

  /** @param inCell a column of a table may hold nothing but the numbers of its list */
  constructor(reading: Reading, styles: OdfStyles, numbering = odfNumbering(styles), inCell = false) {
    this.reading = reading
    this.styles = styles
    this.numbering = numbering
    this.inCell = inCell
  }

  write(element: XmlElement): void {
    if (this.reading.blocks.length >= MAX_BLOCKS) this.reading.truncated = true
    else if (element.name === 'text:p') this.paragraph(element)
    else if (element.name === 'text:h') this.heading(element, null)
    else if (element.name === 'text:list') this.list(element, null)
    else if (element.name === 'table:table') this.writeTable(element)
    else if (element.name === 'text:tracked-changes') this.noteChanges(element)
    else if (element.name === 'text:section') this.section(element)
    else if (element.name.startsWith('draw:')) this.boxes(boxesIn(element))
  }

  private writeAll(container: XmlElement): void {
    for (const child of container.children) {
      if (typeof child === 'string') continue
      if (WANTED.includes(child.name)) this.write(child)
    }
  }

  private section(element: XmlElement): void {
    if (element.attributes['text:display'] !== 'none') this.writeAll(element)
  }

  private noteChanges(element: XmlElement): void {
    if (element.children.some((child) => typeof child !== 'string')) this.reading.trackedChanges = true
  }

  private boxes(boxes: readonly XmlElement[]): void {
    for (const box of boxes) this.writeAll(box)
  }

  private paragraph(element: XmlElement): void {
    const { text, boxes } = readOdfParagraph(element)
    if (text !== '') this.reading.blocks.push({ type: 'paragraph', text: cut(text) })
    this.boxes(boxes)
  }

  /** @param marker number of the list that the heading stands in; null when it stands in none */
  private heading(element: XmlElement, marker: string | null): void {
    const { text, boxes } = readOdfParagraph(element)
    const level = Math.min(Math.max(whole(element.attributes['text:outline-level']) ?? 1, 1), 9)
    const printed = marker ?? this.outlineNumber(element, level, text)
    if (text !== '') {
      const words = printed === null || printed === '•' ? text : `${printed} ${text}`
      this.reading.blocks.push({ type: 'heading', level, text: cut(words) })
    }
    this.boxes(boxes)
  }

  private outlineNumber(element: XmlElement, level: number, text: string): string | null {
    if (text === '' || element.attributes['text:is-list-header'] === 'true') return null
    if (this.styles.listOfParagraph(element.attributes['text:style-name'] ?? null) === '') return null
    return this.numbering.heading(level - 1, whole(element.attributes['text:start-value']))
  }

  private list(element: XmlElement, parent: OpenList | null): void {
    const list = this.numbering.open(element, parent)
    for (const item of element.children) {
      if (typeof item === 'string') continue
      if (item.name === 'text:list-item') this.item(item, list)
      else if (item.name === 'text:list-header') this.writeAll(item)
    }
  }

  /** The first paragraph of an item bears its number; those after it go on from it. */
  private item(item: XmlElement, list: OpenList): void {
    let first = true
    for (const child of item.children) {
      if (typeof child === 'string') continue
      if (child.name === 'text:list') this.list(child, list)
      else if (first && (child.name === 'text:p' || child.name === 'text:h')) {
        first = false
        const marker = this.numbering.next(list, whole(item.attributes['text:start-value']))
        if (child.name === 'text:h') this.heading(child, marker ?? '•')
        else this.listItem(child, list.level, marker)
      } else if (WANTED.includes(child.name)) this.write(child)
    }
  }

  private listItem(element: XmlElement, level: number, marker: string | null): void {
    const { text, boxes } = readOdfParagraph(element)
    if (text !== '' || (this.inCell && marker !== null && marker !== '•'))
      this.reading.blocks.push({ type: 'listItem', level, marker, text: cut(text) })
    this.boxes(boxes)
  }

  private writeTable(element: XmlElement): void {
    const frame = onlyCell(element)
    if (frame !== null) {
      this.writeAll(frame)
      return
    }
    const { rows, truncated } = readOdfRows(element, (cell) => this.cellText(cell))
    for (const { cells, repeated } of rows) {
      if (this.reading.blocks.length >= MAX_BLOCKS) {
        this.reading.truncated = true
        return
      }
      if (repeated.size > 0) this.reading.repeated.set(this.reading.blocks.length, repeated)
      this.reading.blocks.push({ type: 'row', table: this.table, cells })
    }
    if (truncated) this.reading.truncated = true
    if (rows.length > 0) this.table += 1
  }

  /** Lines of a cell: what it holds is read as a document of its own, with the numbers of its lists. */
  private cellText(cell: XmlElement): string {
    const inside = new OdtWriter(emptyReading(), this.styles, this.numbering, true)
    inside.writeAll(cell)
    return linesOfBlocks(inside.reading.blocks)
  }
}

function cut(text: string): string {
  return text.slice(0, MAX_BLOCK_CHARACTERS)
}

function whole(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null
}
