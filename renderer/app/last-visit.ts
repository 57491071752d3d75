// When somebody was last here before this window was opened: a colleague may have written meanwhile. Kept on this desk.
const KEY = 'last-visit'
/** How long a window that is killed may have been seen for without its having been noted. */
const NOTE_MS = 60_000

const previous = localStorage.getItem(KEY)
const openedAt = new Date().toISOString()

/** From the end of the last visit to the beginning of this one; null on the first. */
export const sinceLastVisit: { readonly from: string; readonly to: string } | null =
  previous === null || previous >= openedAt ? null : { from: previous, to: openedAt }

/** Notes that the window is open, for as long as it is. */
export function noteVisit(): void {
  const note = () => localStorage.setItem(KEY, new Date().toISOString())
  note()
  setInterval(note, NOTE_MS)
  window.addEventListener('pagehide', note)
}
