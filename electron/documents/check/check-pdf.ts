// Not a conformance validator: two parsers that know nothing of each other look for the faults we could make.
import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import type { DocumentFault } from '../../contract/document-faults.ts'
import { DocumentModel } from '../model.ts'
import { paperOf } from '../paper/paper-of.ts'
import { printable } from '../pdf/printable.ts'
import { coverageIn, resourcesFolder } from '../pdf/resources.ts'
import { type Cell, type Edges, readPages } from './pages.ts'
import { type FoundFault, squaredRows, structureFaults } from './structure.ts'
import { undescribedPictures } from './undescribed.ts'
import { wordsOf } from './words.ts'

// The pieces of marked content of a PDF in the order of its structure, from page to page. A table row that breaks over
// a page is read cell by cell, not page by page: only the whole tree tells it.
const name = (text: string) => PDFName.of(text)

/** `id` as pdf.js names marked content; `page` from 1; `cell` of the innermost table that holds it. */
type Piece = { id: string; page: number; cell: Cell | null }

/** Every piece once for each place where the structure names it. */
function contentOrder(document: PDFDocument): Piece[] {
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]))
  const pieces: Piece[] = []
  const cells = new Map<PDFDict, Cell>()
  let tables = 0
  const add = (id: number, page: PDFRef | undefined, cell: Cell | null) => {
    const number = page === undefined ? undefined : pages.get(page)
    if (page === undefined || number === undefined) return
    const generation = page.generationNumber === 0 ? '' : page.generationNumber
    pieces.push({ id: `p${page.objectNumber}R${generation}_mc${id}`, page: number, cell })
  }
  const visit = (element: PDFDict, inherited: PDFRef | undefined, around: Cell | null) => {
    if (element.lookup(name('S')) === name('Table')) {
      tables += 1
      for (const { squares } of squaredRows(element))
        for (const { cell, first, last } of squares) cells.set(cell, { table: tables, first, last })
    }
    const cell = cells.get(element) ?? around
    const own = element.get(name('Pg'))
    const page = own instanceof PDFRef ? own : inherited
    const kids = element.lookup(name('K'))
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [kids]) {
      const value = kid instanceof PDFRef ? document.context.lookup(kid) : kid
      if (value instanceof PDFNumber) add(value.asNumber(), page, cell)
      if (!(value instanceof PDFDict)) continue
      const content = value.lookup(name('MCID'))
      if (content instanceof PDFNumber) {
        const at = value.get(name('Pg'))
        add(content.asNumber(), at instanceof PDFRef ? at : page, cell)
      } else if (value.lookup(name('Type')) !== name('OBJR')) visit(value, page, cell)
    }
  }
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (root !== undefined) visit(root, undefined, null)
  return pieces
}

/**
 * Every fault found, with its page and its item where it has one, then the warnings; an empty list for a sound document.
 * @param input the `DocumentModel` it must say, checked because it comes from another process; null: structure alone, data expected.
 * @param undrawn signs of the model that its making could not draw.
 */
export async function checkPdf(
  bytes: Uint8Array,
  input: unknown,
  undrawn: readonly string[] = [],
): Promise<DocumentFault[]> {
  const model = input === null ? null : DocumentModel.parse(input)
  const carriesData = model === null || model.head.metadata.dataFile !== ''
  const read = await readWhole(bytes, carriesData, model === null ? null : edgesOf(model))
  if (read === null) return [{ code: 'unreadable', page: null, item: '', about: '' }]
  const { objects, pages, texts, pieces } = read
  const itemOf = model === null ? () => '' : itemsOfPages(texts, model)
  const placed = [
    ...objects,
    ...pages.map((fault) => ({ ...fault, about: '' })),
    ...(model === null ? [] : orderFaults(pieces, printable(model, coverageIn(resourcesFolder())).value)),
  ].map((fault): DocumentFault => ({ ...fault, item: fault.page === null ? '' : itemOf(fault.page) }))
  return eachOnce([...placed, ...warnings(model, undrawn)])
}

/** Two pictures of one item are said once. */
function eachOnce(faults: readonly DocumentFault[]): DocumentFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
}

/** A little less than the margins of resources/typst: a hyphen may hang, a rule stands out, a capital rises above its line. */
function edgesOf({ kind }: DocumentModel): Edges | null {
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

/** Null for bytes that are no PDF at all, or one that no reader opens. */
async function readWhole(bytes: Uint8Array, carriesData: boolean, edges: Edges | null) {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
    const objects = structureFaults(document, carriesData)
    const order = contentOrder(document)
    const cells = new Map(order.flatMap(({ id, cell }) => (cell === null ? [] : [[id, cell] as const])))
    const { faults: pages, texts, words } = await readPages(bytes, edges, cells)
    const pieces = order.map(({ id, page }) => ({ words: words.get(id) ?? '', page }))
    return { objects, pages, texts, pieces }
  } catch {
    return null
  }
}

function warnings(model: DocumentModel | null, undrawn: readonly string[]): DocumentFault[] {
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

/** Words of a piece of content, and its page from 1. */
type ReadPiece = { words: string; page: number }

/**
 * @param pieces the content in the order of its structure.
 * @param model as it is drawn: what no font has is already replaced.
 * @returns the first string of the model that is not where it should be.
 */
function orderFaults(pieces: readonly ReadPiece[], model: DocumentModel): FoundFault[] {
  const ends: { end: number; page: number }[] = []
  let all = ''
  for (const { words, page } of pieces) {
    all += letters(words)
    ends.push({ end: all.length, page })
  }
  let at = 0
  for (const block of wordsOf(model)) {
    const wanted = letters(block)
    const found = all.indexOf(wanted, at)
    if (found < 0) {
      const page = ends.find(({ end }) => at < end)?.page ?? ends.at(-1)?.page ?? null
      return [{ code: 'not-in-place', page, about: block.slice(0, 80) }]
    }
    at = found + wanted.length
  }
  return []
}

/**
 * @param texts words of each page in the order of its structure.
 * @returns the title of the one heading that a page is about; empty where several are, or where none is known.
 */
function itemsOfPages(texts: readonly string[], model: DocumentModel): (page: number) => string {
  const pages = texts.map(letters)
  const all = pages.join('')
  const starts = headingsOf(model).flatMap((title) => {
    const at = all.indexOf(letters(title))
    return letters(title) === '' || at < 0 ? [] : [{ title, at }]
  })
  return (page) => {
    const from = pages.slice(0, page - 1).join('').length
    const to = from + (pages[page - 1]?.length ?? 0)
    const underWay = starts.findLast(({ at }) => at <= from)
    const begun = starts.filter(({ at }) => at > from && at < to)
    const found = underWay === undefined ? begun : [underWay, ...begun]
    return found.length === 1 ? (found[0]?.title ?? '') : ''
  }
}

/**
 * Letters and digits alone: hyphens at line ends, spaces and line breaks are the page's own. Arabic and Hebrew letters are
 * left out too: a page holds them as they are seen, and each reader turns them round in its own way.
 */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]|\p{Script=Arabic}|\p{Script=Hebrew}/gu, '')
}

function headingsOf(model: DocumentModel): string[] {
  const blocks = paperOf(model)?.blocks ?? []
  return blocks.flatMap((block) => (block.type === 'heading' ? [`${block.number} ${block.text}`.trim()] : []))
}
