import { parse, type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter as tree } from 'parse5'
import { AppError } from '../../contract/errors.ts'
import { decodeText } from '../decode.ts'
import { attributeOf, isBoldElement, isContainerTable, isUnseen, listMark } from './html-elements.ts'
import { readHtmlRows } from './html-table.ts'
import { formatNumber, formatOfSign } from './number-formats.ts'
import { emptyReading, linesOfBlocks, MAX_BLOCK_CHARACTERS, MAX_BLOCKS, type Reading } from './reading.ts'
import { blocksOfLines } from './text-lines.ts'

/** Deeper than any page that a person or an office program wrote. */
const MAX_DEPTH = 400
const LINES = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hr html legend li main nav ol p pre section summary ul'.split(
    ' ',
  ),
)

/** @throws AppError `file-empty`, `file-format-unknown` (not text), `file-damaged` */
export function readHtml(bytes: Uint8Array): Reading {
  const text = decodeText(bytes)
  if (text.trim() === '') throw new AppError('file-empty')
  return readHtmlText(text)
}

/**
 * Blocks of an HTML text; nothing in it is run or fetched, what is hidden is left out.
 * @throws AppError `file-damaged` when it is nested beyond all sense
 */
export function readHtmlText(html: string): Reading {
  const reading = emptyReading()
  const writer = new HtmlWriter(reading)
  writer.children(parse(html), 0)
  writer.flush()
  return reading
}

/** The kind of block that the words being gathered will be. */
type Place = { type: 'text' } | { type: 'heading'; level: number } | Item
type Item = { type: 'item'; level: number; marker: string | null }
type OpenList = { ordered: boolean; format: string; next: number }

class HtmlWriter {
  private readonly reading: Reading
  private words: string[] = []
  private place: Place = { type: 'text' }
  private readonly lists: OpenList[] = []
  private table = 0
  /** Words between the marks of bold letters, and whether some that are gathered are not. */
  private isBold = false
  private isPlain = false
  /** The words being gathered are those of a `dt`. */
  private isAfterTerm = false

  constructor(reading: Reading) {
    this.reading = reading
  }

  children(node: Tree.ParentNode, depth: number): void {
    if (depth > MAX_DEPTH) throw new AppError('file-damaged', { message: 'html: too deep' })
    for (const child of node.childNodes) {
      if (this.reading.truncated) return
      if (tree.isTextNode(child)) {
        this.words.push(child.value.replace(/[ \t\r\n\f]+/g, ' '))
        this.isPlain ||= !this.isBold && /[\p{L}\d]/u.test(child.value)
      } else if (tree.isElementNode(child)) this.element(child, depth + 1)
    }
  }

  /** Ends the block being gathered. */
  flush(next: Place = { type: 'text' }): void {
    const text = lines(this.words.join(''))
    this.words = []
    const isStrong = !this.isPlain
    this.isPlain = false
    const place = this.place
    this.place = next
    if (text === '') {
      // The number of an item stays until its words come, in a paragraph of their own.
      if (place.type === 'item' && next.type === 'text') this.place = place
      return
    }
    if (this.reading.blocks.length >= MAX_BLOCKS) {
      this.reading.truncated = true
      return
    }
    if (place.type === 'heading') this.reading.blocks.push({ type: 'heading', level: place.level, text })
    else if (place.type === 'item') {
      this.reading.blocks.push({ type: 'listItem', level: place.level, marker: place.marker, text })
    } else {
      // A mail is often one paragraph whose lines are anything: each is a block.
      for (const line of text.split('\n'))
        this.reading.blocks.push({
          type: 'paragraph',
          text: line,
          ...(isStrong ? { isStrong: true as const } : {}),
        })
    }
  }

  private element(element: Tree.Element, depth: number): void {
    if (isUnseen(element)) return
    const name = element.tagName
    if (name === 'br') this.words.push('\n')
    else if (/^h[1-6]$/.test(name)) this.heading(element, depth)
    else if (name === 'ul' || name === 'ol') this.list(element, depth)
    else if (name === 'li') this.item(element, depth)
    else if (name === 'pre') this.preformatted(element)
    else if (name === 'table') this.writeTable(element, depth)
    else if (name === 'a') this.link(element, depth)
    else if (name === 'dt') this.term(element, depth)
    else if (name === 'dd') this.description(element, depth)
    else if (LINES.has(name)) this.block(element, depth)
    else if (isBoldElement(element)) this.bold(element, depth)
    else this.children(element, depth)
  }

  private bold(element: Tree.Element, depth: number): void {
    const before = this.isBold
    this.isBold = true
    this.children(element, depth)
    this.isBold = before
  }

