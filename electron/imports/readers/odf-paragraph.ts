import type { XmlElement } from '../xml.ts'

export type OdfParagraph = {
  text: string
  /** Elements whose children are paragraphs, lists and tables of their own, read after the paragraph. */
  boxes: XmlElement[]
}

/** Elements of a paragraph that are no words of it. */
const LEFT_OUT = new Set([
  'text:note',
  'text:ruby-text',
  'text:hidden-text',
  'office:annotation',
  'office:annotation-end',
])
const SHAPES = /^draw:(?:custom-shape|rect|ellipse|circle|polygon|path|text-box)$/

/** Words of `text:p` or `text:h`; white space counts as OpenDocument says it does (1.3 part 3, 6.1.2). */
export function readOdfParagraph(paragraph: XmlElement): OdfParagraph {
  const boxes: XmlElement[] = []
  const text = wordsOf(paragraph, boxes)
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .trim()
  return { text, boxes }
}

function wordsOf(element: XmlElement, boxes: XmlElement[]): string {
  let text = ''
  for (const child of element.children) {
    if (typeof child === 'string') text += child.replace(/[ \t\r\n]+/g, ' ')
    else text += wordsOfChild(child, boxes)
  }
  return text.replace(/ {2,}/g, ' ')
}

function wordsOfChild(child: XmlElement, boxes: XmlElement[]): string {
  if (LEFT_OUT.has(child.name)) return ''
  switch (child.name) {
    case 'text:s':
      return ' '
    case 'text:tab':
      return '\t'
    case 'text:line-break':
      return '\n'
    case 'text:a':
      return linkWords(child, boxes)
  }
  if (child.name.startsWith('draw:')) {
    boxes.push(...boxesIn(child))
    return ''
  }
  return child.name.startsWith('text:') || child.name.startsWith('loext:') ? wordsOf(child, boxes) : ''
}

/** A link whose words do not show its address keeps the address after them: it may be the video link. */
function linkWords(link: XmlElement, boxes: XmlElement[]): string {
  const words = wordsOf(link, boxes)
  const address = link.attributes['xlink:href'] ?? ''
  const isShown = /https?:\/\/|www\./i.test(words)
  return /^https?:\/\//i.test(address) && words.trim() !== '' && !isShown ? `${words} (${address})` : words
}

/** Text boxes and shapes with words inside a drawing. */
export function boxesIn(element: XmlElement): XmlElement[] {
  if (SHAPES.test(element.name)) return [element]
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : boxesIn(child)))
}
