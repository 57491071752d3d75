// A paper as an OpenDocument text (ISO/IEC 26300, ODF 1.3): named styles, heads and feet, language, bookmarks.
import { strToU8, zipSync } from 'fflate'
import type { ImageBytes } from '../../contract/wire.ts'
import type { DocumentHead } from '../head.ts'
import { escapeMarkup } from '../paper/escape.ts'
import type { Paper } from '../paper/paper.ts'
import { type Picture, picturesOf } from '../paper/pictures.ts'
import { OdtBlocks } from './blocks.ts'
import { automaticStyles, namespaces, stylesXml } from './styles.ts'

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const DATA = 'Donnees/document.json'
const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'
/** The oldest date an archive can say: entries bear no moment of their own. */
const NO_DATE = new Date(1980, 0, 1)

/**
 * Bytes of an odt; the same paper gives the same bytes.
 * @param images bytes of the pictures that the paper shows.
 * @param carried data that the file carries besides, or null.
 * @param isTracked whether what is changed from here on is marked, as a draft given to others asks for.
 */
export async function renderOdt(
  paper: Paper,
  images: ImageBytes,
  carried: string | null = null,
  isTracked = false,
): Promise<Uint8Array> {
  const { head, front, blocks } = paper
  const pictures = await picturesOf(paper, images)
  const shown = [...pictures.values()]
  const writer = new OdtBlocks(pictures)
  const body = writer.render([...front, ...blocks])
  const content = `${XML}<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${automaticStyles(writer)}</office:automatic-styles><office:body><office:text>${isTracked ? '<text:tracked-changes text:track-changes="true"/>' : ''}${body}</office:text></office:body></office:document-content>`
  const file = (text: string) => [strToU8(text), { mtime: NO_DATE }] as const
  return zipSync({
    // First and not compressed: that is how the format is recognised.
    mimetype: [strToU8(MEDIA_TYPE), { level: 0, mtime: NO_DATE }],
    'content.xml': [...file(content)],
    'styles.xml': [...file(`${XML}${stylesXml(head)}`)],
    'meta.xml': [...file(`${XML}${metaXml(head)}`)],
    ...Object.fromEntries(
      shown.map(({ fileName, bytes }) => [`Pictures/${fileName}`, [bytes, { mtime: NO_DATE }]]),
    ),
    ...(carried === null ? {} : { [DATA]: [...file(carried)] }),
    'META-INF/manifest.xml': [...file(`${XML}${manifest(shown, carried !== null)}`)],
  })
}

function metaXml({ metadata }: DocumentHead): string {
  const { year, month, day, hour, minute } = metadata.date
  const two = (value: number) => String(value).padStart(2, '0')
  const moment = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00`
  const keywords = metadata.keywords
    .map((word) => `<meta:keyword>${escapeMarkup(word)}</meta:keyword>`)
    .join('')
  const author = escapeMarkup(metadata.author)
  return `<office:document-meta ${namespaces} office:version="1.3"><office:meta><dc:title>${escapeMarkup(metadata.title)}</dc:title><meta:initial-creator>${author}</meta:initial-creator><dc:creator>${author}</dc:creator><dc:description>${escapeMarkup(metadata.description)}</dc:description>${keywords}<dc:language>fr-FR</dc:language><meta:creation-date>${moment}</meta:creation-date><dc:date>${moment}</dc:date></office:meta></office:document-meta>`
}

function manifest(pictures: readonly Picture[], carries: boolean): string {
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`
  const parts = ['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml'))
  const drawn = pictures.map(({ fileName, mediaType }) => entry(`Pictures/${fileName}`, mediaType))
  return `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entry('/', MEDIA_TYPE)}${parts.join('')}${drawn.join('')}${carries ? entry(DATA, 'application/json') : ''}</manifest:manifest>`
}
