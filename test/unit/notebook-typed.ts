import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Lines typed under each heading, by the words of the heading. */
export type Typed = ReadonlyMap<string, readonly string[]>

export function typedText(bytes: Uint8Array, typed: Typed, author = ''): Uint8Array {
  const lines = new TextDecoder().decode(bytes).split('\r\n')
  const written = lines.flatMap((line) => {
    if (line.startsWith('Nom de la personne')) return [`${line}${author}`]
    const under = line.startsWith('## ') ? (typed.get(line.slice(3)) ?? []) : []
    return [line, ...under]
  })
  return new TextEncoder().encode(written.join('\r\n'))
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

/** Changes the XML of the text of a Word file. */
export function editedDocx(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const main = parts['word/document.xml']
  if (main === undefined) throw new Error('no text in this file')
  return zipSync({ ...parts, 'word/document.xml': strToU8(edit(strFromU8(main))) })
}

export function typedDocx(bytes: Uint8Array, typed: Typed, author = ''): Uint8Array {
  return editedDocx(bytes, (xml) =>
    xml.replace(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gsu, (whole) => {
      const words = [...whole.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map((found) => found[1] ?? '').join('')
      const heading = words.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
      if (heading.startsWith('Nom de la personne')) return whole.replace('</w:t>', `${escaped(author)}</w:t>`)
      const isHeading = whole.includes('w:pStyle w:val="Heading')
      return isHeading ? `${whole}${(typed.get(heading) ?? []).map(paragraph).join('')}` : whole
    }),
  )
}
