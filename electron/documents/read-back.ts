import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import { AppError } from '../contract/errors.ts'
import type { Carried } from '../domain/documents/meeting-facts.ts'
import { MOST_CHARACTERS, modelOfCarried } from './carried.ts'
import { carriedOf } from './facts/carried.ts'
import type { DocumentModel } from './model.ts'
import { paperOf } from './paper/paper-of.ts'
import { type NumberedText, numberedTexts } from './paper/texts.ts'
import { pageWords } from './word/package.ts'
import { isBlocks, isLine } from './word/template-fields.ts'
import { type VisibleParagraph, visibleParagraphs } from './word/visible.ts'

/**
 * The model inside a PDF that this application made; null when there is none, or not one of ours.
 * @throws AppError `data-newer` when a later version of the application made it.
 * @throws when the file is no PDF at all.
 */
export async function modelInPdf(bytes: Uint8Array): Promise<DocumentModel | null> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const list = document.catalog.lookup(PDFName.of('AF'))
  if (!(list instanceof PDFArray)) return null
  for (const item of list.asArray()) {
    const file = item instanceof PDFRef ? document.context.lookup(item) : item
    if (!(file instanceof PDFDict)) continue
    const name = file.lookup(PDFName.of('UF'))
    const isOurs =
      (name instanceof PDFString || name instanceof PDFHexString) && name.decodeText().endsWith('.json')
    const stream = file.lookupMaybe(PDFName.of('EF'), PDFDict)?.lookup(PDFName.of('F'))
    if (!isOurs || !(stream instanceof PDFStream)) continue
    const text = textOf(stream)
    const model = text === null ? null : modelOfCarried(text)
    if (model !== null) return model
  }
  return null
}

/** Null when it is folded otherwise than we fold, or holds more than we write. */
function textOf(stream: PDFStream): string | null {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const [only] = filter instanceof PDFArray && filter.size() === 1 ? filter.asArray() : [filter]
  const bytes = stream.getContents()
  if (only === undefined) return Buffer.from(bytes).toString('utf8')
  if (only !== PDFName.of('FlateDecode') || stream.dict.has(PDFName.of('DecodeParms'))) return null
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8')
  } catch {
    return null
  }
}

/** A file of one of our formats: its bytes, or the parts of its package. */
type OwnFile =
  | {
      format: 'docx' | 'odt'
      archive: { names: readonly string[]; read(name: string): Uint8Array | null }
    }
  | { format: 'pdf' | 'html'; bytes: Uint8Array }

/** What a file carries of facts; null when it carries none that this version understands. */
export async function carriedIn(file: OwnFile): Promise<Carried | null> {
  try {
    const model = await modelIn(file)
    return model === null ? null : carriedOf(model)
  } catch (thrown) {
    // Its pages are read as those of any other file.
    if (thrown instanceof AppError || file.format === 'pdf') return null
    throw thrown
  }
}

async function modelIn(file: OwnFile): Promise<DocumentModel | null> {
  switch (file.format) {
    case 'pdf':
      return modelInPdf(file.bytes)
    case 'html':
      return modelInHtml(Buffer.from(file.bytes).toString('utf8'))
    case 'docx':
      return carriedBy(textsIn(file.archive, /^customXml\/item\d+\.xml$/), modelInXml)
    case 'odt':
      return carriedBy(textsIn(file.archive, /^Donnees\/[^/]+\.json$/), modelOfCarried)
  }
}

function* textsIn(
  archive: Extract<OwnFile, { format: 'docx' | 'odt' }>['archive'],
  names: RegExp,
): Generator<string> {
  for (const name of archive.names)
    if (names.test(name)) yield strFromU8(archive.read(name) ?? new Uint8Array())
}

function carriedBy(
  texts: Iterable<string>,
  modelOf: (text: string) => DocumentModel | null,
): DocumentModel | null {
  for (const text of texts) {
    const model = modelOf(text)
    if (model !== null) return model
  }
  return null
}

function modelInHtml(page: string): DocumentModel | null {
  const [, text] = /<meta name="urn:seances-inp:data" content="([^"]*)">/.exec(page) ?? []
  return text === undefined ? null : modelOfCarried(unescaped(text))
}

function modelInXml(part: string): DocumentModel | null {
  const [, text] = /<document xmlns="urn:seances-inp:data">([^<]*)<\/document>/.exec(part) ?? []
  return text === undefined ? null : modelOfCarried(unescaped(text))
}

