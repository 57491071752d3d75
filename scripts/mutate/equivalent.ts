// Changes that change nothing that anybody could see, each with why: no test can notice them.

export type Equivalent = {
  /** The line as it is, without its indentation. */
  readonly line: string
  readonly kind: string
  readonly why: string
}

export const equivalent: readonly Equivalent[] = []
