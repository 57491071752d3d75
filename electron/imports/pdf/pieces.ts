import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, Piece, StructureNode } from '../../domain/documents/drawn-pages.ts'
// Without a browser pdf.js runs its worker in place, and finds it by this import.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import {
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AppError } from '../../contract/errors.ts'
import { rulingsOf } from './rulings.ts'

/** Some 400 pages of an agenda: past this a file is none, and the review screen would not show it. */
export const MAX_PAGES = 400
/** Most pieces of text of one page: a map or a plan has more, a page to be read has not. */
const MAX_PIECES = 20_000

/** Fewer letters than this on each page, on average, are stamps and page numbers of pictures. */
const MIN_LETTERS = 25

/** Whether pages are pictures: what is written on them is no more than stamps. */
export function arePictures(pages: readonly Pick<Page, 'pieces'>[]): boolean {
  const letters = pages.flatMap(({ pieces }) => pieces).reduce((sum, { text }) => sum + text.trim().length, 0)
  return letters < MIN_LETTERS * pages.length
}

/**
 * Pages of a PDF, one after the other, each forgotten before the next.
 * @throws AppError `file-protected`, `file-damaged`
 */
export async function readPdfPages(
  bytes: Uint8Array,
  take: (page: Page) => void,
): Promise<{ pageCount: number }> {
  return eachPage(bytes, async (page) => take(await readPage(page)))
}

/** How large pictures are decoded, by dots, and the folder of the decoders for it. */
export type PicturesRead = { readonly mostDots: number; readonly decoders: string }

/** pdf.js takes a process of Electron for a page, and would fetch a file there, which does nothing. */
const readFrom = (folder: string) =>
  class {
    async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
      return new Uint8Array(await readFile(join(folder, filename)))
    }
  }

/** Every page as pdf.js has it, up to the most that is read; its pictures only where they are asked for. @throws AppError `file-protected`, `file-damaged` */
export async function eachPage(
  bytes: Uint8Array,
  read: (page: PDFPageProxy, count: number) => Promise<void>,
  pictures?: PicturesRead,
): Promise<{ pageCount: number; read: number }> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    // Of a font only its name says that it is bold.
    fontExtraProperties: true,
    stopAtErrors: false,
    // Pictures say nothing to a reader of words: decoding them costs most of the time and all of the memory, and one of
    // a false size kept the process at work after its answer (a minute for a single number changed).
    maxImageSize: pictures?.mostDots ?? 0,
    ...(pictures === undefined
      ? {}
      : {
          wasmUrl: pictures.decoders,
          useWorkerFetch: false,
          BinaryDataFactory: readFrom(pictures.decoders),
          isOffscreenCanvasSupported: false,
        }),
  })
  const stray = strayFailure()
  try {
    return await Promise.race([readPages(task.promise, read), stray.failed])
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('file-damaged', { cause })
  } finally {
    await task.destroy()
    stray.stop()
  }
}

async function readPages(
  opening: Promise<PDFDocumentProxy>,
  read: (page: PDFPageProxy, count: number) => Promise<void>,
): Promise<{ pageCount: number; read: number }> {
  const document = await opened(opening)
  const count = Math.min(document.numPages, MAX_PAGES)
  for (let index = 1; index <= count; index += 1) {
    const page = await document.getPage(index)
    await read(page, count)
    page.cleanup()
  }
  return { pageCount: document.numPages, read: count }
}

/** Of some broken files pdf.js leaves a failure to nobody, and the process would die of it: it is the file's. */
function strayFailure(): { failed: Promise<never>; stop(): void } {
  let onFailure: (cause: unknown) => void = () => undefined
  const failed = new Promise<never>((_, reject) => {
    onFailure = reject
  })
  // Once the reading has ended nobody waits for it any more.
  failed.catch(() => undefined)
  process.on('unhandledRejection', onFailure)
  return {
    failed,
    // One that was left at the very end is told only after this turn.
    stop: () => setImmediate(() => process.off('unhandledRejection', onFailure)),
  }
}

async function opened(document: Promise<PDFDocumentProxy>): Promise<PDFDocumentProxy> {
  try {
    return await document
  } catch (cause) {
    throw new AppError(cause instanceof PasswordException ? 'file-protected' : 'file-damaged', { cause })
  }
}

/** Words, rulings and tags of a page; nothing of its pictures. */
export async function readPage(page: PDFPageProxy): Promise<Page> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const tree = await page.getStructTree()
  const { fnArray, argsArray } = await page.getOperatorList()
  return {
    width: right - left,
    height: top - bottom,
    pieces: await piecesOf(page),
    rulings: rulingsOf(fnArray, argsArray),
    structure: tree === null ? null : structureOf(tree),
  }
}

