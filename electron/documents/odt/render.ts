// Render: a paper as an OpenDocument text (ISO/IEC 26300, ODF 1.3): named styles, heads and feet, language, bookmarks.

import { strToU8, zipSync } from 'fflate'
import type { ImageBytes } from '../../contract/wire.ts'
import type { DocumentHead } from '../head.ts'
import { escapeMarkup } from '../paper/escape.ts'
import type { Paper } from '../paper/paper.ts'
import { OdtBlocks, paragraphOf } from './blocks.ts'
import { automaticStyles, namespaces, stylesXml } from './styles.ts'

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'
/** The oldest date an archive can say: entries bear no moment of their own. */
const NO_DATE = new Date(1980, 0, 1)

/** Bytes of an odt; the same paper gives the same bytes. */
export function renderOdt(paper: Paper, _images: ImageBytes): Uint8Array {
  const { head } = paper
  const blocks = new OdtBlocks()
  const body = letterhead(head) + blocks.render(paper.blocks)
  const content = `${XML}<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${automaticStyles(blocks.tables, blocks.numberStarts)}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  const file = (text: string) => [strToU8(text), { mtime: NO_DATE }] as const
  return zipSync({
    // First and not compressed: that is how the format is recognised.
    mimetype: [strToU8(MEDIA_TYPE), { level: 0, mtime: NO_DATE }],
    'content.xml': [...file(content)],
    'styles.xml': [...file(`${XML}${stylesXml(head)}`)],
    'meta.xml': [...file(`${XML}${metaXml(head)}`)],
    'META-INF/manifest.xml': [...file(`${XML}${manifest}`)],
  })
}

function letterhead(head: DocumentHead): string {
  const marks = [head.mention, head.sampleMark, head.notice]
  return [
    paragraphOf('Emetteur', head.bodyName),
    paragraphOf('Mention', head.issuer),
    paragraphOf('Mention', head.reference),
    paragraphOf('Title', head.title),
    paragraphOf('Subtitle', head.subtitle),
    ...marks.map((mark) => paragraphOf('Mention', mark)),
  ].join('')
}

function metaXml({ metadata }: DocumentHead): string {
  const { year, month, day, hour, minute } = metadata.date
  const two = (value: number) => String(value).padStart(2, '0')
  const moment = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00`
  const keywords = metadata.keywords
    .map((word) => `<meta:keyword>${escapeMarkup(word)}</meta:keyword>`)
    .join('')
  return `<office:document-meta ${namespaces} office:version="1.3"><office:meta><dc:title>${escapeMarkup(metadata.title)}</dc:title><dc:creator>${escapeMarkup(metadata.author)}</dc:creator><dc:description>${escapeMarkup(metadata.description)}</dc:description>${keywords}<dc:language>fr-FR</dc:language><meta:creation-date>${moment}</meta:creation-date><dc:date>${moment}</dc:date></office:meta></office:document-meta>`
}

const entry = (path: string, type: string) =>
  `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`
const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entry('/', MEDIA_TYPE)}${['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml')).join('')}</manifest:manifest>`
