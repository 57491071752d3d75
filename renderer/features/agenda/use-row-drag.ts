import { useRef } from 'react'
import { type DragAndDropHooks, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { Id } from '../../../electron/domain/ids.ts'
import { dropPlace, type Place } from './tree.ts'
import { useWorkspace } from './workspace.ts'

type DropAt =
  | { type: 'root' }
  | { type: 'item'; key: string | number; dropPosition: 'before' | 'after' | 'on' }

export function useRowDrag(): DragAndDropHooks {
  const { agenda, place } = useWorkspace()
  const dragged = useRef<Id | null>(null)
  const items = agenda.rows.map((row) => row.item)
  const placeAt = (id: Id, target: DropAt): Place | null =>
    target.type === 'root'
      ? null
      : dropPlace(
          items,
          id,
          String(target.key),
          target.dropPosition === 'on' ? 'inside' : target.dropPosition,
        )
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({ 'text/plain': agenda.byId.get(String(key))?.item.title ?? '' })),
    onDragStart: ({ keys }) => {
      const [key] = keys
      dragged.current = key === undefined ? null : String(key)
    },
    onDragEnd: () => {
      dragged.current = null
    },
    getDropOperation: (target) =>
      dragged.current !== null && placeAt(dragged.current, target) !== null ? 'move' : 'cancel',
    onMove: ({ keys, target }) => {
      const [key] = keys
      if (key === undefined) return
      const to = placeAt(String(key), target)
      if (to !== null) place(String(key), to)
    },
  })
  return dragAndDropHooks
}
