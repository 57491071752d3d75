import { AppError } from '../../contract/errors.ts'
import {
  noAnswers,
  type SheetAnswers,
  type SheetField,
  sheetParts,
  sheetPrompts,
  sheetQuestions,
} from '../../domain/attendance/sheet.ts'
import { recognise } from '../format.ts'
import { fold } from '../understanding/fold.ts'
import { questionsOf } from './questions.ts'
import { type SheetLine, sheetLines } from './sheet-lines.ts'

const prompts = new Set(Object.values(sheetPrompts).map(fold))
const isPrompt = (text: string) => prompts.has(fold(text))
const fields = new Set<string>(Object.keys(noAnswers))
const isField = (tag: string): tag is SheetField => fields.has(tag)

/** Least agreement of a row's label, and of a paragraph, with a question. */
const ROW_SCORE = 0.5
const PARAGRAPH_SCORE = 0.8
/** Fewer questions found than this: another document. */
const LEAST_QUESTIONS = 3

/**
 * Answers by question, empty where there is none; rows may be moved, labels rewritten, the tables gone.
 * @throws AppError `file-format-unknown` when it is no such sheet, and what `recognise` refuses
 */
export function readSheet({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): SheetAnswers {
  const file = recognise(fileName, bytes)
  if (file.format !== 'docx') throw new AppError('file-format-unknown')
  const lines = sheetLines(file.archive, file.main, isPrompt)
  const asked = questionsIn(lines)
  if (new Set(asked.values()).size < LEAST_QUESTIONS) throw new AppError('file-format-unknown')
  return answersIn(lines, asked)
}

/** Labels of the sheet without an answer, in its order. */
export function unanswered(answers: SheetAnswers): string[] {
  return sheetQuestions
    .filter(({ field }) => field !== 'projectTitle' && answers[field] === '')
    .map(({ label }) => label)
}

/** Which line asks what: boxes are sure; of the others the best agreement goes first, each question once. */
function questionsIn(lines: readonly SheetLine[]): Map<SheetLine, SheetField> {
  const asked = new Map<SheetLine, SheetField>()
  const taken = new Set<SheetField>()
  for (const line of lines) {
    const tags = [...line.boxes.keys()].filter(isField)
    const [tag] = tags
    if (tags.length !== 1 || tag === undefined || taken.has(tag)) continue
    asked.set(line, tag)
    taken.add(tag)
  }
  const guesses = lines
    .filter((line) => !asked.has(line) && !isPart(labelOf(line)))
    .flatMap((line) => questionsOf(labelOf(line)).map((guess) => ({ line, ...guess })))
    .filter(({ line, score }) => score >= (line.isRow ? ROW_SCORE : PARAGRAPH_SCORE))
    .sort((a, b) => b.score - a.score)
  for (const { line, field } of guesses) {
    if (taken.has(field) || asked.has(line)) continue
    asked.set(line, field)
    taken.add(field)
  }
  return asked
}

/** First line of the first cell; of a paragraph, what stands before its colon. */
function labelOf({ isRow, cells }: SheetLine): string {
  const [first = ''] = (cells[0] ?? '').split('\n')
  if (isRow) return first
  const colon = first.search(/[\u00a0\u202f ]?[:：]/)
  return colon < 0 ? first : first.slice(0, colon)
}

function answersIn(lines: readonly SheetLine[], asked: ReadonlyMap<SheetLine, SheetField>): SheetAnswers {
  const answers = { ...noAnswers }
  let last: SheetField | null = null
  let lastWasRow = false
  for (const line of lines) {
    const field = asked.get(line)
    if (field !== undefined) {
      answers[field] = ownAnswer(line, field)
      last = field
      lastWasRow = line.isRow
      continue
    }
    // An answer cut into several rows, or written in paragraphs under its question.
    const goesOn = line.isRow ? lastWasRow && (line.cells[0] ?? '') === '' : !lastWasRow
    const more = line.isRow ? rest(line) : (line.cells[0] ?? '')
    if (last !== null && goesOn && more !== '' && !isPart(more)) answers[last] = joined(answers[last], more)
    else last = null
  }
  for (const field of Object.keys(answers) as SheetField[]) answers[field] = tidy(answers[field])
  return answers
}

function ownAnswer(line: SheetLine, field: SheetField): string {
  if (line.isRow && line.cells.length > 1) return rest(line)
  const box = line.boxes.get(field)
  if (box !== undefined && box !== '') return box
  const [text = ''] = line.cells
  const colon = text.search(/[:：]/)
  return colon < 0 ? '' : text.slice(colon + 1)
}

const rest = ({ cells }: SheetLine) =>
  cells
    .slice(1)
    .filter((cell) => cell !== '')
    .join('\n')
const joined = (before: string, more: string) => (before === '' ? more : `${before}\n${more}`)

/** The heads of the sheet's own parts are no answers. */
function isPart(text: string): boolean {
  return Object.values(sheetParts).some((part) => fold(part) === fold(text))
}

function tidy(answer: string): string {
  const words = answer
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '' && !isPrompt(line))
    .join('\n')
  // Words that people put where they have nothing to say.
  return /^(?:[-–—/.]+|n\/?a|n[ée]ant|sans objet|aucune?|rien)$/i.test(words) ? '' : words
}
