// A Word file of somebody else's, the named content controls of which are filled with the parts of a document of ours.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { AppError } from '../../contract/errors.ts'
import type { ImageBytes } from '../../contract/wire.ts'
import {
  blockFields,
  isFillable,
  lineFields,
  type TemplateFields,
} from '../../domain/documents/word-template.ts'
import type { DocumentModel } from '../model.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { joinedWords } from '../paper/joined-words.ts'
import { minutesParts } from '../paper/minutes.ts'
import type { PaperBlock } from '../paper/paper.ts'
import { paperOf } from '../paper/paper-of.ts'
import { picturesOf } from '../paper/pictures.ts'
import { wellFormed } from '../paper/well-formed.ts'
import { meetingText } from '../text/meeting.ts'
import { imageId, WordBlocks } from './blocks.ts'
import { type Control, controlsIn } from './controls.ts'
import { childOf, replaced, type WordElement, wordValue } from './elements.ts'
import { numberingPart } from './package.ts'
import { stylesXml } from './styles.ts'
import { namespaces, RELATIONSHIPS } from './xml.ts'

type LineField = (typeof lineFields)[number]
type BlockField = (typeof blockFields)[number]
const isLine = (name: string): name is LineField => (lineFields as readonly string[]).includes(name)
const isBlocks = (name: string): name is BlockField => (blockFields as readonly string[]).includes(name)
const isField = (name: string): name is LineField | BlockField => isLine(name) || isBlocks(name)

/** Largest part that is unfolded, and all of them. */
const [MOST_PART, MOST_ALL] = [30_000_000, 100_000_000]
const MAIN = 'word/document.xml'
const filled = /^word\/(?:document|header\d*|footer\d*)\.xml$/

type Parts = Map<string, Uint8Array>

/** @throws AppError `file-damaged` for what is no Word file, or holds broken XML. */
function openTemplate(bytes: Uint8Array): Parts {
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
    for (const [name, part] of opened) if (filled.test(name)) checkXml(strFromU8(part))
    if (!opened.has(MAIN)) throw new Error(`no ${MAIN}`)
    return opened
  } catch (cause) {
    throw new AppError('file-damaged', { cause })
  }
}

function checkXml(xml: string): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('doctype', () => {
    throw new Error('a document type in a part')
  })
  parser.write(xml).close()
}

export function fieldsOfTemplate(template: Uint8Array): TemplateFields {
  const found = [...openTemplate(template)].flatMap(([name, part]) =>
    filled.test(name)
      ? controlsIn(strFromU8(part), isField).map((one) => ({ ...one, isMain: name === MAIN }))
      : [],
  )
  const names = (wanted: (one: (typeof found)[number]) => boolean) => [
    ...new Set(found.filter(wanted).map(({ tag }) => tag)),
  ]
  // Pictures and lists are of the text itself, not of the heads and feet of pages.
  const fits = ({ tag, place, isMain }: (typeof found)[number]) =>
    place !== null && (!isBlocks(tag) || (place !== 'line' && isMain))
  return {
    known: names((one) => isField(one.tag) && fits(one)),
    unknown: names((one) => !isField(one.tag)),
    misplaced: names((one) => isField(one.tag) && !fits(one)),
  }
}

/**
 * The template with its fields filled; what it has besides stays as it is.
 * @param images bytes of the pictures that the model shows.
 * @throws AppError `file-damaged`; `invalid-input`, field `template`, where `isFillable` is not so.
 */
export async function fillTemplate(
  template: Uint8Array,
  model: DocumentModel,
  images: ImageBytes,
): Promise<Uint8Array> {
  if (!isFillable(fieldsOfTemplate(template))) throw new AppError('invalid-input', { field: 'template' })
  const whole = paperOf(model)
  if (whole === null) throw new AppError('invalid-input', { field: 'kind' })
  // Its head is the template's own.
  const paper = { ...whole, front: [] }
  const parts = openTemplate(template)
  const pictures = await picturesOf(paper, images)
  const taken = takenNumbers(parts)
  const writer = new WordBlocks(pictures, taken.list)
  const words = wordsOf(model)
  const blocks = blocksOf(model, paper.blocks)
  const fill = (xml: string) =>
    replaced(
      xml,
      controlsIn(xml, isField).flatMap((control) => {
        const { tag, properties, content } = control
        if (!isField(tag)) return []
        const own = isLine(tag) ? wordsXml(xml, words[tag], control) : writer.render(blocks[tag]) || '<w:p/>'
        const placeholder = childOf(properties, 'w:showingPlcHdr')
        return [
          ...(placeholder === undefined ? [] : [{ element: placeholder, by: '' }]),
          { element: content, by: `<w:sdtContent>${inPlace(xml, own, control)}</w:sdtContent>` },
        ]
      }),
    )
  const texts = new Map(
    [...parts].flatMap(([name, part]) => (filled.test(name) ? [[name, fill(strFromU8(part))]] : [])),
  )
  const main = (texts.get(MAIN) ?? '').replace(/<w:document\b[^>]*>/, declared)
  for (const [name, text] of texts) parts.set(name, strToU8(text))
  parts.set(MAIN, strToU8(main))
  parts.set('word/styles.xml', strToU8(mergedStyles(parts.get('word/styles.xml'), stylesXml(paper.head))))
  parts.set('word/numbering.xml', strToU8(mergedNumbering(parts, writer.numberings, taken)))
  for (const { fileName, bytes } of pictures.values()) parts.set(`word/media/${fileName}`, bytes)
  link(parts, [
    ...[...pictures.values()].map(({ fileName }) => ({
      id: imageId(fileName),
      type: 'image',
      target: `media/${fileName}`,
      isExternal: false,
    })),
    ...writer.links.map((target, index) => ({
      id: `rIdLien${index + 1}`,
      type: 'hyperlink',
      target,
      isExternal: true,
    })),
  ])
  return zipSync(
    Object.fromEntries([...parts].map(([name, bytes]) => [name, [bytes, { mtime: new Date(1980, 0, 1) }]])),
  )
}

