import type { DocumentHead } from '../head.ts'
import { CELL_SIZES } from '../paper/column-widths.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { footWords, runningHead } from '../paper/front.ts'
import { bulletStyle, cellHeadingStyle, listName, type NumberedList, numberStyle } from './list-styles.ts'

const urn = 'urn:oasis:names:tc:opendocument:xmlns'
export const namespaces = [
  `xmlns:office="${urn}:office:1.0"`,
  `xmlns:style="${urn}:style:1.0"`,
  `xmlns:text="${urn}:text:1.0"`,
  `xmlns:table="${urn}:table:1.0"`,
  `xmlns:draw="${urn}:drawing:1.0"`,
  `xmlns:svg="${urn}:svg-compatible:1.0"`,
  `xmlns:fo="${urn}:xsl-fo-compatible:1.0"`,
  `xmlns:meta="${urn}:meta:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

const FONT = 'Calibri, Carlito, sans-serif'
/** Width of the text of an A4 page less its margins, in centimetres. */
export const TEXT_WIDTH = 16.4
/** The same of a page that lies. */
export const ACROSS_WIDTH = 25.1
/** Left edge of what stands on the right of a letter. */
const LETTER_RIGHT = 8.8
/** Colours that no setting changes (resources/typst/house.typ). */
const ink = '#13232a'
const ink2 = '#3f5158'
const ink3 = '#54666d'
const soft = '#d3dcde'
const firm = '#7f9096'

type Look = {
  parent?: string
  display?: string
  text?: string
  paragraph?: string
  outline?: number
  tab?: string
}

function paragraphStyle(
  name: string,
  { parent = 'Standard', display, text, paragraph, outline, tab }: Look,
): string {
  const tabs = tab === undefined ? '' : `<style:tab-stops><style:tab-stop ${tab}/></style:tab-stops>`
  return `<style:style style:name="${name}" style:family="paragraph"${display === undefined ? '' : ` style:display-name="${display}"`}${name === 'Standard' ? ' style:class="text"' : ` style:parent-style-name="${parent}"`}${outline === undefined ? '' : ` style:default-outline-level="${outline}"`}><style:paragraph-properties${paragraph === undefined ? '' : ` ${paragraph}`}>${tabs}</style:paragraph-properties>${text === undefined ? '' : `<style:text-properties ${text}/>`}</style:style>`
}

const bold = 'fo:font-weight="bold"'
const size = (points: number) => `fo:font-size="${points}pt"`
const colour = (value: string) => `fo:color="${value}"`
const around = (before: number, after: number) => `fo:margin-top="${before}pt" fo:margin-bottom="${after}pt"`
const keepNext = 'fo:keep-with-next="always"'
const toEnd = 'fo:text-align="end"'
const atRight = `style:position="${TEXT_WIDTH}cm" style:type="right"`

/** A note with a colour at its edge and on its ground; never cut over two pages. */
const note = (edge: string, ground: string | null, before: number, after: number) =>
  `fo:margin-left="0.35cm" fo:padding-left="0.25cm" fo:border-left="2.25pt solid ${edge}" ${ground === null ? '' : `fo:background-color="${ground}" `}${around(before, after)} fo:keep-together="always"`

const point = (depth: number) =>
  paragraphStyle(`Point${depth}`, {
    display: `Point ${depth}`,
    paragraph: `fo:margin-left="${depth}cm" fo:text-indent="-1cm" ${around(0, depth === 1 ? 4 : 2)}`,
    tab: 'style:position="0cm"',
    ...(depth === 1 ? {} : { text: colour(ink2) }),
  })

const heading = (level: number, points: number, before: number, after: number) =>
  paragraphStyle(`Heading_20_${level}`, {
    display: `Heading ${level}`,
    outline: level,
    text: `${size(points)} ${bold}`,
    paragraph: `${around(before, after)} ${keepNext}`,
    tab: 'style:position="1cm"',
  })

const hyphenated =
  'fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="3"'

function namedStyles({ look }: DocumentHead): string {
  const { accent, decisionColour, decisionGround, actionColour, actionGround } = look
  const body = 'Text_20_body'
  return [
    paragraphStyle('Standard', {}),
    paragraphStyle(body, {
      display: 'Text body',
      text: hyphenated,
      paragraph: around(0, 6),
    }),
    paragraphStyle('Title', { text: `${size(22)} ${bold}`, paragraph: `${around(12, 3)} ${keepNext}` }),
    paragraphStyle('Subtitle', { text: `${size(13)} ${colour(ink2)}`, paragraph: around(0, 8) }),
    heading(1, 15, 18, 6),
    heading(2, 13, 14, 5),
    heading(3, 11.5, 11, 4),
    heading(4, 10.5, 9, 3),
    paragraphStyle('Header', { text: `${size(8.5)} ${colour(ink3)}`, tab: atRight }),
    paragraphStyle('Footer', { text: `${size(8.5)} ${colour(ink3)}`, tab: atRight }),
    paragraphStyle('Logos', { paragraph: around(0, 8), tab: atRight }),
    paragraphStyle('Image', { paragraph: around(6, 8) }),
    paragraphStyle('Quotations', {
      parent: body,
      text: colour(ink2),
      paragraph: 'fo:margin-left="0.7cm" fo:margin-right="0.7cm"',
    }),
    paragraphStyle('Emetteur', { display: 'Émetteur', text: `${bold} ${colour(accent)}` }),
    paragraphStyle('Mention', { text: colour(ink2) }),
    paragraphStyle('Etat', {
      display: 'État du document',
      text: `${bold} ${colour(ink2)}`,
      paragraph: around(0, 3),
    }),
    paragraphStyle('Avertissement', { text: colour(ink2), paragraph: around(0, 6) }),
    paragraphStyle('Synthese', { parent: body, display: 'Synthèse', text: colour(ink2) }),
    point(1),
    point(2),
    point(3),
    paragraphStyle('Liste', { parent: body, paragraph: around(0, 3) }),
    paragraphStyle('Presentation', {
      parent: body,
      display: 'Présenté par',
      text: `${size(9.5)} ${colour(ink3)}`,
      paragraph: keepNext,
    }),
    paragraphStyle('Neant', { parent: body, display: 'Rien à dire', text: colour(ink3) }),
    paragraphStyle('Issue', { parent: body, display: 'Issue du point', paragraph: note(accent, null, 7, 6) }),
    paragraphStyle('Decision', {
      parent: body,
      display: 'Décision',
      paragraph: note(decisionColour, decisionGround, 7, 6),
    }),
    paragraphStyle('Action', {
      parent: body,
      paragraph: `${note(actionColour, actionGround, 7, 3)} ${keepNext}`,
    }),
    paragraphStyle('Echeance', {
      parent: body,
      display: 'Responsable et échéance',
      text: `${size(9.5)} ${colour(ink2)}`,
      paragraph: note(actionColour, actionGround, 0, 7),
    }),
    paragraphStyle('Objet', { text: bold, paragraph: around(12, 10) }),
    paragraphStyle('DateDeLettre', {
      display: 'Date de lettre',
      paragraph: `fo:margin-left="${LETTER_RIGHT}cm"`,
    }),
    paragraphStyle('Destinataire', { paragraph: `fo:margin-left="${LETTER_RIGHT}cm" ${around(6, 0)}` }),
    paragraphStyle('Reponse', { parent: body, display: 'Réponse attendue', paragraph: around(10, 6) }),
    paragraphStyle('FormuleFinale', { parent: body, display: 'Formule finale', paragraph: keepNext }),
    paragraphStyle('Qualite', {
      display: 'Qualité du signataire',
      text: colour(ink2),
      paragraph: `fo:margin-left="${LETTER_RIGHT}cm" ${around(18, 36)} ${keepNext}`,
    }),
    paragraphStyle('Signataire', { text: bold, paragraph: `fo:margin-left="${LETTER_RIGHT}cm"` }),
    paragraphStyle('Cellule', { text: size(CELL_SIZES.usual), paragraph: around(2, 2) }),
    paragraphStyle('TitreDeCellule', { parent: 'Cellule', display: 'Titre de cellule', outline: 2 }),
    paragraphStyle('TeteDeLigne', { parent: 'Cellule', display: 'Tête de ligne' }),
    paragraphStyle('Libelle', { parent: 'Cellule', display: 'Libellé', text: colour(ink3) }),
    paragraphStyle('CelluleNombre', { parent: 'Cellule', display: 'Cellule, nombre', paragraph: toEnd }),
    paragraphStyle('TeteDeColonne', {
      parent: 'Cellule',
      display: 'Tête de colonne',
      text: `${bold} ${colour(ink2)}`,
    }),
    paragraphStyle('TeteDeColonneNombre', {
      parent: 'TeteDeColonne',
      display: 'Tête de colonne, nombre',
      paragraph: toEnd,
    }),
    paragraphStyle('PetiteCellule', {
      display: 'Petite cellule',
      text: `${size(CELL_SIZES.small)} ${hyphenated}`,
      paragraph: around(1.5, 1.5),
    }),
    paragraphStyle('PetiteCelluleNombre', {
      parent: 'PetiteCellule',
      display: 'Petite cellule, nombre',
      paragraph: toEnd,
    }),
    paragraphStyle('PetiteTeteDeColonne', {
      parent: 'PetiteCellule',
      display: 'Petite tête de colonne',
      text: `${bold} ${colour(ink2)}`,
    }),
    paragraphStyle('PetiteTeteDeColonneNombre', {
      parent: 'PetiteTeteDeColonne',
      display: 'Petite tête de colonne, nombre',
      paragraph: toEnd,
    }),
  ].join('')
}

const characterStyle = (name: string, look: string, display?: string) =>
  `<style:style style:name="${name}"${display === undefined ? '' : ` style:display-name="${display}"`} style:family="text"><style:text-properties ${look}/></style:style>`

/** Styles inside a paragraph, and of frames around pictures. */
function inlineStyles({ look }: DocumentHead): string {
  return [
    characterStyle('Gras', bold),
    characterStyle('Italique', 'fo:font-style="italic"'),
    characterStyle('GrasItalique', `${bold} fo:font-style="italic"`, 'Gras italique'),
    characterStyle('Exposant', 'style:text-position="super 65%"'),
    characterStyle('Numero', colour(look.accent), 'Numéro'),
    characterStyle(
      'Internet_20_link',
      `${colour(look.accent)} style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"`,
      'Internet link',
    ),
    '<style:style style:name="Cadre" style:family="graphic"><style:graphic-properties style:vertical-pos="middle" style:vertical-rel="text" fo:border="none" fo:padding="0cm"/></style:style>',
  ].join('')
}

