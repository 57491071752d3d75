export type Selection = {
  /** Chosen rows, in no order. */
  readonly ids: ReadonlySet<string>
  /** Where the keys are; the inspector shows it when it is alone. */
  readonly at: string | null
  /** Where a stretch chosen with Shift begins. */
  readonly from: string | null
}

export const nothingChosen: Selection = { ids: new Set(), at: null, from: null }

/** One row, or none, where no more than one is chosen. */
export function chooseOne(id: string | null): Selection {
  return id === null ? nothingChosen : choose(id)
}

/** These and no others; the keys are on the first of them. */
export function chooseThese(ids: readonly string[]): Selection {
  const [at = null] = ids
  return { ids: new Set(ids), at, from: at }
}

/** The row that is chosen alone: what is done to one thing is done to it. */
export function theOne({ ids }: Selection): string | null {
  const [id] = ids
  return ids.size === 1 && id !== undefined ? id : null
}

export function choose(id: string): Selection {
  return { ids: new Set([id]), at: id, from: id }
}

/** Everything between where the stretch began and `id`, both included. */
export function chooseTo(selection: Selection, order: readonly string[], id: string): Selection {
  const from = selection.from !== null && order.includes(selection.from) ? selection.from : id
  const [start, end] = [order.indexOf(from), order.indexOf(id)].sort((a, b) => a - b)
  return { ids: new Set(order.slice(start, (end ?? 0) + 1)), at: id, from }
}

/** One more, or one less. */
export function chooseAlso(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, at: id, from: id }
}

/** @param at where the keys stay, if it is among them */
export function chooseAll(order: readonly string[], at: string | null): Selection {
  const stays = at !== null && order.includes(at) ? at : (order[0] ?? null)
  return { ids: new Set(order), at: stays, from: stays }
}

/** Without the rows that are no longer there; where nothing is left, the row that took the place of the last one. */
export function stillThere(
  selection: Selection,
  before: readonly string[],
  now: readonly string[],
): Selection {
  const left = [...selection.ids].filter((id) => now.includes(id))
  if (selection.ids.size === 0 || left.length === selection.ids.size) return selection
  if (left.length > 0) {
    const at = selection.at !== null && left.includes(selection.at) ? selection.at : (left[0] ?? null)
    return { ids: new Set(left), at, from: at }
  }
  const rank = before.findIndex((id) => selection.ids.has(id))
  const next = now[Math.min(Math.max(rank, 0), now.length - 1)]
  return next === undefined ? nothingChosen : choose(next)
}

/** The row itself, else the first one after it that is left, else the last one before it. */
export function nearestLeft(before: readonly string[], id: string, now: readonly string[]): string | null {
  if (now.includes(id)) return id
  const left = new Set(now)
  const rank = before.indexOf(id)
  const after = before.slice(rank).find((one) => one !== '' && left.has(one))
  return after ?? before.slice(0, rank).findLast((one) => one !== '' && left.has(one)) ?? null
}
