import { itemNatureWords } from '../../domain/agenda/agenda-words.ts'
import {
  type SheetAnswers,
  type SheetField,
  type SheetPart,
  sheetParts,
  sheetPrompts,
  sheetQuestions,
} from '../../domain/attendance/sheet.ts'
import { projectStageWords } from '../../domain/projects/project-words.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { sheetText as text } from '../text/sheet.ts'
import { FORM_WIDTH, formStyles, writeForm } from '../word/form.ts'
import { paragraphXml, run } from '../word/xml.ts'

/** Twentieths of a point: 52 mm. */
const LABEL_WIDTH = 2948
const WIDTHS = [LABEL_WIDTH, FORM_WIDTH - LABEL_WIDTH] as const

/** Answers to choose from; every other question is answered freely. */
const choices: Partial<Record<SheetField, readonly string[]>> = {
  nature: Object.values(itemNatureWords),
  stage: Object.values(projectStageWords),
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

type Box = {
  /** Number and name of the box in the document: what another program finds it by. */
  id: number
  tag: string
  /** Said by Word and by screen readers when the box is entered. */
  title: string
  /** Empty: the box shows its prompt, which typing replaces. */
  answer: string
  prompt: string
  /** Answers to choose from; typed in freely without them. */
  choices?: readonly string[]
}

/** A paragraph with a box in it, for an answer of one line (`w:sdt`, ECMA-376 part 1, 17.5.2.31). */
function lineBox(box: Box): string {
  const kind =
    box.choices === undefined
      ? '<w:text/>'
      : `<w:dropDownList>${box.choices.map((choice) => `<w:listItem w:displayText="${escapeMarkup(choice)}" w:value="${escapeMarkup(choice)}"/>`).join('')}</w:dropDownList>`
  return paragraphXml(null, control(box, kind, words(box, box.answer.replaceAll('\n', ' '))))
}

/** A box that holds as many paragraphs as one types (17.5.2.29). */
function paragraphsBox(box: Box): string {
  const lines = box.answer.split('\n').map((line) => paragraphXml(null, words(box, line)))
  return control(box, '', lines.join(''))
}

function control({ title, tag, id, answer }: Box, kind: string, content: string): string {
  const empty = answer === '' ? '<w:showingPlcHdr/>' : ''
  return `<w:sdt><w:sdtPr><w:alias w:val="${escapeMarkup(title)}"/><w:tag w:val="${tag}"/><w:id w:val="${id}"/>${empty}${kind}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
}

function words({ answer, prompt }: Box, line: string): string {
  return answer === '' ? run(prompt, formStyles.prompt) : run(line)
}
