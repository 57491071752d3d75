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
import { plainLine } from '../understanding/plain-line.ts'
import { type SheetLine, sheetLines } from './sheet-lines.ts'

/** Other words for a question, folded, as such sheets are written elsewhere. */
const OTHER_WORDS: Readonly<Record<SheetField, readonly string[]>> = {
  title: ['intitule', 'titre', 'titre du sujet', 'sujet', 'sujet propose', 'intitule du point'],
  requester: ['demande par', 'personne qui demande', 'nom du demandeur', 'contact', 'presente par'],
  organisation: ['organisme', 'structure', 'organisme demandeur', 'direction', 'association'],
  nature: ['nature', 'type de passage', 'attendu du passage', 'pour avis information ou decision'],
  duration: ['duree', 'duree demandee', 'temps souhaite', 'temps de passage', 'duree estimee'],
  projectTitle: ['projet', 'titre du projet', 'intitule du projet'],
  projectOwner: ['porteur', 'chef de projet', 'responsable du projet', 'presentateur', 'intervenant'],
  projectOrganisation: ['direction porteuse', 'organisme du porteur', 'administration porteuse'],
  stage: ['avancement', 'etat d avancement', 'etape', 'stade du projet', 'phase du projet'],
  purpose: [
    'objet',
    'description',
    'description du projet',
    'objectifs',
    'presentation du projet',
    'contexte',
  ],
  localImpact: ['effets', 'impacts', 'impact pour les collectivites', 'consequences pour les collectivites'],
  regulatorySide: ['aspects reglementaires', 'volet reglementaire', 'cadre juridique', 'textes concernes'],
  askedOfBody: ['demande a l instance', 'attendu de l instance', 'ce qui est attendu', 'attentes', 'demande'],
}

const EMPTY_WORDS = new Set(
  'a au aux ce ces d de des du en est et l la le les ou par pour qui quoi se son sa un une votre vos'.split(
    ' ',
  ),
)

const labels = sheetQuestions.flatMap(({ field, label }) =>
  [label, ...OTHER_WORDS[field]].map((words) => ({ field, words: wordsOf(words) })),
)

/** Questions that a label may ask, with how well it does: 1 = the very words. */
function questionsOf(label: string): { field: SheetField; score: number }[] {
  const wanted = wordsOf(label)
  const best = new Map<SheetField, number>()
  if (wanted.length === 0 || wanted.length > 12) return []
  for (const { field, words } of labels) {
    const common = wanted.filter((word) => words.some((other) => sameWord(word, other))).length
    const score = (2 * Math.min(common, words.length)) / (wanted.length + words.length)
    if (score > (best.get(field) ?? 0)) best.set(field, score)
  }
  return [...best].map(([field, score]) => ({ field, score }))
}

function wordsOf(text: string): string[] {
  const words = plainLine(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map((word) => word.replace(/[sx]$/, '')))]
}

/** "réglementaires" and "réglementation" are one word here. */
function sameWord(a: string, b: string): boolean {
  return a === b || (a.length > 6 && b.length > 6 && a.slice(0, 6) === b.slice(0, 6))
}

const prompts = new Set(Object.values(sheetPrompts).map(plainLine))
const isPrompt = (text: string) => prompts.has(plainLine(text))
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
  return Object.values(sheetParts).some((part) => plainLine(part) === plainLine(text))
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
