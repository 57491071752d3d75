// Not a conformance validator: two parsers that know nothing of each other look for the faults we could make.
import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import type { DocumentFault } from '../../contract/document-faults.ts'
import { DocumentModel } from '../model.ts'
import { printable } from '../pdf/printable.ts'
import { coverageIn, resourcesFolder } from '../pdf/resources.ts'
import { type Cell, type Edges, readPages } from './pages.ts'
import { type FoundFault, squaredRows, structureFaults } from './structure.ts'
import { undescribedPictures } from './undescribed.ts'
import { wordsOf } from './words.ts'

// The pieces of marked content of a PDF in the order of its structure, from page to page. A table row that breaks over
// a page is read cell by cell, not page by page: only the whole tree tells it.
const name = (text: string) => PDFName.of(text)

/** `id` as pdf.js names marked content; `page` from 1; `cell` of the innermost table, and the heading, that hold it. */
type Piece = { id: string; page: number; cell: Cell | null; heading: PDFDict | null }

type Around = Pick<Piece, 'cell' | 'heading'>

/** Every piece once for each place where the structure names it. */
function contentOrder(document: PDFDocument): Piece[] {
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]))
  const pieces: Piece[] = []
  const cells = new Map<PDFDict, Cell>()
  let tables = 0
  const add = (id: number, page: PDFRef | undefined, { cell, heading }: Around) => {
    const number = page === undefined ? undefined : pages.get(page)
    if (page === undefined || number === undefined) return
    const generation = page.generationNumber === 0 ? '' : page.generationNumber
    pieces.push({ id: `p${page.objectNumber}R${generation}_mc${id}`, page: number, cell, heading })
  }
  const visit = (element: PDFDict, inherited: PDFRef | undefined, around: Around) => {
    const role = element.lookup(name('S'))
    if (role === name('Table')) {
      tables += 1
      for (const { squares } of squaredRows(element))
        for (const { cell, first, last } of squares) cells.set(cell, { table: tables, first, last })
    }
    const isHeading = role instanceof PDFName && /^H[1-6]$/.test(role.decodeText())
    const own = {
      cell: cells.get(element) ?? around.cell,
      heading: isHeading ? element : around.heading,
    }
    const drawnOn = element.get(name('Pg'))
    const page = drawnOn instanceof PDFRef ? drawnOn : inherited
    const kids = element.lookup(name('K'))
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [kids]) {
      const value = kid instanceof PDFRef ? document.context.lookup(kid) : kid
      if (value instanceof PDFNumber) add(value.asNumber(), page, own)
      if (!(value instanceof PDFDict)) continue
      const content = value.lookup(name('MCID'))
      if (content instanceof PDFNumber) {
        const at = value.get(name('Pg'))
        add(content.asNumber(), at instanceof PDFRef ? at : page, own)
      } else if (value.lookup(name('Type')) !== name('OBJR')) visit(value, page, own)
    }
  }
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (root !== undefined) visit(root, undefined, { cell: null, heading: null })
  return pieces
}

/**
 * Every fault found, with its page and its item where it has one, then the warnings; an empty list for a sound document.
 * @param input the `DocumentModel` it must say, checked because it comes from another process.
 * @param undrawn signs of the model that its making could not draw.
 */
export async function checkPdf(
  bytes: Uint8Array,
  input: unknown,
  undrawn: readonly string[] = [],
): Promise<DocumentFault[]> {
  const model = DocumentModel.parse(input)
  const read = await readWhole(bytes, model.head.metadata.dataFile !== '', model.kind)
  if (read === null) return [{ code: 'unreadable', page: null, item: '', about: '' }]
  const { objects, pages, pieces } = read
  const itemOf = itemsOf(pieces)
  const placed = [
    ...objects.map((fault) => ({ ...fault, content: null })),
    ...pages.map((fault) => ({ ...fault, about: '' })),
    ...orderFaults(pieces, printable(model, coverageIn(resourcesFolder())).value),
  ].map(({ content, ...fault }): DocumentFault => ({ ...fault, item: itemOf(fault.page, content) }))
  return eachOnce([...placed, ...warnings(model, undrawn)])
}

/** Two pictures of one item are said once. */
function eachOnce(faults: readonly DocumentFault[]): DocumentFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
}

