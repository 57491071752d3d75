import { PARTED } from '../text/rich-paragraphs.ts'
import { bareText } from '../text/text-likeness.ts'
import type { ReviewParagraph } from './word-review.ts'

/** Paragraphs that are parted or joined in the file, as one; parted by an empty line on the side that parts them. */
export type Passage = Omit<ReviewParagraph, 'continues'> & {
  /** Each paragraph that was there. */
  readonly lines: readonly string[]
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
    const struck = run.flatMap((one) => one.struck ?? [])
    return {
      ...rest,
      lines,
      before: joined(lines),
      after: joined(run.flatMap(({ after }) => after ?? [])),
      struck:
        struck.length === 0
          ? null
          : {
              words: struck.map(({ words }) => words).join(PARTED),
              without: run
                .map((one) => one.struck?.without ?? one.before ?? '')
                .filter((words) => words !== '')
                .join(PARTED),
            },
    }
  })
}

const joined = (lines: readonly string[]) => (lines.length === 0 ? null : lines.join(PARTED))

/** The same words, in the same paragraphs. */
export function isSameWording(one: string, other: string): boolean {
  const [own, others] = [one.split(PARTED).map(bareText), other.split(PARTED).map(bareText)]
  return own.length === others.length && own.every((words, rank) => words === others[rank])
}
