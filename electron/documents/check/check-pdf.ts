// Check: what PDF/UA-1 and PDF/A-3a ask of a document that we composed, and whether it reads in the order of its model.
// Not a conformance validator: two parsers that know nothing of each other look for the faults we could make.
import type { DocumentFault } from '../../contract/documents.ts'
import { DocumentModel } from '../model.ts'
import { readPages } from './pages.ts'
import { orderFaults } from './reading-order.ts'
import { structureFaults } from './structure.ts'

/**
 * Every fault found, with its page where it has one; an empty list for a sound document.
 * @param model the `DocumentModel` it must say, checked because it comes from another process; null: structure alone.
 */
export async function checkPdf(bytes: Uint8Array, model: unknown): Promise<DocumentFault[]> {
  const objects = (await structureFaults(bytes)).map((fault): DocumentFault => ({ fault, page: null }))
  const { faults, texts } = await readPages(bytes)
  return [...objects, ...faults, ...(model === null ? [] : orderFaults(texts, DocumentModel.parse(model)))]
}
