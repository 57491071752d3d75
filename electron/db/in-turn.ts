/**
 * Makes works on one thing follow each other: each starts from what the one before it left, whether that succeeded or not.
 * @returns what has a work wait for those before it under the same key
 */
export function inTurns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work)
    last.set(
      key,
      turn.catch(() => undefined),
    )
    return turn
  }
}
