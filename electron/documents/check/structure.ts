import {
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import type { FaultCode } from '../../contract/document-faults.ts'

const name = (text: string) => PDFName.of(text)
const styleOf = (element: PDFDict) => element.lookup(name('S'), PDFName).decodeText()

export type FoundFault = { code: FaultCode; page: number | null; about: string }

/**
 * Every fault of the objects, each once for a page; an empty list for a sound document.
 * @param carriesData whether structured data must be attached, or must not.
 */
export function structureFaults(document: PDFDocument, carriesData: boolean): FoundFault[] {
  const faults = new Map<string, FoundFault>()
  const pages: PDFDict[] = document.getPages().map(({ node }) => node)
  const need: Need = (holds, code, { at, about = '' } = {}) => {
    if (holds) return
    const page = at === undefined ? 0 : pages.indexOf(pageOf(at) ?? at) + 1
    faults.set(`${code} ${page} ${about}`, { code, page: page === 0 ? null : page, about })
  }
  catalogFaults(document, need)
  metadataFaults(document, need)
  attachmentFaults(document, carriesData, need)
  treeFaults(document, need)
  annotationFaults(document, need)
  fontFaults(document, need)
  return [...faults.values()]
}

/** `at`: the structure element, or the page, that the rule speaks of. */
type Need = (holds: boolean, code: FaultCode, where?: { at?: PDFDict; about?: string }) => void

/** The page of a structure element: its own, or that of the first element below it that has one. */
function pageOf(element: PDFDict): PDFDict | undefined {
  const own = element.lookup(name('Pg'))
  if (own instanceof PDFDict) return own
  for (const kid of elementsIn(element)) {
    const found = pageOf(kid)
    if (found !== undefined) return found
  }
  return undefined
}

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
  need(/^fr/.test(textOf(catalog.lookup(name('Lang')))), 'language-not-french')
  const marks = catalog.lookupMaybe(name('MarkInfo'), PDFDict)
  need(marks?.lookup(name('Marked')) === PDFBool.True, 'not-tagged')
  const preferences = catalog.lookupMaybe(name('ViewerPreferences'), PDFDict)
  need(preferences?.lookup(name('DisplayDocTitle')) === PDFBool.True, 'title-not-shown')
  need(context.trailerInfo.ID !== undefined, 'no-identifier')
  const outlines = catalog.lookupMaybe(name('Outlines'), PDFDict)
  need(outlines?.has(name('First')) === true, 'no-bookmarks')
}

function metadataFaults({ catalog }: PDFDocument, need: Need): void {
  const stream = catalog.lookup(name('Metadata'))
  const packet = stream instanceof PDFStream ? Buffer.from(stream.getContents()).toString('utf8') : ''
  need(/<dc:title>.*?<rdf:li[^>]*>[^<]+<\/rdf:li>/s.test(packet), 'no-title')
  need(packet.includes('<pdfuaid:part>1</pdfuaid:part>'), 'ua-not-claimed')
  need(packet.includes('<pdfaid:part>3</pdfaid:part>'), 'pdfa-not-claimed')
  need(packet.includes('<pdfaid:conformance>A</pdfaid:conformance>'), 'pdfa-level-not-claimed')
  need(
    packet.includes('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>'),
    'ua-claim-not-described',
  )
}

