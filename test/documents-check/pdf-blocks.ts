// The words of each heading, paragraph and cell of a PDF, read from its structure tree as a screen reader does. Shares
// no code with what makes the files: objects by pdf-lib, letters by pdf.js.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const name = (text: string) => PDFName.of(text)
/** Elements that stand apart; all others are inside a line of words. */
const standsApart = /^(Title|H[1-6]|P|TH|TD|LI|Lbl|LBody|BlockQuote|Caption)$/
/** Marks that a list puts before its items: drawn, and not words. */
const listMark = /^(?:[•–]|\d+\.)$/

/** In reading order, as drawn; a paragraph that breaks over pages is one block, an item of a list begins with its number. */
export async function pdfBlocks(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const wordsOf = await markedWords(
    bytes,
    document.getPages().map(({ node }) => actualTexts(node)),
  )
  const blocks: string[] = []
  let current = ''
  let label = ''
  let lastPage: PDFRef | undefined
  const end = () => {
    if (current.trim() !== '') {
      // A line that ends inside a word, behind its hyphen, has no space there.
      blocks.push(`${label}${current.replace(/(?<=\S[-\u00ad])\n/g, '')}`)
      label = ''
    }
    current = ''
  }
  const read = (mark: number, page: PDFRef | undefined) => {
    // Text that goes on upon the next page has no space of its own at the end of its line.
    if (page !== lastPage) current += '\n'
    lastPage = page
    current += page === undefined ? '' : (wordsOf.get(`p${page.objectNumber}R_mc${mark}`) ?? '')
  }
  const visit = (element: PDFDict, inherited: PDFRef | undefined) => {
    const page = pageOf(element) ?? inherited
    const role = element.lookupMaybe(name('S'), PDFName)?.decodeText() ?? ''
    const isApart = standsApart.test(role)
    if (isApart) end()
    for (const kid of kidsOf(element)) {
      if (kid instanceof PDFNumber) read(kid.asNumber(), page)
      if (!(kid instanceof PDFDict)) continue
      const mark = kid.lookup(name('MCID'))
      if (mark instanceof PDFNumber) read(mark.asNumber(), pageOf(kid) ?? page)
      else if (kid.has(name('S'))) visit(kid, page)
    }
    if (role === 'Lbl') {
      label = listMark.test(current.trim()) ? '' : `${current} `
      current = ''
    } else if (isApart) end()
  }
  visit(document.catalog.lookup(name('StructTreeRoot'), PDFDict), undefined)
  return blocks
}

function pageOf(element: PDFDict): PDFRef | undefined {
  const page = element.get(name('Pg'))
  return page instanceof PDFRef ? page : undefined
}

function kidsOf(element: PDFDict) {
  const kids = element.lookup(name('K'))
  return (kids instanceof PDFArray ? kids.asArray() : [kids]).map((kid) =>
    kid instanceof PDFRef ? element.context.lookup(kid) : kid,
  )
}

/** Words of spans in place of what they draw, such as a soft hyphen for the hyphen at the end of a line. */
function actualTexts(page: PDFDict): string[] {
  const content = page.lookup(name('Contents'))
  if (!(content instanceof PDFRawStream)) throw new Error('unexpected content')
  const drawn = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1')
  return [...drawn.matchAll(/\/Span\s*<<\s*\/ActualText\s*<FEFF([0-9A-F]*)>\s*>>\s*BDC/g)].map(
    ([, digits = '']) => Buffer.from(digits, 'hex').swap16().toString('utf16le'),
  )
}

/**
 * The letters of each piece of marked content, by the name that pdf.js gives it, each line ended.
 * @param actual by page: pdf.js tells where a span says something else than it draws, but not what.
 */
async function markedWords(
  bytes: Uint8Array,
  actual: readonly (readonly string[])[],
): Promise<Map<string, string>> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const words = new Map<string, string>()
  try {
    const document = await task.promise
    for (const [index, said] of actual.entries()) {
      const page = await document.getPage(index + 1)
      const instead = said.values()
      const open: { id: string | null; says: string | null }[] = []
      for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
        if ('str' in item) {
          const owner = open.findLast(({ id }) => id !== null)?.id
          const span = open.at(-1)
          const text = item.str === '' ? '' : (span?.says ?? item.str)
          if (span !== undefined && span.says !== null && text !== '') span.says = ''
          if (typeof owner === 'string')
            words.set(owner, `${words.get(owner) ?? ''}${text}${item.hasEOL ? '\n' : ''}`)
        } else if (item.type === 'endMarkedContent') open.pop()
        else {
          const id = item.id ?? null
          const isSpan = id === null && 'tag' in item && item.tag === 'Span'
          open.push({ id, says: isSpan ? (instead.next().value ?? null) : null })
        }
      }
      if (instead.next().done !== true) throw new Error(`page ${index + 1}: a span was not met`)
      page.cleanup()
    }
    return words
  } finally {
    await task.destroy()
  }
}
