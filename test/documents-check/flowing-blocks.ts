// The words of each heading, paragraph and cell of a Word or OpenDocument file, between head and foot of its pages. A
// bare unzip and an XML reader; the flat files that LibreOffice makes of either are read the same way.
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

type Vocabulary = {
  /** The element that holds the text between heads and feet. */
  text: string
  blocks: ReadonlySet<string>
  /** Stand for white space. */
  breaks: ReadonlySet<string>
  /** Words that are not on the page, such as the description of a picture, or what was taken out. */
  unprinted: ReadonlySet<string>
}

const word: Vocabulary = {
  text: 'w:body',
  blocks: new Set(['w:p']),
  breaks: new Set(['w:br', 'w:tab']),
  unprinted: new Set(['w:instrText', 'wp:posOffset', 'w:pPr', 'w:sectPr']),
}
const openDocument: Vocabulary = {
  text: 'office:text',
  blocks: new Set(['text:p', 'text:h']),
  breaks: new Set(['text:line-break', 'text:tab', 'text:s']),
  unprinted: new Set([
    'text:tracked-changes',
    'svg:title',
    'svg:desc',
    'table:title',
    'table:desc',
    'office:binary-data',
  ]),
}

/** Of a Word file. */
export function docxBlocks(bytes: Uint8Array): string[] {
  return blocksOf(partOf(bytes, 'word/document.xml'), word)
}

/** Of an OpenDocument text. */
export function odtBlocks(bytes: Uint8Array): string[] {
  return flatBlocks(partOf(bytes, 'content.xml'))
}

/** Of an OpenDocument text in one XML file. */
export function flatBlocks(xml: string): string[] {
  return blocksOf(xml, openDocument)
}

function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name]
  if (part === undefined) throw new Error(`${name} is missing`)
  return strFromU8(part)
}

function blocksOf(xml: string, { text, blocks, breaks, unprinted }: Vocabulary): string[] {
  const found: string[] = []
  /** A block may hold another, in a frame. */
  const open: string[] = []
  const inside: string[] = []
  const add = (words: string) => {
    if (open.length > 0 && inside.includes(text) && !inside.some((name) => unprinted.has(name)))
      open.push(`${open.pop()}${words}`)
  }
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name }) => {
    inside.push(name)
    if (blocks.has(name)) open.push('')
    if (breaks.has(name)) add(' ')
  })
  parser.on('text', add)
  parser.on('closetag', ({ name }) => {
    inside.pop()
    if (blocks.has(name)) found.push(open.pop() ?? '')
  })
  parser.write(xml).close()
  return found
}
