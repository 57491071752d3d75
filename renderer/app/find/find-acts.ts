import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import X from 'lucide-react/icons/x'
import { menuActs } from '../../../electron/contract/menu-acts.ts'
import { declareActs } from '../../acts/act.ts'
import { findText as text } from '../../text/find.ts'

export type FindContext = { go: (step: 1 | -1) => void; again: () => void }

/** As long as the field is there. */
export const findActs = declareActs<FindContext>(
  'find',
  text.title,
  'screen',
)({
  previous: {
    label: text.previous,
    icon: ArrowUp,
    keys: ['Shift+F3'],
    reads: true,
    perform: ({ go }) => go(-1),
  },
  next: { label: text.next, icon: ArrowDown, keys: ['F3'], reads: true, perform: ({ go }) => go(1) },
  again: { label: text.again, keys: menuActs.find.keys, reads: true, perform: ({ again }) => again() },
})

/** In the field itself. */
export const findFieldActs = declareActs<{ go: (step: 1 | -1) => void; close: () => void }>(
  'find.field',
  text.title,
  'rows',
)({
  next: { label: text.next, keys: ['Enter'], reads: true, perform: ({ go }) => go(1) },
  previous: { label: text.previous, keys: ['Shift+Enter'], reads: true, perform: ({ go }) => go(-1) },
  close: { label: text.close, icon: X, keys: ['Escape'], reads: true, perform: ({ close }) => close() },
})
