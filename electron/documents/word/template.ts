// A Word file of somebody else's, the named content controls of which are filled with the parts of a document of ours.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { AppError } from '../../contract/errors.ts'
import type { ImageBytes } from '../../contract/wire.ts'
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
import { numberingPart } from './package.ts'
import { stylesXml } from './styles.ts'
import { namespaces, RELATIONSHIPS } from './xml.ts'

/** Words: one line, in a paragraph of theirs or in one of their own. */
const WORDS = [
  'instance',
  'emetteur',
  'titre',
  'sous-titre',
  'reference',
  'etat',
  'objet',
  'date',
  'lieu',
  'modalite',
  'presidence',
  'secretariat',
] as const
/** Blocks: paragraphs and tables, in a place of their own. */
const BLOCKS = [
  'participants',
  'ordre-du-jour',
  'ouverture',
  'points',
  'prochaine',
  'cloture',
  'releve',
  'suivi',
  'approbation',
  'signatures',
  'tout',
] as const
type WordField = (typeof WORDS)[number]
type BlockField = (typeof BLOCKS)[number]
export const templateFields: readonly string[] = [...WORDS, ...BLOCKS]
const isWords = (name: string): name is WordField => (WORDS as readonly string[]).includes(name)
const isBlocks = (name: string): name is BlockField => (BLOCKS as readonly string[]).includes(name)

/** What a template asks for: fields that exist, that do not, and blocks within a line, where none fits. */
type TemplateFields = { known: string[]; unknown: string[]; misplaced: string[] }

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
    filled.test(name) ? controlsIn(strFromU8(part)).map((one) => ({ ...one, isMain: name === MAIN })) : [],
  )
  const names = (wanted: (one: (typeof found)[number]) => boolean) => [
    ...new Set(found.filter(wanted).map(({ tag }) => tag)),
  ]
  // Pictures and lists are of the text itself, not of the heads and feet of pages.
  const fits = ({ tag, isInline, isMain }: (typeof found)[number]) => !isBlocks(tag) || (!isInline && isMain)
  const exists = ({ tag }: { tag: string }) => isWords(tag) || isBlocks(tag)
  return {
    known: names((one) => exists(one) && fits(one)),
    unknown: names((one) => !exists(one)),
    misplaced: names((one) => exists(one) && !fits(one)),
  }
}

/** A content control with a name: where what it holds stands in the text of its part. */
type Control = { tag: string; isInline: boolean; start: number; end: number; from: number; to: number }

type Tag = { name: string; words: string; start: number; end: number; opens: boolean; closes: boolean }

/** Every tag of a part. @param xml well formed. */
function* tagsOf(xml: string): Generator<Tag> {
  for (let start = xml.indexOf('<'); start >= 0; ) {
    const [, skipped] = unread.find(([opening]) => xml.startsWith(opening, start)) ?? []
    const end = skipped === undefined ? endOfTag(xml, start) : xml.indexOf(skipped, start) + skipped.length
    if (skipped === undefined) {
      const words = xml.slice(start, end)
      const [name = ''] = /[\w:.-]+/.exec(words) ?? []
      const closes = words.startsWith('</')
      yield { name, words, start, end, opens: !closes && !words.endsWith('/>'), closes }
    }
    start = xml.indexOf('<', end)
  }
}
const unread = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** Behind the sign that closes it: one within quotes does not. */
function endOfTag(xml: string, start: number): number {
  let quote = ''
  for (let at = start; at < xml.length; at += 1) {
    const sign = xml[at] ?? ''
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at + 1
  }
  return xml.length
}

/** The outermost ones. @param xml well formed. */
function controlsIn(xml: string): Control[] {
  const open: string[] = []
  const controls: Control[] = []
  let control: Control | null = null
  /** How deep the present one stands. */
  let depth = 0
  for (const { name, words, start, end, opens, closes } of tagsOf(xml)) {
    if (closes) {
      open.pop()
      if (control !== null && name === 'w:sdtContent' && open.length === depth + 1) control.to = start
      if (control !== null && name === 'w:sdt' && open.length === depth) {
        if (control.tag !== '' && control.from > 0) controls.push({ ...control, end })
        control = null
      }
      continue
    }
    if (name === 'w:sdt' && control === null) {
      depth = open.length
      control = { tag: '', isInline: open.at(-1) === 'w:p', start, end, from: 0, to: 0 }
    } else if (control !== null && open.length <= depth + 2) {
      if (name === 'w:tag') control.tag = /w:val="([^"]*)"/.exec(words)?.[1]?.trim() ?? ''
      if (name === 'w:sdtContent' && opens) control.from = end
    }
    if (opens) open.push(name)
  }
  return controls
}

/**
 * The template with its fields filled; what it has besides stays as it is.
 * @param images bytes of the pictures that the model shows.
 * @throws AppError `file-damaged`; `invalid-input`, field `template`, for fields that do not exist or stand where they do not fit.
 */
