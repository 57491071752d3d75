// Not a conformance validator: two parsers that know nothing of each other look for the faults we could make.
import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import type { DocumentFault } from '../../contract/document-faults.ts'
import { DocumentModel } from '../model.ts'
import { printable } from '../pdf/printable.ts'
import { coverageIn, resourcesFolder } from '../pdf/resources.ts'
import { contentOrder } from './content-order.ts'
import { readPages } from './pages.ts'
import { itemsOfPages } from './places.ts'
import { orderFaults } from './reading-order.ts'
import { structureFaults } from './structure.ts'
import { undescribedPictures } from './undescribed.ts'

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
  const read = await readWhole(bytes, carriesData)
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

/** Null for bytes that are no PDF at all, or one that no reader opens. */
async function readWhole(bytes: Uint8Array, carriesData: boolean) {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
    const objects = structureFaults(document, carriesData)
    const { faults: pages, texts, words } = await readPages(bytes)
    const pieces = contentOrder(document).map(({ id, page }) => ({ words: words.get(id) ?? '', page }))
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
