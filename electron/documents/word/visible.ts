// The words that a reader sees in a Word file, paragraph by paragraph, with the name of each place; also in a file that
// Word or LibreOffice has saved since. What is deleted with changes tracked is not seen; what is inserted is.
import { SaxesParser } from 'saxes'

export type VisibleParagraph = {
  /** The first bookmark in or just before the paragraph; hidden ones (`_GoBack`) do not count. */
  anchor: string | null
  text: string
  /** Whether the program prints a number or a sign of its own before it. */
  isCounted: boolean
}

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])
const MARKUP = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
/** Elements whose words are not on the page: taken away, moved elsewhere, the older of two drawings of the same box. */
const unseen = new Set(['w:del', 'w:moveFrom', 'm:Fallback'])
const signs: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
}
/** A part nested deeper is no document. */
const DEEPEST = 400

/**
 * The paragraphs of a part, empty ones left out, in the order of their ends.
 * @throws Error when it is not well-formed XML, or holds a document type.
 */
export function visibleParagraphs(xml: string): VisibleParagraph[] {
  const found: VisibleParagraph[] = []
  const open: VisibleParagraph[] = []
  const names: string[] = []
  let hidden = 0
  let pending: string | null = null
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('doctype', () => {
    throw new Error('a document type in a part')
  })
  parser.on('opentag', (tag) => {
    const prefix = WORD.has(tag.uri) ? 'w:' : tag.uri === MARKUP ? 'm:' : '?:'
    const name = prefix + tag.local
    names.push(name)
    if (names.length > DEEPEST) throw new Error('a part nested too deep')
    if (unseen.has(name)) hidden += 1
    if (name === 'w:p') {
      open.push({ anchor: pending, text: '', isCounted: false })
      pending = null
    }
    const paragraph = open.at(-1)
    if (name === 'w:bookmarkStart') {
      const anchor = Object.values(tag.attributes).find(({ local }) => local === 'name')?.value ?? '_'
      if (anchor.startsWith('_')) return
      if (paragraph === undefined) pending ??= anchor
      else paragraph.anchor ??= anchor
    }
    if (name === 'w:numId' && paragraph !== undefined && names.at(-4) === 'w:p')
      paragraph.isCounted = Object.values(tag.attributes).some(
        ({ local, value }) => local === 'val' && value !== '0',
      )
    // A tab stop is a property and has the name of a tab.
    const inRun = names.at(-2) === 'w:r'
    if (paragraph !== undefined && hidden === 0 && inRun) paragraph.text += signs[name] ?? ''
  })
  parser.on('text', (words) => {
    const paragraph = open.at(-1)
    if (paragraph !== undefined && hidden === 0 && names.at(-1) === 'w:t') paragraph.text += words
  })
  parser.on('closetag', () => {
    const name = names.pop() ?? ''
    if (unseen.has(name)) hidden -= 1
    const paragraph = name === 'w:p' ? open.pop() : undefined
    if (paragraph !== undefined && paragraph.text.trim() !== '') found.push(paragraph)
  })
  parser.write(xml).close()
  return found
}
