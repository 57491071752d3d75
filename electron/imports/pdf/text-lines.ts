import type { Piece } from '../../domain/documents/drawn-pages.ts'
import { isMeasured, leadsOn } from '../readers/text-lines.ts'

/** A run of words with no wide gap in it. Points; `right` is where its last letter ends. */
export type Run = {
  text: string
  left: number
  right: number
  /** Where words begin after a gap: a column may begin there, also after one no wider than between words. */
  gaps: { at: number; x: number; isNarrow: boolean }[]
}

export type TextLine = {
  /** Runs from the left; more than one when a wide gap parts them. */
  runs: Run[]
  left: number
  right: number
  /** Base line, and the largest size of its letters. */
  y: number
  size: number
  letters: number
  /** All of its letters are bold. */
  isStrong: boolean
}

/** Narrower than this share of the letters' size, a gap parts no words; wider than the second, it parts columns. */
const WORD_GAP = 0.16
const COLUMN_GAP = 1.1
/** Wider than this it may part columns, when other lines say that one begins there. */
const NARROW_COLUMN_GAP = 0.35

/** Lines from the top down. */
export function linesOfPieces(pieces: readonly Piece[]): TextLine[] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)
  const groups: Piece[][] = []
  for (const piece of sorted) {
    const group = groups.findLast((one) => one.some((other) => sameLine(piece, other)))
    // Only the last lines can still be met: pieces come from the top down.
    if (group === undefined || groups.length - groups.indexOf(group) > 3) groups.push([piece])
    else group.push(piece)
  }
  return groups.map(lineOf).sort((a, b) => b.y - a.y)
}

/** Raised letters ("1er") overlap the line that they belong to. */
function sameLine(a: Piece, b: Piece): boolean {
  const overlap = Math.min(a.y + a.height * 0.8, b.y + b.height * 0.8) - Math.max(a.y, b.y)
  return overlap > 0.4 * Math.min(a.height, b.height) * 0.8
}

function lineOf(pieces: readonly Piece[]): TextLine {
  const sorted = fromTheRight(withoutShadows([...pieces].sort((a, b) => a.x - b.x)))
  const size = sorted.reduce((most, { height }) => Math.max(most, height), 0)
  const main = sorted.find(({ height }) => height === size)
  const runs: Run[] = []
  for (const piece of sorted) {
    const text = piece.text.replace(/[ \t]+/g, ' ')
    const run = runs.at(-1)
    const gap = run === undefined ? 0 : piece.x - run.right
    if (run === undefined || gap > COLUMN_GAP * size) {
      runs.push({ text: text.trimStart(), left: piece.x, right: piece.x + piece.width, gaps: [] })
      continue
    }
    const apart =
      (piece.isBehindBlank || gap > WORD_GAP * piece.height) &&
      !run.text.endsWith(' ') &&
      !text.startsWith(' ')
    if (gap > WORD_GAP * piece.height)
      run.gaps.push({
        at: run.text.length + (apart ? 1 : 0),
        x: piece.x,
        isNarrow: gap <= NARROW_COLUMN_GAP * piece.height,
      })
    run.text += apart ? ` ${text}` : text
    run.right = Math.max(run.right, piece.x + piece.width)
  }
  for (const run of runs) run.text = run.text.trimEnd()
  return {
    runs,
    left: runs[0]?.left ?? 0,
    right: runs.at(-1)?.right ?? 0,
    y: main?.y ?? 0,
    size,
    letters: runs.reduce((sum, run) => sum + run.text.length, 0),
    isStrong: sorted.every((piece) => piece.isStrong === true || !/[\p{L}\d]/u.test(piece.text)),
  }
}

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}][^A-Za-zÀ-ÿ]*$/u

/** Pieces of Arabic or Hebrew side by side are read from the right: each takes the words of the one at its other end. */
function fromTheRight(pieces: readonly Piece[]): Piece[] {
  const read = [...pieces]
  for (let from = 0; from < read.length; from += 1) {
    let end = from
    while (RIGHT_TO_LEFT.test(read[end]?.text ?? '')) end += 1
    const words = read.slice(from, end).map(({ text }) => text)
    for (const [at, piece] of read.slice(from, end).entries())
      read[from + at] = { ...piece, text: words.at(-1 - at) ?? '' }
    from = Math.max(from, end)
  }
  return read
}

/** Words painted again a little apart, whole or in part, to look bold or to have a shadow, are said once. */
function withoutShadows(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const near = kept.slice(-NEAR)
    if (near.some((other) => covers(other, piece))) continue
    for (const other of near) if (covers(piece, other)) kept.splice(kept.indexOf(other), 1)
    kept.push(piece)
  }
  return kept
}

/** The shadows of a piece are among so many before it. */
const NEAR = 8

function covers(one: Piece, other: Piece): boolean {
  const slack = 0.1 * one.height
  return (
    one.x - slack <= other.x &&
    other.x + other.width <= one.x + one.width + slack &&
    one.text.includes(other.text.trim())
  )
}

