import { useState } from 'react'

/**
 * Who asked to speak and has not spoken yet: for the hours of one meeting, on the desk that notes it, and no record. It
 * outlives a window that is closed or killed in the middle; the next meeting takes its place.
 */
const KEY = 'floor'

export type Floor = {
  readonly names: readonly string[]
  readonly ask: (name: string) => void
  readonly leave: (name: string) => void
}

export function useFloor(meetingId: string): Floor {
  const [names, setNames] = useState(() => keptNames(meetingId))
  const keep = (next: readonly string[]) => {
    if (next.length === 0) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, [meetingId, ...next].join('\n'))
    setNames(next)
  }
  return {
    names,
    ask: (name) => (names.includes(name) ? undefined : keep([...names, name])),
    leave: (name) => keep(names.filter((one) => one !== name)),
  }
}

/** Nobody asks to speak in a meeting that is over. */
export function forgetFloor(): void {
  localStorage.removeItem(KEY)
}

function keptNames(meetingId: string): readonly string[] {
  const [of, ...names] = (localStorage.getItem(KEY) ?? '').split('\n')
  return of === meetingId ? names : []
}
