// The parts of a Word file of somebody else's: opened with care, and told of what a document of ours adds to them.
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { AppError } from '../../contract/errors.ts'
import type { DocumentHead } from '../head.ts'
import { escapeMarkup } from '../paper/escape.ts'
import type { NumberedList } from './blocks.ts'
import { elementsOf } from './elements.ts'
import { dataParts, numberingPart, type Part, settingsPart } from './package.ts'
import { namespaces, RELATIONSHIPS } from './xml.ts'

/** Largest part that is unfolded, and all of them. */
const [MOST_PART, MOST_ALL] = [30_000_000, 100_000_000]
export const MAIN = 'word/document.xml'
export const filled = /^word\/(?:document|header\d*|footer\d*)\.xml$/

export type Parts = Map<string, Uint8Array>

/** @throws AppError `file-damaged` for what is no Word file, or holds broken XML. */
export function openTemplate(bytes: Uint8Array): Parts {
  let all = 0
  try {
    const parts = unzipSync(bytes, {
      filter({ originalSize }) {
        all += originalSize
        if (originalSize > MOST_PART || all > MOST_ALL) throw new Error('too large')
        return true
      },
    })
    const opened = new Map(Object.entries(parts))
    for (const [name, part] of opened) if (/\.(?:xml|rels)$/i.test(name)) checkXml(textOf(part))
    if (!opened.has(MAIN)) throw new Error(`no ${MAIN}`)
    return opened
  } catch (cause) {
    throw new AppError('file-damaged', { cause })
  }
}

/** Parts of other programs may be in sixteen bits. */
const textOf = (part: Uint8Array) =>
  new TextDecoder(part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(part)

function checkXml(xml: string): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('doctype', () => {
    throw new Error('a document type in a part')
  })
  parser.write(xml).close()
}

/** The styles of the template, and of ours those that it has not. */
export function mergedStyles(own: Uint8Array | undefined, ours: string): string {
  if (own === undefined) return ours
  const theirs = strFromU8(own)
  const has = new Set([...theirs.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id))
  const missing = ours
    .split(/(?=<w:style )/)
    .slice(1)
    .map((style) => style.replace('</w:styles>', ''))
    .filter((style) => !has.has(/w:styleId="([^"]*)"/.exec(style)?.[1]))
    // Only one style may be the usual one of its kind.
    .map((style) => style.replace(' w:default="1"', ''))
  return atEnd(theirs, 'w:styles', missing.join(''))
}

/** The first numbers of shapes and of lists that a template leaves free. */
export function takenNumbers(parts: Parts): { shape: number; list: number } {
  const theirs = strFromU8(parts.get('word/numbering.xml') ?? new Uint8Array())
  const most = (pattern: RegExp) =>
    Math.max(0, ...[...theirs.matchAll(pattern)].map(([, id]) => Number(id) + 1))
  return { shape: most(/w:abstractNumId="(\d+)"/g), list: most(/w:numId="(\d+)"/g) }
}

