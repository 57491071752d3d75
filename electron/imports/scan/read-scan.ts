import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AppError } from '../../contract/errors.ts'
import type { Page, Piece, ReadPages } from '../../domain/documents/drawn-pages.ts'
import { startsAsPdf } from '../../domain/documents/starts-as-pdf.ts'
import { arePictures, eachPage, readPage } from '../pdf/pieces.ts'
import { isGivenName } from '../understanding/names/given-names.ts'
import { onlyPersons } from '../understanding/people.ts'
import { orientationOf } from './orientation.ts'
import { DOTS, decodersFolder, type Picture, pictureOf } from './page-picture.ts'
import { openRecogniser, type RecognisedLine, type Recogniser } from './tesseract.ts'

/** Some four minutes of work. */
const MOST_SCANNED = 100
/** A larger picture of a page is not decoded: A3 at 600 dots per inch has 70 million. */
const MOST_DOTS = 100_000_000
/** Points across the page that a photograph is taken to show. */
const PHOTOGRAPHED = 595

/**
 * The pages of a PDF that is made of pictures, or of a photograph of one page; a page that has words of its own keeps them.
 * @param onProgress told of each page that was read
 * @throws AppError `file-scanned` where no words are found, or recognition was left out of the package; `file-damaged`,
 *   `file-protected`, `file-inflates`
 */
export async function readScan(
  { bytes }: { bytes: Uint8Array },
  onProgress: (done: number, total: number) => void,
): Promise<ReadPages> {
  const scan = startsAsPdf(bytes) ? await readPdf(bytes, onProgress) : await readPhotograph(bytes)
  if (arePictures([{ pieces: scan.pages.flatMap(({ pieces }) => pieces) }]))
    throw new AppError('file-scanned')
  return scan
}

async function readPdf(
  bytes: Uint8Array,
  onProgress: (done: number, total: number) => void,
): Promise<ReadPages> {
  const recogniser = await openRecogniser(DOTS)
  const pages: Page[] = []
  let done = 0
  const { pageCount } = await eachPage(
    bytes,
    async (page, count) => {
      if (done >= MOST_SCANNED) return
      pages.push(...(await readOne(recogniser, page)))
      done += 1
      onProgress(done, Math.min(count, MOST_SCANNED))
    },
    { mostDots: MOST_DOTS, decoders: decodersFolder() },
  )
  return { pages, pageCount: pages.length + pageCount - done }
}

async function readOne(recogniser: Recogniser, page: PDFPageProxy): Promise<Page[]> {
  const written = await readPage(page)
  if (!arePictures([written])) return [written]
  const { picture, scale } = await pictureOf(page)
  return pagesOf(recogniser.blocksOf(asPgm(picture)), { scale, width: picture.width, height: picture.height })
}

async function readPhotograph(bytes: Uint8Array): Promise<ReadPages> {
  const recogniser = await openRecogniser()
  const blocks = recogniser.blocksOf(bytes, orientationOf(bytes))
  const edge = (of: 'x1' | 'y1') => blocks.flat().reduce((most, { bbox }) => Math.max(most, bbox[of]), 1)
  const [width, height] = [edge('x1'), edge('y1')]
  const pages = pagesOf(blocks, { scale: width / PHOTOGRAPHED, width, height })
  return { pages, pageCount: pages.length }
}

/** Portable grey map (netpbm, P5). */
function asPgm({ width, height, greys }: Picture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), greys])
}

/** Dots: how many are a point, and the edges of the picture. */
type Frame = { scale: number; width: number; height: number }

/** What stands beside the text, such as a margin of stamps, is read apart from it: as if it were a page of its own. */
function pagesOf(blocks: readonly RecognisedLine[][], frame: Frame): Page[] {
  const heights = blocks.flat().map(({ rowAttributes }) => rowAttributes.rowHeight)
  const usual = heights.sort((a, b) => a - b)[Math.floor(heights.length / 2)] ?? 0
  return marginsLast(stretchesOf(withBullets(blocks, usual), usual), frame.width).map((lines) => ({
    ...{ width: frame.width / frame.scale, height: frame.height / frame.scale, rulings: [], structure: null },
    pieces: lines.flatMap((line) => piecesOf(line, usual, frame)),
  }))
}

/** What a bullet is taken for, and no line of French begins with by itself. */
const BULLET = /^[eoc©®°•●·∙*›>¥]$/u
/** What it is taken for too, where a text has a quotation, a number or a sum: only before persons. */
const BULLET_OF_PERSONS = /^[0+«»€§]$/u
/** "0 Contre" reads as "o Contre" too. */
const COUNTED =
  /^(?:abst|voix\b|(?:votes? )?(?:pour|contre|blancs?|nuls?|présente?s?|absente?s?|excusée?s?|pouvoirs?)(?:\s*[^\s\p{L}]|$))/iu

/** Lines of one indent that follow one another and all begin with such a sign are a list. */
function withBullets(blocks: readonly RecognisedLine[][], usual: number): RecognisedLine[][] {
  const listed = new Set(listsOf(blocks.flat(), usual).flatMap(bulletsOf))
  const read = (word: RecognisedLine['words'][number]) =>
    // Sure enough to be read, of a sign that the lines beside have too.
    listed.has(word) ? { ...word, text: '•', confidence: Math.max(word.confidence, LEAST_SURE) } : word
  return blocks.map((lines) => lines.map((line) => ({ ...line, words: line.words.map(read) })))
}

