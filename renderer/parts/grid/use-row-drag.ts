import { type DragEvent, useRef, useState } from 'react'

export type Landing = { readonly id: string; readonly place: 'before' | 'after' }

/** Dragging by the handle; only the half of a row that the mouse is over says before or after. */
export function useRowDrag(onDrop: ((id: string, target: Landing) => void) | null) {
  const dragged = useRef<string | null>(null)
  const [target, setTarget] = useState<Landing | null>(null)
  const end = () => {
    dragged.current = null
    setTarget(null)
  }
  const handlers = {
    onDragStart: (event: DragEvent) => {
      const grip = event.target instanceof Element ? event.target.closest('[data-grip]') : null
      dragged.current = grip?.getAttribute('data-grip') ?? null
      const row = grip?.closest('tr')
      if (row !== null && row !== undefined) event.dataTransfer.setDragImage(row, 12, 12)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent) => {
      const row = event.target instanceof Element ? event.target.closest('[data-row]') : null
      const id = row?.getAttribute('data-row') ?? null
      if (dragged.current === null || row === null || id === null || id === dragged.current)
        return setTarget(null)
      event.preventDefault()
      const { top, height } = row.getBoundingClientRect()
      const place = event.clientY < top + height / 2 ? 'before' : 'after'
      setTarget((now) => (now?.id === id && now.place === place ? now : { id, place }))
    },
    onDrop: (event: DragEvent) => {
      if (dragged.current === null) return
      event.preventDefault()
      if (target !== null) onDrop?.(dragged.current, target)
      end()
    },
    onDragEnd: end,
  }
  return onDrop === null ? { target: null, handlers: {} } : { target, handlers }
}
