// Styles of an OpenDocument text: the looks of the Word document under the names LibreOffice knows.
import type { DocumentHead } from '../head.ts'
import { escapeMarkup } from '../paper/escape.ts'

const urn = 'urn:oasis:names:tc:opendocument:xmlns'
export const namespaces = [
  `xmlns:office="${urn}:office:1.0"`,
  `xmlns:style="${urn}:style:1.0"`,
  `xmlns:text="${urn}:text:1.0"`,
  `xmlns:table="${urn}:table:1.0"`,
  `xmlns:fo="${urn}:xsl-fo-compatible:1.0"`,
  `xmlns:meta="${urn}:meta:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

const FONT = 'Calibri, Carlito, sans-serif'
/** Width of the text of an A4 page less its margins, in centimetres. */
const TEXT_WIDTH = 16.4

type Look = { parent?: string; display?: string; text?: string; paragraph?: string; outline?: number }

function paragraphStyle(name: string, { parent, display, text, paragraph, outline }: Look): string {
  return `<style:style style:name="${name}" style:family="paragraph"${display === undefined ? '' : ` style:display-name="${display}"`}${parent === undefined ? '' : ` style:parent-style-name="${parent}"`}${outline === undefined ? '' : ` style:default-outline-level="${outline}"`}><style:paragraph-properties ${paragraph ?? ''}/><style:text-properties ${text ?? ''}/></style:style>`
}

const bold = 'fo:font-weight="bold"'
const size = (points: number) => `fo:font-size="${points}pt"`
const colour = (value: string) => `fo:color="#${value}"`
const around = (before: number, after: number) => `fo:margin-top="${before}pt" fo:margin-bottom="${after}pt"`
const tinted = (value: string) =>
  `fo:margin-left="0.35cm" fo:padding-left="0.25cm" fo:border-left="2.25pt solid #${value}" ${around(7, 3)} fo:keep-together="always"`

/** Head and foot of pages: what stands on the right is parted by a tab. */
const running = (name: string) =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="${TEXT_WIDTH}cm" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties ${size(8.5)} ${colour('54666d')}/></style:style>`

const named = [
  paragraphStyle('Standard', {}),
  paragraphStyle('Text_20_body', { parent: 'Standard', display: 'Text body', paragraph: around(0, 6) }),
  paragraphStyle('Title', {
    parent: 'Standard',
    text: `${size(22)} ${bold}`,
    paragraph: `${around(12, 3)} fo:keep-with-next="always"`,
  }),
  paragraphStyle('Subtitle', {
    parent: 'Standard',
    text: `${size(13)} ${colour('3f5158')}`,
    paragraph: around(0, 8),
  }),
  ...[15, 13, 11.5, 10.5].map((points, index) =>
    paragraphStyle(`Heading_20_${index + 1}`, {
      parent: 'Standard',
      display: `Heading ${index + 1}`,
      outline: index + 1,
      text: `${size(points)} ${bold}`,
      paragraph: `${around(18 - 3 * index, 6 - index)} fo:keep-with-next="always"`,
    }),
  ),
  running('Header'),
  running('Footer'),
  paragraphStyle('Quotations', {
    parent: 'Text_20_body',
    text: colour('3f5158'),
    paragraph: 'fo:margin-left="0.7cm" fo:margin-right="0.7cm"',
  }),
  paragraphStyle('Emetteur', {
    parent: 'Standard',
    display: 'Émetteur',
    text: `${bold} ${colour('0a5a66')}`,
  }),
  paragraphStyle('Mention', { parent: 'Standard', text: colour('3f5158') }),
  paragraphStyle('Synthese', { parent: 'Text_20_body', display: 'Synthèse', text: colour('3f5158') }),
  paragraphStyle('Presentation', {
    parent: 'Text_20_body',
    display: 'Présenté par',
    text: `${size(9.5)} ${colour('54666d')}`,
    paragraph: 'fo:keep-with-next="always"',
  }),
  paragraphStyle('Neant', { parent: 'Text_20_body', display: 'Rien à dire', text: colour('54666d') }),
  paragraphStyle('Issue', { parent: 'Text_20_body', display: 'Issue du point', paragraph: tinted('0a5a66') }),
  paragraphStyle('Decision', { parent: 'Text_20_body', display: 'Décision', paragraph: tinted('76306a') }),
  paragraphStyle('Action', { parent: 'Text_20_body', paragraph: tinted('1d558f') }),
  paragraphStyle('Echeance', {
    parent: 'Action',
    display: 'Responsable et échéance',
    text: `${size(9.5)} ${colour('3f5158')}`,
  }),
  paragraphStyle('Cellule', { parent: 'Standard', text: size(9.5), paragraph: around(2, 2) }),
  paragraphStyle('CelluleNombre', {
    parent: 'Cellule',
    display: 'Cellule, nombre',
    paragraph: 'fo:text-align="end"',
  }),
  paragraphStyle('TeteDeColonne', {
    parent: 'Cellule',
    display: 'Tête de colonne',
    text: `${bold} ${colour('3f5158')}`,
  }),
].join('')

const inline = [
  '<style:style style:name="Gras" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
  '<style:style style:name="Italique" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>',
  '<style:style style:name="GrasItalique" style:display-name="Gras italique" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-style="italic"/></style:style>',
  '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="#0a5a66" style:text-underline-style="solid"/></style:style>',
].join('')

/** The named styles, the page with its head and foot, and the language. */
export function stylesXml(head: DocumentHead): string {
  const foot = [head.reference, head.mention, head.sampleMark].filter((part) => part !== '').join('  ·  ')
  const page = `${escapeMarkup(head.page)} <text:page-number text:select-page="current"/> ${escapeMarkup(head.pageOf)} <text:page-count/>`
  const footer = `<style:footer><text:p text:style-name="Footer">${escapeMarkup(foot)}<text:tab/>${page}</text:p></style:footer>`
  const running = `<text:p text:style-name="Header">${escapeMarkup(head.bodyName)}<text:tab/>${escapeMarkup(head.runningTitle)}</text:p>`
  const defaults = `<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="115%" fo:orphans="2" fo:widows="2"></style:paragraph-properties><style:text-properties fo:font-family="${FONT}" fo:font-size="10.5pt" fo:color="#13232a" fo:language="fr" fo:country="FR" fo:hyphenate="false"/></style:default-style>`
  const layout = `<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.3cm" fo:margin-right="2.3cm"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.3cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>`
  return `<office:document-styles ${namespaces} office:version="1.3"><office:styles>${defaults}${named}${inline}</office:styles><office:automatic-styles>${layout}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header>${running}</style:header><style:header-first/>${footer}</style:master-page></office:master-styles></office:document-styles>`
}

/** Widths of tables and numbered lists: what cannot be a named style. */
export function automaticStyles(tables: readonly (readonly number[])[], starts: readonly number[]): string {
  return (
    '<style:style style:name="Case" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border-bottom="0.5pt solid #d3dcde"/></style:style>' +
    tables.map(tableStyles).join('') +
    bulletStyle +
    starts.map((start, index) => numberStyle(`Numeros${index + 1}`, start)).join('')
  )
}

function tableStyles(weights: readonly number[], index: number): string {
  const name = `Tableau${index + 1}`
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const columns = weights
    .map(
      (weight, column) =>
        `<style:style style:name="${name}.${column + 1}" style:family="table-column"><style:table-column-properties style:column-width="${((TEXT_WIDTH * weight) / total).toFixed(3)}cm"/></style:style>`,
    )
    .join('')
  return `<style:style style:name="${name}" style:family="table"><style:table-properties style:width="${TEXT_WIDTH}cm" table:align="margins"/></style:style>${columns}`
}

const depths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const indent = (depth: number) =>
  `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${(0.65 * depth).toFixed(2)}cm" fo:text-indent="-0.5cm" fo:margin-left="${(0.65 * depth).toFixed(2)}cm"/></style:list-level-properties>`

const bulletStyle = `<text:list-style style:name="Puces">${depths
  .map(
    (depth) =>
      `<text:list-level-style-bullet text:level="${depth}" text:bullet-char="${depth % 2 === 1 ? '•' : '–'}">${indent(depth)}</text:list-level-style-bullet>`,
  )
  .join('')}</text:list-style>`

function numberStyle(name: string, start: number): string {
  const levels = depths
    .map(
      (depth) =>
        `<text:list-level-style-number text:level="${depth}" style:num-format="1" style:num-suffix="."${depth === 1 ? ` text:start-value="${start}"` : ''}>${indent(depth)}</text:list-level-style-number>`,
    )
    .join('')
  return `<text:list-style style:name="${name}">${levels}</text:list-style>`
}
