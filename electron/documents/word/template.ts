// A Word file of somebody else's, the named content controls of which are filled with the parts of a document of ours.
import { strFromU8, strToU8, zipSync } from 'fflate'
import { AppError } from '../../contract/errors.ts'
import type { ImageBytes } from '../../contract/wire.ts'
import {
  isFillable,
  kindFields,
  type TemplateFields,
  type TemplateKind,
} from '../../domain/documents/word-template.ts'
import { carriedJson } from '../carried.ts'
import type { DocumentModel } from '../model.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { paperOf } from '../paper/paper-of.ts'
import { picturesOf } from '../paper/pictures.ts'
import { imageId, WordBlocks } from './blocks.ts'
import { type Control, controlsIn } from './controls.ts'
import { childOf, replaced, type WordElement, wordValue } from './elements.ts'
import { roleStyles, stylesXml } from './styles.ts'
import { asFilled, blocksOf, isBlocks, isLine, stateOf, wordsOf } from './template-fields.ts'
import {
  carrying,
  declared,
  filled,
  link,
  MAIN,
  mergedNumbering,
  mergedStyles,
  openTemplate,
  takenNumbers,
  tracking,
} from './template-parts.ts'
import { paragraphXml, run } from './xml.ts'

/** @throws AppError `file-damaged` for what is no Word file, or holds broken XML. */
export function fieldsOfTemplate(template: Uint8Array, kind: TemplateKind): TemplateFields {
  const isField = (name: string) => isLine(name) || (isBlocks(name) && kindFields[kind].includes(name))
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
    kind,
    known: names((one) => isField(one.tag) && fits(one)),
    unknown: names((one) => !isField(one.tag)),
    misplaced: names((one) => isField(one.tag) && !fits(one)),
  }
}

/**
 * The template with its fields filled; what it has besides stays as it is.
 * @param images bytes of the pictures that the model shows.
 * @param isTracked whether Word records what is changed in it.
 * @throws AppError `template-refused` for one that an earlier version took: broken, or where `isFillable` is not so.
 */
export async function fillTemplate(
  template: Uint8Array,
  model: DocumentModel,
  images: ImageBytes,
  isTracked: boolean,
): Promise<Uint8Array> {
  const fields = fieldsFilled(template, model.kind === 'agenda' ? 'agenda' : 'minutes')
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
      controlsIn(xml, (tag) => isLine(tag) || isBlocks(tag)).flatMap((control) => {
        const { tag, properties, content } = control
        const own = isLine(tag)
          ? wordsXml(xml, words[tag], control)
          : isBlocks(tag)
            ? writer.render(blocks[tag]) || '<w:p/>'
            : null
        if (own === null) return []
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
  // What it is must be on it, whatever the template has a place for.
  const isStateSaid = stateOf(model) === '' || fields.known.some((name) => name === 'etat' || name === 'tout')
  const state = isStateSaid ? '' : paragraphXml(roleStyles.state, run(stateOf(model)))
  const main = (texts.get(MAIN) ?? '')
    .replace(/<w:document\b[^>]*>/, declared)
    .replace(/<w:body\b[^>]*>/, (body) => body + state)
  for (const [name, text] of texts) parts.set(name, strToU8(text))
  parts.set(MAIN, strToU8(main))
  parts.set('word/styles.xml', strToU8(mergedStyles(parts.get('word/styles.xml'), stylesXml(paper.head))))
  parts.set('word/numbering.xml', strToU8(mergedNumbering(parts, writer.numberings, paper.head, taken)))
  for (const { fileName, bytes } of pictures.values()) parts.set(`word/media/${fileName}`, bytes)
  const data = model.head.metadata.dataFile === '' ? null : carriedJson(asFilled(model, fields.known))
  link(parts, [
    ...(data === null ? [] : carrying(parts, data)),
    ...(isTracked ? tracking(parts) : []),
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

function fieldsFilled(template: Uint8Array, kind: TemplateKind): TemplateFields {
  try {
    const fields = fieldsOfTemplate(template, kind)
    if (isFillable(fields)) return fields
  } catch (cause) {
    throw new AppError('template-refused', { cause })
  }
  throw new AppError('template-refused')
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
