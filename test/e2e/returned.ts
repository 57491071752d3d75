// The papers that left, as their readers send them back: Word files with changes tracked or not, a PDF with notes on it, mails.
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { commentParts, type Edit, editDocument, edited, paragraphsIn } from '../unit/word-edits.ts'
import type { DroppedFile } from './hands.ts'

const wordsOf = (paragraph: string) =>
  [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
    .map(([, words = '']) => words)
    .join('')
    .replaceAll('&amp;', '&')

type WordEdit = Edit & { in: string }

/** @param tracked as Word writes them with changes tracked, or as they are once that was switched off. */
export function returnedWord(
  name: string,
  sent: Uint8Array,
  edits: readonly WordEdit[],
  tracked = true,
): DroppedFile {
  const comments = edits.flatMap((edit, at) =>
    edit.type === 'comment' ? [{ id: 900 + at * 2, author: edit.author, words: edit.words }] : [],
  )
  const bytes = editDocument(
    sent,
    (xml) =>
      edits.reduce((now, edit, at) => {
        const found = paragraphsIn(now).find((one) => wordsOf(one).includes(edit.in))
        if (found === undefined) throw new Error(`no paragraph says ${edit.in}`)
        return now.replace(found, () => edited(found, wordsOf(found), edit, tracked, 900 + at * 2))
      }, xml),
    comments.length === 0 ? {} : commentParts(sent, comments),
  )
  return { name, bytes }
}

export type Note = { on: string; type: 'Highlight' | 'StrikeOut'; words: string; author: string }

/** Notes set on the words of our own pages, where another program sees these words. */
export async function returnedPdf(
  name: string,
  sent: Uint8Array,
  notes: readonly Note[],
): Promise<DroppedFile> {
  const loading = getDocument({ data: new Uint8Array(sent), useSystemFonts: true })
  const seen = await loading.promise
  const file = await PDFDocument.load(sent)
  for (const { on, type, words, author } of notes) {
    let isFound = false
    for (let at = 0; at < seen.numPages && !isFound; at += 1) {
      const { items } = await (await seen.getPage(at + 1)).getTextContent()
      for (const item of items) {
        if (!('str' in item) || !item.str.includes(on)) continue
        const [, , , , x = 0, y = 0] = item.transform as number[]
        const each = item.width / item.str.length
        const [left, right] = [x + item.str.indexOf(on) * each, x + (item.str.indexOf(on) + on.length) * each]
        const [bottom, top] = [y - 2, y + item.height]
        const { context } = file
        const note = context.obj({
          Type: 'Annot',
          Subtype: type,
          Rect: [left, bottom, right, top],
          QuadPoints: [left, top, right, top, left, bottom, right, bottom],
          C: [1, 1, 0],
          M: PDFString.of("D:20270122101500+01'00'"),
        })
        note.set(PDFName.of('T'), PDFString.of(author))
        note.set(PDFName.of('Contents'), PDFString.of(words))
        file.getPage(at).node.addAnnot(context.register(note))
        isFound = true
        break
      }
    }
    if (!isFound) throw new Error(`no line of the pages says ${on}`)
  }
  await loading.destroy()
  return { name, bytes: await file.save() }
}

export type Mail = { from: string; name?: string; subject?: string; on: string; words: string }

/** As a mail program saves it, with a file attached or none. */
export function returnedMail(fileName: string, mail: Mail, attached?: DroppedFile): DroppedFile {
  const encoded = (words: string) => `=?UTF-8?B?${Buffer.from(words, 'utf8').toString('base64')}?=`
  const lines = [
    `From: ${encoded(mail.name ?? mail.from)} <${mail.from}>`,
    'To: <secretariat@ige.invalid>',
    `Subject: ${encoded(mail.subject ?? 'RE: Compte rendu')}`,
    `Date: ${new Date(mail.on).toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="partie"',
    '',
    '--partie',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(mail.words, 'utf8').toString('base64'),
    ...(attached === undefined
      ? []
      : [
          '--partie',
          `Content-Type: application/octet-stream; name="${encoded(attached.name)}"`,
          `Content-Disposition: attachment; filename="${encoded(attached.name)}"`,
          'Content-Transfer-Encoding: base64',
          '',
          Buffer.from(attached.bytes).toString('base64'),
        ]),
    '--partie--',
    '',
  ]
  return { name: fileName, bytes: Buffer.from(lines.join('\r\n'), 'utf8') }
}
