// Every look is a named style, so that a colleague changes one and the whole follows. Names that Word has itself
// (Title, heading 1, Body Text…) are shown in the language of its menus: Titre, Titre 1…
import type { DocumentHead } from '../head.ts'
import { CELL_SIZES } from '../paper/column-widths.ts'
import { escapeMarkup } from '../paper/escape.ts'
import type { ParagraphRole } from '../paper/paper.ts'
import { namespaces, RAISED, RAISED_LOOK, XML } from './xml.ts'

/** Colours that no setting changes (resources/typst/house.typ), without the sign. */
const ink = '13232A'
const ink2 = '3F5158'
const ink3 = '54666D'
const soft = 'D3DCDE'
const firm = '7F9096'

/** Present on every desk with an office program; LibreOffice has a face of the same widths. */
export const FONT = 'Calibri'

/** Width of the text, in twentieths of a point: A4 less its margins. */
export const MARGIN = 1304
export const TEXT_WIDTH = 11_906 - 2 * MARGIN
/** The same of a page that lies. */
export const ACROSS_WIDTH = 16_838 - 2 * MARGIN
/** Room of the number before a heading or an item. */
export const NUMBER_WIDTH = 567
/** Left edge of what stands on the right of a letter. */
const LETTER_RIGHT = 5000

/** Style of each role. */
export const roleStyles: Readonly<Record<ParagraphRole, string>> = {
  body: 'Corps',
  issuer: 'Emetteur',
  mention: 'Mention',
  subtitle: 'SousTitre',
  state: 'Etat',
  notice: 'Avertissement',
  summary: 'Synthese',
  presented: 'Presentation',
  empty: 'Neant',
  outcome: 'Issue',
  decision: 'Decision',
  action: 'Action',
  foot: 'Echeance',
  dated: 'DateDeLettre',
  addressee: 'Destinataire',
  reply: 'Reponse',
  farewell: 'FormuleFinale',
  quality: 'Qualite',
  signature: 'Signature',
}

/** A kind of paragraph, the name of which is not the name of a role. */
export const styleIds = {
  title: 'Titre',
  subject: 'Objet',
  logos: 'Logos',
  picture: 'Image',
  quote: 'Citation',
  list: 'Liste',
  cell: 'Cellule',
  cellHeading: 'TitreDeCellule',
  numberCell: 'CelluleNombre',
  rowHead: 'TeteDeLigne',
  factLabel: 'Libelle',
  columnHead: 'TeteDeColonne',
  numberColumnHead: 'TeteDeColonneNombre',
  smallCell: 'PetiteCellule',
  smallNumberCell: 'PetiteCelluleNombre',
  smallColumnHead: 'PetiteTeteDeColonne',
  smallNumberColumnHead: 'PetiteTeteDeColonneNombre',
  space: 'ApresTableau',
  header: 'EnTete',
  footer: 'PiedDePage',
  table: 'Tableau',
  facts: 'TableauFaits',
} as const
/** Style of an item in a list of items, by its depth. */
export const pointStyle = (depth: number) => `Point${depth}`
/** Style of what follows the first paragraph of an entry, by the depth of its list. */
export const listContinue = (depth: number) => `ListeSuite${depth + 1}`

/** Character styles: the only looks inside a paragraph. */
export const spanStyles = {
  bold: 'Gras',
  italic: 'Italique',
  both: 'GrasItalique',
  link: 'Lien',
  number: 'Numero',
} as const

type Paragraph = { name: string; on?: string; next?: string; p?: string; r?: string }

export const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
export const colour = (value: string) => `<w:color w:val="${value}"/>`
export const bold = '<w:b/><w:bCs/>'
export const spacing = (before: number, after: number) =>
  `<w:spacing w:before="${before}" w:after="${after}"/>`
export const keepNext = '<w:keepNext/>'
const toEnd = '<w:jc w:val="right"/>'

