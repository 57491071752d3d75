import { readWhole } from '../../electron/documents/check/check-pdf.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'

/**
 * Every fault of the structure and of the pages, by their codes; an empty list for a sound document that carries its data.
 * @param kind which tells its margins; most documents have the same.
 */
export async function pdfFaults(
  bytes: Uint8Array,
  kind: DocumentModel['kind'] = 'minutes',
): Promise<string[]> {
  const read = await readWhole(bytes, true, kind)
  return read === null ? ['unreadable'] : [...read.objects, ...read.pages].map(({ code }) => code)
}

/** All words of the structure in reading order, one string per page. */
export async function structuredText(bytes: Uint8Array): Promise<string[]> {
  const read = await readWhole(bytes, true, 'meetingBook')
  if (read === null) throw new Error('no PDF')
  const pages: string[][] = []
  for (const { page, words } of read.pieces) {
    while (pages.length < page) pages.push([])
    pages[page - 1]?.push(words)
  }
  return pages.map((words) => words.join('\n'))
}