function attachmentFaults({ catalog }: PDFDocument, carriesData: boolean, need: Need): void {
  const files = dicts(catalog, 'AF')
  if (carriesData) need(files.length > 0, 'data-missing')
  else need(files.length === 0, 'data-not-asked')
  for (const file of files) {
    need(file.lookup(name('AFRelationship')) === name('Data'), 'attachment-without-relation')
    need(textOf(file.lookup(name('UF'))) !== '', 'attachment-without-name')
    need(textOf(file.lookup(name('Desc'))) !== '', 'attachment-without-description')
    const stream = file.lookupMaybe(name('EF'), PDFDict)?.lookup(name('F'))
    need(stream instanceof PDFRawStream, 'attachment-empty')
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
  need(root !== undefined, 'no-structure')
  if (root === undefined) return
  const roles = root.lookupMaybe(name('RoleMap'), PDFDict)
  const role = (element: PDFDict): string => {
    const own = styleOf(element)
    const mapped = roles?.lookup(name(own))
    return mapped instanceof PDFName ? mapped.decodeText() : own
  }
  const headings: { level: number; at: PDFDict }[] = []
  const visit = (element: PDFDict, parent: string) => {
    const own = role(element)
    const allowed = allowedParents[own]
    need(allowed === undefined || allowed.includes(parent), 'misplaced-element', {
      at: element,
      about: `${own}, ${parent}`,
    })
    if (own === 'LI')
      for (const kid of elementsIn(element))
        need(['Lbl', 'LBody'].includes(role(kid)), 'misplaced-element', {
          at: kid,
          about: `${role(kid)}, LI`,
        })
    if (own === 'Figure' || own === 'Formula')
      need(textOf(element.lookup(name('Alt'))).trim() !== '', 'figure-without-alt', { at: element })
    if (own === 'TH')
      need(tableAttribute(element, 'Scope') instanceof PDFName, 'header-without-scope', { at: element })
    if (own === 'Table') tableFaults(element, role, need)
    if (own === 'Link')
      need(
        dicts(element, 'K').some((kid) => kid.lookup(name('Type')) === name('OBJR')),
        'link-without-annotation',
        { at: element },
      )
    const level = /^H([1-6])$/.exec(own)
    if (level !== null) headings.push({ level: Number(level[1]), at: element })
    for (const kid of elementsIn(element)) visit(kid, own)
  }
  for (const element of elementsIn(root)) visit(element, 'root')
  need(headings[0]?.level === 1, 'first-heading-not-1')
  headings.forEach(({ level, at }, index) => {
    need(index === 0 || level <= (headings[index - 1]?.level ?? 0) + 1, 'heading-skipped', { at })
  })
}

function elementsIn(element: PDFDict): PDFDict[] {
  return dicts(element, 'K').filter((kid) => kid.has(name('S')))
}

function tableAttribute(cell: PDFDict, key: string): PDFObject | undefined {
  return dicts(cell, 'A')
    .map((attributes) => attributes.lookup(name(key)))
    .find((value) => value !== undefined)
}

type Square = { cell: PDFDict; first: number; last: number }
type SquaredRow = { row: PDFDict; squares: Square[]; width: number }

/** The rows of a table: each cell with the columns, from 0, that it takes; how many the row has, spans from above included. */
export function squaredRows(table: PDFDict, role: (element: PDFDict) => string = styleOf): SquaredRow[] {
  const rows = elementsIn(table).flatMap((part) => (role(part) === 'TR' ? [part] : elementsIn(part)))
  /** By column, the first row that no span from above reaches. */
  const freeFrom: number[] = []
  return rows.map((row, y) => {
    let column = 0
    const squares = elementsIn(row).map((cell) => {
      while ((freeFrom[column] ?? 0) > y) column += 1
      const first = column
      column += span(cell, 'ColSpan')
      for (let at = first; at < column; at += 1) freeFrom[at] = y + span(cell, 'RowSpan')
      return { cell, first, last: column - 1 }
    })
    return { row, squares, width: freeFrom.filter((from) => from > y).length }
  })
}

function span(cell: PDFDict, key: 'ColSpan' | 'RowSpan'): number {
  const value = tableAttribute(cell, key)
  return value instanceof PDFNumber ? value.asNumber() : 1
}

/** Column heads with scope Column, row heads with scope Row, and as many squares in every row. */
function tableFaults(table: PDFDict, role: (element: PDFDict) => string, need: Need): void {
  const rows = squaredRows(table, role)
  for (const { row, squares } of rows) {
    const [start] = squares
    need(start === undefined || start.first > 0 || role(start.cell) === 'TH', 'row-without-header', {
      at: row,
    })
  }
  const hasHeads = rows.some(({ squares }) => squares.some(({ cell }) => role(cell) === 'TH'))
  need(hasHeads, 'table-without-header', { at: table })
  need(new Set(rows.map(({ width }) => width)).size <= 1, 'uneven-rows', { at: table })
}

function annotationFaults(document: PDFDocument, need: Need): void {
  for (const page of document.getPages()) {
    const annotations = dicts(page.node, 'Annots')
    if (annotations.length === 0) continue
    need(page.node.lookup(name('Tabs')) === name('S'), 'tab-order', { at: page.node })
    for (const annotation of annotations) {
      need(textOf(annotation.lookup(name('Contents'))) !== '', 'link-without-description', { at: page.node })
      need(annotation.has(name('StructParent')), 'link-outside-structure', { at: page.node })
    }
  }
}

function fontFaults({ context }: PDFDocument, need: Need): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    if (object.lookup(name('Type')) === name('FontDescriptor'))
      need(
        ['FontFile', 'FontFile2', 'FontFile3'].some((key) => object.has(name(key))),
        'font-not-embedded',
      )
    if (object.lookup(name('Subtype')) === name('Type0'))
      need(object.has(name('ToUnicode')), 'font-without-letters')
  }
}