/** Our lists behind those of the template, under numbers that it does not use. */
export function mergedNumbering(
  parts: Parts,
  lists: readonly NumberedList[],
  head: DocumentHead,
  { shape, list }: ReturnType<typeof takenNumbers>,
): string {
  const part = numberingPart(lists, head)
  const ours = typeof part.bytes === 'string' ? part.bytes : strFromU8(part.bytes)
  const moved = ours
    .replace(
      /(<w:abstractNum w:abstractNumId=")(\d+)/g,
      (_, start: string, id: string) => start + (Number(id) + shape),
    )
    .replace(
      /(<w:abstractNumId w:val=")(\d+)/g,
      (_, start: string, id: string) => start + (Number(id) + shape),
    )
    .replace(/(<w:num w:numId=")(\d+)/g, (_, start: string, id: string) => start + (Number(id) + list))
  const own = parts.get('word/numbering.xml')
  if (own === undefined) return moved
  const theirs = strFromU8(own)
  const [shapes = ''] = /<w:abstractNum .*<\/w:abstractNum>/s.exec(moved) ?? []
  const [nums = ''] = /<w:num .*<\/w:num>/s.exec(moved) ?? []
  const firstNum = theirs.search(/<w:num /)
  const at = firstNum < 0 ? theirs.indexOf('</w:numbering>') : firstNum
  return atEnd(`${theirs.slice(0, at)}${shapes}${theirs.slice(at)}`, 'w:numbering', nums)
}

/** As the last of what the root holds. What is added holds words of others, and signs that `replace` would read. */
function atEnd(xml: string, root: string, added: string): string {
  return xml.replace(`</${root}>`, () => `${added}</${root}>`)
}

/** The root element, with the prefixes that our words use. */
export function declared(root: string): string {
  const missing = namespaces.split(' ').filter((one) => !root.includes(`${one.split('=')[0]}=`))
  return missing.length === 0 ? root : root.replace(/>$/, ` ${missing.join(' ')}>`)
}

export type Added = { id: string; type: string; target: string; isExternal: boolean }

/** The data, in a part that the template has not. */
export function carrying(parts: Parts, data: string): Added[] {
  let rank = 1
  while (parts.has(`customXml/item${rank}.xml`) || parts.has(`customXml/itemProps${rank}.xml`)) rank += 1
  for (const part of dataParts(data, rank)) put(parts, part)
  const target = `../customXml/item${rank}.xml`
  return [{ id: 'rIdSeances_donnees', type: 'customXml', target, isExternal: false }]
}

/** From here on Word records what is changed. */
export function tracking(parts: Parts): Added[] {
  const name = 'word/settings.xml'
  const own = parts.get(name)
  if (own === undefined) {
    put(parts, settingsPart(true))
    return [{ id: 'rIdSeances_reglages', type: 'settings', target: 'settings.xml', isExternal: false }]
  }
  const xml = strFromU8(own)
  const [root] = elementsOf(xml)
  if (root === undefined || root.children.some((one) => one.name === 'w:trackRevisions')) return []
  // Word wants them in their order (ECMA-376 part 1, 17.15.1.78).
  const before = root.children.findLast((one) => beforeTracking.has(one.name))
  const opening = xml.indexOf('>', root.start) + 1
  if (root.opening.endsWith('/>')) {
    const whole = `${root.opening.slice(0, -2)}><w:trackRevisions/></${root.name}>`
    parts.set(name, strToU8(xml.slice(0, root.start) + whole))
    return []
  }
  const at = before?.end ?? opening
  parts.set(name, strToU8(`${xml.slice(0, at)}<w:trackRevisions/>${xml.slice(at)}`))
  return []
}
const beforeTracking = new Set(
  'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView'
    .split(' ')
    .map((name) => `w:${name}`),
)

/** A part, and what the list of contents says of it. */
function put(parts: Parts, { name, type, bytes }: Part): void {
  parts.set(name, typeof bytes === 'string' ? strToU8(bytes) : bytes)
  if (type === '') return
  const contents = strFromU8(parts.get('[Content_Types].xml') ?? new Uint8Array())
  const row = `<Override PartName="/${name}" ContentType="${type}"/>`
  parts.set('[Content_Types].xml', strToU8(atEnd(contents, 'Types', row)))
}

/** Tells the package of what was added to it. */
export function link(parts: Parts, links: readonly Added[]): void {
  const place = 'word/_rels/document.xml.rels'
  const rels = strFromU8(parts.get(place) ?? new Uint8Array())
  const needed = [
    ...links,
    ...(['styles', 'numbering'] as const)
      .filter((type) => !rels.includes(`${RELATIONSHIPS}/${type}"`))
      .map((type) => ({ id: `rIdSeances_${type}`, type, target: `${type}.xml`, isExternal: false })),
  ]
  const rows = needed.map(
    ({ id, type, target, isExternal }) =>
      `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${escapeMarkup(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`,
  )
  const none =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  parts.set(place, strToU8(atEnd(rels === '' ? none : rels, 'Relationships', rows.join(''))))
  const contents = strFromU8(parts.get('[Content_Types].xml') ?? new Uint8Array())
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const types = [
    ...(['png', 'jpeg'] as const)
      .filter((ending) => !contents.toLowerCase().includes(`extension="${ending}"`))
      .map((ending) => `<Default Extension="${ending}" ContentType="image/${ending}"/>`),
    ...(['styles', 'numbering'] as const)
      .filter((name) => !contents.includes(`/word/${name}.xml"`))
      .map((name) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${name}+xml"/>`),
  ]
  parts.set('[Content_Types].xml', strToU8(atEnd(contents, 'Types', types.join(''))))
}
