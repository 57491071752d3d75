// When somebody was last here before this window was opened: a colleague may have written meanwhile. Kept on this desk.
const KEY = 'last-visit'
/** Kept for as long as the window: a page that is loaded again is the same visit. */
const OF_WINDOW = 'since-last-visit'
/** How long a window that is killed may have been seen for without its having been noted. */
const NOTE_MS = 60_000

type Absence = { readonly from: string; readonly to: string }

/** From the end of the last visit to the beginning of this one; null on the first. */
export const sinceLastVisit = absence()

function absence(): Absence | null {
  const known = sessionStorage.getItem(OF_WINDOW)
  if (known !== null) return JSON.parse(known) as Absence | null
  const from = localStorage.getItem(KEY)
  const to = new Date().toISOString()
  const found = from === null || from >= to ? null : { from, to }
  sessionStorage.setItem(OF_WINDOW, JSON.stringify(found))
  return found
}

/** Notes that the window is open, for as long as it is. */
export function noteVisit(): void {
  const note = () => localStorage.setItem(KEY, new Date().toISOString())
  note()
  setInterval(note, NOTE_MS)
  window.addEventListener('pagehide', note)
}
