// The number of a page in the book, printed over the pages of annexes: what stands on them is not touched.
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  type PDFFont,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  StandardFonts,
} from '@cantoo/pdf-lib'
import { dictAt, listAt, name, numberAt } from './pdf-objects.ts'

const SIZE = 8
/** From the edge of the page, beyond what office printers leave white; and around the words. */
const [EDGE, AROUND] = [26, 2.5]
const FONT = 'SeancesNumero'

export class PageStamp {
  readonly #book: PDFDocument
  readonly #font: PDFFont
  readonly #open: PDFRef

  private constructor(book: PDFDocument, font: PDFFont) {
    this.#book = book
    this.#font = font
    this.#open = this.#stream('q')
  }

  static async on(book: PDFDocument): Promise<PageStamp> {
    const font = book.embedStandardFont(StandardFonts.Helvetica)
    await font.embed()
    return new PageStamp(book, font)
  }

  /** Prints words at the foot of a page as it is seen, on the right. */
  print(page: PDFDict, words: string): void {
    const { context } = this.#book
    const [left, bottom, right, top] = boxOf(page)
    const turn = (((numberAt(page, 'Rotate') ?? 0) % 360) + 360) % 360
    const width = turn % 180 === 0 ? right - left : top - bottom
    const long = this.#font.widthOfTextAtSize(words, SIZE)
    const x = width - EDGE - long
    const ground = [x - AROUND, EDGE - AROUND, long + 2 * AROUND, SIZE + 1.5 * AROUND]
    const seen = {
      0: [1, 0, 0, 1, left, bottom],
      90: [0, 1, -1, 0, right, bottom],
      180: [-1, 0, 0, -1, right, top],
      270: [0, -1, 1, 0, left, top],
    }[turn]
    // A turn that is none of these is no turn of a page.
    if (seen === undefined) return
    const drawn = [
      'Q /Artifact <</Type /Pagination>> BDC q',
      `${seen.map(short).join(' ')} cm 1 g ${ground.map(short).join(' ')} re f`,
      `0.2 g BT /${FONT} ${SIZE} Tf ${short(x)} ${EDGE} Td ${this.#font.encodeText(words)} Tj ET Q EMC`,
    ]
    const contents = [this.#open, ...listAt(page, 'Contents'), this.#stream(drawn.join('\n'))]
    page.set(name('Contents'), context.obj(contents))
    const resources = copied(dictAt(page, 'Resources'), this.#book)
    const fonts = copied(dictAt(resources, 'Font'), this.#book)
    fonts.set(name(FONT), this.#font.ref)
    resources.set(name('Font'), fonts)
    page.set(name('Resources'), resources)
  }

  #stream(words: string): PDFRef {
    return this.#book.context.register(this.#book.context.stream(words))
  }
}

/** What of a page is seen: left, bottom, right, top. */
function boxOf(page: PDFDict): [number, number, number, number] {
  for (const key of ['CropBox', 'MediaBox']) {
    const box = page.lookup(name(key))
    if (!(box instanceof PDFArray)) continue
    const sides = box.asArray().map((side) => numberOf(page.context.lookup(side)))
    const [a = 0, b = 0, c = 0, d = 0] = sides
    if (sides.length === 4) return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
  }
  return [0, 0, 595, 842]
}

const numberOf = (object: PDFObject | undefined) => (object instanceof PDFNumber ? object.asNumber() : 0)
const short = (value: number) => String(Math.round(value * 100) / 100)

/** Of its own: pages may share one. */
function copied(dict: PDFDict | undefined, { context }: PDFDocument): PDFDict {
  const own = PDFDict.withContext(context)
  for (const [key, value] of dict?.entries() ?? []) own.set(key, value)
  return own
}