function wordsOf(model: DocumentModel): Record<LineField, string> {
  const { head } = model
  const facts = 'facts' in model ? model.facts : []
  const said = (label: string) => facts.find((row) => row.label === label)?.value ?? ''
  return joinedWords(
    wellFormed({
      instance: head.bodyName,
      emetteur: head.issuer,
      titre: head.title,
      'sous-titre': head.subtitle,
      reference: head.reference,
      etat: head.mention,
      objet: said(meetingText.subject),
      date: said(meetingText.date),
      lieu: said(meetingText.place),
      modalite: said(meetingText.mode),
      presidence: said(meetingText.chair),
      secretariat: said(meetingText.secretary),
    }),
    model,
  )
}

function blocksOf(
  model: DocumentModel,
  all: readonly PaperBlock[],
): Record<BlockField, readonly PaperBlock[]> {
  const parts = model.kind === 'minutes' ? minutesParts(model) : []
  const closing = parts.findLastIndex(({ part }) => part === 'passage')
  const of = (...names: string[]) => parts.flatMap(({ part, blocks }) => (names.includes(part) ? blocks : []))
  return joinedWords(
    wellFormed({
      participants: of('attendance'),
      'ordre-du-jour': of('agenda'),
      ouverture: parts.flatMap(({ part, blocks }, at) =>
        part === 'passage' && at !== closing ? blocks : [],
      ),
      points:
        model.kind === 'minutes'
          ? of('section', 'note')
          : all.filter(({ type }) => type === 'table').slice(-1),
      prochaine: of('next'),
      cloture: parts[closing]?.blocks ?? [],
      releve: of('record'),
      suivi: of('followUp'),
      approbation: of('approval'),
      signatures: of('signatures'),
      tout: all,
    }),
    model,
  )
}

/** In the look of the first words that stood there. */
function wordsXml(xml: string, words: string, { place, inside }: Control): string {
  const look = inside.find(({ name, around }) => name === 'w:rPr' && around?.name === 'w:r')
  const run = `<w:r>${kept(xml, look)}<w:t xml:space="preserve">${escapeMarkup(words)}</w:t></w:r>`
  if (place === 'line') return run
  const paragraph = inside.find(({ name, around }) => name === 'w:pPr' && around?.name === 'w:p')
  return `<w:p>${kept(xml, paragraph)}${run}</w:p>`
}

/** Properties as they are now: neither what they were before a tracked change, nor the look of a prompt. */
function kept(xml: string, properties: WordElement | undefined): string {
  if (properties === undefined) return ''
  const now = properties.children.filter(
    (one) =>
      !['w:rPrChange', 'w:pPrChange'].includes(one.name) &&
      !(one.name === 'w:rStyle' && /^(?:PlaceholderText|Textedelespacerserv)/.test(wordValue(one))),
  )
  const inner = now.map(({ start, end }) => xml.slice(start, end)).join('')
  return `<${properties.name}>${inner}</${properties.name}>`
}

/** A control around a cell keeps it, with its width and borders. */
function inPlace(xml: string, own: string, { place, content }: Control): string {
  if (place !== 'cell') return own
  const properties = childOf(childOf(content, 'w:tc'), 'w:tcPr')
  return `<w:tc>${properties === undefined ? '' : xml.slice(properties.start, properties.end)}${own}</w:tc>`
}

/** The styles of the template, and of ours those that it has not. */
function mergedStyles(own: Uint8Array | undefined, ours: string): string {
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
function takenNumbers(parts: Parts): { shape: number; list: number } {
  const theirs = strFromU8(parts.get('word/numbering.xml') ?? new Uint8Array())
  const most = (pattern: RegExp) =>
    Math.max(0, ...[...theirs.matchAll(pattern)].map(([, id]) => Number(id) + 1))
  return { shape: most(/w:abstractNumId="(\d+)"/g), list: most(/w:numId="(\d+)"/g) }
}

/** Our lists behind those of the template, under numbers that it does not use. */
function mergedNumbering(
  parts: Parts,
  lists: WordBlocks['numberings'],
  { shape, list }: ReturnType<typeof takenNumbers>,
): string {
  const part = numberingPart(lists)
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
function declared(root: string): string {
  const missing = namespaces.split(' ').filter((one) => !root.includes(`${one.split('=')[0]}=`))
  return missing.length === 0 ? root : root.replace(/>$/, ` ${missing.join(' ')}>`)
}

/** Tells the package of what was added to it. */
function link(
  parts: Parts,
  links: readonly { id: string; type: string; target: string; isExternal: boolean }[],
): void {
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
