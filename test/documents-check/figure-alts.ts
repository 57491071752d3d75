// Read from the structure by another library than the product's.
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'

/** The Alt of every Figure of the structure, in the order of the alphabet; empty where there is none. */
export async function figureAlts(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((element) => element.get(PDFName.of('S')) === PDFName.of('Figure'))
    .map((element) => {
      const alt = element.lookup(PDFName.of('Alt'))
      return alt instanceof PDFString || alt instanceof PDFHexString ? alt.decodeText() : ''
    })
    .sort()
}
