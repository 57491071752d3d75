import type { Archive } from '../archive.ts'
import { relationshipsOf } from '../package-parts.ts'
import { isPlaceholder, readParagraph } from '../readers/docx-paragraph.ts'
import { childOf, childrenOf, readXml, type XmlElement } from '../xml.ts'

/** A row of a table, or a paragraph (then of one cell). */
export type SheetLine = {
  isRow: boolean
  cells: string[]
  /** Tags of the boxes (`w:sdt`) inside, with the words in each. */
  boxes: Map<string, string>
}

/** More lines than this are no sheet. */
const MAX_LINES = 2_000

/**
 * @param isPrompt whether a text only asks for an answer; the mark that says so may stay once it is typed over
 * @throws AppError `file-damaged`, `file-inflates`
 */
export function sheetLines(archive: Archive, main: string, isPrompt: (text: string) => boolean): SheetLine[] {
  const reader = new LineReader(relationshipsOf(archive, main), isPrompt)
  readXml(archive.read(main) ?? new Uint8Array(), ['w:p', 'w:tbl', 'w:sdt'], (element) => {
    reader.take(element)
    return reader.lines.length < MAX_LINES
  })
  return reader.lines
}

/** Elements whose blocks are read in their place. */
const TRANSPARENT = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml'])

class LineReader {
  readonly lines: SheetLine[] = []
  readonly #links: ReturnType<typeof relationshipsOf>
  readonly #isPrompt: (text: string) => boolean

  constructor(links: ReturnType<typeof relationshipsOf>, isPrompt: (text: string) => boolean) {
    this.#links = links
    this.#isPrompt = isPrompt
  }

  take(element: XmlElement): void {
    if (element.name === 'w:p') {
      const words = this.#words(element)
      if (words !== '') this.lines.push({ isRow: false, cells: [words], boxes: this.#boxes(element) })
    } else if (element.name === 'w:tbl') for (const row of inside(element, 'w:tr')) this.#row(row)
    else for (const child of blocksOf(element)) this.take(child)
  }

  #row(row: XmlElement): void {
    const cells = inside(row, 'w:tc').map((cell) => this.#text(cell))
    // A table around the whole sheet is only its frame.
    const frame = cells.length === 1 ? inside(row, 'w:tc')[0] : undefined
    if (frame !== undefined && blocksOf(frame).some(({ name }) => name === 'w:tbl'))
      for (const child of blocksOf(frame)) this.take(child)
    else this.lines.push({ isRow: true, cells, boxes: this.#boxes(row) })
  }

  /** Paragraphs of a container, one a line; lists keep a mark. */
  #text(container: XmlElement): string {
    return blocksOf(container)
      .map((block) => {
        if (block.name === 'w:tbl')
          return inside(block, 'w:tr')
            .map((row) =>
              inside(row, 'w:tc')
                .map((cell) => this.#text(cell))
                .join('\t'),
            )
            .join('\n')
        const isListed = childOf(childOf(block, 'w:pPr'), 'w:numPr') !== undefined
        const words = this.#words(block)
        return isListed && words !== '' ? `• ${words}` : words
      })
      .filter((line) => line !== '')
      .join('\n')
  }

  /** Words of a paragraph; a prompt left as it was says nothing. */
  #words(paragraph: XmlElement): string {
    const words = this.#raw(paragraph)
    const prompts = [words, ...boxesIn(paragraph).map((box) => this.#raw(contentOf(box)))].filter(
      this.#isPrompt,
    )
    return prompts.reduce((text, prompt) => text.replace(prompt, ''), words).trim()
  }

  #raw(paragraph: XmlElement): string {
    return readParagraph(unmasked(paragraph), this.#links).text.trim()
  }

  #boxes(element: XmlElement): Map<string, string> {
    const found = new Map<string, string>()
    for (const box of boxesIn(element)) {
      const tag = childOf(childOf(box, 'w:sdtPr'), 'w:tag')?.attributes['w:val']
      if (tag !== undefined)
        found.set(tag, this.#text({ ...box, children: [contentOf(box)] }) || this.#words(contentOf(box)))
    }
    return found
  }
}

/** The document's own reader leaves marked prompts out; here they are told by their words. */
function unmasked(element: XmlElement): XmlElement {
  return {
    ...element,
    children: element.children.map((child) => {
      if (typeof child === 'string') return child
      if (child.name !== 'w:sdt' || !isPlaceholder(child)) return unmasked(child)
      return { name: 'w:sdtContent', attributes: {}, children: unmasked(contentOf(child)).children }
    }),
  }
}

function contentOf(box: XmlElement): XmlElement {
  return childOf(box, 'w:sdtContent') ?? { name: 'w:sdtContent', attributes: {}, children: [] }
}

function blocksOf(container: XmlElement): XmlElement[] {
  return container.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'w:p' || child.name === 'w:tbl') return [child]
    return TRANSPARENT.has(child.name) ? blocksOf(child) : []
  })
}

/** Rows or cells, also those wrapped in a box or inserted under tracked changes; deleted rows are left out. */
function inside(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === name) return isDeleted(child) ? [] : [child]
    return TRANSPARENT.has(child.name) ? inside(child, name) : []
  })
}

function isDeleted(row: XmlElement): boolean {
  return childrenOf(row, 'w:trPr').some((properties) => childOf(properties, 'w:del') !== undefined)
}

function boxesIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === 'w:sdt' ? [child, ...boxesIn(contentOf(child))] : boxesIn(child)
  })
}
