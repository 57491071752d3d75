import { type ReactNode, useRef } from 'react'
import type { ArrivalKind } from '../../../../electron/domain/documents/file-signs.ts'
import { useFocusKept } from '../../../acts/use-focus-kept.ts'
import { useDrop } from './use-drop.ts'

type Area = { label: string; id?: string; className?: string; children: ReactNode }

/** Takes any file as it is, unrecognised: the documents of something. */
export function DropArea({ onFiles, ...props }: Area & { onFiles: (files: readonly File[]) => void }) {
  const { over, props: drop } = useDrop(onFiles)
  const area = useRef<HTMLElement>(null)
  useFocusKept(area)
  return (
    <section
      ref={area}
      tabIndex={-1}
      aria-label={props.label}
      id={props.id}
      className={`drop-area ${over ? 'over' : ''} ${props.className ?? ''}`}
      {...drop}
    >
      {props.children}
    </section>
  )
}

/** A part of a screen that mostly gets files of these kinds; what else is let fall there is recognised all the same. */
export function ArrivalArea({ takes, ...props }: Area & { takes: readonly ArrivalKind[] }) {
  return (
    <section
      aria-label={props.label}
      id={props.id}
      className={`drop-area ${props.className ?? ''}`}
      data-takes={takes.join(' ')}
    >
      {props.children}
    </section>
  )
}
