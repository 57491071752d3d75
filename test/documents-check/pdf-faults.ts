import { createHash } from 'node:crypto'
import { readWhole } from '../../electron/documents/check/check-pdf.ts'
import type { DocumentModel } from '../../electron/documents/model.ts'

let last: { bytes: string; kind: DocumentModel['kind']; read: ReturnType<typeof readWhole> } | null = null

/**
 * Read once for those who ask for its faults and for its words: it takes as long as printing.
 * @param kind null where any will do, as the words are the same.
 */
function readOnce(bytes: Uint8Array, kind: DocumentModel['kind'] | null): ReturnType<typeof readWhole> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (last === null || last.bytes !== hash || (kind ?? last.kind) !== last.kind) {
    const used = kind ?? 'minutes'
    last = { bytes: hash, kind: used, read: readWhole(bytes, true, used) }
  }
  return last.read
}

/**
 * Every fault of the structure and of the pages, by their codes; an empty list for a sound document that carries its data.
 * @param kind which tells its margins; most documents have the same.
 */
export async function pdfFaults(
  bytes: Uint8Array,
  kind: DocumentModel['kind'] = 'minutes',
): Promise<string[]> {
  const read = await readOnce(bytes, kind)
  return read === null ? ['unreadable'] : [...read.objects, ...read.pages].map(({ code }) => code)
}

/** All words of the structure in reading order, one string per page. */
export async function structuredText(bytes: Uint8Array): Promise<string[]> {
  const read = await readOnce(bytes, null)
  if (read === null) throw new Error('no PDF')
  const pages: string[][] = []
  for (const { page, words } of read.pieces) {
    while (pages.length < page) pages.push([])
    pages[page - 1]?.push(words)
  }
  return pages.map((words) => words.join('\n'))
}
