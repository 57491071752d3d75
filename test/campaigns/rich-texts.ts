// Any rich text that the contract takes can be printed: in each format, and read back from each.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { renderFlowing } from '../../electron/documents/flowing.ts'
import { minutesModel } from '../../electron/documents/minutes/model.ts'
import { paperOf } from '../../electron/documents/paper/paper-of.ts'
import { numberedTexts, paperTexts } from '../../electron/documents/paper/texts.ts'
import { renderPdf } from '../../electron/documents/pdf/render.ts'
import { modelInPdf, readWord } from '../../electron/documents/read-back.ts'
import { RichText } from '../../electron/domain/text/rich-text.ts'
import { docxBlocks, odtBlocks } from '../documents-check/flowing-blocks.ts'
import { emptyFile, item, section } from '../unit/documents-builders.ts'
import { richTexts } from './rich-text-arbitrary.ts'

export type PrintedTexts = {
  texts: number
  files: number
  /** How deep the deepest was. */
  deepest: number
  /** The format and the text that is not printed or does not come back from it; empty when all do. */
  fault: string
}

/** Texts of one document: an engine's start costs more than its pages. */
const TEXTS_A_DOCUMENT = 50

/**
 * @param options.runs how many texts
 * @param options.control the planted defect: the first text is left out of what is printed
 */
export async function printRichTexts(options: {
  runs: number
  seed: number
  control?: boolean
}): Promise<PrintedTexts> {
  const isControl = options.control === true
  const counts = { texts: 0, files: 0, deepest: 0 }
  const documents = Math.ceil(options.runs / TEXTS_A_DOCUMENT)
  const texts = fc.array(richTexts, { minLength: TEXTS_A_DOCUMENT, maxLength: TEXTS_A_DOCUMENT })
  for (const generated of fc.sample(texts, { numRuns: documents, seed: options.seed })) {
    // What is generated may be more than the contract takes.
    const taken = generated.flatMap((text) => RichText.safeParse(text).data ?? [])
    counts.texts += taken.length
    for (const text of taken) counts.deepest = Math.max(counts.deepest, depthOf(text.content))
    const fault = await faultOf(isControl ? taken.slice(1) : taken, taken)
    counts.files += FORMATS
    if (fault !== '') return { ...counts, fault: isControl ? fault : `${fault}: ${await guilty(taken)}` }
  }
  return { ...counts, fault: '' }
}

/** The first text that does not come back alone; nothing when they do so only together. */
async function guilty(texts: readonly RichText[]): Promise<string> {
  for (const text of texts) if ((await faultOf([text], [text])) !== '') return JSON.stringify(text)
  return 'no text alone'
}

const FORMATS = 4

/** Which format does not give these texts back; nothing when all do. */
async function faultOf(printed: readonly RichText[], wanted: readonly RichText[]): Promise<string> {
  try {
    return await differenceOf(printed, wanted)
  } catch (thrown) {
    return String(thrown)
  }
}

async function differenceOf(printed: readonly RichText[], wanted: readonly RichText[]): Promise<string> {
  const model = modelOf(printed)
  const meant = modelOf(wanted)
  if (!isDeepStrictEqual(await modelInPdf((await renderPdf(model)).bytes), meant)) return 'pdf'
  const word = await renderFlowing(model, 'docx')
  if (!isDeepStrictEqual(readWord(word).model, meant)) return 'docx'
  const paper = paperOf(meant)
  const words = sign(paper === null ? [] : paperTexts(paper))
  // Office programs count the numbers of items themselves.
  const bare = sign(paper === null ? [] : numberedTexts(paper).map((text) => text.words))
  if (!isDeepStrictEqual(sign(docxBlocks(word)), bare)) return 'the words of docx'
  if (!isDeepStrictEqual(sign(odtBlocks(await renderFlowing(model, 'odt'))), bare)) return 'odt'
  return isDeepStrictEqual(sign(htmlBlocks(await renderFlowing(model, 'html'))), words) ? '' : 'html'
}

function modelOf(texts: readonly RichText[]) {
  const empty = emptyFile()
  const pairs = texts.flatMap((text, index) => (index % 2 === 0 ? [[text, texts[index + 1]] as const] : []))
  return minutesModel({
    ...empty,
    items: pairs.map((_, index) => item(index)),
    sections: pairs.map(([presentation, exchanges], index) =>
      section(index, exchanges === undefined ? { presentation } : { presentation, exchanges }),
    ),
  })
}

const sign = (texts: readonly string[]) =>
  texts.map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '')

function htmlBlocks(bytes: Uint8Array): string[] {
  const { window } = new JSDOM(Buffer.from(bytes).toString('utf8'))
  for (const one of window.document.querySelectorAll('br')) one.replaceWith(' ')
  const blocks = [...window.document.querySelectorAll(':is(header, main) :is(h1, h2, h3, h4, h5, p)')].map(
    (one) => one.textContent,
  )
  window.close()
  return blocks
}

/** Of anything with content. */
function depthOf(nodes: readonly { type: string; content?: readonly unknown[] | undefined }[]): number {
  return nodes.reduce((most, { type, content }) => {
    const inside = (content ?? []) as readonly { type: string; content?: readonly unknown[] }[]
    return Math.max(most, depthOf(inside) + (/list$|quote|table$/i.test(type) ? 1 : 0))
  }, 0)
}
