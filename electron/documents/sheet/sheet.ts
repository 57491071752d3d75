import {
  type SheetAnswers,
  type SheetField,
  type SheetPart,
  sheetNatures,
  sheetParts,
  sheetPrompts,
  sheetQuestions,
  sheetStages,
} from '../../domain/attendance/sheet.ts'
import { sheetText as text } from '../text/sheet.ts'
import { FORM_WIDTH, formStyles, writeForm } from '../word/form.ts'
import { paragraphXml, run } from '../word/xml.ts'
import { type Box, lineBox, paragraphsBox } from './answer-box.ts'

/** Twentieths of a point: 52 mm. */
const LABEL_WIDTH = 2948
const WIDTHS = [LABEL_WIDTH, FORM_WIDTH - LABEL_WIDTH] as const

/** Answers to choose from; every other question is answered freely. */
const choices: Partial<Record<SheetField, readonly string[]>> = {
  nature: Object.values(sheetNatures),
  stage: Object.values(sheetStages),
}

/** The bytes of a docx; `answers` in the words of the sheet, empty where nothing is known. */
export function writeSheet(answers: SheetAnswers, body: { name: string; email: string }): Uint8Array {
  return writeForm({
    title: text.title,
    author: body.name,
    description: '',
    foot: text.title,
    body: [
      paragraphXml(formStyles.title, run(text.title)),
      paragraphXml(null, run(text.intro(body.name))),
      paragraphXml(null, run(body.email === '' ? text.sendBack : text.sendTo(body.email))),
      part('subject', answers, 1),
      part('project', answers, 100),
    ].join(''),
  })
}

function part(name: SheetPart, answers: SheetAnswers, firstId: number): string {
  const rows = sheetQuestions
    .filter((question) => question.part === name)
    .map(({ field, label }, index) => {
      const question = paragraphXml(null, run(label, formStyles.strong)) + help(field)
      const answer = box({
        id: firstId + index,
        tag: field,
        title: label,
        answer: answers[field],
        prompt: sheetPrompts.type,
      })
      return row([question, answer], '', '')
    })
  const grid = WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const table = `<w:tbl><w:tblPr><w:tblW w:w="${FORM_WIDTH}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>${margins}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${headRow}${rows.join('')}</w:tbl>`
  return paragraphXml(formStyles.headings[0], run(sheetParts[name])) + table
}

function help(field: SheetField): string {
  const words = text.help[field]
  return words === undefined ? '' : paragraphXml(null, run(words, formStyles.help))
}

/** A line, a list to choose from, or as many paragraphs as it takes. */
function box(one: Omit<Box, 'tag'> & { tag: SheetField }): string {
  const list = choices[one.tag]
  if (list !== undefined) return lineBox({ ...one, prompt: sheetPrompts.choose, choices: list })
  return LONG.has(one.tag) ? paragraphsBox(one) : lineBox(one)
}

const LONG: ReadonlySet<SheetField> = new Set(['purpose', 'localImpact', 'regulatorySide', 'askedOfBody'])

function row(cells: readonly [string, string], rowLook: string, cellLook: string): string {
  const all = cells.map(
    (inner, column) =>
      `<w:tc><w:tcPr><w:tcW w:w="${WIDTHS[column] ?? 0}" w:type="dxa"/>${cellLook}</w:tcPr>${inner}</w:tc>`,
  )
  return `<w:tr><w:trPr><w:cantSplit/>${rowLook}</w:trPr>${all.join('')}</w:tr>`
}

/** Repeated on each page, and read as the header of the columns. */
const headRow = row(
  [
    paragraphXml(null, run(text.question, formStyles.strong)),
    paragraphXml(null, run(text.answer, formStyles.strong)),
  ],
  '<w:tblHeader/>',
  '<w:shd w:val="clear" w:color="auto" w:fill="E4EEF0"/>',
)

const borders = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8A949E"/>`).join('')}</w:tblBorders>`

const margins = `<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="110" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar>`
