import { foldedWords } from '../text/fold.ts'
import { singular } from './query.ts'

/** A word that is looked for, and what stands for it: as typed, in the singular, or a word that it may be a slip of. */
export type Wanted = { readonly typed: string; readonly forms: readonly Form[] }
export type Form = { readonly word: string; readonly isStart: boolean }

/** Words of names that people write short. */
const writtenOut = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
])

/** Each word as the beginning of one, and whole in the singular. */
export function wantedOf(words: readonly string[]): Wanted[] {
  return words.map((typed) => {
    const one = singular(typed)
    const start = { word: typed, isStart: true }
    const other = one ?? writtenOut.get(typed) ?? null
    return { typed, forms: other === null ? [start] : [start, { word: other, isStart: false }] }
  })
}

/** How far a word of a text is the one wanted: 1 as it is, more than 0 as its beginning, 0 not at all. */
export function likeness({ typed, forms }: Wanted, word: string): number {
  if (word === typed) return 1
  let best = 0
  for (const form of forms) {
    if (form.isStart ? !word.startsWith(form.word) : word !== form.word) continue
    const whole = form.isStart ? 0.6 + (0.35 * form.word.length) / word.length : 0.95
    // A slip is understood, and counts less than what was typed.
    best = Math.max(best, form.word.startsWith(typed) || typed.startsWith(form.word) ? whole : whole - 0.1)
  }
  return best
}

/** Marks of the best that a line can reach by its title, by its title and text together, by its text alone. */
const BY_TITLE = 60
const BY_BOTH = 40
const BY_TEXT = 25

/**
 * How well a line holds what is wanted, up to 100. A title says more than a text, and more the less else it says; words in
 * the order of the query, and the first at its beginning, say a little more.
 * @param title the folded words of the title; what is not among them stands in the text
 */
export function quality(wanted: readonly Wanted[], title: readonly string[]): number {
  let inTitle = 0
  let sum = 0
  let isOrdered = true
  let last = -1
  const taken = new Set<number>()
  for (const word of wanted) {
    const [like, at] = best(word, title)
    if (like === 0) continue
    inTitle += 1
    sum += like
    taken.add(at)
    if (at < last) isOrdered = false
    last = at
  }
  if (inTitle === 0) return BY_TEXT
  const mean = sum / inTitle
  if (inTitle < wanted.length) return BY_BOTH + (10 * sum) / wanted.length
  const begins = title[0] !== undefined && wanted[0] !== undefined && likeness(wanted[0], title[0]) > 0
  return BY_TITLE + 18 * mean + (14 * taken.size) / title.length + (isOrdered ? 3 : 0) + (begins ? 5 : 0)
}

function best(wanted: Wanted, words: readonly string[]): [like: number, at: number] {
  let found: [number, number] = [0, -1]
  for (const [at, word] of words.entries()) {
    const like = likeness(wanted, word)
    if (like > found[0]) found = [like, at]
  }
  return found
}

/**
 * Lines of one list: each further line of the same kind stands back a little, so that no kind crowds out the others. Lines
 * of the same name stay together: which of them is meant, nobody can tell.
 */
export function spread<T>(
  lines: readonly T[],
  {
    kindOf,
    nameOf,
    markOf,
    count,
  }: {
    kindOf: (line: T) => string
    nameOf: (line: T) => string
    markOf: (line: T) => number
    count: number
  },
): T[] {
  const STEP = 6
  const met = new Map<string, Set<string>>()
  return [...lines]
    .sort((a, b) => markOf(b) - markOf(a))
    .map((line) => {
      const names = met.get(kindOf(line)) ?? new Set()
      met.set(kindOf(line), names.add(nameOf(line)))
      return { line, mark: markOf(line) - STEP * (names.size - 1) }
    })
    .sort((a, b) => b.mark - a.mark)
    .slice(0, count)
    .map(({ line }) => line)
}

/** Where words stand in a text as it is written, as [start, end). */
export function markedRanges(wanted: readonly Wanted[], text: string): [number, number][] {
  return [...text.matchAll(writtenWord)].flatMap((match): [number, number][] =>
    isMeant(wanted, match[0]) ? [[match.index, match.index + match[0].length]] : [],
  )
}

/** Where the first of the words stands; 0 when none does. */
export function firstMatch(wanted: readonly Wanted[], text: string): number {
  for (const match of text.matchAll(writtenWord)) if (isMeant(wanted, match[0])) return match.index
  return 0
}

const writtenWord = /[\p{L}\p{N}]+/gu

function isMeant(wanted: readonly Wanted[], written: string): boolean {
  const word = /^[a-z0-9]+$/.test(written) ? written : (foldedWords(written)[0] ?? '')
  return wanted.some((one) => likeness(one, word) > 0)
}
