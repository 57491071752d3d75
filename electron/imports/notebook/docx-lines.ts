import { bookmarked, type NotebookLine } from '../../domain/session/notebook.ts'
import type { Archive } from '../archive.ts'
import { relatedPart, relationshipsOf } from '../package-parts.ts'
import { readParagraph } from '../readers/docx-paragraph.ts'
import { outlineOf, readStyles } from '../readers/docx-styles.ts'
import { wordValue } from '../readers/office-values.ts'
import { childOf, childrenOf, readXml, type XmlElement } from '../xml.ts'

export type NotebookText = {
  lines: (NotebookLine & { isCell?: true })[]
  meetingId: string | null
  pictures: number
  /** There was more than may be read. */
  truncated: boolean
}

/** Elements whose blocks are read in their place. */
const TRANSPARENT = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml'])

/**
 * Lines of the body; tables row by row, text boxes after their paragraph.
 * @throws AppError `file-damaged`, `file-inflates`
 */
export function docxLines(archive: Archive, main: string, limit: number): NotebookText {
  const links = relationshipsOf(archive, main)
  const styleOf = readStyles(relatedPart(archive, links, 'styles'))
  const found: NotebookText = { lines: [], meetingId: null, pictures: 0, truncated: false }
  /** Words of a paragraph whose end was deleted under tracked changes: the next one goes on from there. */
  let carried = ''

  const paragraph = (element: XmlElement) => {
    const properties = childOf(element, 'w:pPr')
    const style = styleOf(properties === undefined ? null : wordValue(properties, 'w:pStyle'))
    if (style.isContents) return
    const outline = outlineOf(properties) ?? style.outline
    const names = within(element, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name'] ?? '')
    found.meetingId ??= firstOf(names, 'seance')
    found.pictures += within(element, 'w:drawing').length + within(element, 'w:pict').length
    const { text, textBoxes, joinsNext } = readParagraph(element, links)
    const whole = carried + text
    carried = joinsNext ? whole : ''
    if (joinsNext) return
    const itemId = firstOf(names, 'point')
    const isHeading = itemId !== null || (outline !== null && outline !== 10)
    for (const [index, words] of whole.split('\n').entries()) {
      const isHead = index === 0
      if (words.trim() === '') continue
      found.lines.push({
        text: words.trim(),
        isHeading: isHead && isHeading,
        itemId: isHead ? itemId : null,
      })
    }
    for (const box of textBoxes) blocks(box)
  }
  const row = (element: XmlElement) => {
    if (childrenOf(element, 'w:trPr').some((one) => childOf(one, 'w:del') !== undefined)) return
    const cells = childrenOf(element, 'w:tc').map((cell) =>
      within(cell, 'w:p')
        .map((one) => readParagraph(one, links).text.trim())
        .filter((words) => words !== '')
        .join('\n'),
    )
    const filled = cells.filter((words) => words !== '')
    // A table of one column is only a frame around its lines.
    const lines = cells.length === 1 ? filled.flatMap((words) => words.split('\n')) : [filled.join(' | ')]
    for (const words of lines)
      if (words.trim() !== '')
        found.lines.push({
          text: words.replaceAll('\n', ' ').trim(),
          isHeading: false,
          itemId: null,
          isCell: true,
        })
  }
  const blocks = (container: XmlElement) => {
    for (const child of container.children) {
      if (typeof child === 'string') continue
      if (child.name === 'w:p') paragraph(child)
      else if (child.name === 'w:tbl') for (const one of childrenOf(child, 'w:tr')) row(one)
      else if (TRANSPARENT.has(child.name)) blocks(child)
    }
  }
  readXml(archive.read(main) ?? new Uint8Array(), ['w:p', 'w:tbl', 'w:sdt'], (element) => {
    blocks({ name: '', attributes: {}, children: [element] })
    found.truncated = found.lines.length > limit
    return !found.truncated
  })
  if (carried.trim() !== '') found.lines.push({ text: carried.trim(), isHeading: false, itemId: null })
  return found
}

function firstOf(names: readonly string[], kind: 'point' | 'seance'): string | null {
  return names.map((name) => bookmarked(name, kind)).find((id) => id !== null) ?? null
}

function within(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === name ? [child] : within(child, name)
  })
}
