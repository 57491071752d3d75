import { childOf, readXml, type XmlElement } from '../xml.ts'
import { isOn, wordValue } from './office-values.ts'

export type ParagraphStyle = {
  /** 1 to 9, or null for body text. */
  outline: number | null
  list: { numId: string; level: number } | null
  /** A line of the table of contents: repeats a heading. */
  isContents: boolean
  /** Its words are bold unless a run says otherwise. */
  isStrong: boolean
}

const BODY: ParagraphStyle = { outline: null, list: null, isContents: false, isStrong: false }

type RawStyle = {
  isContents: boolean
  isStrong: boolean | null
  basedOn: string | null
  outline: number | null
  list: { numId: string | null; level: number | null }
}

/**
 * Styles by id. The ids are localised ("Titre1"); what is kept across languages is `w:name` ("heading 1") and
 * `w:outlineLvl` (ECMA-376 17.3.1.20: 0 to 8, 9 = body text).
 */
export function readStyles(bytes: Uint8Array | null): (id: string | null) => ParagraphStyle {
  const raw = new Map<string, RawStyle>()
  let byDefault: string | null = null
  if (bytes !== null) {
    readXml(bytes, ['w:style'], (style) => {
      if (style.attributes['w:type'] !== 'paragraph') return undefined
      const id = style.attributes['w:styleId'] ?? ''
      if (isOn(style.attributes['w:default'])) byDefault = id
      const properties = childOf(style, 'w:pPr')
      raw.set(id, {
        isContents: /^toc \d$/i.test(wordValue(style, 'w:name') ?? ''),
        isStrong: strongOf(childOf(style, 'w:rPr')),
        basedOn: wordValue(style, 'w:basedOn'),
        outline: outlineOf(properties) ?? outlineOfName(wordValue(style, 'w:name')),
        list: listOf(properties),
      })
      return undefined
    })
  }
  return (id) => {
    const first = id ?? byDefault
    return first === null ? BODY : resolve(raw, first)
  }
}

function resolve(raw: ReadonlyMap<string, RawStyle>, id: string): ParagraphStyle {
  let outline: number | null = null
  let numId: string | null = null
  let level: number | null = null
  let isStrong: boolean | null = null
  let at: string | null = id
  // Twenty generations: a style that inherits from itself must not hang the reader.
  for (let generation = 0; at !== null && generation < 20; generation += 1) {
    const style = raw.get(at)
    if (style === undefined) break
    outline ??= style.outline
    numId ??= style.list.numId
    level ??= style.list.level
    isStrong ??= style.isStrong
    at = style.basedOn
  }
  return {
    outline: outline === 10 ? null : outline,
    list: numId === null || numId === '0' ? null : { numId, level: level ?? 0 },
    isContents: raw.get(id)?.isContents ?? false,
    isStrong: isStrong ?? false,
  }
}

function strongOf(properties: XmlElement | undefined): boolean | null {
  const bold = childOf(properties, 'w:b')
  return bold === undefined ? null : isOn(bold.attributes['w:val'] ?? '1')
}

/** Outline level said by paragraph properties: 1 to 9, 10 = said to be body text, null = not said. */
export function outlineOf(properties: XmlElement | undefined): number | null {
  const level = properties === undefined ? null : wordValue(properties, 'w:outlineLvl')
  return level === null || !/^\d$/.test(level) ? null : Number(level) + 1
}

/** List said by paragraph properties; `numId` "0" takes the paragraph out of the list of its style. */
export function listOf(properties: XmlElement | undefined): { numId: string | null; level: number | null } {
  const list = childOf(properties, 'w:numPr')
  if (list === undefined) return { numId: null, level: null }
  const level = wordValue(list, 'w:ilvl')
  return {
    numId: wordValue(list, 'w:numId'),
    level: level === null || !/^\d$/.test(level) ? null : Number(level),
  }
}

function outlineOfName(name: string | null): number | null {
  if (name === null) return null
  const heading = /^heading ([1-9])$/i.exec(name)
  if (heading !== null) return Number(heading[1])
  return name.toLowerCase() === 'title' ? 1 : null
}
