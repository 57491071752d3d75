import type { DragEvent } from 'react'

/** A file is being carried out of the window: let fall in it again, it is one that is there already. */
let isCarried = false

/** For the row of a kept file: `carry` has the system take it to a folder, the desktop or a message. */
export function dragOut(carry: () => void) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      // The file itself is carried, not the words of its row.
      event.preventDefault()
      isCarried = true
      window.addEventListener('mousemove', whenLetGo)
      carry()
    },
  }
}

/** The system tells nothing while it carries the file, and the page hears of the mouse again once it is let go. */
function whenLetGo({ buttons }: MouseEvent): void {
  if (buttons !== 0) return
  isCarried = false
  window.removeEventListener('mousemove', whenLetGo)
}

/** Whether files from elsewhere are over the window. */
export function bringsFiles(transfer: DataTransfer | null): boolean {
  return !isCarried && transfer?.types.includes('Files') === true
}
