// Which of the words that a document prints its pages still say, in their order.
import type { SourceBlock } from '../domain/agenda/source-block.ts'
import type { PrintedText } from '../domain/documents/meeting-facts.ts'
import { bare, PageWords, type Span } from './page-words.ts'

export type Aligned = {
  /** The block where each text begins; null for one that is not there. Of an empty text, where it would be. */
  readonly places: readonly (number | null)[]
  /** Blocks that say what no text does. */
  readonly strange: ReadonlySet<number>
  /** Texts that are there with something else beside them, or with other signs between their letters. */
  readonly touched: ReadonlySet<number>
  /** Rows with a cell that says nothing but what no text does. */
  readonly filled: ReadonlySet<number>
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
  const pages = new PageWords(blocks)
  const { letters } = pages
  const texts = printed.map(({ words }) => bare(words))
  const places: (number | null)[] = texts.map(() => null)
  const spans: (number | null)[] = texts.map(() => null)
  const unsaid: Span[] = []
  const blockAt = (position: number) => pages.blockAt(position)
  const mark = (from: number, to: number) => {
    if (to > from) unsaid.push([from, to])
  }
  const told = (index: number, position: number) => {
    places[index] = blockAt(position)
    spans[index] = position
  }
  const all = (): Aligned => {
    const touched = new Set(
      printed.flatMap(({ words }, at) => {
        const from = spans[at] ?? null
        return from === null || pages.isWhole(words, from, unsaid) ? [] : [at]
      }),
    )
    const strange = new Set([
      ...unsaid.flatMap(([from, to]) => between(blockAt(from), blockAt(to - 1))),
      ...[...touched].flatMap((at) => places[at] ?? []),
    ])
    return { places, strange, touched, filled: pages.rowsWith(unsaid) }
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
      told(index, start + found)
      start += found + text.length
    }
    mark(start, to)
  }
  while (at < texts.length) {
    const text = texts[at] ?? ''
    if (letters.startsWith(text, position)) {
      told(at, position)
      position += text.length
      at += 1
      continue
    }
    const next = goesOn(texts, at, letters, position)
    if (next === null) {
      among(position, letters.length, at, texts.length)
      return all()
    }
    among(position, next.position, at, next.at)
    position = next.position
    at = next.at
  }
  mark(position, letters.length)
  return all()
}

const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

/** How much of a text the letters begin with; nothing when it may be by chance. */
function begunIn(letters: string, text: string): number {
  let length = 0
  while (length < text.length && letters[length] === text[length]) length += 1
  return length >= TELLING ? length : 0
}

/** Whether the pages say these words somewhere. */
export function isSaid(words: string, blocks: readonly SourceBlock[]): boolean {
  return new PageWords(blocks).letters.includes(bare(words))
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
