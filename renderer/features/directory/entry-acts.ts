import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Trash2 from 'lucide-react/icons/trash-2'
import { declareActs } from '../../acts/act.ts'
import { commonText } from '../../text/common.ts'
import { directoryText as text } from '../../text/directory.ts'

export type EntryContext = {
  /** Null while a filter hides part of the list: a place among what is hidden would be a guess. */
  step: ((by: 1 | -1) => void) | null
  /** Null where none is chosen alone. */
  remove: (() => void) | null
}

export const entryActs = declareActs<EntryContext>(
  'directory.entry',
  text.title,
  'rows',
)({
  up: {
    label: text.order.up,
    short: text.keys.order,
    icon: ArrowUp,
    keys: ['Alt+Shift+Up'],
    offered: ({ step }) => step !== null,
    perform: ({ step }) => step?.(-1),
  },
  down: {
    label: text.order.down,
    short: text.keys.order,
    icon: ArrowDown,
    keys: ['Alt+Shift+Down'],
    offered: ({ step }) => step !== null,
    perform: ({ step }) => step?.(1),
  },
  remove: {
    label: commonText.remove,
    icon: Trash2,
    keys: ['Delete'],
    offered: ({ remove }) => remove !== null,
    perform: ({ remove }) => remove?.(),
  },
})
