import { type Act, declareActs } from '../../acts/act.ts'
import { documentText as text } from '../../text/documents.ts'

export type PageContext = { page: number; pages: number; go: (page: number) => void }

/** In the pages of a document. */
export const pageActs = declareActs<PageContext>(
  'page',
  text.pages,
  'rows',
)({
  previous: turns(text.previous, ['PageUp', 'Left'], ({ page }) => page - 1),
  next: turns(text.next, ['PageDown', 'Right'], ({ page }) => page + 1),
  first: turns(text.first, ['Home'], () => 1),
  last: turns(text.last, ['End'], ({ pages }) => pages),
})

function turns(
  label: string,
  keys: readonly string[],
  to: (context: PageContext) => number,
): Act<PageContext> {
  return { label, keys, reads: true, perform: (context) => context.go(to(context)) }
}