const layout = (name: string) =>
  `<style:page-layout style:name="${name}"><style:page-layout-properties ${name === 'Couchee' ? 'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"' : 'fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait"'} fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.3cm" fo:margin-right="2.3cm"/>${name === 'Premiere' ? '<style:header-style/>' : '<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.3cm"/></style:header-style>'}<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>`

/** The named styles, the pages with their head and foot, and the language. */
export function stylesXml(head: DocumentHead): string {
  const words = (text: string) => escapeMarkup(text)
  const line = (style: string, inner: string) => `<text:p text:style-name="${style}">${inner}</text:p>`
  const page = `${words(head.page)} <text:page-number text:select-page="current">1</text:page-number> ${words(head.pageOf)} <text:page-count>1</text:page-count>`
  const chosen = head.look.footer === '' ? '' : line('Footer', words(head.look.footer))
  const footer = `<style:footer>${line('Footer', `${words(footWords(head))}<text:tab/>${page}`)}${chosen}</style:footer>`
  const running = line('Header', runningHead(head).map(words).join('<text:tab/>'))
  const defaults = `<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="115%" fo:orphans="2" fo:widows="2" style:tab-stop-distance="1cm"/><style:text-properties fo:font-family="${FONT}" fo:font-size="10.5pt" fo:color="${ink}" fo:language="fr" fo:country="FR" style:language-asian="fr" style:country-asian="FR" fo:hyphenate="false"/></style:default-style>`
  // A page style of its own, followed by the other one: every program understands that, a "first header" not all.
  const pages = `<style:master-page style:name="First_20_Page" style:display-name="First Page" style:page-layout-name="Premiere" style:next-style-name="Standard">${footer}</style:master-page><style:master-page style:name="Standard" style:page-layout-name="Suite"><style:header>${running}</style:header>${footer}</style:master-page><style:master-page style:name="Couchee" style:display-name="Page couchée" style:page-layout-name="Couchee"><style:header>${running}</style:header>${footer}</style:master-page>`
  return `<office:document-styles ${namespaces} office:version="1.3"><office:styles>${defaults}${namedStyles(head)}${inlineStyles(head)}</office:styles><office:automatic-styles>${layout('Premiere')}${layout('Suite')}${layout('Couchee')}</office:automatic-styles><office:master-styles>${pages}</office:master-styles></office:document-styles>`
}

