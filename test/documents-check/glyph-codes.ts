import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Every glyph of every page, in the order of drawing; codes of two bytes, as all our fonts have. */
export async function glyphCodes(bytes: Uint8Array): Promise<number[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document.getPages().flatMap(({ node }) => {
    const content = node.lookup(PDFName.of('Contents'))
    if (!(content instanceof PDFRawStream)) throw new Error('unexpected content')
    const drawn = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1')
    return [
      ...drawn.matchAll(/\[(?:\((?:\\.|[^\\)])*\)|[^\]()])*\]\s*TJ|\((?:\\.|[^\\)])*\)\s*Tj/gs),
    ].flatMap(([shown]) =>
      [...shown.matchAll(/\(((?:\\.|[^\\)])*)\)/gs)].flatMap(([, text = '']) => codesOf(text)),
    )
  })
}

function codesOf(text: string): number[] {
  const bytes = Array.from(text.matchAll(/\\([0-7]{1,3}|.)|[^\\]/gs), ([whole, escaped]) => {
    if (escaped === undefined) return whole.charCodeAt(0)
    return /^[0-7]/.test(escaped) ? Number.parseInt(escaped, 8) : (escapes[escaped] ?? escaped.charCodeAt(0))
  })
  return bytes.flatMap((high, index) => (index % 2 === 0 ? [high * 256 + (bytes[index + 1] ?? 0)] : []))
}
