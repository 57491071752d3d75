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
      window.addEventListener('blur', letGo)
      carry()
    },
  }
}

/**
 * The system tells nothing while it carries the file: the page hears of the mouse again once it is let go, or of another
 * window in which the next file is taken up.
 */
function letGo(): void {
  isCarried = false
  window.removeEventListener('mousemove', whenLetGo)
  window.removeEventListener('blur', letGo)
}

function whenLetGo({ buttons }: MouseEvent): void {
  if (buttons === 0) letGo()
}

/** Whether files from elsewhere are over the window. */
export function bringsFiles(transfer: DataTransfer | null): boolean {
  return !isCarried && transfer?.types.includes('Files') === true
}
