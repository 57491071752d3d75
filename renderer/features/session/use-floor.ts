import { useState } from 'react'

/** Who asked to speak and has not spoken yet, by meeting: for the hour it takes, on the screen that notes it, and no record. */
const asked = new Map<string, readonly string[]>()

export type Floor = {
  readonly names: readonly string[]
  readonly ask: (name: string) => void
  readonly leave: (name: string) => void
}

export function useFloor(meetingId: string): Floor {
  const [names, setNames] = useState(() => asked.get(meetingId) ?? [])
  const keep = (next: readonly string[]) => {
    asked.set(meetingId, next)
    setNames(next)
  }
  return {
    names,
    ask: (name) => (names.includes(name) ? undefined : keep([...names, name])),
    leave: (name) => keep(names.filter((one) => one !== name)),
  }
}