/** `model` is the carried one, and only when the page still says the very same words. */
export type WordReading = {
  model: DocumentModel | null
  /** Whether the file carries a model that its pages no longer say: somebody edited it. */
  changed: boolean
  paragraphs: VisibleParagraph[]
}

const partNames = /^(customXml\/item\d+|word\/(document|header\d*|footer\d*))\.xml$/
/** Largest part read, in bytes: characters take up to three. */
const MOST_BYTES = 3 * MOST_CHARACTERS

/**
 * Reads a Word document. The visible text wins: the carried model is returned only when every paragraph on the pages,
 * heads and feet included, says what the model prints there, spaces aside.
 * @throws AppError `file-damaged` when it is no Word document, `data-newer` when a later version of the application made it.
 */
export function readWord(bytes: Uint8Array): WordReading {
  const parts = textParts(bytes)
  const main = parts.get('word/document.xml')
  if (main === undefined) throw new AppError('file-damaged', { message: 'no word/document.xml' })
  const carried = modelInParts(parts)
  const paragraphs = visibleIn(main)
  if (carried === null) return { model: null, changed: false, paragraphs }
  const paper = paperOf(carried)
  const wanted = paper === null ? null : numberedTexts(paper).filter((text) => isSaid(words(text.words)))
  const said = paragraphs.filter(({ text }) => isSaid(words(text)))
  const isSame =
    paper !== null &&
    wanted !== null &&
    wanted.length === said.length &&
    wanted.every((text, index) => says(said[index], text)) &&
    saysOnEachPage(parts, pageWords(paper.head, '1'))
  return { model: isSame ? carried : null, changed: !isSame, paragraphs }
}

/**
 * What the heads and feet of a Word file said when it left, but for numbers of pages; null when it does not carry it, or where
 * they were a template's own.
 */
export function printedMargins(bytes: Uint8Array): string[] | null {
  try {
    const parts = textParts(bytes)
    if ([...parts.values()].some(isOfTemplate)) return null
    const carried = modelInParts(parts)
    const paper = carried === null ? null : paperOf(carried)
    return paper === null ? null : pageWords(paper.head, '')
  } catch (thrown) {
    // Damaged, or of a later version: its pages are read as those of any other file.
    if (thrown instanceof AppError) return null
    throw thrown
  }
}

/** Named controls are a template's alone. */
const isOfTemplate = (part: string) =>
  [...part.matchAll(/<w:tag\s+w:val="([^"]*)"/g)].some(([, tag = '']) => isLine(tag) || isBlocks(tag))

/** A number that Word counts is not among the words, one that somebody typed is. */
const says = (paragraph: VisibleParagraph | undefined, { number, words: own }: NumberedText) =>
  paragraph !== undefined && words(paragraph.text) === words(paragraph.isCounted ? own : `${number} ${own}`)

/** Texts of the parts that are read, bounded by what the archive announces (fflate never unfolds more). */
function textParts(bytes: Uint8Array): Map<string, string> {
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => partNames.test(name) && originalSize <= MOST_BYTES,
    })
    return new Map(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]))
  } catch (cause) {
    throw new AppError('file-damaged', { cause })
  }
}

function visibleIn(xml: string): VisibleParagraph[] {
  try {
    return visibleParagraphs(xml)
  } catch (cause) {
    throw new AppError('file-damaged', { cause })
  }
}

function modelInParts(parts: ReadonlyMap<string, string>): DocumentModel | null {
  const carrying = [...parts].filter(([name]) => name.startsWith('customXml/')).map(([, part]) => part)
  return carriedBy(carrying, modelInXml)
}

const references: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  amp: '&',
}

/** Text of an element; Word writes quotes as they are, we as references. */
const unescaped = (text: string) =>
  text.replace(/&(lt|gt|quot|apos|#39|amp);/g, (whole, name: string) => references[name] ?? whole)

/** Heads and feet together say what they said; page numbers differ with the program that counted them. */
function saysOnEachPage(parts: ReadonlyMap<string, string>, expected: readonly string[]): boolean {
  const bare = (text: string) => words(text).replace(/\d+/g, '#')
  const said = new Set<string>()
  for (const [name, part] of parts)
    if (/header|footer/.test(name)) for (const { text } of visibleIn(part)) said.add(bare(text))
  const wanted = new Set(expected.map(bare).filter(isSaid))
  return said.size === wanted.size && [...wanted].every((text) => said.has(text))
}

/** Words apart from how they are spaced: office programs rewrite spaces. */
const words = (text: string) => text.replace(/\s+/gu, ' ').trim()
const isSaid = (text: string) => text !== ''
