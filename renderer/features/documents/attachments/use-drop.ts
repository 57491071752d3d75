import { type DragEvent, useRef, useState } from 'react'
import { bringsFiles } from '../../../api/drag-out.ts'
import { attachmentsText } from '../../../text/attachments.ts'

/** Puts out the place that glows now. */
let putOut: (() => void) | null = null

export function useDrop(onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false)
  const out = useRef(() => setOver(false)).current
  const withFiles = (event: DragEvent) => bringsFiles(event.dataTransfer)
  return {
    over,
    props: {
      'data-own-drop': attachmentsText.drop,
      onDragEnter: (event: DragEvent) => {
        if (withFiles(event)) event.stopPropagation()
      },
      onDragOver: (event: DragEvent) => {
        if (!withFiles(event)) return
        event.preventDefault()
        event.stopPropagation()
        event.dataTransfer.dropEffect = 'copy'
        if (putOut !== out) putOut?.()
        putOut = out
        setOver(true)
      },
      onDragLeave: (event: DragEvent) => {
        const to = event.relatedTarget
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        if (!withFiles(event)) return
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      },
    },
  }
}
