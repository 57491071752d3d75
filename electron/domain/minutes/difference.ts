import type { Put } from '../text/rich-paragraphs.ts'
import type { Ignored, IgnoredReason, ReviewComment } from './word-review.ts'

/** A paragraph as it was sent. */
export type SentParagraph = {
  readonly text: string
  /** With which its text begins, and which programs may count by themselves; '' for none. */
  readonly number: string
  readonly anchor: string | null
  /** Said by the application of itself (state of the draft, follow-up): it differs by itself and is never compared. */
  readonly isOwn: boolean
  /** Written by people; other words (facts, attendance, headings) are made of data that may have changed since. */
  readonly isWritten: boolean
  /** Whether a paragraph may be put in after it: words of people, and headings of what people write. */
  readonly takesMore: boolean
}

/** Its words without the number before them. */
export const unnumbered = ({ text, number }: Pick<SentParagraph, 'text' | 'number'>) =>
  number === '' ? text : text.slice(number.length).trimStart()

export type Difference = {
  readonly kind: 'change' | 'comment' | 'move'
  readonly source: 'tracked' | 'compared'
  /** Index of the paragraph sent: the one meant, or for a new one that after which it stands; null when none is known. */
  readonly at: number | null
  /** The whole paragraph; empty = there was, or will be, none. Equal for a comment and a move. */
  readonly before: string
  readonly after: string
  /** Empty when the file does not say. */
  readonly author: string
  readonly authoredAt: string | null
  readonly comment: ReviewComment | null
  /** Words struck through by hand that are gone in `after`: whether they are to go is to be asked. */
  readonly struck: string | null
  /** Of new words: how they stand to the paragraph after which they come; `cell`: in a cell that it is not in. */
  readonly put: Put | 'cell'
  /** Of a move: the paragraphs that go along, and those between which they now stand. */
  readonly moved: {
    readonly texts: readonly string[]
    readonly after: number | null
    readonly next: number | null
  } | null
}

export type Differences = {
  readonly differences: readonly Difference[]
  /** Those of which nothing is asked, and why. */
  readonly ignored: readonly Ignored[]
  /** Part of the words sent that the file still has, from 0 to 1, by paragraphs of some length. */
  readonly share: number
}

/** Counts what is not told. */
export class IgnoredCount {
  readonly #counts = new Map<IgnoredReason, number>()

  constructor(known: readonly Ignored[]) {
    for (const { reason, count } of known) this.#counts.set(reason, count)
  }

  add(reason: IgnoredReason): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1)
  }

  list(): Ignored[] {
    return [...this.#counts].map(([reason, count]) => ({ reason, count }))
  }
}
