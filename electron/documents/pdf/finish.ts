import {
  ParseSpeeds,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { packPdf } from './pack.ts'

const name = (text: string) => PDFName.of(text)

/**
 * The same document, claiming PDF/UA-1 as well as PDF/A-3a (ISO 14289-1 clause 5, ISO 19005-3 clause 6.6.2):
 * XMP identification with its extension schema, title shown in the window, first cell of each table row as its header, the
 * title of the document as its one heading of the first level, what each table is called.
 * @param captions of the tables in their order; of another number than the tables they are left out, never misplaced.
 * Adds no date and no random number: same bytes in, same bytes out.
 */
export async function finishPdf(bytes: Uint8Array, captions: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  identify(document)
  showTitle(document)
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (root !== undefined) {
    const tables: PDFDict[] = []
    for (const element of children(root)) nameRows(element, tables)
    if (tables.length === captions.length)
      for (const [rank, table] of tables.entries()) call(table, captions[rank] ?? '')
    if (holds(root, 'Title')) for (const element of children(root)) lowerHeadings(element)
  }
  return packPdf(document)
}

const UA_NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/'
const UA_SCHEMA = [
  '<rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${UA_NAMESPACE}</pdfaSchema:namespaceURI>`,
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('')

/** Writes the PDF/UA claim into the XMP packet that Typst made; throws when the packet is not shaped as expected. */
function identify(document: PDFDocument): void {
  const reference = document.catalog.get(name('Metadata'))
  const stream = document.catalog.lookup(name('Metadata'), PDFStream)
  if (!(reference instanceof PDFRef)) throw new Error('the metadata stream is not an indirect object')
  let packet = Buffer.from(stream.getContents()).toString('utf8')
  const insert = (before: string, addition: string) => {
    const at = packet.indexOf(before)
    if (at < 0) throw new Error(`not found in the metadata: ${before}`)
    packet = packet.slice(0, at) + addition + packet.slice(at)
  }
  insert('xmlns:pdfaid=', `xmlns:pdfuaid="${UA_NAMESPACE}" `)
  insert('</rdf:Bag></pdfaExtension:schemas>', UA_SCHEMA)
  insert('<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part>')
  const replaced = document.context.stream(Buffer.from(packet, 'utf8'), { Type: 'Metadata', Subtype: 'XML' })
  document.context.assign(reference, replaced)
}

function showTitle(document: PDFDocument): void {
  const preferences =
    document.catalog.lookupMaybe(name('ViewerPreferences'), PDFDict) ?? document.context.obj({})
  preferences.set(name('DisplayDocTitle'), PDFBool.True)
  document.catalog.set(name('ViewerPreferences'), preferences)
  // "Suspects false" is the default; some readers take its presence for an error.
  document.catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.delete(name('Suspects'))
}

/** Structure elements directly under another; content marks and object references are left out. */
function children(element: PDFDict): PDFDict[] {
  const kids = element.lookup(name('K'))
  const list = kids instanceof PDFArray ? kids.asArray() : [kids]
  return list
    .map((kid) => (kid instanceof PDFRef ? element.context.lookup(kid) : kid))
    .filter((kid) => kid instanceof PDFDict)
    .filter((kid) => kid.has(name('S')))
}

function typeOf(element: PDFDict): string {
  return element.lookup(name('S'), PDFName).decodeText()
}

/** As a screen reader says it before the first cell (ISO 32000-1, 14.8.5.7). */
function call(table: PDFDict, caption: string): void {
  if (caption !== '') attributesOf(table).set(name('Summary'), PDFHexString.fromText(caption))
}

/** The attributes of a table or of a cell of one, made where there are none. */
function attributesOf(element: PDFDict): PDFDict {
  const value = element.lookup(name('A'))
  const list = value instanceof PDFArray ? value.asArray() : value === undefined ? [] : [value]
  const attributes = list
    .map((item) => (item instanceof PDFRef ? element.context.lookup(item) : item))
    .filter((item) => item instanceof PDFDict)
  const own = attributes.find((item) => item.lookup(name('O'), PDFName).decodeText() === 'Table')
  if (own !== undefined) return own
  const made = element.context.obj({ O: 'Table' })
  element.set(name('A'), element.context.obj([...attributes, made]))
  return made
}

/**
 * Makes the first cell of each body row the header of that row, in every table below an element.
 * @param tables where each table is added, in the order of the structure.
 */
function nameRows(element: PDFDict, tables: PDFDict[]): void {
  if (typeOf(element) === 'Table') {
    tables.push(element)
    for (const part of children(element)) {
      // Typst keeps the last rows together as a foot, of which they have nothing else.
      if (typeOf(part) === 'TFoot') part.set(name('S'), name('TBody'))
      const rows = typeOf(part) === 'TR' ? [part] : children(part)
      let covered = 0
      for (const row of rows) {
        const first = children(row)[0]
        // A first cell that spans rows stands for them all: below it, the row begins with another column.
        if (covered > 0) covered -= 1
        else if (first !== undefined) covered = makeRowHeader(first) - 1
      }
    }
  }
  for (const child of children(element)) nameRows(child, tables)
}

const holds = (element: PDFDict, type: string): boolean =>
  children(element).some((child) => typeOf(child) === type || holds(child, type))

/** Typst calls the title of a document a paragraph. */
function lowerHeadings(element: PDFDict): void {
  const type = typeOf(element)
  const [, level] = /^H([1-5])$/.exec(type) ?? []
  if (type === 'Title') element.set(name('S'), name('H1'))
  if (level !== undefined) element.set(name('S'), name(`H${Number(level) + 1}`))
  for (const child of children(element)) lowerHeadings(child)
}

/** Answers how many rows the cell spans. */
function makeRowHeader(cell: PDFDict): number {
  const isData = typeOf(cell) === 'TD'
  if (!isData && !cell.has(name('A'))) return 1
  const attributes = attributesOf(cell)
  if (isData) {
    cell.set(name('S'), name('TH'))
    attributes.set(name('Scope'), name('Row'))
    attributes.delete(name('Headers'))
  }
  return attributes.lookupMaybe(name('RowSpan'), PDFNumber)?.asNumber() ?? 1
}