function listsOf(lines: readonly RecognisedLine[], usual: number): RecognisedLine[][] {
  const lists: RecognisedLine[][] = []
  let open: RecognisedLine[][] = []
  for (const line of lines) {
    const isBulleted = mayBeBulleted(line)
    // Lines further in go on with an entry, or are a list within it.
    const ends = line.bbox.x0 + (isBulleted ? usual / 2 : -usual / 2)
    open = open.filter(([first]) => first !== undefined && first.bbox.x0 < ends)
    if (!isBulleted) continue
    const own = open.find(([first]) => first !== undefined && first.bbox.x0 > line.bbox.x0 - usual / 2)
    if (own === undefined) {
      const list = [line]
      lists.push(list)
      open.push(list)
    } else own.push(line)
  }
  return lists
}

function bulletsOf(list: RecognisedLine[]): RecognisedLine['words'] {
  const areOfPersons = list.filter(isNamed).length * 2 > list.length
  const bulleted = list.filter(({ words: [sign] }) => areOfPersons || BULLET.test(sign?.text ?? ''))
  return bulleted.length < 2 ? [] : bulleted.flatMap(({ words }) => words.slice(0, 1))
}

const behindSign = ({ words }: RecognisedLine) =>
  words
    .slice(1)
    .map(({ text }) => text)
    .join(' ')

function mayBeBulleted(line: RecognisedLine): boolean {
  const [sign, text] = [line.words[0]?.text ?? '', behindSign(line)]
  if (!/^\p{Lu}/u.test(text) || COUNTED.test(text)) return false
  return BULLET.test(sign) || (BULLET_OF_PERSONS.test(sign) && !/»|[.?!…]$/u.test(text))
}

/** "Voix CONTRE" has but the shape of a name. */
function isNamed(line: RecognisedLine): boolean {
  const isGiven = line.words.some(({ text }) => isGivenName(text))
  return onlyPersons(behindSign(line)) && (isGiven || /^(?:M\.|Mmes?\s)/u.test(behindSign(line)))
}

/** Blocks under one another, and beside one another where they are columns of one table. */
function stretchesOf(blocks: readonly RecognisedLine[][], usual: number): RecognisedLine[][] {
  const stretches: RecognisedLine[][] = []
  for (const block of blocks) {
    const own = stretches.findLast((stretch) => !areBeside(stretch, block) || areRows(stretch, block, usual))
    if (own === undefined || own !== stretches.at(-1)) stretches.push([...block])
    else own.push(...block)
  }
  return stretches
}

/** Narrower than this share of the page. */
const MARGIN = 0.3

function marginsLast(stretches: readonly RecognisedLine[][], width: number): RecognisedLine[][] {
  const isNarrow = (lines: readonly RecognisedLine[]) => {
    const left = Math.min(...lines.map(({ bbox }) => bbox.x0))
    return Math.max(...lines.map(({ bbox }) => bbox.x1)) - left < width * MARGIN
  }
  const isMargin = (lines: readonly RecognisedLine[]) =>
    isNarrow(lines) && stretches.some((other) => !isNarrow(other) && areBeside(other, lines))
  return [...stretches.filter((one) => !isMargin(one)), ...stretches.filter(isMargin)]
}

function areBeside(some: readonly RecognisedLine[], others: readonly RecognisedLine[]): boolean {
  const [top, bottom] = [topOf(others), Math.max(...others.map(({ bbox }) => bbox.y1))]
  return some.some(({ bbox }) => bbox.y0 < bottom && bbox.y1 > top)
}

const topOf = (lines: readonly RecognisedLine[]) => Math.min(...lines.map(({ bbox }) => bbox.y0))

/** Of the lines of a table so many stand on one with another column's. */
const IN_ROWS = 0.7

function areRows(some: readonly RecognisedLine[], others: readonly RecognisedLine[], usual: number): boolean {
  const beside = some.filter((line) => areBeside([line], others))
  const [fewer, more] = beside.length < others.length ? [beside, others] : [others, beside]
  const level = ({ baseline }: RecognisedLine) => (baseline.y0 + baseline.y1) / 2
  const inRows = fewer.filter((one) => more.some((other) => Math.abs(level(one) - level(other)) < usual / 4))
  return inRows.length >= IN_ROWS * fewer.length
}

/** Of letters the height that a font is named by, where a row is as high as its highest and deepest ones. */
const SIZE_OF_ROW = 0.9
/** What is read as one size: a row of capitals is lower than one of "pqb". */
const SAME_SIZE = 1.3

/** Points from the bottom left corner, as the words of a PDF have them. */
function piecesOf(line: RecognisedLine, usual: number, { scale, height }: Frame): Piece[] {
  const { baseline, rowAttributes, words } = line
  const size = rowAttributes.rowHeight < usual * SAME_SIZE ? usual : rowAttributes.rowHeight
  const isWritten = words.some(({ text, confidence }) => confidence >= LEAST_SURE && /\p{L}{3}/u.test(text))
  const isDash = (text: string) => isWritten && /^[-–—]$/u.test(text)
  const read = words.filter((word) => isRead(word) || isDash(word.text))
  return read.map(({ text, bbox }) => ({
    // An apostrophe is taken for two.
    text: text.replace(/[’']{2}/gu, '’'),
    x: bbox.x0 / scale,
    y: (height - (baseline.y0 + baseline.y1) / 2) / scale,
    width: (bbox.x1 - bbox.x0) / scale,
    height: (size * SIZE_OF_ROW) / scale,
    contentId: null,
    isArtifact: false,
    isBehindBlank: true,
  }))
}

/** Below this a mark is a stain, a stamp or a signature, unless it reads as a word or a number. */
const LEAST_SURE = 50

function isRead({ text, confidence }: RecognisedLine['words'][number]): boolean {
  return text.trim() !== '' && (confidence >= LEAST_SURE || /\p{L}{3}|\d{2}/u.test(text))
}