export function wordsOfLine(line: TextLine): string {
  return line.runs
    .map((run) => run.text)
    .join(' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Begins a line of its own: a bullet, a number, an hour, a label. */
const BEGINS =
  /^(?:(?:[Pp]résents?|[Pp]articipants?|[Ee]xcusés?|[Oo]rdre du jour|ORDRE DU JOUR|[Dd]écisions?|[Aa]ctions?)\b|[-–—•*·▪◦●‣➢✓]\s|\d{1,2}(?:\.\d{1,2}){0,3}\s?[.)/°]?\s(?=\S)|[a-zA-Z]\)|[IVX]{1,5}\s?[.)/–-]\s|\d{1,2}\s?[hH:]\s?\d{0,2}\b|\p{Lu}[\p{L} ’']{1,30}\s?:(?:\s|$))/u

/**
 * Whether `next` goes on from `line`: the margin at `rightEdge` cut it, its first word did not fit any more.
 * @param usualStep usual distance of two base lines, in points
 */
export function goesOn(line: TextLine, next: TextLine, rightEdge: number, usualStep: number): boolean {
  const words = wordsOfLine(next)
  if (line.y - next.y > usualStep * 1.35 || Math.abs(line.size - next.size) > 0.1 * line.size) return false
  if (line.runs.length > 1 || next.runs.length > 1) return false
  // Bold words end where others begin, unless these go on in small letters.
  if (line.isStrong !== next.isStrong && /^[\p{Lu}\d]/u.test(words)) return false
  if (BEGINS.test(words) && !isMeasured(words) && !(/^[\p{L}\d]/u.test(words) && leadsOn(wordsOfLine(line))))
    return false
  const first = /^\S+/.exec(words)?.[0] ?? ''
  const letterWidth = (next.right - next.left) / Math.max(1, words.length)
  return line.right + (first.length + 1) * letterWidth * 0.95 > rightEdge
}

/** The step between base lines that most lines keep; 1.2 times their size when there is but one. */
export function usualStepOf(lines: readonly TextLine[]): number {
  const steps = lines
    .slice(1)
    .map((line, at) => (lines[at]?.y ?? 0) - line.y)
    .filter((step) => step > 1)
    .sort((a, b) => a - b)
  const size = lines[0]?.size ?? 12
  const usual = steps[Math.floor(steps.length * 0.3)] ?? size * 1.2
  return Math.min(Math.max(usual, size), size * 1.9)
}

/** Where the margins of columns cut their lines: before the next one, and as far in the last as in the first. */
export function columnEdges(columns: readonly { left: number; right: number }[]): number[] {
  const width = (columns[1]?.left ?? 0) - GUTTER - (columns[0]?.left ?? 0)
  return columns.map(({ left, right }, at) =>
    Math.max(right, (columns[at + 1]?.left ?? left + width + GUTTER) - GUTTER),
  )
}

/** Between two columns; in points. */
const GUTTER = 8

/** Lines of a cell or a column of text: those that the margin cut are joined. */
export function joinLines(lines: readonly TextLine[], rightEdge: number): string {
  const step = usualStepOf(lines)
  let text = ''
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    const words = wordsOfLine(line)
    if (before === undefined) text = words
    else if (cutsWord(before, line, rightEdge)) text += words
    else if (goesOn(before, line, rightEdge, step) && !areTwoNames(wordsOfLine(before), words))
      text = joined(text, words)
    else text += `\n${words}`
  })
  return text
}

/** "Camille Durand-Petit" above "Dominique Martin" are two persons, wherever the margin stands. */
export function areTwoNames(above: string, below: string): boolean {
  const name = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: (?:\p{Lu}[’'])?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*){1,2}$/u
  return name.test(above) && name.test(below)
}

const SHORT_WORDS = new Set(
  'à a y le la les de du des et en un une au aux ou où ne se ce sa son ses il on par sur'.split(' '),
)

/** A word broader than its column is cut anywhere: it stands alone on its line, fills it, and goes on in small letters. */
function cutsWord(line: TextLine, next: TextLine, rightEdge: number): boolean {
  const words = wordsOfLine(line)
  if (/\s/.test(words) || !/\p{L}$/u.test(words) || !/^\p{Ll}/u.test(wordsOfLine(next))) return false
  // A short word of its own is no end of the one before.
  const end = /^\S+/.exec(wordsOfLine(next))?.[0] ?? ''
  if (end.length > 3 || SHORT_WORDS.has(end.replace(/(?<![.,;:])[.,;:]+$/, ''))) return false
  return line.right > rightEdge - (line.right - line.left) / Math.max(1, words.length)
}

/** Ends of words that no compound has behind its hyphen. */
const TAIL =
  /^(?:(?:[b-df-hj-np-tv-z]{1,2}e)?ments?|[aeiou]?tions?|sions?|[st]eurs?|trices?|[ae]nces?|ismes?|istes?|[clmnrtv]?iques?|(?:[bcdglst]|qu)er|(?:[cglst]|qu)ée?s?)(?![\p{L}-])/u

/** A word cut by a hyphen at the end of a line keeps it, unless what follows ends no compound: "organisa-" over "tion". */
export function joined(text: string, words: string): string {
  if (!/\p{L}-$/u.test(text)) return `${text} ${words}`
  return TAIL.test(words) ? text.slice(0, -1) + words : text + words
}