type Node = { role?: string; type?: string; id?: string; children?: Node[] }

function structureOf(node: Node): StructureNode {
  return {
    role: node.role ?? '',
    children: (node.children ?? []).flatMap((child): (StructureNode | string)[] => {
      if (child.type === 'content') return child.id === undefined ? [] : [child.id]
      return child.role === undefined ? [] : [structureOf(child)]
    }),
  }
}

/** Names of bold fonts, those of TeX among them. */
const BOLD = /bold|black|heavy|demi(?!n)|(?:CM|SF)(?:BX|SSBX)\d/i

function isBold(page: PDFPageProxy, font: string): boolean {
  if (!page.commonObjs.has(font)) return false
  const { name }: { name?: unknown } = page.commonObjs.get(font) ?? {}
  return typeof name === 'string' && BOLD.test(name)
}

/** Words of a page, in the order in which they are drawn. */
export async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const pieces: Piece[] = []
  const upright: Piece[] = []
  const open: { id: string | null; isArtifact: boolean }[] = []
  let isBehindBlank = false
  const strong = new Map<string, boolean>()
  const isStrong = (font: string) => {
    const known = strong.get(font) ?? isBold(page, font)
    strong.set(font, known)
    return known
  }
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop()
      else open.push({ id: item.id ?? null, isArtifact: 'tag' in item && item.tag === 'Artifact' })
      continue
    }
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[]
    // Words set upright or on a slant are stamps and margins, or heads of narrow columns.
    const isLevel = Math.abs(b) < Math.abs(a) * 0.1
    const text = plain(item.str)
    const isUpright = b > 0 && Math.abs(a) < b * 0.1
    if (isUpright && text.trim() !== '' && text.length <= LONGEST_HEAD && upright.length <= MOST_HEADS)
      upright.push(uprightPiece(text, x, y, item))
    // A blank that is drawn parts words, however narrow it is.
    if (isLevel && text !== '' && text.trim() === '' && !item.hasEOL) isBehindBlank = true
    if (!isLevel || text.trim() === '' || pieces.length >= MAX_PIECES) continue
    pieces.push({
      text,
      x,
      y,
      width: item.width,
      height: Math.abs(d) || item.height,
      contentId: open.findLast(({ id }) => id !== null)?.id ?? null,
      isArtifact: open.some((one) => one.isArtifact),
      isBehindBlank,
      isStrong: isStrong(item.fontName),
    })
    isBehindBlank = false
  }
  return [...pieces, ...headsOf(upright, pieces)]
}

/** Longer words that stand upright are no head of a column. */
const LONGEST_HEAD = 20
/** More of them on one page are a plan, or a page that lies on its side. */
const MOST_HEADS = 60

/** Those over narrow columns that hold something, two at least, and those beside them: a stamp in the margin has nothing below. */
function headsOf(upright: readonly Piece[], pieces: readonly Piece[]): Piece[] {
  if (upright.length > MOST_HEADS) return []
  const over = upright.filter((head) => pieces.some((piece) => isInColumn(piece, head)))
  const heads = over.filter((one) => over.some((other) => areBeside(one, other)))
  return upright.filter((one) => heads.some((head) => head === one || areBeside(one, head)))
}

/** A cross, "Oui": below the head, and no wider than its column. */
function isInColumn(piece: Piece, head: Piece): boolean {
  const middle = (one: Piece) => one.x + one.width / 2
  return piece.width <= 40 && piece.y < head.y - 5 && Math.abs(middle(piece) - middle(head)) < 15
}

/** The middle of what it covers, as if it were level: so narrow that it stands in its own column. */
function uprightPiece(text: string, x: number, y: number, item: { width: number; height: number }): Piece {
  const size = Math.min(item.width, item.height)
  const length = Math.max(item.width, item.height)
  return {
    text,
    x: x - size,
    y: y + length / 2,
    width: size,
    height: size,
    contentId: null,
    isArtifact: false,
    isBehindBlank: false,
  }
}

/** "Présent" and "Excusé", each upright over its column. */
function areBeside(one: Piece, other: Piece): boolean {
  return (
    one.text.trim() !== other.text.trim() &&
    Math.abs(one.y - other.y) < 40 &&
    Math.abs(one.x - other.x) > 5 &&
    Math.abs(one.x - other.x) < 120
  )
}

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
}

/** Fonts join letters that words do not; what shows nothing is no letter. Glyphs of symbol fonts are bullets. */
function plain(text: string): string {
  return text
    .replace(/[ﬀ-ﬆ]/g, (sign) => LIGATURES[sign] ?? sign)
    .replace(/[\u00ad\u200b\u2060\ufeff\0]/g, '')
    .replace(/[\uf000-\uf8ff]/g, '•')
}
