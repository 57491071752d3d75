// Shortcuts: the keys that act everywhere; a screen that uses a key itself prevents its default and is left alone.
import { useEffect } from 'react'
import { onEvent } from '../api/client.ts'
import { setImportStart } from '../api/import-start.ts'
import { navigate } from './location.ts'
import { href } from './paths.ts'
import { sidebarPlaces } from './sidebar-places.ts'
import { isTyping, ownsUndo, redoLast, undoLast } from './undo.ts'

export type FrameActs = { search: () => void; help: () => void; newMeeting: () => void }

/** Starts an import with the system's dialog. */
export function chooseImport(): void {
  setImportStart({ type: 'choose' })
  navigate(href('importReview'))
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
      if (event.command === 'undo') undoHere('undo', undoLast)
      else if (event.command === 'redo') undoHere('redo', redoLast)
      else if (event.command === 'new-meeting') acts.newMeeting()
      else if (event.command === 'import') chooseImport()
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
function undoHere(command: 'undo' | 'redo', otherwise: () => Promise<void>): void {
  if (ownsUndo(document.activeElement)) document.execCommand(command)
  else void otherwise()
}

function actFor(event: KeyboardEvent, acts: FrameActs): (() => void) | null {
  const typing = isTyping(document.activeElement)
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return null
    if (key === 'k') return acts.search
    if (key === 'n') return acts.newMeeting
    if (key === 'o') return chooseImport
    if (key === 'f') return filterField()
    const text = ownsUndo(document.activeElement)
    if (key === 'z' && !text) return () => void (event.shiftKey ? redoLast() : undoLast())
    if (key === 'y' && !text) return () => void redoLast()
    // Digits need Shift on a French keyboard: the physical key counts.
    const digit = /^(?:Digit|Numpad)([1-8])$/.exec(event.code)?.[1]
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
