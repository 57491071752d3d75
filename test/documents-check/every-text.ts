// All that a file of any of our formats holds, streams inflated and parts decoded, for a search of secrets. Shares no
// code with the writers: pdf-lib's objects, pdf.js's letters, a bare unzip and a mail parser.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import PostalMime from 'postal-mime'

/** One readable place of a file: where it is, and what stands there. */
export type Found = { where: string; text: string }

/** Everything readable in a file, its name first. */
export async function everyText(fileName: string, bytes: Uint8Array): Promise<Found[]> {
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
  const inside = start.startsWith('%PDF')
    ? await pdfTexts(bytes)
    : start.startsWith('PK')
      ? await zipTexts(bytes)
      : fileName.endsWith('.eml')
        ? await mailTexts(bytes)
        : textTexts(bytes)
  return [
    { where: 'name', text: fileName },
    ...inside.map(({ where, text }) => ({ where: `${fileName} > ${where}`, text })),
  ]
}

/** Plain letters and digits alone, in lower case: hyphens, borders of tags and line folds cannot hide a word. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function textTexts(bytes: Uint8Array): Found[] {
  const text = Buffer.from(bytes).toString('utf8')
  return [
    { where: 'text', text },
    // Words that markup cuts in two; lines that a calendar file folds.
    { where: 'text without markup', text: text.replace(/<[^>]*>/g, '').replace(/\r?\n[ \t]/g, '') },
    { where: 'text with entities', text: text.replace(/&#x?[0-9a-f]+;/gi, entity) },
  ]
}

function entity(written: string): string {
  const [, hex, decimal] = /^&#(?:x([0-9a-f]+)|(\d+));$/i.exec(written) ?? []
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ' '
}

async function zipTexts(bytes: Uint8Array): Promise<Found[]> {
  const found: Found[] = []
  for (const [name, part] of Object.entries(unzipSync(bytes))) found.push(...(await everyText(name, part)))
  return found
}

async function mailTexts(bytes: Uint8Array): Promise<Found[]> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' })
  const headers = mail.headers.map(({ key, value }) => `${key}: ${value}`).join('\n')
  const found: Found[] = [
    { where: 'headers', text: `${headers}\n${mail.subject ?? ''}` },
    { where: 'mailboxes', text: JSON.stringify([mail.from, mail.to, mail.cc, mail.bcc, mail.replyTo]) },
    { where: 'body', text: `${mail.text ?? ''}\n${mail.html ?? ''}` },
  ]
  for (const { filename, content } of mail.attachments) {
    const part = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer)
    found.push(...(await everyText(filename ?? 'unnamed', part)))
  }
  return found
}

async function pdfTexts(bytes: Uint8Array): Promise<Found[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const found: Found[] = []
  for (const [reference, object] of document.context.enumerateIndirectObjects()) {
    const where = `object ${reference.objectNumber}`
    found.push({ where, text: stringsOf(object).join('\n') })
    if (object instanceof PDFStream) found.push(...(await streamTexts(where, object)))
  }
  found.push({
    where: 'trailer',
    text: document.context.trailerInfo.Info ? stringsOf(document.context.trailerInfo.Info).join('\n') : '',
  })
  return [...found, ...(await drawnTexts(bytes))]
}

/** An attached file is a stream too, of any format. */
async function streamTexts(where: string, stream: PDFStream): Promise<Found[]> {
  const content = stream instanceof PDFRawStream ? decoded(stream) : stream.getContents()
  const start = Buffer.from(content.subarray(0, 5)).toString('latin1')
  if (start.startsWith('%PDF') || start.startsWith('PK')) return everyText(where, content)
  return [{ where, text: Buffer.from(content).toString('utf8') }]
}

function decoded(stream: PDFRawStream): Uint8Array {
  try {
    return decodePDFRawStream(stream).decode()
  } catch {
    return stream.getContents()
  }
}

function stringsOf(object: PDFObject): string[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.decodeText()]
  if (object instanceof PDFName) return [object.decodeText()]
  if (object instanceof PDFArray) return object.asArray().flatMap(stringsOf)
  if (object instanceof PDFDict)
    return object.entries().flatMap(([key, value]) => [key.decodeText(), ...stringsOf(value)])
  return object instanceof PDFStream ? stringsOf(object.dict) : []
}

/** Drawn text is numbers of glyphs: only a reader of the fonts knows the letters. */
async function drawnTexts(bytes: Uint8Array): Promise<Found[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const found: Found[] = []
  try {
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join('')
      found.push({ where: `page ${number}`, text })
    }
  } finally {
    await task.destroy()
  }
  return found
}