/** A little less than the margins of resources/typst: a hyphen may hang, a rule stands out, a capital rises above its line. */
function edgesOf(kind: DocumentModel['kind']): Edges | null {
  // Its annexes have the margins that their authors gave them.
  if (kind === 'meetingBook') return null
  if (kind === 'nameCards') {
    const card = { left: 20, right: 20, top: 8, bottom: 8 }
    return { text: card, artifacts: card }
  }
  const sides = { left: 62, right: 64 }
  return {
    text: { ...sides, ...(kind === 'convocation' ? { top: 55, bottom: 64 } : { top: 75, bottom: 72 }) },
    artifacts: { ...sides, top: 22, bottom: 14 },
  }
}

/**
 * The faults of the structure and of the pages, and what these say; null for bytes that no reader opens as a PDF.
 * @param carriesData whether structured data must be attached, or must not.
 */
export async function readWhole(bytes: Uint8Array, carriesData: boolean, kind: DocumentModel['kind']) {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
    const objects = structureFaults(document, carriesData)
    const order = contentOrder(document)
    const cells = new Map(order.flatMap(({ id, cell }) => (cell === null ? [] : [[id, cell] as const])))
    const { faults: pages, words } = await readPages(bytes, edgesOf(kind), cells)
    const pieces = order.map((piece): ReadPiece => ({ ...piece, words: words.get(piece.id) ?? '' }))
    return { objects, pages, pieces }
  } catch {
    return null
  }
}

function warnings(model: DocumentModel, undrawn: readonly string[]): DocumentFault[] {
  return [
    ...(undrawn.length === 0
      ? []
      : [{ code: 'undrawn-signs' as const, page: null, item: '', about: undrawn.join(', ') }]),
    ...undescribedPictures(model).map((item) => ({
      code: 'picture-without-alt' as const,
      page: null,
      item,
      about: '',
    })),
  ]
}

type ReadPiece = Piece & { words: string }

/**
 * @param pieces the content in the order of its structure.
 * @param model as it is drawn: what no font has is already replaced.
 * @returns the first string of the model that is not where it should be.
 */
function orderFaults(
  pieces: readonly ReadPiece[],
  model: DocumentModel,
): (FoundFault & { content: string | null })[] {
  const ends: { end: number; piece: ReadPiece }[] = []
  let all = ''
  for (const piece of pieces) {
    all += letters(piece.words)
    ends.push({ end: all.length, piece })
  }
  let at = 0
  for (const block of wordsOf(model)) {
    const wanted = letters(block)
    const found = all.indexOf(wanted, at)
    if (found < 0) {
      const { page, id } = (ends.find(({ end }) => at < end) ?? ends.at(-1))?.piece ?? {
        page: null,
        id: null,
      }
      return [{ code: 'not-in-place', page, about: block.slice(0, 80), content: id }]
    }
    at = found + wanted.length
  }
  return []
}

/**
 * @returns the headings above a piece of content, outermost first, that of the document left out; without one, those that a page
 * is about; empty where these are several, or where none is known.
 */
function itemsOf(pieces: readonly ReadPiece[]): (page: number | null, content: string | null) => string {
  const titles = new Map<PDFDict, string>()
  for (const { heading, words } of pieces)
    if (heading !== null) titles.set(heading, `${titles.get(heading) ?? ''} ${words}`)
  const above = new Map<string, string>()
  const onPages = new Map<number, Set<string>>()
  let open: { level: number; words: string }[] = []
  for (const { id, page, heading } of pieces) {
    if (heading !== null) {
      const level = Number(heading.lookup(name('S'), PDFName).decodeText().slice(1))
      const words = (titles.get(heading) ?? '').replaceAll(/\s+/g, ' ').trim()
      open = [...open.filter((one) => one.level < level), { level, words }]
    }
    const title = open.flatMap(({ level, words }) => (level === 1 ? [] : [words])).join(', ')
    above.set(id, title)
    onPages.set(page, (onPages.get(page) ?? new Set()).add(title))
  }
  return (page, content) => {
    if (content !== null) return above.get(content) ?? ''
    const [only, ...others] = page === null ? [] : (onPages.get(page) ?? [])
    return others.length === 0 ? (only ?? '') : ''
  }
}

/**
 * Letters and digits alone: hyphens at line ends, spaces and line breaks are the page's own. Arabic and Hebrew letters are
 * left out too: a page holds them as they are seen, and each reader turns them round in its own way.
 */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]|\p{Script=Arabic}|\p{Script=Hebrew}/gu, '')
}
