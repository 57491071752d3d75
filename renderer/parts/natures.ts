import Coffee from 'lucide-react/icons/coffee'
import Diamond from 'lucide-react/icons/diamond'
import DoorOpen from 'lucide-react/icons/door-open'
import Info from 'lucide-react/icons/info'
import MessageCircle from 'lucide-react/icons/message-circle'
import MessageSquareQuote from 'lucide-react/icons/message-square-quote'
import MessagesSquare from 'lucide-react/icons/messages-square'
import Stamp from 'lucide-react/icons/stamp'
import { ItemKind, ItemNature } from '../../electron/domain/agenda/agenda.ts'
import { itemKindWords, itemNatureWords } from '../../electron/domain/agenda/agenda-words.ts'
import { agendaText } from '../text/agenda.ts'
import type { IconShape } from '../ui/Icon.tsx'

export const natureIcons: Readonly<Record<ItemNature, IconShape>> = {
  approbation: Stamp,
  information: Info,
  echange: MessageCircle,
  avis: MessageSquareQuote,
  concertation: MessagesSquare,
  decision: Diamond,
}

export const kindIcons: Readonly<Record<Exclude<ItemKind, 'item'>, IconShape>> = {
  welcome: DoorOpen,
  break: Coffee,
}

/** An item's name in the column of natures: its nature, or its kind when it is no item; null for neither. */
export function natureMark(
  kind: ItemKind,
  nature: ItemNature | null,
): { icon: IconShape; label: string } | null {
  if (kind !== 'item') return { icon: kindIcons[kind], label: itemKindWords[kind] }
  return nature === null ? null : { icon: natureIcons[nature], label: itemNatureWords[nature] }
}

/** The empty choice of a list of natures. */
export const NO_NATURE = 'none'

export const natureChoices: readonly { value: ItemNature | typeof NO_NATURE; label: string }[] = [
  { value: NO_NATURE, label: agendaText.inspector.noNature },
  ...ItemNature.options.map((value) => ({ value, label: itemNatureWords[value] })),
]

export const kindChoices = ItemKind.options.map((value) => ({ value, label: itemKindWords[value] }))
