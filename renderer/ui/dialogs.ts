let open = 0
const listeners = new Set<() => void>()

function count(step: 1 | -1): void {
  open += step
  for (const listener of listeners) listener()
}

/** Whether a dialog asks something now. */
export const dialogs = {
  isOpen: (): boolean => open > 0,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Returns how to say that it is closed. */
  opened: (): (() => void) => {
    count(1)
    return () => count(-1)
  },
}
