let open = 0
let held = 0
const listeners = new Set<() => void>()

function count(step: 1 | -1, isHeld: boolean): void {
  open += step
  if (isHeld) held += step
  for (const listener of listeners) listener()
}

/** Whether a dialog asks something now. */
export const dialogs = {
  isOpen: (): boolean => open > 0,
  /** Whether one is there that nobody can close: until it goes, nothing else is done in the window. */
  isHeld: (): boolean => held > 0,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Returns how to say that it is closed. */
  opened: (isHeld: boolean): (() => void) => {
    count(1, isHeld)
    return () => count(-1, isHeld)
  },
}
