// Every act on an item by name, so that nothing needs the mouse to drag or a key to be known.
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import IndentDecrease from 'lucide-react/icons/indent-decrease'
import IndentIncrease from 'lucide-react/icons/indent-increase'
import Minus from 'lucide-react/icons/minus'
import PenLine from 'lucide-react/icons/pen-line'
import Plus from 'lucide-react/icons/plus'
import Timer from 'lucide-react/icons/timer'
import Trash2 from 'lucide-react/icons/trash-2'
import type { Id } from '../../../electron/domain/ids.ts'
import { agendaText } from '../../text/agenda.ts'
import { Menu, type MenuAct } from '../../ui/Menu.tsx'
import { DURATION_STEP } from './keys.ts'
import { useWorkspace } from './workspace.ts'

const { menu, keys } = agendaText

export function ItemMenu({ id }: { id: Id }) {
  const { addBelow, startNaming, move, lengthen, remove } = useWorkspace()
  const outline = [keys.alt, keys.shift]
  const acts: MenuAct[] = [
    { id: 'add', label: menu.addBelow, icon: Plus, keys: [keys.enter], onAct: () => addBelow(id) },
    { id: 'rename', label: menu.rename, icon: PenLine, keys: ['F2'], onAct: () => startNaming(id) },
    { id: 'up', label: menu.up, icon: ArrowUp, keys: [...outline, '↑'], onAct: () => move(id, 'up') },
    { id: 'down', label: menu.down, icon: ArrowDown, keys: [...outline, '↓'], onAct: () => move(id, 'down') },
    {
      id: 'indent',
      label: menu.indent,
      icon: IndentIncrease,
      keys: [...outline, '→'],
      onAct: () => move(id, 'indent'),
    },
    {
      id: 'outdent',
      label: menu.outdent,
      icon: IndentDecrease,
      keys: [...outline, '←'],
      onAct: () => move(id, 'outdent'),
    },
    {
      id: 'longer',
      label: menu.longer,
      icon: Timer,
      keys: ['+'],
      onAct: () => lengthen(id, DURATION_STEP),
    },
    {
      id: 'shorter',
      label: menu.shorter,
      icon: Minus,
      keys: ['−'],
      onAct: () => lengthen(id, -DURATION_STEP),
    },
    {
      id: 'remove',
      label: menu.remove,
      icon: Trash2,
      keys: [keys.delete],
      danger: true,
      onAct: () => remove(id),
    },
  ]
  return <Menu label={agendaText.inspector.acts} acts={acts} />
}