/** A note with a colour at its edge and on its ground; never cut over two pages. */
const note = (edge: string, ground: string | null, before: number, after: number) =>
  `<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="${edge}"/></w:pBdr>${ground === null ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${ground}"/>`}<w:spacing w:before="${before}" w:after="${after}"/><w:ind w:left="200"/>`

function paragraphStyles({ look }: DocumentHead): Record<string, Paragraph> {
  const hex = (value: string) => value.slice(1).toUpperCase()
  const accent = hex(look.accent)
  const decision = [hex(look.decisionColour), hex(look.decisionGround)] as const
  const action = [hex(look.actionColour), hex(look.actionGround)] as const
  const heading = (level: number, points: number, before: number, after: number): Paragraph => ({
    name: `heading ${level}`,
    next: 'Corps',
    p: `${keepNext}<w:keepLines/><w:tabs><w:tab w:val="left" w:pos="${NUMBER_WIDTH}"/></w:tabs><w:suppressAutoHyphens/>${spacing(before, after)}<w:outlineLvl w:val="${level - 1}"/>`,
    r: bold + size(points),
  })
  const point = (depth: number): Paragraph => ({
    name: `Point ${depth}`,
    p: `<w:tabs><w:tab w:val="left" w:pos="${NUMBER_WIDTH * depth}"/></w:tabs>${spacing(0, depth === 1 ? 80 : 40)}<w:ind w:left="${NUMBER_WIDTH * depth}" w:hanging="${NUMBER_WIDTH}"/>`,
    ...(depth === 1 ? {} : { r: colour(ink2) }),
  })
  return {
    Corps: { name: 'Body Text', p: spacing(0, 120) },
    Titre: {
      name: 'Title',
      next: 'SousTitre',
      p: `${keepNext}<w:keepLines/><w:suppressAutoHyphens/>${spacing(240, 60)}`,
      r: bold + size(44),
    },
    SousTitre: { name: 'Subtitle', next: 'Corps', p: spacing(0, 160), r: colour(ink2) + size(26) },
    Titre1: heading(1, 30, 360, 120),
    Titre2: heading(2, 26, 280, 100),
    Titre3: heading(3, 23, 220, 80),
    Titre4: heading(4, 21, 180, 60),
    [styleIds.logos]: {
      name: 'Logos',
      p: `<w:tabs><w:tab w:val="right" w:pos="${TEXT_WIDTH}"/></w:tabs>${spacing(0, 160)}`,
    },
    Emetteur: { name: 'Émetteur', r: bold + colour(accent) },
    Mention: { name: 'Mention', r: colour(ink2) },
    Etat: { name: 'État du document', p: spacing(0, 60), r: bold + colour(ink2) },
    Avertissement: { name: 'Avertissement', p: spacing(0, 120), r: colour(ink2) },
    Synthese: { name: 'Synthèse', on: 'Corps', r: colour(ink2) },
    ...Object.fromEntries([1, 2, 3].map((depth) => [pointStyle(depth), point(depth)])),
    Presentation: { name: 'Présenté par', on: 'Corps', p: keepNext, r: colour(ink3) + size(19) },
    Neant: { name: 'Rien à dire', on: 'Corps', r: colour(ink3) },
    Issue: { name: 'Issue du point', on: 'Corps', p: note(accent, null, 140, 120) },
    Decision: { name: 'Décision', on: 'Corps', p: note(...decision, 140, 120) },
    // Who does it and by when stands on its page.
    Action: { name: 'Action', on: 'Corps', p: keepNext + note(...action, 140, 60) },
    Echeance: {
      name: 'Responsable et échéance',
      on: 'Corps',
      p: note(...action, 0, 140),
      r: colour(ink2) + size(19),
    },
    [styleIds.subject]: { name: 'Objet', next: 'Corps', p: spacing(480, 200), r: bold },
    DateDeLettre: {
      name: 'Date de lettre',
      p: `${spacing(240, 0)}<w:ind w:left="${LETTER_RIGHT}"/><w:contextualSpacing/>`,
    },
    Destinataire: {
      name: 'Destinataire',
      p: `${keepNext}${spacing(480, 0)}<w:ind w:left="${LETTER_RIGHT}"/><w:contextualSpacing/>`,
    },
    Reponse: { name: 'Réponse attendue', on: 'Corps', p: spacing(200, 120) },
    FormuleFinale: { name: 'Formule finale', on: 'Corps', p: keepNext },
    Qualite: {
      name: 'Qualité du signataire',
      p: `${keepNext}${spacing(360, 720)}<w:ind w:left="${LETTER_RIGHT}"/>`,
      r: colour(ink2),
    },
    Signature: { name: 'Signature', p: `<w:keepLines/><w:ind w:left="${LETTER_RIGHT}"/>`, r: bold },
    [styleIds.picture]: { name: 'Image', next: 'Corps', p: spacing(120, 160) },
    [styleIds.quote]: {
      name: 'Quote',
      on: 'Corps',
      p: '<w:ind w:left="400" w:right="400"/>',
      r: colour(ink2),
    },
    [styleIds.list]: { name: 'List Paragraph', on: 'Corps', p: spacing(0, 60) },
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_, depth) => [
        listContinue(depth),
        {
          name: depth === 0 ? 'List Continue' : `List Continue ${depth + 1}`,
          on: styleIds.list,
          p: `<w:ind w:left="${LIST_STEP * (depth + 1)}"/>`,
        },
      ]),
    ),
    [styleIds.cell]: {
      name: 'Cellule',
      p: `<w:suppressAutoHyphens/>${spacing(40, 40)}`,
      r: size(2 * CELL_SIZES.usual),
    },
    [styleIds.cellHeading]: {
      name: 'Titre de cellule',
      on: styleIds.cell,
      p: '<w:outlineLvl w:val="1"/>',
    },
    [styleIds.numberCell]: { name: 'Cellule, nombre', on: styleIds.cell, p: toEnd },
    [styleIds.rowHead]: { name: 'Tête de ligne', on: styleIds.cell },
    [styleIds.factLabel]: { name: 'Libellé', on: styleIds.cell, r: colour(ink3) },
    [styleIds.columnHead]: {
      name: 'Tête de colonne',
      on: styleIds.cell,
      p: keepNext,
      r: bold + colour(ink2),
    },
    [styleIds.numberColumnHead]: { name: 'Tête de colonne, nombre', on: styleIds.columnHead, p: toEnd },
    // Words that are too long for their column are parted here, by the rules of the language.
    [styleIds.smallCell]: { name: 'Petite cellule', p: spacing(30, 30), r: size(2 * CELL_SIZES.small) },
    [styleIds.smallNumberCell]: { name: 'Petite cellule, nombre', on: styleIds.smallCell, p: toEnd },
    [styleIds.smallColumnHead]: {
      name: 'Petite tête de colonne',
      on: styleIds.smallCell,
      p: keepNext,
      r: bold + colour(ink2),
    },
    [styleIds.smallNumberColumnHead]: {
      name: 'Petite tête de colonne, nombre',
      on: styleIds.smallColumnHead,
      p: toEnd,
    },
    [styleIds.space]: { name: 'Après un tableau', r: size(12) },
    [styleIds.header]: {
      name: 'header',
      p: `<w:tabs><w:tab w:val="right" w:pos="${TEXT_WIDTH}"/></w:tabs>`,
      r: colour(ink3) + size(17),
    },
    [styleIds.footer]: {
      name: 'footer',
      p: `<w:tabs><w:tab w:val="right" w:pos="${TEXT_WIDTH}"/></w:tabs>`,
      r: colour(ink3) + size(17),
    },
  }
}

/** Indent of each level of a list, and how far its mark hangs. */
export const LIST_STEP = 360
export const LIST_HANG = 260

/** Names that Word knows itself. */
const builtIn =
  /^(Body Text|Title|Subtitle|heading \d|Quote|List Paragraph|List Continue( \d)?|header|footer|Signature)$/

/** Order of the properties inside each: that of ECMA-376 part 1, 17.7.4.17. */
function paragraphStyle(id: string, { name, on = 'Normal', next, p, r }: Paragraph): string {
  return `<w:style w:type="paragraph"${builtIn.test(name) ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${escapeMarkup(name)}"/><w:basedOn w:val="${on}"/>${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/>${p === undefined ? '' : `<w:pPr>${p}</w:pPr>`}${r === undefined ? '' : `<w:rPr>${r}</w:rPr>`}</w:style>`
}

