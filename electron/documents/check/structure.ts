// Structure: what the objects of a PDF say of its structure, metadata, attachments, links and fonts, read by pdf-lib.
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'

const name = (text: string) => PDFName.of(text)
const styleOf = (element: PDFDict) => element.lookup(name('S'), PDFName).decodeText()

/** Every fault of the objects, as short English sentences; an empty list for a sound document. */
export async function structureFaults(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const faults = new Set<string>()
  const need = (holds: boolean, fault: string) => {
    if (!holds) faults.add(fault)
  }
  catalogFaults(document, need)
  metadataFaults(document, need)
  attachmentFaults(document, need)
  treeFaults(document, need)
  annotationFaults(document, need)
  fontFaults(document, need)
  return [...faults]
}

type Need = (holds: boolean, fault: string) => void

function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''
}

function listOf(owner: PDFDict, key: string): PDFObject[] {
  const value = owner.lookup(name(key))
  if (value === undefined) return []
  return value instanceof PDFArray ? value.asArray() : [owner.get(name(key)) ?? value]
}

function dicts(owner: PDFDict, key: string): PDFDict[] {
  return listOf(owner, key)
    .map((item) => (item instanceof PDFRef ? owner.context.lookup(item) : item))
    .filter((item) => item instanceof PDFDict)
}

function catalogFaults({ catalog, context }: PDFDocument, need: Need): void {
  need(/^fr/.test(textOf(catalog.lookup(name('Lang')))), 'the language is not French')
  const marks = catalog.lookupMaybe(name('MarkInfo'), PDFDict)
  need(marks?.lookup(name('Marked')) === PDFBool.True, 'the document is not marked as tagged')
  const preferences = catalog.lookupMaybe(name('ViewerPreferences'), PDFDict)
  need(preferences?.lookup(name('DisplayDocTitle')) === PDFBool.True, 'the title is not shown in the window')
  need(context.trailerInfo.ID !== undefined, 'the file has no identifier')
  const outlines = catalog.lookupMaybe(name('Outlines'), PDFDict)
  need(outlines?.has(name('First')) === true, 'there are no bookmarks')
}

function metadataFaults({ catalog }: PDFDocument, need: Need): void {
  const stream = catalog.lookup(name('Metadata'))
  const packet = stream instanceof PDFStream ? Buffer.from(stream.getContents()).toString('utf8') : ''
  need(/<dc:title>.*?<rdf:li[^>]*>[^<]+<\/rdf:li>/s.test(packet), 'the metadata have no title')
  need(packet.includes('<pdfuaid:part>1</pdfuaid:part>'), 'PDF/UA-1 is not claimed')
  need(packet.includes('<pdfaid:part>3</pdfaid:part>'), 'PDF/A-3 is not claimed')
  need(packet.includes('<pdfaid:conformance>A</pdfaid:conformance>'), 'conformance level A is not claimed')
  need(
    packet.includes('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>'),
    'the PDF/UA claim is not described as an extension',
  )
}

function attachmentFaults({ catalog }: PDFDocument, need: Need): void {
  const files = dicts(catalog, 'AF')
  need(files.length > 0, 'no structured data are attached')
  for (const file of files) {
    need(file.lookup(name('AFRelationship')) === name('Data'), 'the attachment does not say what it is')
    need(textOf(file.lookup(name('UF'))) !== '', 'the attachment has no name')
    need(textOf(file.lookup(name('Desc'))) !== '', 'the attachment has no description')
    const stream = file.lookupMaybe(name('EF'), PDFDict)?.lookup(name('F'))
    need(stream instanceof PDFRawStream, 'the attachment has no content')
  }
}

const allowedParents: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  LI: ['L'],
  Lbl: ['LI', 'Note', 'Caption'],
  LBody: ['LI'],
}

