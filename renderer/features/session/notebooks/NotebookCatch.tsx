import { useEffect, useRef } from 'react'
import { fold } from '../../../../electron/domain/text/fold.ts'
import { useReadNotebooks } from './use-read-notebooks.ts'

/** Draws nothing. Hears of a drop before the screen around it, and before the window's own zone. */
export function NotebookCatch({ meetingId }: { meetingId: string }) {
  const { takeFiles } = useReadNotebooks(meetingId, true)
  const latest = useRef(takeFiles)
  latest.current = takeFiles
  useEffect(() => {
    const onDrop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      const isElsewhere = event.target instanceof Element && event.target.closest('[data-own-drop]') !== null
      if (isElsewhere || files.length === 0 || !files.every(isNotebook)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      // The window's zone does not see the drop: it puts its veil away when the file leaves.
      window.dispatchEvent(new MouseEvent('dragleave', { relatedTarget: null }))
      latest.current(files)
    }
    window.addEventListener('drop', onDrop, { capture: true })
    return () => window.removeEventListener('drop', onDrop, { capture: true })
  }, [])
  return null
}

/** A Word file may be a corrected draft: only its name tells before it is read. */
function isNotebook({ name }: File): boolean {
  return /\.(?:txt|text|md|markdown)$/i.test(name) || (/\.docx$/i.test(name) && fold(name).includes('carnet'))
}
