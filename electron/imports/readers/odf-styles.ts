import { childrenOf, readXml, type XmlElement } from '../xml.ts'
import { formatOfSign } from './number-formats.ts'
import { ODF_XML } from './odf-package.ts'

export type OdfLevel = {
  /** "decimal", "lowerLetter"… as `formatNumber` names them; "bullet"; "none" when nothing is printed. */
  format: string
  prefix: string
  suffix: string
  start: number
  /** How many levels are printed, this one included: 2 prints "1.2". */
  displayed: number
  /** LibreOffice's own pattern, "%1%.%2%."; empty when the file has none. */
  pattern: string
}
export type OdfLevels = ReadonlyMap<number, OdfLevel>

export type OdfStyles = {
  listStyle(name: string | null): OdfLevels
  /** Numbers of headings that stand in no list. */
  outline: OdfLevels
  /** List style that a paragraph style asks for: '' says none at all, null says nothing. */
  listOfParagraph(style: string | null): string | null
  /** Whether tables of this style are hidden (sheets of a spreadsheet). */
  isHiddenTable(style: string | null): boolean
}

type ParagraphStyle = { parent: string | null; list: string | null }

/** @param parts `styles.xml`, then `content.xml`, whose own styles win */
export function readOdfStyles(parts: readonly (Uint8Array | null)[]): OdfStyles {
  const lists = new Map<string, OdfLevels>()
  const paragraphs = new Map<string, ParagraphStyle>()
  const hiddenTables = new Set<string>()
  let outline: OdfLevels = new Map()
  for (const bytes of parts) {
    if (bytes === null) continue
    readXml(
      bytes,
      ['text:list-style', 'text:outline-style', 'style:style'],
      (element) => {
        const name = element.attributes['style:name'] ?? ''
        if (element.name === 'text:list-style') lists.set(name, levelsOf(element))
        else if (element.name === 'text:outline-style') {
          outline = levelsOf(element)
          // Headings may also stand in a list that bears the name of the outline.
          lists.set(name === '' ? 'Outline' : name, outline)
        } else if (element.attributes['style:family'] === 'paragraph') {
          paragraphs.set(name, {
            parent: element.attributes['style:parent-style-name'] ?? null,
            list: element.attributes['style:list-style-name'] ?? null,
          })
        } else if (element.attributes['style:family'] === 'table' && isHidden(element)) hiddenTables.add(name)
        return undefined
      },
      ODF_XML,
    )
  }
  return {
    listStyle: (name) => lists.get(name ?? '') ?? new Map(),
    outline,
    listOfParagraph: (style) => listOf(style, paragraphs),
    isHiddenTable: (style) => hiddenTables.has(style ?? ''),
  }
}

/** The nearest answer up the chain of parents; a chain that turns round ends. */
function listOf(style: string | null, paragraphs: ReadonlyMap<string, ParagraphStyle>): string | null {
  let name = style
  for (let steps = 0; name !== null && steps < 20; steps += 1) {
    const found = paragraphs.get(name)
    if (found === undefined) return null
    if (found.list !== null) return found.list
    name = found.parent
  }
  return null
}

function levelsOf(style: XmlElement): OdfLevels {
  const levels = new Map<number, OdfLevel>()
  for (const level of style.children) {
    if (typeof level === 'string') continue
    const { attributes } = level
    const at = count(attributes['text:level'], 1) - 1
    const isNumber =
      level.name === 'text:list-level-style-number' || level.name === 'text:outline-level-style'
    levels.set(at, {
      format: isNumber ? formatOfSign(attributes['style:num-format'] ?? '') : 'bullet',
      prefix: attributes['style:num-prefix'] ?? '',
      suffix: attributes['style:num-suffix'] ?? '',
      start: count(attributes['text:start-value'], 1),
      displayed: count(attributes['text:display-levels'], 1),
      pattern: attributes['loext:num-list-format'] ?? '',
    })
  }
  return levels
}

function isHidden(style: XmlElement): boolean {
  return childrenOf(style, 'style:table-properties').some(
    ({ attributes }) => attributes['table:display'] === 'false',
  )
}

function count(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise
}
