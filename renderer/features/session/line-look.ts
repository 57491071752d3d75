import Diamond from 'lucide-react/icons/diamond'
import MessageCircleQuestion from 'lucide-react/icons/message-circle-question-mark'
import MessageSquareQuote from 'lucide-react/icons/message-square-quote'
import PencilLine from 'lucide-react/icons/pencil-line'
import Scale from 'lucide-react/icons/scale'
import ScrollText from 'lucide-react/icons/scroll-text'
import SquareCheck from 'lucide-react/icons/square-check'
import type { ReadLine } from '../../../electron/domain/session/notation.ts'
import type { LineKind } from '../../../electron/domain/session/session.ts'
import type { Tone } from '../../ui/Badge.tsx'
import type { IconShape } from '../../ui/Icon.tsx'

export const lineIcon: Readonly<Record<ReadLine['kind'], IconShape>> = {
  note: PencilLine,
  decision: Diamond,
  action: SquareCheck,
  intervention: MessageSquareQuote,
  watch: ScrollText,
  question: MessageCircleQuestion,
  position: Scale,
}

export const lineTone: Readonly<Record<ReadLine['kind'], Tone>> = {
  note: 'mute',
  decision: 'plum',
  action: 'info',
  intervention: 'acc',
  watch: 'ok',
  question: 'warn',
  position: 'mute',
}

/** Of the row in the log. */
export const lineClass: Readonly<Record<LineKind, string>> = {
  note: 'note',
  decision: 'note d',
  action: 'note a',
  intervention: 'note',
  watch: 'note v',
  question: 'note query',
}
