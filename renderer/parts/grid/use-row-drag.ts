import { type DragEvent, useRef, useState } from 'react'
import { sameJson } from '../../api/same-json.ts'

export type Landing = { readonly id: string; readonly place: 'before' | 'after' }

/** The row that the mouse is over, with what is dragged; `share`: how far down in it, `across`: px since the drag began. */
export type Over = {
  readonly dragged: string
  readonly id: string
  readonly share: number
  readonly across: number
}

/** Only the half of a row that the mouse is over says before or after. */
export function halfOf({ dragged, id, share }: Over): Landing | null {
  return id === dragged ? null : { id, place: share < 0.5 ? 'before' : 'after' }
}

type RowDrag<L> = {
  /** Null: nothing is dragged here. */
  onDrop: ((id: string, target: L) => void) | null
  /** Where it would come down; null where it may not. */
  landingAt: (over: Over) => L | null
  /** What another application gets of it. */
  wordsOf?: (id: string) => string
}

/** Dragging by what bears `data-grip`: a handle, or a whole row. */
export function useRowDrag<L>({ onDrop, landingAt, wordsOf }: RowDrag<L>) {
  const held = useRef<{ id: string; x: number } | null>(null)
  const [over, setOver] = useState<{ dragged: string; target: L | null } | null>(null)
  const end = () => {
    held.current = null
    setOver(null)
  }
  const handlers = {
    onDragStart: (event: DragEvent) => {
      const { target, clientX, dataTransfer } = event
      const grip = target instanceof Element ? target.closest('[data-grip]') : null
      const id = grip?.getAttribute('data-grip') ?? null
      held.current = id === null ? null : { id, x: clientX }
      const row = grip?.closest('[data-row]') ?? null
      if (row !== null && row !== grip) dataTransfer.setDragImage(row, 12, 12)
      if (id !== null && wordsOf !== undefined) dataTransfer.setData('text/plain', wordsOf(id))
      dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent) => {
      if (held.current === null) return
      const { id: dragged, x } = held.current
      const row = event.target instanceof Element ? event.target.closest('[data-row]') : null
      const id = row?.getAttribute('data-row') ?? null
      let target: L | null = null
      if (row !== null && id !== null) {
        const { top, height } = row.getBoundingClientRect()
        const share = (event.clientY - top) / height
        target = landingAt({ dragged, id, share, across: event.clientX - x })
      }
      if (target !== null) event.preventDefault()
      const next = { dragged, target }
      setOver((now) => (sameJson(now, next) ? now : next))
    },
    onDragLeave: ({ relatedTarget, currentTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(null)
    },
    onDrop: (event: DragEvent) => {
      if (held.current === null) return
      event.preventDefault()
      const target = over?.target ?? null
      if (target !== null) onDrop?.(held.current.id, target)
      end()
    },
    onDragEnd: end,
  }
  const { dragged = null, target = null } = over ?? {}
  return onDrop === null ? { dragged: null, target: null, handlers: {} } : { dragged, target, handlers }
}