const characterStyle = (id: string, name: string, look: string) =>
  `<w:style w:type="character"${id === spanStyles.link ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:rPr>${look}</w:rPr></w:style>`

const line = (side: string, weight: number, value: string) =>
  `<w:${side} w:val="single" w:sz="${weight}" w:space="0" w:color="${value}"/>`
/** What keeps the words of a cell from its edges. */
export const cellMargins = (sides: number) =>
  `<w:tblCellMar><w:left w:w="${sides}" w:type="dxa"/><w:right w:w="${sides}" w:type="dxa"/></w:tblCellMar>`

const tableStyles = [
  `<w:style w:type="table" w:default="1" w:styleId="TableauNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>${cellMargins(108)}</w:tblPr></w:style>`,
  `<w:style w:type="table" w:customStyle="1" w:styleId="${styleIds.table}"><w:name w:val="Tableau de document"/><w:basedOn w:val="TableauNormal"/><w:qFormat/><w:tblPr><w:tblBorders>${line('bottom', 4, soft)}${line('insideH', 4, soft)}</w:tblBorders>${cellMargins(80)}</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${line('bottom', 8, firm)}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>`,
  `<w:style w:type="table" w:customStyle="1" w:styleId="${styleIds.facts}"><w:name w:val="Tableau de faits"/><w:basedOn w:val="TableauNormal"/><w:qFormat/><w:tblPr>${cellMargins(0)}</w:tblPr></w:style>`,
].join('')

/** The part `word/styles.xml`. */
export function stylesXml(head: DocumentHead): string {
  const accent = head.look.accent.slice(1).toUpperCase()
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/><w:color w:val="${ink}"/>${size(21)}<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="character" w:default="1" w:styleId="PoliceParDefaut"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
  const paragraphs = Object.entries(paragraphStyles(head)).map(([id, style]) => paragraphStyle(id, style))
  const characters = [
    characterStyle(spanStyles.bold, 'Gras', bold),
    characterStyle(spanStyles.italic, 'Italique', '<w:i/><w:iCs/>'),
    characterStyle(spanStyles.both, 'Gras italique', `${bold}<w:i/><w:iCs/>`),
    characterStyle(spanStyles.link, 'Hyperlink', `${colour(accent)}<w:u w:val="single"/>`),
    characterStyle(spanStyles.number, 'Numéro', colour(accent)),
    characterStyle(RAISED, 'Exposant', RAISED_LOOK),
  ]
  return `${XML}<w:styles ${namespaces}>${defaults}${normal}${paragraphs.join('')}${characters.join('')}${tableStyles}</w:styles>`
}
