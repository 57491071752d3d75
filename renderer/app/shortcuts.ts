// The keys that act everywhere; a screen that uses a key itself prevents its default and is left alone.
import { useEffect } from 'react'
import { onEvent } from '../api/client.ts'
import { setImportStart } from '../api/import-start.ts'
import { showToast } from '../ui/toasts.ts'
import { importAddress, navigate } from './location.ts'
import { href } from './paths.ts'
import { sidebarPlaces } from './sidebar-places.ts'
import { isTyping, ownsUndo, redoLast, undoLast } from './undo.ts'

export type FrameActs = {
  search: () => void
  help: () => void
  newMeeting: () => void
  importFile: () => void
  undo: () => void
  redo: () => void
  /** Why the last four only say that nothing can be written now; null when they act. */
  reason: string | null
}

/** Starts an import with the system's dialog. */
export function chooseImport(): void {
  setImportStart({ type: 'choose' })
  navigate(importAddress())
}

/** Keys that act everywhere; one that would write only says why it does not, on a desk that reads. */
export function frameActs(
  covers: Pick<FrameActs, 'search' | 'help' | 'newMeeting'>,
  reason: string | null,
): FrameActs {
  const writing = (act: () => void) => (reason === null ? act : () => void showToast(reason))
  return {
    ...covers,
    newMeeting: writing(covers.newMeeting),
    importFile: writing(chooseImport),
    undo: writing(() => void undoLast()),
    redo: writing(() => void redoLast()),
    reason,
  }
}

/** Listens to the keyboard of the window and to the system's menu for as long as the frame is there. */
export function useShortcuts(acts: FrameActs): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const act = actFor(event, acts)
      if (act === null) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    const stop = onEvent((event) => {
      if (event.topic !== 'menu') return
      if (event.command === 'undo') undoHere('undo', acts.undo)
      else if (event.command === 'redo') undoHere('redo', acts.redo)
      else if (event.command === 'new-meeting') acts.newMeeting()
      else if (event.command === 'import') acts.importFile()
      else if (event.command === 'search') acts.search()
      else acts.help()
    })
    return () => {
      window.removeEventListener('keydown', onKey)
      stop()
    }
  }, [acts])
}

/** The system's menu takes the key before the text does: give it back to the text. */
function undoHere(command: 'undo' | 'redo', otherwise: () => void): void {
  if (ownsUndo(document.activeElement)) document.execCommand(command)
  else otherwise()
}

function actFor(event: KeyboardEvent, acts: FrameActs): (() => void) | null {
  const typing = isTyping(document.activeElement)
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return null
    if (key === 'k') return acts.search
    if (key === 'n') return acts.newMeeting
    if (key === 'o') return acts.importFile
    if (key === 'f') return filterField()
    const text = ownsUndo(document.activeElement)
    if (key === 'z' && !text) return event.shiftKey ? acts.redo : acts.undo
    if (key === 'y' && !text) return acts.redo
    // Digits need Shift on a French keyboard: the physical key counts.
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    const place = digit === undefined ? undefined : sidebarPlaces[Number(digit) - 1]
    return place === undefined ? null : () => navigate(href(place.id))
  }
  if (event.altKey) {
    if (event.key === 'ArrowLeft' && !event.shiftKey) return () => window.history.back()
    if (event.key === 'ArrowRight' && !event.shiftKey) return () => window.history.forward()
    return null
  }
  if (event.key === 'F1') return acts.help
  if (event.key === 'F6') return () => nextPane(event.shiftKey ? -1 : 1)
  if (event.key === '?' && !typing) return acts.help
  return null
}

function filterField(): (() => void) | null {
  const field = document.querySelector('[data-filter]')
  return field instanceof HTMLElement ? () => field.focus() : null
}

/** Moves the focus into the next pane: title bar, sidebar, then the panes of the screen. */
function nextPane(step: 1 | -1): void {
  const panes = [
    ...document.querySelectorAll<HTMLElement>('.titlebar, .side, .main .pane, .main:not(:has(.pane))'),
  ]
  const here = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(here + step + panes.length) % panes.length]
  const target = next?.querySelector<HTMLElement>(
    'a[href], button, input, select, textarea, [contenteditable="true"], [tabindex]',
  )
  target?.focus()
}
