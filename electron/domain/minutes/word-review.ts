import { z } from 'zod'

/** Words about a place of the text, and what was answered to them in the file. */
export type ReviewComment = {
  readonly author: string
  /** Instant; null when the file does not say. */
  readonly at: string | null
  readonly text: string
  /** The words that it is about; empty when it is about the whole paragraph. */
  readonly quoted: string
  /** How many paragraphs it is about, the one that it begins in first. */
  readonly span: number
  readonly isResolved: boolean
  readonly replies: readonly { readonly author: string; readonly at: string | null; readonly text: string }[]
}

/** One reviewer's wish for a paragraph, whatever the others want. */
export type ReviewChange = {
  readonly author: string
  /** The last of their changes there. */
  readonly at: string | null
  /** The whole paragraph with their changes alone, with an empty line where they part it; empty when they want it gone. */
  readonly after: string
}

/**
 * Why a change is counted and not told: of looks; of a picture, a page break or a field; of empty lines and spaces; of a
 * note; of a head or a foot; of signs that office programs change of themselves (spaces, quotes, hyphens); of words that the
 * application prints of other data, where nobody can say who changed them; of a mark on a page that says nothing; `beyond` where reading ended.
 */
export const IgnoredReason = z.enum([
  'look',
  'object',
  'blank',
  'note',
  'margin',
  'signs',
  'own',
  'mark',
  'beyond',
])
export type IgnoredReason = z.infer<typeof IgnoredReason>
export const Ignored = z.strictObject({ reason: IgnoredReason, count: z.int().min(1) })
export type Ignored = z.infer<typeof Ignored>

/** Tracked, and no words of the text. */
export type Unread = Exclude<IgnoredReason, 'signs' | 'own' | 'mark'>

export type ReviewParagraph = {
  /** Bookmarks that begin in it or just before it, hidden ones left out. */
  readonly anchors: readonly string[]
  /** Outline level of a heading, from 1; null for body text. */
  readonly level: number | null
  /** A line of a table of contents: it repeats a heading. */
  readonly isContents: boolean
  /** Whether the program prints a number or a sign of its own before it, which is none of its words. */
  readonly isCounted: boolean
  /** Where it stands when it stands in a table; columns are those of the grid. */
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null
  /** With every tracked change refused; null when it was not there. */
  readonly before: string | null
  /** With every tracked change accepted; null when it is no more. */
  readonly after: string | null
  /** It was one with the paragraph before it, or will be: what is wanted of both is told of the first. */
  readonly continues: boolean
  readonly changes: readonly ReviewChange[]
  /** Words struck through by hand, and the paragraph without them; null when none are. */
  readonly struck: { readonly words: string; readonly without: string } | null
  /** Words struck through by hand that somebody had put in, and the paragraph with all that was put in but them. */
  readonly struckSince: { readonly words: string; readonly without: string } | null
  /** It left for another place (`from`), or came from one (`to`); both ends bear one name. */
  readonly move: {
    readonly side: 'from' | 'to'
    readonly name: string
    readonly author: string
    readonly at: string | null
  } | null
  readonly comments: readonly ReviewComment[]
}

export type WordReview = {
  /** In the order of the file; those that say nothing before, after or beside them are left out. */
  readonly paragraphs: readonly ReviewParagraph[]
  /** Whether anything was tracked: without, the file must be compared with what was sent. */
  readonly isTracked: boolean
  /** How many changes are in no paragraph, for each reason that there is. */
  readonly unread: readonly { readonly reason: Unread; readonly count: number }[]
  readonly pictures: number
}
