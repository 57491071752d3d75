// Reading order: every heading and paragraph of the model must be met in the PDF, one after the other.
import type { DocumentFault } from '../../contract/documents.ts'
import type { DocumentModel } from '../model.ts'
import { paperOf } from '../paper/paper-of.ts'
import { paperTexts } from '../paper/texts.ts'

/**
 * @param texts words of each page in the order of its structure.
 * @returns the first block of the model that is not where it should be; only documents that also flow have blocks.
 */
export function orderFaults(texts: readonly string[], model: DocumentModel): DocumentFault[] {
  const paper = paperOf(model)
  if (paper === null) return []
  const pages = texts.map(letters)
  const all = pages.join('')
  let at = 0
  for (const block of paperTexts(paper)) {
    const wanted = letters(block)
    const found = all.indexOf(wanted, at)
    if (found < 0) return [{ fault: `not read in its place: ${block.slice(0, 80)}`, page: pageAt(pages, at) }]
    at = found + wanted.length
  }
  return []
}

/** Letters and digits alone: hyphens at line ends, spaces and line breaks are the page's own. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

function pageAt(pages: readonly string[], position: number): number {
  let end = 0
  for (const [index, page] of pages.entries()) {
    end += page.length
    if (position < end) return index + 1
  }
  return pages.length
}
