import type { ReactNode } from 'react'
import { useDrop } from './use-drop.ts'

export function DropArea(props: {
  label: string
  id?: string
  className?: string
  onFiles: (files: readonly File[]) => void
  children: ReactNode
}) {
  const { over, props: drop } = useDrop(props.onFiles)
  return (
    <section
      aria-label={props.label}
      id={props.id}
      className={`drop-area ${over ? 'over' : ''} ${props.className ?? ''}`}
      {...drop}
    >
      {props.children}
    </section>
  )
}
