import type { Relationship } from '../package-parts.ts'
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts'
import { isOn } from './office-values.ts'

export type ParagraphText = {
  text: string
  /** Contents (`w:txbxContent`) of text boxes, read after the paragraph. */
  textBoxes: XmlElement[]
  /** The paragraph mark was deleted under tracked changes: the next paragraph goes on from here. */
  joinsNext: boolean
  trackedChanges: boolean
  /** All of its words are bold. */
  isStrong: boolean
}

type Found = Omit<ParagraphText, 'isStrong'> & {
  /** Some of its words are not bold. */
  isPlain: boolean
  /** Words are bold by the style of the paragraph. */
  isStrongByStyle: boolean
}

type Links = ReadonlyMap<string, Relationship>

/** Elements whose children are read in their place. */
const TRANSPARENT = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdtContent',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:r',
  'w:ruby',
  'w:rubyBase',
  'mc:Choice',
  'm:oMath',
  'm:oMathPara',
  // Not allowed inside a paragraph, yet some programs fill a control in the text with a whole one.
  'w:p',
])

/** Text of `w:p`: insertions kept, deletions, comments, hidden words and placeholders left out. */
export function readParagraph(paragraph: XmlElement, links: Links, isStrongByStyle = false): ParagraphText {
  const found: Found = {
    text: '',
    textBoxes: [],
    joinsNext: false,
    trackedChanges: false,
    isPlain: false,
    isStrongByStyle,
  }
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')
  if (mark !== undefined) {
    found.joinsNext = childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined
    found.trackedChanges = found.joinsNext || childOf(mark, 'w:ins') !== undefined
  }
  walk(paragraph, found, links)
  const { isPlain, isStrongByStyle: _, ...rest } = found
  return { ...rest, text: found.text.replace(/[\u00ad\u200b\u2060\ufeff]/g, ''), isStrong: !isPlain }
}

function walk(element: XmlElement, found: Found, links: Links): void {
  for (const child of element.children) {
    if (typeof child !== 'string') read(child, found, links)
  }
}

function read(element: XmlElement, found: Found, links: Links): void {
  switch (element.name) {
    case 'w:t':
    case 'm:t':
      found.text += textOf(element)
      return
    case 'w:tab':
    case 'w:ptab':
      found.text += '\t'
      return
    case 'w:br':
    case 'w:cr':
      if (element.attributes['w:type'] === undefined || element.attributes['w:type'] === 'textWrapping') {
        found.text += '\n'
      }
      return
    case 'w:noBreakHyphen':
      found.text += '-'
      return
    case 'w:del':
    case 'w:moveFrom':
      found.trackedChanges = true
      return
    case 'w:hyperlink':
      hyperlink(element, found, links)
      return
    case 'w:sdt':
      if (!isPlaceholder(element)) walk(element, found, links)
      return
    case 'mc:AlternateContent':
      alternate(element, found, links)
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      found.textBoxes.push(...textBoxesIn(element))
      return
    case 'w:r':
      if (!isHidden(element)) {
        const before = found.text.length
        walk(element, found, links)
        found.isPlain ||=
          !isBold(element, found.isStrongByStyle) && /[\p{L}\d]/u.test(found.text.slice(before))
      }
      return
    default:
      if (element.name === 'w:ins' || element.name === 'w:moveTo') found.trackedChanges = true
      if (TRANSPARENT.has(element.name)) walk(element, found, links)
  }
}

/** As the run says itself, or its style, or that of the paragraph. */
function isBold(run: XmlElement, byStyle: boolean): boolean {
  const properties = childOf(run, 'w:rPr')
  const own = childOf(properties, 'w:b')
  if (own !== undefined) return isOn(own.attributes['w:val'] ?? '1')
  return (
    byStyle ||
    /^(?:strong|lev|élev|accentuation)/i.test(childOf(properties, 'w:rStyle')?.attributes['w:val'] ?? '')
  )
}

/** A link whose words do not show its address keeps the address after them: it may be the video link. */
function hyperlink(element: XmlElement, found: Found, links: Links): void {
  const before = found.text.length
  walk(element, found, links)
  const words = found.text.slice(before).trim()
  const target = links.get(element.attributes['r:id'] ?? '')
  if (
    target?.external &&
    /^https?:\/\//i.test(target.target) &&
    words !== '' &&
    !/https?:\/\/|www\./i.test(words)
  ) {
    found.text += ` (${target.target})`
  }
}

/** The same drawing twice, for new and for old programs: the first is enough. */
function alternate(element: XmlElement, found: Found, links: Links): void {
  const branch = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
  if (branch !== undefined) walk(branch, found, links)
}

function textBoxesIn(element: XmlElement): XmlElement[] {
  const boxes: XmlElement[] = []
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === 'w:txbxContent') boxes.push(child)
    else if (child.name === 'mc:AlternateContent') {
      const branch = childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback')
      if (branch !== undefined) boxes.push(...textBoxesIn(branch))
    } else boxes.push(...textBoxesIn(child))
  }
  return boxes
}

/** "Click here to enter text" of a form that was not filled in. */
export function isPlaceholder(sdt: XmlElement): boolean {
  const shown = childOf(childOf(sdt, 'w:sdtPr'), 'w:showingPlcHdr')
  return shown !== undefined && isOn(shown.attributes['w:val'] ?? '1')
}

function isHidden(run: XmlElement): boolean {
  const vanish = childrenOf(run, 'w:rPr').flatMap((properties) => childrenOf(properties, 'w:vanish'))[0]
  return vanish !== undefined && isOn(vanish.attributes['w:val'] ?? '1')
}
