import { listText as text } from '../text/frame.ts'
import { declareActs } from './act.ts'

export type ListContext = { step: (by: 1 | -1) => void; open: () => void }

/** Moving through a list whose rows take the focus. */
export const listActs = declareActs<ListContext>(
  'list',
  text.title,
  'rows',
)({
  previous: { label: text.choose, keys: ['Up'], reads: true, perform: ({ step }) => step(-1) },
  next: { label: text.choose, keys: ['Down'], reads: true, perform: ({ step }) => step(1) },
  open: { label: text.open, keys: ['Enter'], reads: true, perform: ({ open }) => open() },
})