  private block(element: Tree.Element, depth: number): void {
    this.flush(wordItem(element) ?? { type: 'text' })
    if (isBoldElement(element)) this.bold(element, depth)
    else this.children(element, depth)
    this.flush()
  }

  /** "Date" and what it is ("12 mars") are one line, as printed beside each other. */
  private term(element: Tree.Element, depth: number): void {
    this.flush()
    this.children(element, depth)
    this.isAfterTerm = true
  }

  private description(element: Tree.Element, depth: number): void {
    const term = this.isAfterTerm
      ? this.words
          .join('')
          .trim()
          .replace(/(?<!\s)\s*:$/, '')
      : ''
    this.isAfterTerm = false
    if (term === '') this.flush()
    else this.words = [`${term} : `]
    this.children(element, depth)
    this.flush()
  }

  private heading(element: Tree.Element, depth: number): void {
    this.flush({ type: 'heading', level: Number(element.tagName[1]) })
    this.children(element, depth)
    this.flush()
  }

  private list(element: Tree.Element, depth: number): void {
    this.flush()
    const start = Number(attributeOf(element, 'start') ?? 1)
    this.lists.push({
      ordered: element.tagName === 'ol',
      format: formatOfSign(attributeOf(element, 'type') ?? '1'),
      next: Number.isInteger(start) ? start : 1,
    })
    this.children(element, depth)
    this.flush()
    this.lists.pop()
    this.place = { type: 'text' }
  }

  private item(element: Tree.Element, depth: number): void {
    const list = this.lists.at(-1)
    let marker: string | null = '•'
    if (list?.ordered === true) {
      const own = Number(attributeOf(element, 'value') ?? Number.NaN)
      if (Number.isInteger(own)) list.next = own
      marker = `${formatNumber(list.next, list.format)}.`
      list.next += 1
    }
    this.flush({ type: 'item', level: Math.max(0, this.lists.length - 1), marker })
    this.children(element, depth)
    this.flush()
    this.place = { type: 'text' }
  }

  private preformatted(element: Tree.Element): void {
    this.flush()
    for (const block of blocksOfLines(rawText(element))) {
      if (this.reading.blocks.length >= MAX_BLOCKS) this.reading.truncated = true
      else if (block.type !== 'row') this.reading.blocks.push(block)
      else this.reading.blocks.push({ ...block, table: this.table + block.table })
    }
    this.table =
      1 +
      this.reading.blocks.reduce((most, one) => (one.type === 'row' ? Math.max(most, one.table) : most), -1)
  }

  /** A link whose words do not show its address keeps the address after them: it may be the video link. */
  private link(element: Tree.Element, depth: number): void {
    const from = this.words.length
    this.children(element, depth)
    const words = this.words.slice(from).join('').trim()
    const address = attributeOf(element, 'href') ?? ''
    if (/^https?:\/\//i.test(address) && words !== '' && !/https?:\/\/|www\./i.test(words))
      this.words.push(` (${address})`)
  }

  /** Mails set their pages with tables: only one with cells side by side, and none inside, is a table. */
  private writeTable(element: Tree.Element, depth: number): void {
    this.flush()
    if (isContainerTable(element)) {
      this.cellsAsText(element, depth)
      return
    }
    const rows = readHtmlRows(element, (cell) => cellText(cell))
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

  private cellsAsText(element: Tree.Element, depth: number): void {
    if (depth > MAX_DEPTH) throw new AppError('file-damaged', { message: 'html: too deep' })
    for (const child of element.childNodes) {
      if (!tree.isElementNode(child) || isUnseen(child)) continue
      if (/^(?:td|th|caption)$/.test(child.tagName)) {
        this.children(child, depth + 1)
        this.flush()
      } else this.cellsAsText(child, depth + 1)
    }
  }
}

/** A paragraph that Word says is of a list: its number is among its words, marked as not being one of them. */
function wordItem(element: Tree.Element): Item | null {
  const mark = listMark(element)
  return mark === null ? null : { type: 'item', level: mark.level, marker: mark.marker }
}

/** Lines of a cell: what it holds is read as a page of its own. */
function cellText(cell: Tree.Element): string {
  const reading = emptyReading()
  const inside = new HtmlWriter(reading)
  inside.children(cell, 0)
  inside.flush()
  return linesOfBlocks(reading.blocks)
}

function lines(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
    .slice(0, MAX_BLOCK_CHARACTERS)
}

function rawText(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => {
      if (tree.isTextNode(child)) return child.value
      return tree.isElementNode(child) ? (child.tagName === 'br' ? '\n' : rawText(child)) : ''
    })
    .join('')
}
