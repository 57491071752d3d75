import Copy from 'lucide-react/icons/copy'
import { declareActs } from '../../../acts/act.ts'
import { saidText as text } from '../../../text/said.ts'

export const saidActs = declareActs<{ copy: () => void }>(
  'said',
  text.title,
  'rows',
)({
  copy: { label: text.copy, icon: Copy, reads: true, perform: ({ copy }) => copy() },
})
