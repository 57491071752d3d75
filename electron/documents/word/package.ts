import { strToU8, zipSync } from 'fflate'
import type { DocumentHead } from '../head.ts'
import { NUMBERED_LEVELS } from '../paper/counting.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { footWords, ONE_LINE, runningHead } from '../paper/front.ts'
import type { Picture } from '../paper/pictures.ts'
import type { NumberedList } from './blocks.ts'
import { colour, FONT, LIST_HANG, LIST_STEP, NUMBER_WIDTH, styleIds } from './styles.ts'
import { namespaces, pageField, paragraphXml, RELATIONSHIPS, run, XML } from './xml.ts'

/** The oldest date an archive can say: entries bear no moment of their own. */
const NO_DATE = new Date(1980, 0, 1)
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const WORD = `${OFFICE}.wordprocessingml`

export type Part = { name: string; type: string; bytes: string | Uint8Array }

/** A zip of the parts, the list of contents first, as every office program writes it. */
export function zipped(parts: readonly Part[]): Uint8Array {
  const overrides = parts
    .filter(({ type }) => type !== '')
    .map(({ name, type }) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join('')
  const defaults = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>`
  const contents = `${XML}<Types xmlns="${PACKAGE}/content-types">${defaults}${overrides}</Types>`
  const all = [{ name: '[Content_Types].xml', bytes: contents }, ...parts]
  return zipSync(
    Object.fromEntries(
      all.map(({ name, bytes }) => [
        name,
        [typeof bytes === 'string' ? strToU8(bytes) : bytes, { mtime: NO_DATE }],
      ]),
    ),
  )
}

export type Link = { id: string; type: string; target: string; external?: boolean }

/** The list of what a part points at. @param of its name; '' for the whole package. */
export function relationships(of: string, links: readonly Link[]): Part {
  const at = of.lastIndexOf('/') + 1
  const rows = links.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${id}" Type="${type.startsWith('http') ? type : `${RELATIONSHIPS}/${type}`}" Target="${escapeMarkup(target)}"${external === true ? ' TargetMode="External"' : ''}/>`,
  )
  return {
    name: `${of.slice(0, at)}_rels/${of.slice(at)}.rels`,
    type: '',
    bytes: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`,
  }
}

/** The relations of a package, made of the main part and `propertyParts`. */
export const wordLinks: readonly Link[] = [
  { id: 'rIdDocument', type: 'officeDocument', target: 'word/document.xml' },
  {
    id: 'rIdProprietes',
    type: `${PACKAGE}/relationships/metadata/core-properties`,
    target: 'docProps/core.xml',
  },
  { id: 'rIdApplication', type: 'extended-properties', target: 'docProps/app.xml' },
]

type Metadata = DocumentHead['metadata']

/** The parts that say who made the document, of what and, unless it is null, when. */
export function propertyParts(
  metadata: Pick<Metadata, 'title' | 'author' | 'description' | 'keywords'> & {
    date: Metadata['date'] | null
  },
): Part[] {
  const moment = metadata.date === null ? null : momentOf(metadata.date)
  const date = (name: string) =>
    moment === null ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`
  const author = escapeMarkup(metadata.author)
  return [
    {
      name: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      bytes: `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeMarkup(metadata.title)}</dc:title><dc:creator>${author}</dc:creator><cp:keywords>${escapeMarkup(metadata.keywords.join(', '))}</cp:keywords><dc:description>${escapeMarkup(metadata.description)}</dc:description><cp:lastModifiedBy>${author}</cp:lastModifiedBy>${date('created')}${date('modified')}<dc:language>fr-FR</dc:language></cp:coreProperties>`,
    },
    {
      name: 'docProps/app.xml',
      type: `${OFFICE}.extended-properties+xml`,
      bytes: `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Séances INP</Application></Properties>`,
    },
  ]
}

function momentOf({ year, month, day, hour, minute }: Metadata['date']): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`
}

/**
 * Word wants of every document its language, and that it is laid out as Word 2013 and later do.
 * @param isTracked whether what is changed from here on is marked, as a draft given to others asks for.
 */
export const settingsPart = (isTracked: boolean): Part => ({
  name: 'word/settings.xml',
  type: `${WORD}.settings+xml`,
  bytes: `${XML}<w:settings ${namespaces}><w:zoom w:percent="100"/>${isTracked ? '<w:trackRevisions/>' : ''}<w:defaultTabStop w:val="567"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="fr-FR"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`,
})

/** The face of the text, and what stands for it where it is missing. */
export const fontPart: Part = {
  name: 'word/fontTable.xml',
  type: `${WORD}.fontTable+xml`,
  bytes: `${XML}<w:fonts ${namespaces}><w:font w:name="${FONT}"><w:altName w:val="Carlito"/><w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`,
}

const headLine = (head: DocumentHead) => runningHead(head).join('\t')

/** Paragraphs of the foot: the reference, or below it when it is long the number of the page; then the chosen line. */
function footLines(head: DocumentHead): { words: string; numbered: boolean }[] {
  const left = footWords(head)
  const isShort = left.length <= ONE_LINE
  return [
    { words: left, numbered: isShort },
    ...(isShort ? [] : [{ words: '', numbered: true }]),
    ...(head.look.footer === '' ? [] : [{ words: head.look.footer, numbered: false }]),
  ]
}

/** Every paragraph that heads and feet say. @param count what stands in place of the numbers of pages. */
export function pageWords(head: DocumentHead, count: string): string[] {
  const page = `\t${head.page} ${count} ${head.pageOf} ${count}`
  return [headLine(head), ...footLines(head).map(({ words, numbered }) => (numbered ? words + page : words))]
}

/** The head of each page but the first. */
export function headerPart(head: DocumentHead): Part {
  const inner = paragraphXml(styleIds.header, run(headLine(head)))
  return {
    name: 'word/header1.xml',
    type: `${WORD}.header+xml`,
    bytes: `${XML}<w:hdr ${namespaces}>${inner}</w:hdr>`,
  }
}

/** The foot of each page: two parts, for the first page and for the others. */
export function footerParts(head: DocumentHead): Part[] {
  const page = `${run(`\t${head.page} `)}${pageField('PAGE')}${run(` ${head.pageOf} `)}${pageField('NUMPAGES')}`
  const inner = footLines(head)
    .map(({ words, numbered }) => paragraphXml(styleIds.footer, run(words) + (numbered ? page : '')))
    .join('')
  return [1, 2].map((rank) => footerPart(rank, inner))
}

export const footerPart = (rank: number, inner: string): Part => ({
  name: `word/footer${rank}.xml`,
  type: `${WORD}.footer+xml`,
  bytes: `${XML}<w:ftr ${namespaces}>${inner}</w:ftr>`,
})

/**
 * The lists: bullets, then one for each numbered list, which begins again at its own number. Those of items have a shape
 * each: programs count on through all lists of one shape.
 */
export function numberingPart(numberings: readonly NumberedList[], { look }: DocumentHead): Part {
  const level = (depth: number, format: string, words: string) =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${words}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${LIST_STEP * (depth + 1)}" w:hanging="${LIST_HANG}"/></w:pPr></w:lvl>`
  const bullets = NUMBERED_LEVELS.map((depth) => level(depth, 'bullet', depth % 2 === 0 ? '•' : '–')).join('')
  const numbers = NUMBERED_LEVELS.map((depth) => level(depth, 'decimal', `%${depth + 1}.`)).join('')
  const shape = (id: number, levels: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`
  const ofItems = numberings.map((list, index) =>
    list.of === 'entries'
      ? ''
      : shape(index + 2, NUMBERED_LEVELS.map((depth) => itemLevel(list, depth, look.accent)).join('')),
  )
  const own = numberings.map((list, index) => {
    const [like, start] =
      list.of === 'entries'
        ? [
            1,
            `<w:lvlOverride w:ilvl="${list.depth}"><w:startOverride w:val="${list.start}"/></w:lvlOverride>`,
          ]
        : [index + 2, '']
    return `<w:num w:numId="${index + 2}"><w:abstractNumId w:val="${like}"/>${start}</w:num>`
  })
  return {
    name: 'word/numbering.xml',
    type: `${WORD}.numbering+xml`,
    bytes: `${XML}<w:numbering ${namespaces}>${shape(0, bullets)}${shape(1, numbers)}${ofItems.join('')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${own.join('')}</w:numbering>`,
  }
}

/** A number of an item: "2.1", in the look of what it stands before. */
function itemLevel(
  { of, start }: Extract<NumberedList, { start: object }>,
  depth: number,
  accent: string,
): string {
  const counted = NUMBERED_LEVELS.slice(depth < start.level ? 0 : start.level, depth + 1)
  const words = (depth < start.level ? '' : start.above) + counted.map((level) => `%${level + 1}`).join('.')
  const indent = of === 'cells' ? 0 : NUMBER_WIDTH * (of === 'points' ? Math.min(depth + 1, 3) : 1)
  const look = of === 'headings' ? `<w:rPr>${colour(accent.slice(1).toUpperCase())}</w:rPr>` : ''
  return `<w:lvl w:ilvl="${depth}"><w:start w:val="${depth === start.level ? start.number : 1}"/><w:numFmt w:val="decimal"/>${of === 'cells' ? '<w:suff w:val="space"/>' : ''}<w:lvlText w:val="${words}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${indent}" w:hanging="${indent === 0 ? 0 : NUMBER_WIDTH}"/></w:pPr>${look}</w:lvl>`
}

export const stylesPart = (bytes: string): Part => ({
  name: 'word/styles.xml',
  type: `${WORD}.styles+xml`,
  bytes,
})

export const documentPart = (bytes: string): Part => ({
  name: 'word/document.xml',
  type: `${WORD}.document.main+xml`,
  bytes,
})

export const picturePart = ({ fileName, bytes }: Picture): Part => ({
  name: `word/media/${fileName}`,
  type: '',
  bytes,
})

/** Namespace of the part that carries the data. */
const DATA_NAMESPACE = 'urn:seances-inp:data'
const DATA_ID = '{5B6B0C53-2E0F-4C53-9E8B-0A5A66D20261}'

/** The data of a document, in the parts of one number that hold them. */
export function dataParts(data: string, rank: number): Part[] {
  return [
    {
      name: `customXml/item${rank}.xml`,
      type: '',
      bytes: `${XML}<document xmlns="${DATA_NAMESPACE}">${escapeMarkup(data)}</document>`,
    },
    {
      name: `customXml/itemProps${rank}.xml`,
      type: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
      bytes: `${XML}<ds:datastoreItem ds:itemID="${DATA_ID}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${DATA_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    },
    relationships(`customXml/item${rank}.xml`, [
      { id: 'rIdProprietes', type: 'customXmlProps', target: `itemProps${rank}.xml` },
    ]),
  ]
}
