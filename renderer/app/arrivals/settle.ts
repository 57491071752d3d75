import type { Arrival, ArrivalKind } from '../../../electron/domain/documents/file-signs.ts'

/** What becomes of a file: one thing at once, or a choice of several, likeliest first. */
export type Settled = { readonly take: Arrival } | { readonly ask: readonly Arrival[] }

/**
 * Goes by what the file is, then by where it was let fall.
 * @param arrivals likeliest first, as they were recognised
 * @param prefers what the place takes that it was let fall on, on the screen of `here`
 */
export function settle(
  arrivals: readonly Arrival[],
  prefers: readonly ArrivalKind[],
  here: string | null,
): Settled {
  const [first] = arrivals
  const sure = arrivals.find(({ isSure }) => isSure)
  const meant = arrivals.find(
    ({ kind, meetingId }) => prefers.includes(kind) && (meetingId === null || meetingId === here),
  )
  // It says itself that it is something else than what this place takes.
  if (meant !== undefined && sure !== undefined && sure !== meant)
    return { ask: [sure, meant, ...arrivals.filter((one) => one !== sure && one !== meant)] }
  const isOfHere = first !== undefined && (first.meetingId === null || first.meetingId === here)
  const taken = meant ?? sure ?? (arrivals.length === 1 && isOfHere ? first : undefined)
  return taken === undefined ? { ask: arrivals } : { take: taken }
}
