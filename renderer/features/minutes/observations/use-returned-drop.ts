import { useEffect, useRef } from 'react'

/** Before the window's own zone, which would make subjects of mails and agendas of files. */
export function useReturnedDrop(onFiles: ((files: readonly File[]) => void) | null): void {
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    const onDrop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      const isElsewhere = event.target instanceof Element && event.target.closest('[data-own-drop]') !== null
      if (latest.current === null || isElsewhere || files.length === 0) return
      if (!files.every(({ name }) => /\.(?:docx?|docm|msg|eml)$/i.test(name))) return
      event.preventDefault()
      event.stopImmediatePropagation()
      // The window's zone does not see the drop: it puts its veil away when the file leaves.
      window.dispatchEvent(new MouseEvent('dragleave', { relatedTarget: null }))
      latest.current(files)
    }
    window.addEventListener('drop', onDrop, { capture: true })
    return () => window.removeEventListener('drop', onDrop, { capture: true })
  }, [])
}