/** Pages of each kind, by the ending of the style that opens them: the first of all, those that lie, those that stand again. */
const openedPages = { Debut: 'First_20_Page', Couchee: 'Couchee', Debout: 'Standard' } as const
export type PageOpening = keyof typeof openedPages

type Automatic = {
  tables: readonly { widths: readonly number[]; opens: PageOpening | null }[]
  openings: readonly { style: string; opens: PageOpening }[]
  numberings: readonly NumberedList[]
}

/** Not possible as named styles: what opens pages, squares and widths of tables, starts of numbered lists. */
export function automaticStyles({ tables, openings, numberings }: Automatic): string {
  const opened = new Map(openings.map(({ style, opens }) => [`${style}.${opens}`, { style, opens }]))
  const square = (name: string, padding: string, border: string) =>
    `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding-left="${padding}" fo:padding-right="${padding}" fo:padding-top="0cm" fo:padding-bottom="0cm"${border === '' ? '' : ` fo:border-bottom="${border}"`}/></style:style>`
  return [
    ...[...opened].map(
      ([name, { style, opens }]) =>
        `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${style}" style:master-page-name="${openedPages[opens]}"/>`,
    ),
    square('Case', '0.1cm', `0.5pt solid ${soft}`),
    square('CaseDeTete', '0.1cm', `1pt solid ${firm}`),
    square('Fait', '0cm', ''),
    '<style:style style:name="Ligne" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>',
    ...tables.map(tableStyles),
    bulletStyle,
    ...numberings.map((numbering, index) => numberStyle(listName(index + 1), numbering)),
    ...numberings.flatMap(({ of }, index) => (of === 'cells' ? [cellHeadingStyle(listName(index + 1))] : [])),
  ].join('')
}

function tableStyles({ widths, opens }: Automatic['tables'][number], index: number): string {
  const name = `Tableau${index + 1}`
  const width = widths.reduce((sum, one) => sum + one, 0)
  const columns = widths
    .map(
      (own, column) =>
        `<style:style style:name="${name}.${column + 1}" style:family="table-column"><style:table-column-properties style:column-width="${own.toFixed(3)}cm"/></style:style>`,
    )
    .join('')
  return `<style:style style:name="${name}" style:family="table"${opens === null ? '' : ` style:master-page-name="${openedPages[opens]}"`}><style:table-properties style:width="${width.toFixed(3)}cm" table:align="right" fo:margin-top="0.1cm" fo:margin-bottom="0.3cm"/></style:style>${columns}`
}
