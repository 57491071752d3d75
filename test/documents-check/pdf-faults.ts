import { checkPdf } from '../../electron/documents/check/check-pdf.ts'
import { readPages } from '../../electron/documents/check/pages.ts'

/** Every fault of the structure and of the pages, by their codes; an empty list for a sound document. */
export async function pdfFaults(bytes: Uint8Array): Promise<string[]> {
  return (await checkPdf(bytes, null)).map(({ code }) => code)
}

/** All words of the structure in reading order, one string per page. */
export async function structuredText(bytes: Uint8Array): Promise<string[]> {
  return (await readPages(bytes)).texts
}
