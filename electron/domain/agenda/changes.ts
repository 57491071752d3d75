import type { Id } from '../ids.ts'
import type { AgendaContent, AgendaContentItem, MovedHour } from './version.ts'

/** Fields of an item that can be edited and are printed. */
const editable = [
  'title',
  'kind',
  'nature',
  'presenter',
  'organisation',
  'requester',
  'durationMinutes',
  'fixedStart',
] as const satisfies (keyof AgendaContentItem)[]
export type EditedField = (typeof editable)[number]

/** The meeting itself, at the head of its agenda. */
const headFields = ['date', 'startTime', 'endTime', 'place'] as const satisfies (keyof AgendaContent)[]
export type HeadField = (typeof headFields)[number]

export type AgendaDifference =
  | { type: 'added'; after: AgendaContentItem }
  | { type: 'removed'; before: AgendaContentItem }
  | { type: 'moved'; before: AgendaContentItem; after: AgendaContentItem }
  | { type: 'edited'; before: AgendaContentItem; after: AgendaContentItem; fields: EditedField[] }

/**
 * Differences in the order of the newer agenda, removed items after the one they followed. An item is moved when it has
 * another parent, or another place among the siblings it kept; of those, the fewest that explain the new order.
 * An item both moved and edited gives two differences; hours and numbers that only follow give none.
 */
export function agendaChanges(before: AgendaContent, after: AgendaContent): AgendaDifference[] {
  const old = byId(before)
  const now = byId(after)
  const moved = movedIds(before.items, after.items)
  const gone = removedAfter(before, now)
  const found: AgendaDifference[] = [...(gone.get(null) ?? [])]
  for (const item of after.items) {
    const was = old.get(item.id)
    if (was === undefined) found.push({ type: 'added', after: item })
    else {
      if (moved.has(item.id)) found.push({ type: 'moved', before: was, after: item })
      const fields = editable.filter((field) => was[field] !== item[field])
      if (fields.length > 0) found.push({ type: 'edited', before: was, after: item, fields })
    }
    found.push(...(gone.get(item.id) ?? []))
  }
  return found
}

/** Changes at the head: date, hours, place. */
export function headChanges(before: AgendaContent, after: AgendaContent): HeadField[] {
  return headFields.filter((field) => before[field] !== after[field])
}

/** Whether two contents print the same; which row of the directory a name was taken from is not printed. */
export function sameContent(a: AgendaContent, b: AgendaContent): boolean {
  return headChanges(a, b).length === 0 && agendaChanges(a, b).length === 0
}

/** Items that stay and have a presenter, whose clock time is another than it was; in the order of the newer agenda. */
export function movedHours(before: AgendaContent, after: AgendaContent): MovedHour[] {
  const old = byId(before)
  return after.items.flatMap((item) => {
    const was = old.get(item.id)
    if (was === undefined || item.presenter.trim() === '' || was.start === item.start) return []
    const { id: itemId, title, presenter, presenterId } = item
    return [{ itemId, title, presenter, presenterId, before: was.start, after: item.start }]
  })
}

function byId({ items }: AgendaContent): Map<Id, AgendaContentItem> {
  return new Map(items.map((item) => [item.id, item]))
}

/** Removed items by the kept item that they followed (null: none before them). */
function removedAfter(
  before: AgendaContent,
  now: ReadonlyMap<Id, unknown>,
): Map<Id | null, AgendaDifference[]> {
  const gone = new Map<Id | null, AgendaDifference[]>()
  let last: Id | null = null
  for (const item of before.items) {
    if (now.has(item.id)) last = item.id
    else gone.set(last, [...(gone.get(last) ?? []), { type: 'removed', before: item }])
  }
  return gone
}

type Placed = { readonly id: Id; readonly parentId: Id | null }

/** Of the items in both lists, those under another parent, and the fewest that explain another order. */
export function movedIds(before: readonly Placed[], after: readonly Placed[]): Set<Id> {
  const old = new Map(before.map((item, rank) => [item.id, { parentId: item.parentId, rank }]))
  const moved = new Set<Id>()
  /** Former ranks of the siblings that stayed together, in their new order. */
  const families = new Map<Id | null, { id: Id; rank: number }[]>()
  for (const { id, parentId } of after) {
    const was = old.get(id)
    if (was === undefined) continue
    if (was.parentId !== parentId) moved.add(id)
    else families.set(parentId, [...(families.get(parentId) ?? []), { id, rank: was.rank }])
  }
  for (const family of families.values()) {
    const stay = longestRising(family.map(({ rank }) => rank))
    for (const [index, { id }] of family.entries()) if (!stay.has(index)) moved.add(id)
  }
  return moved
}

/**
 * Indexes of a longest rising run in a list of distinct numbers: what kept its order when the list is a rearrangement
 * (the longest common subsequence of both orders). Of equal runs the later one stays: of two items that changed places,
 * the one that went up is said to have moved. At most 500 items: the quadratic way is fast enough.
 */
function longestRising(ranks: readonly number[]): Set<number> {
  const length: number[] = []
  const previous: number[] = []
  let best = -1
  for (const [index, rank] of ranks.entries()) {
    length[index] = 1
    previous[index] = -1
    for (let earlier = 0; earlier < index; earlier += 1) {
      const candidate = (length[earlier] ?? 0) + 1
      if ((ranks[earlier] ?? 0) < rank && candidate >= (length[index] ?? 0)) {
        length[index] = candidate
        previous[index] = earlier
      }
    }
    if ((length[index] ?? 0) >= (length[best] ?? 0)) best = index
  }
  const run = new Set<number>()
  for (let index = best; index >= 0; index = previous[index] ?? -1) run.add(index)
  return run
}
