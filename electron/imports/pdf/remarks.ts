// What people wrote on the pages of a PDF (ISO 32000-2, 12.5.6: markup annotations).

import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Piece } from '../../domain/documents/drawn-pages.ts'
import { LINE_LENGTH } from '../../domain/limits.ts'
import type { PdfRemark, PdfReview } from '../../domain/minutes/pdf-review.ts'
import type { Ignored } from '../../domain/minutes/word-review.ts'
import { checkInflation } from './inflation.ts'
import { eachPage, piecesOf } from './pieces.ts'
import { checkRepeatedObjects } from './repeated-objects.ts'

const MAX_REMARKS = 2000
const MAX_WORDS = 10_000
const MAX_LINES = 20_000

/** What pdf.js tells of an annotation, as far as it is read here. */
type Annotation = {
  id?: string
  subtype?: string
  rect?: readonly number[]
  quadPoints?: ArrayLike<number> | null
  titleObj?: { str?: string } | null
  contentsObj?: { str?: string } | null
  richText?: { str?: string } | null
  overlaidText?: string
  modificationDate?: string | null
  creationDate?: string | null
  inReplyTo?: string
  replyType?: string
  state?: string | null
  stateModel?: string | null
}

/** Marks of words, notes and drawings; the others are links, fields of forms, windows of notes. */
const marks = new Set(
  'Text FreeText Highlight Underline Squiggly StrikeOut Caret Square Circle Line Polygon PolyLine Ink Stamp FileAttachment'.split(
    ' ',
  ),
)

type Box = { left: number; right: number; bottom: number; top: number }

/** @throws AppError `file-inflates`, `file-protected`, `file-damaged` */
export async function readRemarks({ bytes }: { bytes: Uint8Array }): Promise<PdfReview> {
  checkInflation(bytes)
  checkRepeatedObjects(bytes)
  const remarks: PdfRemark[] = []
  const lines: string[] = []
  let silent = 0
  let unread = 0
  const { pageCount, read } = await eachPage(bytes, async (page) => {
    const found = await ofPage(page)
    silent += found.silent
    const taken = found.remarks.slice(0, MAX_REMARKS - remarks.length)
    unread += found.remarks.length - taken.length
    remarks.push(...taken)
    lines.push(...found.lines.slice(0, MAX_LINES - lines.length))
  })
  const counts: Ignored[] = [
    { reason: 'mark', count: silent },
    // A page that was not read may hold a mark.
    { reason: 'beyond', count: unread + pageCount - read },
  ]
  return { remarks, lines, ignored: counts.filter(({ count }) => count > 0) }
}

async function ofPage(page: PDFPageProxy) {
  const annotations = ((await page.getAnnotations()) as Annotation[]).filter(({ subtype }) =>
    marks.has(subtype ?? ''),
  )
  const lines = linesOf(await piecesOf(page))
  const byId = new Map(annotations.map((one) => [one.id ?? '', one]))
  const groups = new Map<Annotation, Annotation[]>()
  const answers = new Map<Annotation, Annotation[]>()
  for (const one of annotations) {
    const root = rootOf(one, byId)
    if (root === one) groups.set(one, [one, ...(groups.get(one) ?? [])])
    else if (one.replyType === 'Group') groups.set(root, [...(groups.get(root) ?? []), one])
    else answers.set(root, [...(answers.get(root) ?? []), one])
  }
  const placed = [...groups].map(([root, group]) => ({
    box: boxOf(group.find(({ quadPoints }) => quadPoints != null) ?? root),
    remark: remarkOf(root, group, { lines, answers: answers.get(root) ?? [] }),
  }))
  const said = placed.flatMap(({ box, remark }) => (remark === null ? [] : [{ box, remark }]))
  return {
    remarks: said
      .sort((a, b) => b.box.top - a.box.top || a.box.left - b.box.left)
      .map(({ remark }) => remark),
    silent: placed.length - said.length,
    lines: lines.map(({ text }) => text),
  }
}

/** Answers to answers stand below the first; those that answer each other in a ring do not hold the reader. */
function rootOf(one: Annotation, byId: ReadonlyMap<string, Annotation>): Annotation {
  let at = one
  for (let step = 0; step < 100; step += 1) {
    const next = at.inReplyTo === undefined ? undefined : byId.get(at.inReplyTo)
    if (next === undefined || next === one) return at
    at = next
  }
  return at
}

