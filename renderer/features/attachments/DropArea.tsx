// Drop area: a part of the screen that takes files let fall on it, and keeps them from the window's own import.
import { type DragEvent, type ReactNode, useState } from 'react'
import { attachmentsText } from '../../text/attachments.ts'

export function DropArea(props: {
  className?: string
  onFiles: (files: readonly File[]) => void
  children: ReactNode
}) {
  const [over, setOver] = useState(false)
  const withFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return (
    <section
      aria-label={attachmentsText.list}
      className={`drop-area ${over ? 'over' : ''} ${props.className ?? ''}`}
      data-own-drop={attachmentsText.drop}
      onDragEnter={(event) => {
        if (withFiles(event)) event.stopPropagation()
      }}
      onDragOver={(event) => {
        if (!withFiles(event)) return
        event.preventDefault()
        event.stopPropagation()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false)
      }}
      onDrop={(event) => {
        if (!withFiles(event)) return
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        props.onFiles([...event.dataTransfer.files])
      }}
    >
      {props.children}
    </section>
  )
}
