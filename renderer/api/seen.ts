// Up to where this window shows what the others of a team wrote: each write says it, so that none goes over what nobody saw.
let upTo: number | null = null
const waiting = new Set<() => void>()

/** What is on its way is shown within this time, unless something is wrong. */
const SHOWN_MS = 3_000

/** Null before anything was heard of others. */
export const seenUpTo = (): number | null => upTo

/** The data may be others now, and their changes are counted anew: what was seen of the former ones says nothing of these. */
export function sawNothing(): void {
  upTo = null
}

/** All that is shown was read again since. */
export function sawUpTo(n: number): void {
  upTo = n
  for (const done of waiting) done()
}

/** Once this window shows more than it does now. */
export function sawMore(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      waiting.delete(done)
      resolve()
    }
    const timer = setTimeout(done, SHOWN_MS)
    waiting.add(done)
  })
}
