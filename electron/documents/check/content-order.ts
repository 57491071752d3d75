// The pieces of marked content of a PDF in the order of its structure, from page to page. A table row that breaks over
// a page is read cell by cell, not page by page: only the whole tree tells it.
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'

const name = (text: string) => PDFName.of(text)

/** `id` as pdf.js names marked content; `page` from 1. */
export type Piece = { id: string; page: number }

/** Every piece once for each place where the structure names it. */
export function contentOrder(document: PDFDocument): Piece[] {
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]))
  const pieces: Piece[] = []
  const add = (id: number, page: PDFRef | undefined) => {
    const number = page === undefined ? undefined : pages.get(page)
    if (page === undefined || number === undefined) return
    const generation = page.generationNumber === 0 ? '' : page.generationNumber
    pieces.push({ id: `p${page.objectNumber}R${generation}_mc${id}`, page: number })
  }
  const visit = (element: PDFDict, inherited: PDFRef | undefined) => {
    const own = element.get(name('Pg'))
    const page = own instanceof PDFRef ? own : inherited
    const kids = element.lookup(name('K'))
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [kids]) {
      const value = kid instanceof PDFRef ? document.context.lookup(kid) : kid
      if (value instanceof PDFNumber) add(value.asNumber(), page)
      if (!(value instanceof PDFDict)) continue
      const content = value.lookup(name('MCID'))
      if (content instanceof PDFNumber) {
        const at = value.get(name('Pg'))
        add(content.asNumber(), at instanceof PDFRef ? at : page)
      } else if (value.lookup(name('Type')) !== name('OBJR')) visit(value, page)
    }
  }
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (root !== undefined) visit(root, undefined)
  return pieces
}
