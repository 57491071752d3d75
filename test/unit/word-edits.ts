import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export type Edit =
  | { type: 'replace'; from: string; to: string; author: string }
  | { type: 'delete'; author: string }
  | { type: 'insertAfter'; words: string; author: string }
  | { type: 'comment'; words: string; author: string }

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const run = (words: string, kind: 't' | 'delText' = 't') =>
  words === '' ? '' : `<w:r><w:${kind} xml:space="preserve">${escaped(words)}</w:${kind}></w:r>`

/** The main part, its other parts as they are. */
export function editDocument(
  bytes: Uint8Array,
  edit: (xml: string) => string,
  others: Readonly<Record<string, string>> = {},
): Uint8Array {
  const parts = unzipSync(bytes)
  const xml = edit(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))
  const added = Object.fromEntries(Object.entries(others).map(([name, text]) => [name, strToU8(text)]))
  // Stored: what is edited a thousand times need not be small.
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml), ...added }, { level: 0 })
}

/** Every `w:p` of the part, in order. */
export function paragraphsIn(xml: string): string[] {
  return xml.match(/<w:p>.*?<\/w:p>/gsu) ?? []
}

/** The paragraph that bears a bookmark. */
export function paragraphOf(xml: string, anchor: string): string {
  const found = paragraphsIn(xml).find((paragraph) => paragraph.includes(`w:name="${anchor}"`))
  if (found === undefined) throw new Error(`no paragraph ${anchor}`)
  return found
}

const parts = (paragraph: string) => {
  const [, properties = '', start = '', inner = '', end = ''] =
    /^<w:p>(<w:pPr>.*?<\/w:pPr>)?(<w:bookmarkStart [^>]*>)?(.*?)(<w:bookmarkEnd [^>]*>)?<\/w:p>$/su.exec(
      paragraph,
    ) ?? []
  return { properties, start, inner, end }
}

const by = (author: string, id: number) =>
  `w:id="${id}" w:author="${escaped(author)}" w:date="2026-11-20T10:00:00Z"`

/** One paragraph with an edit on it, as Word writes it with changes tracked, or without. */
export function edited(paragraph: string, words: string, edit: Edit, tracked: boolean, id: number): string {
  const { properties, start, inner, end } = parts(paragraph)
  const mark = (kind: 'ins' | 'del') =>
    properties.replace('</w:pPr>', `<w:rPr><w:${kind} ${by(edit.author, id + 1)}/></w:rPr></w:pPr>`)
  switch (edit.type) {
    case 'replace': {
      const at = words.indexOf(edit.from)
      const [before, after] = [words.slice(0, at), words.slice(at + edit.from.length)]
      const change = tracked
        ? `<w:del ${by(edit.author, id)}>${run(edit.from, 'delText')}</w:del><w:ins ${by(edit.author, id + 1)}>${run(edit.to)}</w:ins>`
        : run(edit.to)
      return `<w:p>${properties}${start}${run(before)}${change}${run(after)}${end}</w:p>`
    }
    case 'delete':
      return tracked
        ? `<w:p>${mark('del')}${start}<w:del ${by(edit.author, id)}>${run(words, 'delText')}</w:del>${end}</w:p>`
        : ''
    case 'insertAfter': {
      // Enter at the end of a paragraph: the mark that was put in ends the old words.
      const before = `<w:p>${tracked ? mark('ins') : properties}${start}${inner}${end}</w:p>`
      const added = tracked ? `<w:ins ${by(edit.author, id)}>${run(edit.words)}</w:ins>` : run(edit.words)
      return `${before}<w:p>${properties}${added}</w:p>`
    }
    case 'comment':
      return `<w:p>${properties}${start}<w:commentRangeStart w:id="${id}"/>${inner}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>${end}</w:p>`
  }
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** Parts of a package with comments. */
export function commentParts(
  bytes: Uint8Array,
  comments: readonly { id: number; author: string; words: string }[],
): Record<string, string> {
  const parts = unzipSync(bytes)
  const relations = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array())
  const xml = comments
    .map(
      ({ id, author, words }) =>
        `<w:comment ${by(author, id)}><w:p><w:r><w:t>${escaped(words)}</w:t></w:r></w:p></w:comment>`,
    )
    .join('')
  return {
    'word/comments.xml': `<w:comments ${W}>${xml}</w:comments>`,
    'word/_rels/document.xml.rels': relations.replace(
      '</Relationships>',
      '<Relationship Id="rIdComments" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
    ),
  }
}
