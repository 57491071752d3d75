// Styles of a Word document: every look is a named style, so that a colleague changes one and the whole follows.
import {
  AlignmentType,
  BorderStyle,
  type ILevelsOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
} from 'docx'
import type { ParagraphRole } from '../paper/paper.ts'

/** Colours of the documents (resources/typst/house.typ), without the sign. */
const ink = '13232A'
const ink2 = '3F5158'
const ink3 = '54666D'
const accent = '0A5A66'
const plum = '76306A'
const blue = '1D558F'

/** Present on every desk with an office program; LibreOffice has a face of the same widths. */
const FONT = 'Calibri'

/** Style of each role; `body` is the document's own. */
export const roleStyles: Readonly<Record<ParagraphRole, string>> = {
  body: 'Normal',
  summary: 'Synthese',
  presented: 'Presentation',
  empty: 'Neant',
  outcome: 'Issue',
  decision: 'Decision',
  action: 'Action',
  foot: 'Echeance',
}

export const QUOTE_STYLE = 'Citation'
export const CELL_STYLE = 'Cellule'
export const CELL_HEAD_STYLE = 'TeteDeColonne'
export const BULLETS = 'puces'
export const NUMBERS = 'numeros'

const tinted = (colour: string) => ({
  border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: colour } },
  indent: { left: 200 },
  spacing: { before: 140, after: 60 },
  keepLines: true,
})

const roleNames: readonly IParagraphStyleOptions[] = [
  { id: roleStyles.summary, name: 'Synthèse', basedOn: 'Normal', run: { color: ink2 } },
  {
    id: roleStyles.presented,
    name: 'Présenté par',
    basedOn: 'Normal',
    run: { color: ink3, size: 19 },
    paragraph: { keepNext: true },
  },
  { id: roleStyles.empty, name: 'Rien à dire', basedOn: 'Normal', run: { color: ink3 } },
  { id: roleStyles.outcome, name: 'Issue du point', basedOn: 'Normal', paragraph: tinted(accent) },
  { id: roleStyles.decision, name: 'Décision', basedOn: 'Normal', paragraph: tinted(plum) },
  { id: roleStyles.action, name: 'Action', basedOn: 'Normal', paragraph: tinted(blue) },
  {
    id: roleStyles.foot,
    name: 'Responsable et échéance',
    basedOn: 'Normal',
    run: { color: ink2, size: 19 },
    paragraph: { ...tinted(blue), spacing: { before: 0, after: 140 } },
  },
  {
    id: QUOTE_STYLE,
    name: 'Quote',
    basedOn: 'Normal',
    run: { color: ink2 },
    paragraph: { indent: { left: 400, right: 400 } },
  },
  {
    id: CELL_STYLE,
    name: 'Cellule',
    basedOn: 'Normal',
    run: { size: 19 },
    paragraph: { spacing: { before: 40, after: 40 } },
  },
  {
    id: CELL_HEAD_STYLE,
    name: 'Tête de colonne',
    basedOn: CELL_STYLE,
    run: { bold: true, color: ink2 },
    paragraph: { keepNext: true },
  },
]

const headingStyle = (size: number, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color: ink },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
})

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: ink, language: { value: 'fr-FR' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: {
      run: { font: FONT, size: 44, bold: true, color: ink },
      paragraph: { spacing: { before: 240, after: 60 }, keepNext: true },
    },
    heading1: headingStyle(30, 360, 120),
    heading2: headingStyle(26, 280, 100),
    heading3: headingStyle(23, 220, 80),
    heading4: headingStyle(21, 180, 60),
    hyperlink: { run: { color: accent, underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'SousTitre',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { size: 26, color: ink2 },
      paragraph: { spacing: { after: 160 } },
    },
    { id: 'Emetteur', name: 'Émetteur', basedOn: 'Normal', run: { color: accent, bold: true } },
    { id: 'Mention', name: 'Mention', basedOn: 'Normal', run: { color: ink2 } },
    { id: 'EnTete', name: 'header', basedOn: 'Normal', run: { size: 17, color: ink3 } },
    ...roleNames,
  ],
}

/** Indents in twentieths of a point, by level. */
const level = (
  depth: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
): ILevelsOptions => ({
  level: depth,
  format,
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 360 * (depth + 1), hanging: 260 } } },
})

const depths = [0, 1, 2, 3, 4, 5, 6, 7, 8]

export const bulletLevels: readonly ILevelsOptions[] = depths.map((depth) =>
  level(depth, LevelFormat.BULLET, depth % 2 === 0 ? '•' : '–'),
)

/** Levels of a numbered list that begins at `start`. */
export function numberLevels(start: number): readonly ILevelsOptions[] {
  return depths.map((depth) => ({
    ...level(depth, LevelFormat.DECIMAL, `%${depth + 1}.`),
    start: depth === 0 ? start : 1,
  }))
}
