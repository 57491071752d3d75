// What pages say, letter by letter, and where each letter stands: in which block, in which cell, among which signs.
import type { SourceBlock } from '../domain/agenda/source-block.ts'

/** From the first letter on, up to the one that no longer belongs to it. */
export type Span = readonly [from: number, to: number]

/** A cell or a paragraph. */
type Unit = { block: number; isCell: boolean; letters: Span; signs: Span }

/** Signs that stand between texts rather than in them. */
const separators = /[.,;:]/gu
/** A name in a line of names ends with one of these. */
const endsInList = /[,;:]$/u
const UNDRAWN = '□'

export class PageWords {
  readonly letters: string
  /** Letters and signs, spaces aside. */
  readonly #signs: string
  /** Where each letter stands among the signs. */
  readonly #stands: number[] = []
  readonly #units: Unit[] = []

  constructor(blocks: readonly SourceBlock[]) {
    const parts: string[] = []
    let length = 0
    blocks.forEach((block, at) => {
      const isCell = block.type === 'row'
      for (const words of isCell ? block.cells : [wordsOf(block)]) {
        const part = plain(words)
        const first = this.#stands.length
        for (let index = 0; index < part.length; index += 1)
          if (isLetter(part, index)) this.#stands.push(length + index)
        parts.push(part)
        const letters: Span = [first, this.#stands.length]
        this.#units.push({ block: at, isCell, letters, signs: [length, length + part.length] })
        length += part.length
      }
    })
    this.#signs = parts.join('')
    this.letters = this.#stands.map((at) => this.#signs[at]).join('')
  }

  /** The last block that begins at or before a letter; of several empty ones, the one that holds it. */
  blockAt(position: number): number {
    return this.#unitAt(position)?.block ?? 0
  }

  /** Whether the words whose letters begin there stand by themselves, with the signs that they have. */
  isWhole(words: string, from: number, unsaid: readonly Span[]): boolean {
    const wanted = plain(words)
    const letters = bare(wanted)
    if (letters === '') return true
    const [first, last] = [from, from + letters.length - 1]
    const [head, tail] = [this.#unitAt(first), this.#unitAt(last)]
    if (head === undefined || tail === undefined) return true
    const own = wanted.replace(notLettersAtEnds, '')
    const [start, end] = [this.#stand(first), this.#stand(last) + 1]
    if (!saysSame(own, this.#signs.slice(start, end))) return false
    const put = (position: number, { letters: [low, high] }: Unit) =>
      position < low || position >= high ? undefined : unsaid.find(([a, b]) => position >= a && position < b)
    const before = this.#signs.slice(
      first === head.letters[0] ? head.signs[0] : this.#stand(first - 1) + 1,
      start,
    )
    const after = this.#signs.slice(end, last + 1 === tail.letters[1] ? tail.signs[1] : this.#stand(last + 1))
    // In a line of names, another name beside one does not change it.
    const [putBefore, putAfter] = [put(first - 1, head), put(last + 1, tail)]
    const isListed = putBefore !== undefined && putBefore[0] > head.letters[0] && endsInList.test(before)
    if (putBefore !== undefined && !isListed) return false
    if (putAfter !== undefined && !endsInList.test(wanted)) return false
    const at = wanted.indexOf(own)
    const [lead, trail] = [wanted.slice(0, at), wanted.slice(at + own.length)].map(apart)
    const [seenBefore, seenAfter] = [apart(before), apart(after)]
    return (
      (first === head.letters[0] ? seenBefore === lead : seenBefore.endsWith(lead ?? '')) &&
      (last + 1 === tail.letters[1] ? seenAfter === trail : seenAfter.startsWith(trail ?? ''))
    )
  }

  /** Rows with a cell all letters of which are of these. */
  rowsWith(unsaid: readonly Span[]): ReadonlySet<number> {
    return new Set(
      this.#units
        .filter(
          ({ isCell, letters: [from, to] }) =>
            isCell && to > from && unsaid.some(([a, b]) => a <= from && to <= b),
        )
        .map(({ block }) => block),
    )
  }

  #stand(position: number): number {
    return this.#stands[position] ?? this.#signs.length
  }

  #unitAt(position: number): Unit | undefined {
    let low = 0
    let high = this.#units.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#units[middle]?.letters[0] ?? 0) <= position) low = middle
      else high = middle - 1
    }
    return this.#units[low]
  }
}

/** With the number of an item, "2.1", which the program counts; entries of a text have a stop behind theirs. */
const wordsOf = (block: Exclude<SourceBlock, { type: 'row' }>) =>
  block.type === 'listItem' && /^\d+(?:\.\d+)*$/.test(block.marker ?? '')
    ? `${block.marker} ${block.text}`
    : block.text

const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u
const notLetters = new RegExp(`[^${letter.source.slice(1)}`, 'gu')
const notLettersAtEnds = new RegExp(`^[^${letter.source.slice(1)}+|[^${letter.source.slice(1)}+$`, 'gu')

/** Letters and digits that every one of our formats draws. */
export function bare(text: string): string {
  return plain(text).replace(notLetters, '')
}

/** By unit of text, of which a sign beyond the first plane has two. */
function isLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code >= 0xdc00 && code < 0xe000) return letter.test(text.slice(index - 1, index + 1))
  return letter.test(String.fromCodePoint(text.codePointAt(index) ?? 0))
}

/** Spaces and invisible signs aside; addresses stand beside their words in some of our formats only. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/https?:\/\/\S+/gu, '')
    .replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, '')
    .replaceAll('\u2010', '-')
}

const apart = (signs: string) => signs.replace(separators, '')

/** A line that ends within a word adds a hyphen, and what no font draws has a sign that stands for it. */
function saysSame(wanted: string, seen: string): boolean {
  let at = 0
  for (let index = 0; index < seen.length; index += 1) {
    if (wanted[at] === seen[index]) at += 1
    else if (seen[index] === UNDRAWN) while (at < wanted.length && wanted[at] !== seen[index + 1]) at += 1
    else if (!(seen[index] === '-' && /^\p{L}-\p{L}$/u.test(seen.slice(index - 1, index + 2)))) return false
  }
  return at === wanted.length
}