/** Null for a mark that says nothing: a colour or a drawing without a word. */
function remarkOf(
  root: Annotation,
  group: readonly Annotation[],
  { lines, answers }: { lines: readonly Line[]; answers: readonly Annotation[] },
): PdfRemark | null {
  const words = wordsOf(root)
  const struck = group.find(({ subtype }) => subtype === 'StrikeOut')
  const hasCaret = group.some(({ subtype }) => subtype === 'Caret')
  const marked = struck ?? group.find(({ quadPoints }) => quadPoints != null) ?? root
  const covered = (marked.overlaidText ?? '').replace(/\s+/gu, ' ').trim()
  const replies = answers
    .filter((one) => wordsOf(one) !== '' && !isState(one))
    .map((one) => ({ author: authorOf(one), at: instantOf(one), text: wordsOf(one) }))
  const kind =
    struck !== undefined && covered !== ''
      ? hasCaret && words !== ''
        ? 'replace'
        : 'delete'
      : hasCaret && words !== ''
        ? 'insert'
        : 'comment'
  if (kind === 'comment' && words === '' && replies.length === 0) return null
  return {
    kind,
    author: authorOf(root),
    at: instantOf(root),
    words,
    covered,
    ...placeOf(boxOf(marked), lines),
    isResolved: answers.some(({ state }) => state === 'Completed' || state === 'Accepted'),
    replies,
  }
}

/** An answer that only says that somebody agrees, or that it is done (ISO 32000-2, 12.5.6.3). */
const isState = ({ state, stateModel }: Annotation) => (state ?? '') !== '' || (stateModel ?? '') !== ''

function wordsOf({ contentsObj, richText }: Annotation): string {
  const words = contentsObj?.str?.trim() || richText?.str?.trim() || ''
  return words.replace(/\r\n?/g, '\n').slice(0, MAX_WORDS)
}

const authorOf = ({ titleObj }: Annotation) =>
  (titleObj?.str ?? '').replace(/\s+/gu, ' ').trim().slice(0, LINE_LENGTH)

/** `D:20261120101500+01'00'`; without a zone it is the clock of the desk. */
function instantOf({ modificationDate, creationDate }: Annotation): string | null {
  const written = modificationDate || creationDate || ''
  const found =
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?\d\d)?/.exec(written.replace(/'$/, '')) ?? []
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = ''] = found
  if (year === undefined) return null
  const offset = zone.startsWith('Z') ? 'Z' : zone === '' ? '' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

function boxOf({ quadPoints, rect }: Annotation): Box {
  const quads = Array.from(quadPoints ?? [])
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect ?? []
  // The first of several: a mark of three lines stands where it begins.
  const first = quads.length >= 8 ? quads.slice(0, 8) : [x0, y0, x1, y1]
  const xs = first.filter((_, at) => at % 2 === 0)
  const ys = first.filter((_, at) => at % 2 === 1)
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) }
}

type Line = { y: number; height: number; pieces: readonly Piece[]; text: string }

/** Pieces of one height, from the top. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: Piece[][] = []
  for (const piece of sorted) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row !== undefined && first !== undefined && Math.abs(first.y - piece.y) < piece.height * 0.4)
      row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    const own = row.sort((a, b) => a.x - b.x)
    return {
      y: own[0]?.y ?? 0,
      height: Math.max(...own.map(({ height }) => height)),
      pieces: own,
      text: textOf(own),
    }
  })
}

function textOf(pieces: readonly Piece[]): string {
  let text = ''
  let end = Number.NEGATIVE_INFINITY
  for (const piece of pieces) {
    text += (text !== '' && piece.x > end + piece.height * 0.15 ? ' ' : '') + piece.text
    end = piece.x + piece.width
  }
  return text.replace(/\s+/gu, ' ')
}

/** The line of a mark and its neighbours, and what of the line stands before it. */
function placeOf(box: Box, lines: readonly Line[]): Pick<PdfRemark, 'before' | 'near'> {
  const middle = (box.bottom + box.top) / 2
  const far = ({ y, height }: Line) => Math.abs(y + height * 0.35 - middle)
  const line = [...lines].sort((a, b) => far(a) - far(b))[0]
  if (line === undefined) return { before: '', near: '' }
  const at = lines.indexOf(line)
  const before = line.pieces.flatMap((piece) => {
    const share = (box.left - piece.x) / Math.max(piece.width, 0.01)
    if (share <= 0) return []
    return [{ ...piece, text: piece.text.slice(0, Math.round(Math.min(1, share) * piece.text.length)) }]
  })
  return {
    before: textOf(before).slice(-200),
    near: [line, lines[at + 1], lines[at - 1]]
      .map((one) => one?.text ?? '')
      .filter((words) => words !== '')
      .join('\n')
      .slice(0, MAX_WORDS),
  }
}
