import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import CircleSlash from 'lucide-react/icons/circle-slash'
import CircleX from 'lucide-react/icons/circle-x'
import MessageSquarePlus from 'lucide-react/icons/message-square-plus'
import Undo2 from 'lucide-react/icons/undo-2'
import type { Outcome } from '../../../electron/domain/minutes/minutes.ts'
import { outcomeWords } from '../../../electron/domain/minutes/outcome-words.ts'
import { type Act, declareActs } from '../../acts/act.ts'
import { hasItems, isUnderWay, suitsAll } from '../../acts/suits.ts'
import { outcomeActText, sessionText as text } from '../../text/session.ts'
import type { IconShape } from '../../ui/Icon.tsx'
import type { LiveItem } from './use-session.ts'

export type ItemContext = {
  live: LiveItem
  acts: {
    setOutcome: (itemId: string, outcome: Outcome | null) => void
    move: (live: LiveItem, step: 1 | -1) => void
    notePosition: (itemId: string) => void
  }
}

/** Acts on one item while the meeting goes on. */
export const itemActs = declareActs<ItemContext>(
  'session.item',
  text.items,
  'rows',
  'session',
  suitsAll(isUnderWay, hasItems),
)({
  reporte: passOver('reporte', CalendarClock),
  retire: passOver('retire', CircleX),
  nonTraite: passOver('nonTraite', CircleSlash),
  clear: {
    label: text.clearOutcome,
    icon: Undo2,
    offered: ({ live }) => live.outcome !== null,
    perform: ({ live, acts }) => acts.setOutcome(live.item.id, null),
  },
  position: {
    label: text.addPosition,
    icon: MessageSquarePlus,
    perform: ({ live, acts }) => acts.notePosition(live.item.id),
  },
  up: { label: text.moveUp, icon: ArrowUp, perform: ({ live, acts }) => acts.move(live, -1) },
  down: { label: text.moveDown, icon: ArrowDown, perform: ({ live, acts }) => acts.move(live, 1) },
})

function passOver(outcome: Outcome, icon: IconShape): Act<ItemContext> {
  return {
    label: outcomeActText[outcome] ?? outcomeWords[outcome],
    icon,
    offered: ({ live }) => live.outcome !== outcome,
    perform: ({ live, acts }) => acts.setOutcome(live.item.id, outcome),
  }
}

/** From item to item, and to the acts of one. */
export const walkActs = declareActs<{ here: Element }>(
  'session.items',
  text.items,
  'rows',
)({
  previous: goes(text.keys.previous, 'Up', (here) => here.previousElementSibling, '.plan'),
  next: goes(text.keys.next, 'Down', (here) => here.nextElementSibling, '.plan'),
  toActs: goes(text.keys.toActs, 'Right', (here) => here, '.button'),
  toItem: goes(text.keys.toItem, 'Left', (here) => here, '.plan'),
})

function goes(
  label: string,
  key: string,
  to: (here: Element) => Element | null,
  part: string,
): Act<{ here: Element }> {
  return {
    label,
    keys: [key],
    reads: true,
    perform: ({ here }) => to(here)?.querySelector<HTMLElement>(part)?.focus(),
  }
}
