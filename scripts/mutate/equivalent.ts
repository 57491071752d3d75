// Changes that change nothing that anybody could see, each with why: no test can notice them.

export type Equivalent = {
  /** The line as it is, without its indentation. */
  readonly line: string
  readonly kind: string
  readonly why: string
}

export const equivalent: readonly Equivalent[] = [
  {
    line: 'topics: [...new Set(items.map(({ title }) => mark(title).slice(0, 8)))].slice(0, 60),',
    kind: 'link dropped',
    why: 'a mark is cut short to take less room: whole ones agree wherever short ones do',
  },
  {
    line: 'await pause()',
    kind: 'statement dropped',
    why: 'lets other calls in between, and leaves the answer as it is',
  },
]
