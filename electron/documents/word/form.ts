import { escapeMarkup } from '../paper/escape.ts'
import {
  documentPart,
  fontPart,
  footerPart,
  propertyParts,
  relationships,
  settingsPart,
  stylesPart,
  wordLinks,
  zipped,
} from './package.ts'
import { bold, colour, FONT, keepNext, size, spacing } from './styles.ts'
import { namespaces, pageField, paragraphXml, RAISED, RAISED_LOOK, run, XML } from './xml.ts'

/** Styles of a file that people type in. Word and its readers know the first ones by these ids. */
export const formStyles = {
  title: 'Title',
  headings: ['Heading1', 'Heading2', 'Heading3'],
  foot: 'Footer',
  strong: 'Strong',
  small: 'Petit',
  help: 'Aide',
  prompt: 'Prompt',
} as const

/** Half-points of the headings, the highest first. */
const HEADING_SIZES = [26, 24, 22]
const MARGIN = 1134
/** Width of the text, in twentieths of a point: A4 less its margins. */
export const FORM_WIDTH = 11_906 - 2 * MARGIN

/**
 * Bytes of a docx that people fill in. It bears no moment: the same form gives the same bytes.
 * @param form.body its paragraphs and tables, in WordprocessingML.
 */
export function writeForm(form: {
  title: string
  author: string
  description: string
  foot: string
  body: string
}): Uint8Array {
  const { title, author, description, foot, body } = form
  const page = run(`${foot} · `) + pageField('PAGE') + run(' / ') + pageField('NUMPAGES')
  return zipped([
    relationships('', wordLinks),
    documentPart(`${XML}<w:document ${namespaces}><w:body>${body}${section}</w:body></w:document>`),
    relationships('word/document.xml', [
      { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
      { id: 'rIdReglages', type: 'settings', target: 'settings.xml' },
      { id: 'rIdPolices', type: 'fontTable', target: 'fontTable.xml' },
      { id: 'rIdPied1', type: 'footer', target: 'footer1.xml' },
    ]),
    stylesPart(styles),
    settingsPart(false),
    fontPart,
    footerPart(1, paragraphXml(formStyles.foot, page)),
    ...propertyParts({ title, author, description, keywords: [], date: null }),
  ])
}

/** A text with a name of its own, which it keeps when the file is edited. @param id unlike that of any other in the file. */
export function bookmarked(id: number, name: string, inner: string): string {
  return `<w:bookmarkStart w:id="${id}" w:name="${escapeMarkup(name)}"/>${inner}<w:bookmarkEnd w:id="${id}"/>`
}

const section = `<w:sectPr><w:footerReference w:type="default" r:id="rIdPied1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="${MARGIN}" w:right="${MARGIN}" w:bottom="${MARGIN}" w:left="${MARGIN}" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`

const paragraphStyle = (id: string, name: string, p: string, r: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${p}</w:pPr><w:rPr>${r}</w:rPr></w:style>`

const characterStyle = (id: string, name: string, r: string, own: boolean) =>
  `<w:style w:type="character"${own ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:rPr>${r}</w:rPr></w:style>`

const styles = `${XML}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>${size(22)}<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${[
  paragraphStyle(formStyles.title, 'Title', spacing(0, 120), bold + colour('12323A') + size(36)),
  ...formStyles.headings.map((id, depth) =>
    paragraphStyle(
      id,
      `heading ${depth + 1}`,
      `${keepNext}${spacing(320, 100)}<w:outlineLvl w:val="${depth}"/>`,
      bold + colour('0F5A66') + size(HEADING_SIZES[depth] ?? 22),
    ),
  ),
  paragraphStyle(formStyles.foot, 'footer', '', size(18)),
  characterStyle(formStyles.strong, 'Strong', bold, false),
  characterStyle(formStyles.small, 'Petit', colour('46545C') + size(20), true),
  characterStyle(formStyles.help, 'Aide', size(18), true),
  characterStyle(RAISED, 'Exposant', RAISED_LOOK, true),
  characterStyle(formStyles.prompt, 'Placeholder Text', `<w:i/><w:iCs/>${colour('5A6670')}`, false),
].join('')}</w:styles>`
