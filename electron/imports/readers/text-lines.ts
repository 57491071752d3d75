import type { SourceBlock } from '../../domain/agenda/source-block.ts'
import { MAX_BLOCK_CHARACTERS, MAX_COLUMNS } from './reading.ts'

/**
 * A list marker at the start of a line: a bullet, "1." "1)" "1/" "1 –" "2.1" "a)" "IV."; a number alone is not one
 * ("12 mars"), nor is a date ("12.03.2026").
 */
const MARKER =
  /^(\s*)(?:([-–—•*·▪◦●‣➢➤►▶✓✔❖■Ø§ü]|o(?=\s+[A-ZÀ-Ý]))|(\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}\s?[.)/°]|\d{1,2}(?=\s[-–—]\s)|[a-zA-Z]\)|[a-z]\.|[IVX]{1,5}\s?[.)/]))(?:\s+[-–—])?\s+(\S.*)$/

/** How far in a list stands, with the looks of its bullets in the order they came. */
export type OpenList = { width: number; looks: string[] }

/**
 * Blocks of lines: markers make list items, lines cut by a mail program are joined again, tabs make table rows.
 * @param indents lists that are open where the lines begin, the outermost first; they become those open where the lines end
 */
export function blocksOfLines(text: string, indents: OpenList[] = []): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let table = 0
  /** The last line can be gone on with: it was long, and nothing came between. */
  let open = false
  let isApart = false
  for (const raw of text.split('\n')) {
    const line = raw
      .replace(/^(?:> ?)+/, '')
      // A sign of a font that says not which letter it is.
      .replace(/^(\s*)(?!\s)\p{Cc}(?=\s)/u, '$1•')
      .trimEnd()
    const previous = blocks.at(-1)
    if (line.trim() === '') {
      open = false
      isApart = true
      continue
    }
    const cells = line.trim().split('\t', MAX_COLUMNS)
    // The last columns of a line that is under others may be empty.
    const above = isApart || previous?.type !== 'row' ? 3 : previous.cells.length
    while (cells.length === 2 && cells.length < above && previous?.type === 'row') cells.push('')
    isApart = false
    if (cells.length >= 3) {
      if (previous?.type !== 'row') table += 1
      blocks.push({ type: 'row', table: table - 1, cells: cells.map((cell) => cell.trim()) })
      open = false
      continue
    }
    const marked = isMeasured(line.trim()) ? null : MARKER.exec(line)
    if (marked === null) {
      const words = line.trim()
      if (open && previous !== undefined && goesOn(previous, words, line)) {
        append(previous, words)
      } else {
        blocks.push({ type: 'paragraph', text: words.slice(0, MAX_BLOCK_CHARACTERS) })
        for (const indent of indents) indent.looks = []
      }
    } else {
      const width = (marked[1] ?? '').replaceAll('\t', '    ').length
      while (indents.length > 0 && (indents.at(-1)?.width ?? 0) > width) indents.pop()
      const same = indents.at(-1)
      const looks: string[] = same?.width === width ? same.looks : []
      if (same?.width !== width) indents.push({ width, looks })
      const look = lookOf(marked[2])
      if (!looks.includes(look)) looks.push(look)
      const marker = marked[2] === undefined ? (marked[3] ?? null) : '•'
      blocks.push({
        type: 'listItem',
        // Dashes below a ticked line say more of it.
        level: indents.length - 1 + (look === '' ? 0 : looks.filter((one) => one !== '').indexOf(look)),
        marker,
        text: (marked[4] ?? '').slice(0, MAX_BLOCK_CHARACTERS),
      })
    }
    open = true
  }
  return blocks
}

/** Bullets of one look are of one level; a number has none. */
function lookOf(bullet: string | undefined): string {
  if (bullet === undefined) return ''
  return ['-–—', '•·●*', '▪■', '➢►▶❖', '✓✔'].find((looks) => looks.includes(bullet)) ?? bullet
}

/** A cut line goes on in small letters, or (in a list) further in, after a line that was long. */
function goesOn(previous: SourceBlock, words: string, line: string): boolean {
  if (previous.type === 'row' || previous.type === 'heading') return false
  if (/^\p{L}[\p{L} ’']{1,30}\s?:(?:\s|$)/u.test(words) || /https?:\/\/\S+$/.test(previous.text)) return false
  const lastLength = previous.text.length % 78
  const long = previous.text.length >= 55 && (lastLength >= 45 || previous.text.length > 78)
  if (previous.type === 'listItem') return /^\s/.test(line) && (/^\p{Ll}/u.test(words) || long)
  return (long && /^[\p{Ll}(«]/u.test(words)) || (previous.text.length >= 45 && leadsOn(previous.text))
}

/** Words that end with "de", "la" or "et": no line ends so. */
export function leadsOn(words: string): boolean {
  return /\s(?:de|du|des|la|le|les|à|au|aux|et|par|pour|sur|un|une|dans|[dl][’'])$/u.test(words)
}

/** "20.00 € TTC", "16 800.00 €", "5 % des voix": a sum, which numbers no line. */
export function isMeasured(words: string): boolean {
  return /^\d{1,3}(?:[\s.,]\d{1,3}){0,4}\s?(?:€|%|euros?(?!\p{L}))/u.test(words)
}

function append(block: SourceBlock, words: string): void {
  if (block.type === 'paragraph' || block.type === 'listItem') {
    block.text = `${block.text} ${words}`.slice(0, MAX_BLOCK_CHARACTERS)
  }
}

/** What is longer is a sentence, wherever it ends. */
const LONGEST_LINE = 120

/**
 * Lines from one blank line to the next that were ended by hand: each begins with a capital and none ends with a comma, and
 * the first word of one at least had its place on the line before.
 */
export function areEndedByHand(lines: readonly string[], at: number): boolean {
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === ''
  let [from, to] = [at, at]
  while (at - from < MOST_AROUND && !isBlank(lines[from - 1])) from -= 1
  while (to - at < MOST_AROUND && !isBlank(lines[to + 1])) to += 1
  const around = lines.slice(from, to + 1).map((line) => line.trim())
  const width = Math.max(...around.map(({ length }) => length))
  const fits = around.some((line, place) => {
    const [first = ''] = around[place + 1]?.split(' ') ?? []
    return first !== '' && line.length + 1 + first.length <= width
  })
  return (
    around.length >= FEWEST_LINES &&
    width <= LONGEST_LINE &&
    fits &&
    around.every((line) => /^\p{Lu}.*[^,]$/u.test(line))
  )
}

const FEWEST_LINES = 3
const MOST_AROUND = 40

/** "Anne Roy" over "Paul Bon" below "- Trésorerie :", a line each. */
export function isListedUnder(above: string, text: string): boolean {
  const [label = '', ...lines] = above.split('\n')
  const isName = (one: string) => /^\p{Lu}[\p{L}’'-]{1,30}(?:\s\p{Lu}[\p{L}’'-]{1,30}){1,3}$/u.test(one)
  return /^\p{Lu}[^:]{2,40}:$/u.test(label) && [...lines, text].every(isName)
}

/** What is told below "9h30 Accueil", where the line would have taken in its first word. */
export function isToldBelow(above: string, text: string): boolean {
  const [first = ''] = text.split(' ')
  return (
    HOUR.test(above) &&
    /[\p{L}\d)]$/u.test(above) &&
    /^\p{Lu}/u.test(text) &&
    above.length + first.length < text.length
  )
}

export const HOUR = /^\d{1,2}\s?(?:[hH]\s?(?:\d{2})?|:\d{2})(?!\d)\s/u
