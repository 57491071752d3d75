import type { Ignored } from './word-review.ts'

/** A mark that somebody set on a page of a PDF, and what they wrote to it. */
export type PdfRemark = {
  /** `replace`: the covered words by `words`; `delete`: they go; `insert`: `words` come where it stands. */
  readonly kind: 'replace' | 'delete' | 'insert' | 'comment'
  readonly author: string
  /** Instant; null when the file does not say. */
  readonly at: string | null
  readonly words: string
  /** The words of the page that it covers; empty for a note beside them. */
  readonly covered: string
  /** What stands before it in its line. */
  readonly before: string
  /** The lines that it stands in. */
  readonly near: string
  readonly isResolved: boolean
  readonly replies: readonly { readonly author: string; readonly at: string | null; readonly text: string }[]
}

export type PdfReview = {
  /** In the order of the pages, each from its top. */
  readonly remarks: readonly PdfRemark[]
  /** Lines of all pages. */
  readonly lines: readonly string[]
  /** Marks that say nothing, and what stands past what is read. */
  readonly ignored: readonly Ignored[]
}
