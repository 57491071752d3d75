import FileInput from 'lucide-react/icons/file-input'
import { useEffect, useState } from 'react'
import { errorSentences } from '../../electron/contract/error-sentences.ts'
import { isMailFile } from '../../electron/domain/dispatch/mail-file.ts'
import { setImportStart } from '../api/import-start.ts'
import { showToast } from '../api/toasts.ts'
import { frameText } from '../text/frame.ts'
import { Icon } from '../ui/Icon.tsx'
import { importAddress, navigate } from './location.ts'
import { href } from './paths.ts'

/** Not even read above this: the core refuses it anyway (50 MB for an import). */
const MAX_BYTES = 50 * 1024 * 1024

/** A part of the screen that takes drops itself carries `data-own-drop` and stays out of this. */
export function DropZone() {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const isOurs = (event: DragEvent) =>
      event.dataTransfer?.types.includes('Files') === true &&
      !(event.target instanceof Element && event.target.closest('[data-own-drop]') !== null)
    const onOver = (event: DragEvent) => {
      // Without this the page itself would go to the dropped file.
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
      setOver(isOurs(event))
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
      setOver(false)
      if (isOurs(event)) takeAll([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  if (!over) return null
  return (
    <div className="drop-veil" role="status">
      <div className="drop-words">
        <Icon of={FileInput} size={28} />
        {frameText.dropHere}
      </div>
    </div>
  )
}

/** Of several files, mails go first: an agenda beside them can be dropped again. */
function takeAll(files: readonly File[]): void {
  const mails = files.filter(({ name }) => isMailFile(name))
  const [file] = files
  if (mails.length > 0) {
    navigate(href('subjects'))
    // Loaded on first use: the first screen has no need of it.
    void import('../features/agenda/subjects/taking.ts').then(({ takeMailFiles }) => takeMailFiles(mails))
  } else if (file !== undefined) void take(file)
}

async function take(file: File): Promise<void> {
  if (file.size > MAX_BYTES) return showToast(errorSentences['file-too-large'])
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    setImportStart({ type: 'file', file: { fileName: file.name, bytes } })
    navigate(importAddress())
  } catch {
    // A folder, or a file taken away meanwhile.
    showToast(errorSentences['file-damaged'])
  }
}
