// Read back: the document model that one of our own PDFs or Word documents carries, checked like every input.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import { DocumentModel } from './model.ts'

/** Largest model taken, in characters of JSON: forty times the longest minutes of the demo. */
const MAX_JSON = 20_000_000

/**
 * The model inside a PDF that this application made; null when there is none, or not one of ours.
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
    const content =
      stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()
    const model = parsed(Buffer.from(content).toString('utf8'))
    if (model !== null) return model
  }
  return null
}

/** The model inside a Word document; null when there is none. The visible text is somebody else's to read: it wins. */
export function modelInWord(bytes: Uint8Array): DocumentModel | null {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => /^customXml\/item\d+\.xml$/.test(name) && originalSize <= MAX_JSON,
  })
  for (const part of Object.values(parts)) {
    const [, text] =
      /<document xmlns="urn:seances-inp:document-model:\d+">([^<]*)<\/document>/.exec(strFromU8(part)) ?? []
    if (text === undefined) continue
    const model = parsed(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    if (model !== null) return model
  }
  return null
}

function parsed(json: string): DocumentModel | null {
  if (json.length > MAX_JSON) return null
  try {
    const result = DocumentModel.safeParse(JSON.parse(json))
    return result.success ? result.data : null
  } catch {
    return null
  }
}
