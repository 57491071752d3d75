// Books made for tests as the jobs make them, and read back by pdf.js, which shares nothing with what wrote them.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodePDFRawStream, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PlacedAnnex } from '../../electron/contract/meeting-book.ts'
import { buildMeetingBook, examineAnnexes } from '../../electron/documents/meeting-book/build.ts'
import { meetingBookModel } from '../../electron/documents/meeting-book/model.ts'
import { emptyFile, id, item } from './documents-builders.ts'

export type Given = { fileName: string; bytes: Uint8Array; title?: string; tabled?: boolean; gone?: boolean }

const folders: string[] = []

/** For the end of a test file that made books. */
export function removeBooks(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** A book whose annexes belong to the first item, the last one to the whole meeting. */
export async function madeBook(given: readonly Given[], options: { zip?: boolean } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'seances-book-'))
  folders.push(folder)
  const files = given.map(({ fileName, bytes, gone }) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const path = join(folder, sha256)
    if (gone !== true) writeFileSync(path, bytes)
    return { path, sha256, fileName }
  })
  const fates = await examineAnnexes(files)
  const annexes = given.map(({ fileName, bytes, title, tabled }, index): PlacedAnnex => {
    const number = index + 1
    return {
      attachmentId: id(900 + number),
      itemId: number === given.length && number > 1 ? null : id(101),
      number,
      name: title ?? fileName.replace(/\.[^.]*$/, ''),
      fileName,
      sizeBytes: bytes.length,
      sha256: files[index]?.sha256 ?? '',
      tabled: tabled ?? false,
      fate: fates[index] ?? { goes: 'missing' },
      outName: `Annexe ${number} - ${fileName}`,
    }
  })
  const items = [item(1, { title: 'Annuaire' }), item(2, { title: 'Questions diverses' })]
  const model = meetingBookModel({ ...emptyFile(), items }, 'members', annexes)
  const place = join(folder, 'sortie')
  mkdirSync(place)
  const zipPath = options.zip === true ? join(place, 'dossier.zip') : null
  const built = await buildMeetingBook({
    model,
    images: [],
    zipPath,
    files: annexes.flatMap(({ number, outName, sha256, fate }, index) =>
      fate.goes === 'missing'
        ? []
        : [{ number, outName, sha256, goes: fate.goes, path: files[index]?.path ?? '' }],
    ),
  })
  return { ...built, model, fates, zipPath, folder }
}

export async function opened<T>(bytes: Uint8Array, use: (book: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  try {
    return await use(await task.promise)
  } finally {
    await task.destroy()
  }
}

/** The words of each page, under its label. */
export const pagesByLabel = (bytes: Uint8Array) =>
  opened(bytes, async (book) => {
    const labels = (await book.getPageLabels()) ?? []
    const pages = new Map<string, string>()
    for (const [index, label] of labels.entries()) {
      const { items } = await (await book.getPage(index + 1)).getTextContent()
      pages.set(
        label,
        items
          .map((one) => ('str' in one ? one.str : ''))
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
    }
    return pages
  })

/** The label of the page that a place leads to. */
export async function labelAt(book: PDFDocumentProxy, place: unknown): Promise<string> {
  const explicit = typeof place === 'string' ? await book.getDestination(place) : place
  const ref: unknown = Array.isArray(explicit) ? explicit[0] : null
  if (typeof ref !== 'object' || ref === null) return ''
  const index = await book.getPageIndex(ref as Parameters<typeof book.getPageIndex>[0])
  return (await book.getPageLabels())?.[index] ?? ''
}

type Item = { title: string; dest: unknown; items: Item[] }
/** The bookmarks, each with the label of its page, those below indented. */
export const bookmarks = (bytes: Uint8Array) =>
  opened(bytes, async (book) => {
    const lines: string[] = []
    const visit = async (items: readonly Item[], indent: string) => {
      for (const one of items) {
        lines.push(`${indent}${one.title} → ${await labelAt(book, one.dest)}`)
        await visit(one.items, `${indent}  `)
      }
    }
    await visit(await book.getOutline(), '')
    return lines.map((line) => line.replaceAll('\u00a0', ' '))
  })

/** The files inside the book, by name. */
export const attachments = (bytes: Uint8Array) =>
  opened(bytes, async (book) => {
    const found = new Map<string, Uint8Array>()
    for (const [key, { filename }] of (await book.getAttachments()) ?? []) {
      const content = await book.getAttachmentContent(key)
      if (content instanceof Uint8Array) found.set(filename, content)
    }
    return found
  })

/** Every object and every stream, unpacked. */
export async function unpacked(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => {
      if (!(object instanceof PDFRawStream)) return object.toString()
      try {
        return `${object.dict.toString()} ${Buffer.from(decodePDFRawStream(object).decode()).toString('utf8')}`
      } catch {
        return object.dict.toString()
      }
    })
    .join('\n')
}
