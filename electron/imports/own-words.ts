// Which of the words that a document prints its pages still say, in their order.
import type { SourceBlock } from '../domain/agenda/source-block.ts'
import type { PrintedText } from '../domain/documents/meeting-facts.ts'

export type Aligned = {
  /** The block where each text begins; null for one that is not there. Of an empty text, where it would be. */
  readonly places: readonly (number | null)[]
  /** Blocks that say what no text does. */
  readonly strange: ReadonlySet<number>
}

/** Letters that tell where the pages go on with what is printed: fewer may be there by chance. */
const TELLING = 16
/** Texts that may be missing one after the other. */
const MOST_MISSING = 80
/** Letters of other cells between the parts of a cell that a page cuts. */
const MOST_BETWEEN = 2_000
/** Letters that may be put in between two texts. */
const MOST_ADDED = 20_000

export function aligned(printed: readonly PrintedText[], blocks: readonly SourceBlock[]): Aligned {
  const { letters, starts } = lettersOf(blocks)
  const texts = printed.map(({ words }) => bare(words))
  const places: (number | null)[] = texts.map(() => null)
  const strange = new Set<number>()
  const blockAt = (position: number) => blockOf(starts, position)
  const mark = (from: number, to: number) => {
    for (let at = blockAt(from); to > from && at <= blockAt(to - 1); at += 1) strange.add(at)
  }
  /** A row that a page cuts has the rest of its words in the first row of the next one. */
  const goesOnElsewhere = (rest: string, from: number) => {
    const found = letters.slice(from, from + MOST_BETWEEN).indexOf(rest)
    const block = blockAt(from + found)
    return found >= 0 && block > blockAt(from - 1) && blocks[block]?.type === 'row'
  }
  let position = 0
  let at = 0
  /** Those that stand by themselves in what lies between. */
  const among = (from: number, to: number, first: number, last: number) => {
    let start = from
    for (let index = first; index < last; index += 1) {
      const text = texts[index] ?? ''
      const within = letters.slice(start, to)
      const found = within.indexOf(text)
      if (text === '') continue
      if (found < 0) {
        const begun = begunIn(within, text)
        if (begun === 0) continue
        if (goesOnElsewhere(text.slice(begun), start + begun)) places[index] = blockAt(start)
        start += begun
        continue
      }
      mark(start, start + found)
      places[index] = blockAt(start + found)
      start += found + text.length
    }
    mark(start, to)
  }
  while (at < texts.length) {
    const text = texts[at] ?? ''
    if (letters.startsWith(text, position)) {
      places[at] = blockAt(position)
      position += text.length
      at += 1
      continue
    }
    const next = goesOn(texts, at, letters, position)
    if (next === null) {
      among(position, letters.length, at, texts.length)
      return { places, strange }
    }
    among(position, next.position, at, next.at)
    position = next.position
    at = next.at
  }
  mark(position, letters.length)
  return { places, strange }
}

/** How much of a text the letters begin with; nothing when it may be by chance. */
function begunIn(letters: string, text: string): number {
  let length = 0
  while (length < text.length && letters[length] === text[length]) length += 1
  return length >= TELLING ? length : 0
}

/** Whether the pages say these words somewhere. */
export function isSaid(words: string, blocks: readonly SourceBlock[]): boolean {
  return lettersOf(blocks).letters.includes(bare(words))
}

/** The nearest text from which on the pages say again what is printed. */
function goesOn(
  texts: readonly string[],
  from: number,
  letters: string,
  position: number,
): { at: number; position: number } | null {
  const within = letters.slice(position, position + MOST_ADDED)
  let best: { at: number; position: number; cost: number } | null = null
  for (let at = from; at < Math.min(texts.length, from + MOST_MISSING); at += 1) {
    if (texts[at] === '') continue
    let start = ''
    for (let index = at; index < texts.length && start.length < TELLING; index += 1) start += texts[index]
    const found = within.indexOf(start)
    // Few missing texts and few added letters together.
    const cost = (at - from) * TELLING + found
    if (found >= 0 && (best === null || cost < best.cost)) best = { at, position: position + found, cost }
  }
  return best
}

function lettersOf(blocks: readonly SourceBlock[]): { letters: string; starts: number[] } {
  const parts: string[] = []
  const starts: number[] = []
  let length = 0
  for (const block of blocks) {
    const part = bare(block.type === 'row' ? block.cells.join(' ') : block.text)
    starts.push(length)
    parts.push(part)
    length += part.length
  }
  return { letters: parts.join(''), starts }
}

/** The last block that begins at or before a position; of several empty ones, the one that holds it. */
function blockOf(starts: readonly number[], position: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}

/** Letters and digits that every one of our formats draws; addresses stand beside their words in some of them only. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/https?:\/\/\S+/gu, '')
    .replace(/[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/gu, '')
}
