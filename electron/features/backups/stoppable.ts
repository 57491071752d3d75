import type { LongContext } from '../context.ts'

/** Those under way, by data folder. */
const underWay = new Map<string, Set<AbortController>>()

/** Runs a work that may be given up by `stopAll`. */
export async function stoppable<T>(
  { ownFolder }: Pick<LongContext, 'ownFolder'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const all = underWay.get(ownFolder) ?? new Set()
  underWay.set(ownFolder, all.add(controller))
  try {
    return await work(controller.signal)
  } finally {
    all.delete(controller)
  }
}

/** Gives up what is under way on these data; what can no longer be given up goes through. */
export function stopAll({ ownFolder }: Pick<LongContext, 'ownFolder'>): void {
  for (const controller of underWay.get(ownFolder) ?? []) controller.abort()
}
