import {
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
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
import { type Box, lineBox, PROMPT_STYLE, paragraphsBox } from './answer-box.ts'

const LABEL_WIDTH = convertMillimetersToTwip(52)
const ANSWER_WIDTH = convertMillimetersToTwip(118)
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '8A949E' }
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE }

/** Answers to choose from; every other question is answered freely. */
const choices: Partial<Record<SheetField, readonly string[]>> = {
  nature: Object.values(sheetNatures),
  stage: Object.values(sheetStages),
}

/** The bytes of a docx; `answers` in the words of the sheet, empty where nothing is known. */
export async function writeSheet(
  answers: SheetAnswers,
  body: { name: string; email: string },
): Promise<Uint8Array> {
  const document = new Document({
    title: text.title,
    creator: body.name,
    lastModifiedBy: body.name,
    styles: {
      default: {
        document: {
          run: {
            font: 'Calibri',
            size: 22,
            language: { value: 'fr-FR', eastAsia: 'fr-FR', bidirectional: 'ar-SA' },
          },
          paragraph: { spacing: { after: 60, line: 264 } },
        },
        title: { run: { size: 36, bold: true, color: '12323A' }, paragraph: { spacing: { after: 120 } } },
        heading1: {
          run: { size: 26, bold: true, color: '0F5A66' },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
      },
      characterStyles: [
        { id: PROMPT_STYLE, name: 'Placeholder Text', run: { color: '5A6670', italics: true } },
      ],
    },
    sections: [
      {
        properties: {
          page: { margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } },
        },
        footers: { default: new Footer({ children: [pageFoot()] }) },
        children: [
          new Paragraph({ text: text.title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: text.intro(body.name) }),
          new Paragraph({ text: body.email === '' ? text.sendBack : text.sendTo(body.email) }),
          ...part('subject', answers, 1),
          ...part('project', answers, 100),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function pageFoot(): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({
        children: [`${text.title} · `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
        size: 18,
      }),
    ],
  })
}

function part(name: SheetPart, answers: SheetAnswers, firstId: number): (Paragraph | Table)[] {
  const questions = sheetQuestions.filter((question) => question.part === name)
  const rows = questions.map(
    ({ field, label }, index) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(LABEL_WIDTH, [
            new Paragraph({ children: [new TextRun({ text: label, bold: true })] }),
            ...help(field),
          ]),
          cell(ANSWER_WIDTH, [
            box({
              id: firstId + index,
              tag: field,
              title: label,
              answer: answers[field],
              prompt: sheetPrompts.type,
            }),
          ]),
        ],
      }),
  )
  return [
    new Paragraph({ text: sheetParts[name], heading: HeadingLevel.HEADING_1 }),
    new Table({
      layout: TableLayoutType.FIXED,
      columnWidths: [LABEL_WIDTH, ANSWER_WIDTH],
      width: { size: LABEL_WIDTH + ANSWER_WIDTH, type: WidthType.DXA },
      rows: [headRow(), ...rows],
    }),
  ]
}

function help(field: SheetField): Paragraph[] {
  const words = text.help[field]
  return words === undefined ? [] : [new Paragraph({ children: [new TextRun({ text: words, size: 18 })] })]
}

/** A line, a list to choose from, or as many paragraphs as it takes. */
function box(one: Omit<Box, 'tag'> & { tag: SheetField }): Paragraph {
  const list = choices[one.tag]
  if (list !== undefined) return lineBox({ ...one, prompt: sheetPrompts.choose, choices: list })
  return LONG.has(one.tag) ? paragraphsBox(one) : lineBox(one)
}

const LONG: ReadonlySet<SheetField> = new Set(['purpose', 'localImpact', 'regulatorySide', 'askedOfBody'])

/** Repeated on each page, and read as the header of the columns. */
function headRow(): TableRow {
  const head = (words: string, width: number) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders: BORDERS,
      shading: { fill: 'E4EEF0' },
      margins: MARGINS,
      children: [new Paragraph({ children: [new TextRun({ text: words, bold: true })] })],
    })
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [head(text.question, LABEL_WIDTH), head(text.answer, ANSWER_WIDTH)],
  })
}

const MARGINS = { top: 60, bottom: 60, left: 110, right: 110 }

function cell(width: number, children: Paragraph[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: BORDERS,
    margins: MARGINS,
    children,
  })
}
