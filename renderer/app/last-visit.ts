// When somebody was last here: a colleague may have written meanwhile. Kept on this desk.
const KEY = 'last-visit'
/** Kept for as long as the window: a page that is loaded again is the same visit. */
const OF_WINDOW = 'since-last-visit'
/** How long a window that is killed may have been used for without its having been noted. */
const NOTE_MS = 60_000
/** Nobody touched the window for so long: whoever comes back begins another visit, though it stayed open overnight. */
const AWAY_MS = 4 * 3_600_000

type Absence = { readonly from: string; readonly to: string }

let since = atOpening()
const listeners = new Set<() => void>()

/** From the end of the last visit to the beginning of this one; null on the first. */
export const lastVisit = {
  since: (): Absence | null => since,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function atOpening(): Absence | null {
  const known = sessionStorage.getItem(OF_WINDOW)
  if (known !== null) return JSON.parse(known) as Absence | null
  const from = localStorage.getItem(KEY)
  const to = new Date().toISOString()
  return begun(from === null || from >= to ? null : { from, to })
}

function begun(absence: Absence | null): Absence | null {
  sessionStorage.setItem(OF_WINDOW, JSON.stringify(absence))
  return absence
}

/** Notes when somebody does something in the window. */
export function noteVisit(): void {
  let seen = Date.now()
  let noted = 0
  const note = (at: number) => localStorage.setItem(KEY, new Date(at).toISOString())
  const onSign = () => {
    const now = Date.now()
    if (now - seen > AWAY_MS) {
      since = begun({ from: new Date(seen).toISOString(), to: new Date(now).toISOString() })
      for (const listener of listeners) listener()
    }
    seen = now
    if (now - noted < NOTE_MS) return
    noted = now
    note(now)
  }
  onSign()
  for (const sign of ['pointerdown', 'keydown', 'wheel', 'focus'])
    window.addEventListener(sign, onSign, { capture: true, passive: true })
  window.addEventListener('pagehide', () => note(Date.now() - seen > AWAY_MS ? seen : Date.now()))
}
