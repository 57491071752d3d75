import type { Archive } from '../archive.ts'
import { type Relationship, relatedPart, relationshipsOf } from '../package-parts.ts'
import { oneLine } from '../understanding/plain-line.ts'
import { childOf, readXml, textOf, type XmlElement } from '../xml.ts'
import { readNumbering } from './docx-numbering.ts'
import { isPlaceholder, readParagraph } from './docx-paragraph.ts'
import { listOf, outlineOf, readStyles } from './docx-styles.ts'
import { type DocxContext, readTable } from './docx-table.ts'
import { wordValue } from './office-values.ts'
import { emptyReading, MAX_BLOCK_CHARACTERS, MAX_BLOCKS, type Reading } from './reading.ts'

/**
 * Blocks of a docx, in document order; footers, notes and comments are left out, and headers but for the words that say what the
 * paper is.
 * @throws AppError `file-damaged`, `file-inflates`
 */
export function readDocx(archive: Archive, main: string): Reading {
  const relationships = relationshipsOf(archive, main)
  const reading = emptyReading()
  const context: DocxContext = {
    links: relationships,
    styleOf: readStyles(relatedPart(archive, relationships, 'styles')),
    numbering: readNumbering(relatedPart(archive, relationships, 'numbering')),
    noteTrackedChanges: () => {
      reading.trackedChanges = true
    },
    numberedText: (paragraph) => describe(paragraph, context),
  }
  const body = archive.read(main) ?? new Uint8Array()
  const writer = new BlockWriter(reading, context)
  readXml(body, ['w:p', 'w:tbl', 'w:sdt'], (element) => {
    writer.write(element)
    return !reading.truncated
  })
  return withTitle(reading, titleInHeader(archive, relationships))
}

/** What a paper says that it is, among its first words or in its header. */
const TITLE =
  /^(?:projet de )?(?:comptes?[- ]rendus?|proc[èe]s[- ]verba(?:l|ux)|relev[ée] (?:de|des|d[’'])\s?(?:d[ée]cisions|conclusions|actions)|convocation)(?!\p{L})/iu
const TITLED_WITHIN = 8

/** "Compte rendu de réunion n° 3" over every page; null when no header says so. */
function titleInHeader(archive: Archive, relationships: ReadonlyMap<string, Relationship>): string | null {
  for (const { type, target, external } of relationships.values()) {
    const bytes = type === 'header' && !external ? archive.read(target) : null
    if (bytes === null) continue
    const texts: string[] = []
    readXml(bytes, ['w:p'], (paragraph) => {
      texts.push(...wordsOf(paragraph).map(oneLine))
      return undefined
    })
    const title = texts.find((text) => text.length <= 150 && TITLE.test(text))
    if (title !== undefined) return title
  }
  return null
}

/** The words of a paragraph, and of those in the shapes that it holds. */
function wordsOf(paragraph: XmlElement): string[] {
  const inner: string[] = []
  const own = (element: XmlElement): string =>
    element.children
      .map((child) => {
        if (typeof child === 'string') return ''
        if (child.name === 'w:t') return textOf(child)
        if (child.name !== 'w:p') return own(child)
        inner.push(...wordsOf(child))
        return ''
      })
      .join('')
  return [own(paragraph), ...inner]
}

/** The header's words first, where the page itself does not say what it is. */
function withTitle(reading: Reading, title: string | null): Reading {
  const first = reading.blocks.slice(0, TITLED_WITHIN)
  if (title === null || first.some((block) => block.type !== 'row' && TITLE.test(block.text.trim())))
    return reading
  return {
    ...reading,
    blocks: [{ type: 'paragraph', text: title }, ...reading.blocks],
    repeated: new Map([...reading.repeated].map(([at, columns]) => [at + 1, columns])),
  }
}

/** A paragraph's own place in the document: heading, list item or plain, with its words. */
function describe(paragraph: XmlElement, context: DocxContext) {
  const properties = childOf(paragraph, 'w:pPr')
  const style = context.styleOf(properties === undefined ? null : wordValue(properties, 'w:pStyle'))
  const outline = outlineOf(properties) ?? style.outline
  const own = listOf(properties)
  const numId = own.numId ?? style.list?.numId ?? '0'
  const level = own.level ?? style.list?.level ?? 0
  const content = readParagraph(paragraph, context.links, style.isStrong)
  if (content.trackedChanges) context.noteTrackedChanges()
  const deleted = content.joinsNext && content.text.trim() === ''
  const marker = numId === '0' || deleted ? null : context.numbering.next(numId, level)
  return {
    ...content,
    outline: outline === 10 ? null : outline,
    isContents: style.isContents,
    isListItem: numId !== '0',
    level,
    marker,
  }
}

class BlockWriter {
  private readonly reading: Reading
  private readonly context: DocxContext
  private table = 0
  /** Words of paragraphs whose mark was deleted, waiting for the paragraph they now belong to. */
  private carried = ''

  constructor(reading: Reading, context: DocxContext) {
    this.reading = reading
    this.context = context
  }

  write(element: XmlElement): void {
    if (this.reading.blocks.length >= MAX_BLOCKS) {
      this.reading.truncated = true
    } else if (element.name === 'w:p') this.paragraph(element)
    else if (element.name === 'w:tbl') this.writeTable(element)
    else if (element.name !== 'w:sdt' || !isPlaceholder(element)) this.writeAll(element)
  }

  /** Block content of a cell, a text box or a content control. */
  private writeAll(container: XmlElement): void {
    for (const child of container.children) {
      if (typeof child === 'string') continue
      if (['w:p', 'w:tbl', 'w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo'].includes(child.name))
        this.write(child)
    }
  }

  private paragraph(element: XmlElement): void {
    const { text, textBoxes, joinsNext, outline, isContents, isListItem, isStrong, level, marker } = describe(
      element,
      this.context,
    )
    const whole = this.carried + text
    this.carried = ''
    if (isContents) return
    if (joinsNext) this.carried = whole
    else if (whole.trim() !== '') {
      const words = whole.trim().slice(0, MAX_BLOCK_CHARACTERS)
      if (outline !== null) {
        const numbered = marker === null || marker === '•' ? words : `${marker} ${words}`
        this.reading.blocks.push({ type: 'heading', level: outline, text: numbered })
      } else if (isListItem) {
        this.reading.blocks.push({ type: 'listItem', level, marker, text: words })
      } else
        this.reading.blocks.push({
          type: 'paragraph',
          text: words,
          ...(isStrong ? { isStrong: true as const } : {}),
        })
    }
    for (const box of textBoxes) this.writeAll(box)
  }

  /** A table of one cell is a frame around ordinary text. */
  private writeTable(element: XmlElement): void {
    const { rows, frame } = readTable(element, this.context)
    if (frame !== null) {
      this.writeAll(frame)
      return
    }
    for (const { cells, repeated } of rows) {
      if (this.reading.blocks.length >= MAX_BLOCKS) {
        this.reading.truncated = true
        return
      }
      if (repeated.size > 0) this.reading.repeated.set(this.reading.blocks.length, repeated)
      this.reading.blocks.push({ type: 'row', table: this.table, cells })
    }
    if (rows.length > 0) this.table += 1
  }
}
