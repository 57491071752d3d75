import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'

const name = (text: string) => PDFName.of(text)

/** The elements of the structure of that type. */
export function every(document: PDFDocument, type: string): PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((object) => object.get(name('S')) === name(type))
}

/** Rewrites the drawing instructions of a page. */
export function rewritePage(document: PDFDocument, rewrite: (content: string) => string, index = 0): void {
  const page = document.getPages()[index]
  const content = page?.node.lookup(name('Contents'))
  const reference = page?.node.get(name('Contents'))
  if (!(content instanceof PDFRawStream) || !(reference instanceof PDFRef))
    throw new Error('unexpected content')
  const bytes = Buffer.from(decodePDFRawStream(content).decode())
  document.context.assign(
    reference,
    document.context.stream(Buffer.from(rewrite(bytes.toString('latin1')), 'latin1')),
  )
}