function treeFaults({ catalog }: PDFDocument, need: Need): void {
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  need(root !== undefined, 'there is no structure')
  if (root === undefined) return
  const roles = root.lookupMaybe(name('RoleMap'), PDFDict)
  const role = (element: PDFDict): string => {
    const own = styleOf(element)
    const mapped = roles?.lookup(name(own))
    return mapped instanceof PDFName ? mapped.decodeText() : own
  }
  const headings: number[] = []
  const visit = (element: PDFDict, parent: string) => {
    const own = role(element)
    const allowed = allowedParents[own]
    need(allowed === undefined || allowed.includes(parent), `${own} stands in ${parent}`)
    if (own === 'Figure' || own === 'Formula')
      need(textOf(element.lookup(name('Alt'))).trim() !== '', `${own} without alternative text`)
    if (own === 'TH') need(tableAttribute(element, 'Scope') instanceof PDFName, 'header cell without scope')
    if (own === 'Table') tableFaults(element, role, need)
    if (own === 'Link')
      need(
        dicts(element, 'K').some((kid) => kid.lookup(name('Type')) === name('OBJR')),
        'link without its annotation',
      )
    const level = /^H([1-6])$/.exec(own)
    if (level !== null) headings.push(Number(level[1]))
    for (const kid of elementsIn(element)) visit(kid, own)
  }
  for (const element of elementsIn(root)) visit(element, 'root')
  need(headings[0] === 1, 'the first heading is not of level 1')
  need(
    headings.every((level, index) => index === 0 || level <= (headings[index - 1] ?? 0) + 1),
    'a heading level is skipped',
  )
}

function elementsIn(element: PDFDict): PDFDict[] {
  return dicts(element, 'K').filter((kid) => kid.has(name('S')))
}

function tableAttribute(cell: PDFDict, key: string): PDFObject | undefined {
  return dicts(cell, 'A')
    .map((attributes) => attributes.lookup(name(key)))
    .find((value) => value !== undefined)
}

/** Column heads with scope Column, row heads with scope Row, and as many squares in every row. */
function tableFaults(table: PDFDict, role: (element: PDFDict) => string, need: Need): void {
  const rows = elementsIn(table).flatMap((part) => (role(part) === 'TR' ? [part] : elementsIn(part)))
  const span = (cell: PDFDict, key: string) => {
    const value = tableAttribute(cell, key)
    return value instanceof PDFNumber ? value.asNumber() : 1
  }
  const widths = rows.map(() => 0)
  let heads = 0
  rows.forEach((row, y) => {
    for (const cell of elementsIn(row)) {
      if (role(cell) === 'TH') heads += 1
      for (let dy = 0; dy < span(cell, 'RowSpan'); dy += 1)
        if (y + dy < widths.length) widths[y + dy] = (widths[y + dy] ?? 0) + span(cell, 'ColSpan')
    }
    const first = elementsIn(row)[0]
    const startsLate =
      first !== undefined && rows.slice(0, y).some((above, offset) => spansDown(above, y - offset))
    need(first === undefined || startsLate || role(first) === 'TH', 'a table row has no header')
  })
  function spansDown(row: PDFDict, distance: number): boolean {
    const first = elementsIn(row)[0]
    return first !== undefined && span(first, 'RowSpan') > distance
  }
  need(heads > 0, 'a table has no header cell')
  need(new Set(widths).size <= 1, 'the rows of a table differ in width')
}

function annotationFaults(document: PDFDocument, need: Need): void {
  for (const page of document.getPages()) {
    const annotations = dicts(page.node, 'Annots')
    if (annotations.length === 0) continue
    need(page.node.lookup(name('Tabs')) === name('S'), 'the tab order does not follow the structure')
    for (const annotation of annotations) {
      need(textOf(annotation.lookup(name('Contents'))) !== '', 'a link has no description')
      need(annotation.has(name('StructParent')), 'a link is outside the structure')
    }
  }
}

function fontFaults({ context }: PDFDocument, need: Need): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    if (object.lookup(name('Type')) === name('FontDescriptor'))
      need(
        ['FontFile', 'FontFile2', 'FontFile3'].some((key) => object.has(name(key))),
        'a font is not embedded',
      )
    if (object.lookup(name('Subtype')) === name('Type0'))
      need(object.has(name('ToUnicode')), 'a font does not say which letters it draws')
  }
}
