import { PARTED } from '../text/rich-paragraphs.ts'
import { bareText } from '../text/text-likeness.ts'
import type { ReviewParagraph } from './word-review.ts'

/** Paragraphs that are parted or joined in the file, as one; parted by an empty line on the side that parts them. */
export type Passage = Omit<ReviewParagraph, 'continues'> & {
  /** Each paragraph that was there. */
  readonly lines: readonly string[]
  /** Which of them bear a number that is none of their words. */
  readonly countedLines: readonly boolean[]
}

export function passagesOf(paragraphs: readonly ReviewParagraph[]): Passage[] {
  const runs: ReviewParagraph[][] = []
  for (const paragraph of paragraphs) {
    const run = runs.at(-1)
    if (paragraph.continues && run !== undefined) run.push(paragraph)
    else runs.push([paragraph])
  }
  return runs.flatMap((run) => {
    const [first] = run
    if (first === undefined) return []
    const { continues: _, ...rest } = first
    const lines = run.flatMap(({ before }) => before ?? [])
    return {
      ...rest,
      lines,
      countedLines: run.flatMap(({ before, isCounted }) => (before === null ? [] : isCounted)),
      before: joined(lines),
      after: joined(run.flatMap(({ after }) => after ?? [])),
      struck: joinedStruck(run, 'struck', 'before'),
      struckSince: joinedStruck(run, 'struckSince', 'after'),
    }
  })
}

function joinedStruck(
  run: readonly ReviewParagraph[],
  which: 'struck' | 'struckSince',
  side: 'before' | 'after',
): ReviewParagraph['struck'] {
  const struck = run.flatMap((one) => one[which] ?? [])
  if (struck.length === 0) return null
  const without = run.map((one) => one[which]?.without ?? one[side] ?? '').filter((words) => words !== '')
  return { words: struck.map(({ words }) => words).join(PARTED), without: without.join(PARTED) }
}

const joined = (lines: readonly string[]) => (lines.length === 0 ? null : lines.join(PARTED))

/**
 * As if the numbers that a program counts were typed as they were sent: what is put in elsewhere changes none of them.
 * @param numberOf the number under which a line of a passage was sent; '' for none
 */
export function withNumbers(
  passages: readonly Passage[],
  numberOf: (order: number, rank: number) => string,
): Passage[] {
  const own = passages.map(({ countedLines: [isCounted] }, order) =>
    isCounted === true ? numberOf(order, 0) : '',
  )
  /** What is moved takes its number along. */
  const moved = new Map<string, string[]>()
  passages.forEach(({ move }, order) => {
    if (move?.side !== 'from') return
    const numbers = moved.get(move.name) ?? []
    moved.set(move.name, numbers)
    numbers.push(own[order] ?? '')
  })
  return passages.map((passage, order) => {
    const { move, isCounted } = passage
    const taken = move?.side === 'to' ? (moved.get(move.name)?.shift() ?? '') : ''
    const number = passage.before === null && isCounted ? taken : (own[order] ?? '')
    const lines = passage.lines.map((line, rank) =>
      passage.countedLines[rank] === true ? behind(numberOf(order, rank), line) : line,
    )
    return {
      ...passage,
      lines,
      before: joined(lines),
      after: passage.after === null ? null : behind(number, passage.after),
      changes: passage.changes.map((change) => ({ ...change, after: behind(number, change.after) })),
      struck: struckBehind(number, passage.struck),
      struckSince: struckBehind(number, passage.struckSince),
    }
  })
}

export const behind = (number: string, words: string) =>
  number === '' || words === '' ? words : `${number} ${words}`

const struckBehind = (number: string, struck: Passage['struck']) =>
  struck === null ? null : { ...struck, without: behind(number, struck.without) }

/** The same words, in the same paragraphs. */
export function isSameWording(one: string, other: string): boolean {
  const [own, others] = [one.split(PARTED).map(bareText), other.split(PARTED).map(bareText)]
  return own.length === others.length && own.every((words, rank) => words === others[rank])
}