export async function fillTemplate(
  template: Uint8Array,
  model: DocumentModel,
  images: ImageBytes,
): Promise<Uint8Array> {
  const { unknown, misplaced } = fieldsOfTemplate(template)
  if (unknown.length + misplaced.length > 0) throw new AppError('invalid-input', { field: 'template' })
  const whole = paperOf(model)
  if (whole === null) throw new AppError('invalid-input', { field: 'kind' })
  // Its head is the template's own.
  const paper = { ...whole, front: [] }
  const parts = openTemplate(template)
  const pictures = await picturesOf(paper, images)
  const writer = new WordBlocks(pictures)
  const words = wordsOf(model)
  const blocks = blocksOf(model, paper.blocks)
  const fill = (xml: string) => {
    let at = 0
    let text = ''
    for (const control of controlsIn(xml)) {
      const inner = xml.slice(control.from, control.to)
      const { tag } = control
      const own = isWords(tag)
        ? wordsXml(words[tag], inner, control.isInline)
        : isBlocks(tag)
          ? writer.render(blocks[tag])
          : inner
      const head = xml.slice(control.start, control.from).replace(/<w:showingPlcHdr\s*\/>/, '')
      text += xml.slice(at, control.start) + head + (own === '' ? '<w:p/>' : own)
      at = control.to
    }
    return text + xml.slice(at)
  }
  const texts = new Map(
    [...parts].flatMap(([name, part]) => (filled.test(name) ? [[name, fill(strFromU8(part))]] : [])),
  )
  const numbering = mergedNumbering(parts, writer.numberings)
  const main = (texts.get(MAIN) ?? '').replace(/<w:document\b[^>]*>/, declared)
  for (const [name, text] of texts) parts.set(name, strToU8(text))
  parts.set(MAIN, strToU8(numbering.renumber(main)))
  parts.set('word/styles.xml', strToU8(mergedStyles(parts.get('word/styles.xml'), stylesXml(paper.head))))
  parts.set('word/numbering.xml', strToU8(numbering.xml))
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

function wordsOf(model: DocumentModel): Record<WordField, string> {
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
function wordsXml(words: string, inner: string, isInline: boolean): string {
  const [look = ''] = /<w:rPr>.*?<\/w:rPr>/s.exec(inner.replace(/<w:pPr>.*?<\/w:pPr>/gs, '')) ?? []
  const bare = look.replace(/<w:rStyle w:val="(?:PlaceholderText|Textedelespacerserv[^"]*)"\s*\/>/, '')
  const run = `<w:r>${bare}<w:t xml:space="preserve">${escapeMarkup(words)}</w:t></w:r>`
  if (isInline) return run
  const [paragraph = ''] = /<w:pPr>.*?<\/w:pPr>/s.exec(inner) ?? []
  return `<w:p>${paragraph}${run}</w:p>`
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
  return theirs.replace('</w:styles>', `${missing.join('')}</w:styles>`)
}

/** Our lists behind those of the template, under numbers that it does not use. */
function mergedNumbering(parts: Parts, lists: WordBlocks['numberings']) {
  const part = numberingPart(lists)
  const ours = typeof part.bytes === 'string' ? part.bytes : strFromU8(part.bytes)
  const own = parts.get('word/numbering.xml')
  const theirs = own === undefined ? '' : strFromU8(own)
  const most = (pattern: RegExp) =>
    Math.max(0, ...[...theirs.matchAll(pattern)].map(([, id]) => Number(id) + 1))
  const shape = most(/w:abstractNumId="(\d+)"/g)
  const list = most(/w:numId="(\d+)"/g)
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
  const [shapes = ''] = /<w:abstractNum .*<\/w:abstractNum>/s.exec(moved) ?? []
  const [nums = ''] = /<w:num .*<\/w:num>/s.exec(moved) ?? []
  const firstNum = theirs.search(/<w:num /)
  const at = firstNum < 0 ? theirs.indexOf('</w:numbering>') : firstNum
  return {
    xml:
      theirs === ''
        ? moved
        : `${theirs.slice(0, at)}${shapes}${theirs.slice(at).replace('</w:numbering>', `${nums}</w:numbering>`)}`,
    /** Ours alone: paragraphs of the template keep their lists. */
    renumber: (main: string) =>
      main.replace(
        /(<w:pStyle w:val="Liste"\/><w:numPr><w:ilvl w:val="\d+"\/><w:numId w:val=")(\d+)/g,
        (_, start: string, id: string) => start + (Number(id) + list),
      ),
  }
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
  parts.set(
    place,
    strToU8((rels === '' ? none : rels).replace('</Relationships>', `${rows.join('')}</Relationships>`)),
  )
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
  parts.set('[Content_Types].xml', strToU8(contents.replace('</Types>', `${types.join('')}</Types>`)))
}
