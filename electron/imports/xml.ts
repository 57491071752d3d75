// A streaming reader of untrusted parts; no document type, no entities of their own, bounded depth and element size.
import { SaxesParser } from 'saxes'
import { AppError } from '../contract/errors.ts'

export type XmlElement = {
  /** `w:p`: our own prefix for the namespaces we know, `?` for the others, none for spreadsheet parts. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

const MAX_DEPTH = 200
/** Most nodes of one wanted element: a table of some 10,000 rows. */
const MAX_NODES = 600_000
const STEP = 64 * 1024

/** Namespaces of ECMA-376, transitional and strict, and of OpenDocument, by the prefix we give them. */
const PREFIXES: Readonly<Record<string, string>> = {
  '': '',
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
  // What text boxes hold, where Word saves Strict Open XML.
  'http://schemas.microsoft.com/office/word/2006/wordml': 'w:',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r:',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://www.w3.org/2000/svg': 'svg:',
  'http://www.w3.org/1999/xlink': 'xlink:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
  // OpenDocument 1.3, part 3, chapter 2; and the extensions LibreOffice writes into content.
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office:',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text:',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table:',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style:',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw:',
  'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest:',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext:',
}

/**
 * Reads a part and hands over each outermost element of the wanted names, whole, in document order; the rest is not kept.
 * `take` returns false to stop there.
 * @param options.doctype whether a document type is passed over where it declares nothing of its own (drawings bear one).
 * @throws AppError `file-damaged` (not well-formed, wrong encoding, document type, too deep), `file-inflates` (an element too big)
 */
export function readXml(
  bytes: Uint8Array,
  wanted: readonly string[],
  take: (element: XmlElement) => boolean | undefined,
  options: { doctype?: 'refused' | 'passed' } = {},
): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const names = new Set(wanted)
  const open: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }[] = []
  let depth = 0
  let nodes = 0
  let stopped = false
  parser.on('doctype', (declared) => {
    if (options.doctype === 'passed' && !declared.includes('[')) return
    throw new AppError('file-damaged', { message: 'xml: document type refused' })
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > MAX_DEPTH) throw new AppError('file-damaged', { message: 'xml: too deep' })
    const name = `${PREFIXES[tag.uri] ?? '?:'}${tag.local}`
    if (stopped || (open.length === 0 && !names.has(name))) return
    nodes = open.length === 0 ? 1 : nodes + 1
    if (nodes > MAX_NODES) throw new AppError('file-inflates')
    const attributes: Record<string, string> = {}
    for (const attribute of Object.values(tag.attributes)) {
      attributes[`${PREFIXES[attribute.uri] ?? '?:'}${attribute.local}`] = attribute.value
    }
    const element = { name, attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const onText = (text: string) => {
    if (text !== '') open.at(-1)?.children.push(text)
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', () => {
    depth -= 1
    const element = open.pop()
    if (element !== undefined && open.length === 0 && take(element) === false) stopped = true
  })
  feed(parser, bytes, () => stopped)
}

function feed(
  parser: SaxesParser<{ xmlns: true; position: false }>,
  bytes: Uint8Array,
  stopped: () => boolean,
) {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      parser.write(decoder.decode(bytes.subarray(at, at + STEP), { stream: true }))
      if (stopped()) return
    }
    parser.write(decoder.decode())
    parser.close()
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('file-damaged', { cause: error })
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** Child elements of one name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  )
}

/** First child element of one name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  )
}

/** All the text inside. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
