import type { Id } from '../../../electron/domain/ids.ts'
import type { Row } from './rows.ts'
import { dropPlace, type Place } from './tree.ts'

/** Beside which item, or in which, one that is carried would come down. */
export type Landing = {
  readonly target: Id
  readonly place: 'before' | 'after' | 'inside'
  /** The row that shows it, and where in it. */
  readonly at: Id
  readonly edge: 'before' | 'after' | 'inside'
  /** What the item would have. */
  readonly level: number
}

/** How far to the side the mouse goes for one level. */
const LEVEL_PX = 24
/** Of the height of a row: above and below it lies what is between rows, within it the row. */
const EDGE = 0.25

/** Between a row and the one above it, the innermost level first: after the row above, or after what holds it. */
function between(rows: readonly Row[], index: number): Landing[] {
  const above = rows[index - 1]
  const below = rows[index]
  if (above === undefined)
    return below === undefined ? [] : [beside(below.item.id, 'before', below.item.id, 'before', 1)]
  const at = above.item.id
  if (below !== undefined && below.depth > above.depth)
    return [beside(below.item.id, 'before', at, 'after', below.depth)]
  const found: Landing[] = []
  let held: Row | undefined = above
  while (held !== undefined && held.depth >= (below?.depth ?? 1)) {
    found.push(beside(held.item.id, 'after', at, 'after', held.depth))
    const { parentId }: Row['item'] = held.item
    held = rows.find(({ item }) => item.id === parentId)
  }
  return found
}

function inside({ item, depth }: Row): Landing {
  return beside(item.id, 'inside', item.id, 'inside', depth + 1)
}

function beside(target: Id, place: Landing['place'], at: Id, edge: Landing['edge'], level: number): Landing {
  return { target, place, at, edge, level }
}

/** Null where the tree refuses it. */
export function placeOf(rows: readonly Row[], id: Id, { target, place }: Landing): Place | null {
  return dropPlace(
    rows.map(({ item }) => item),
    id,
    target,
    place,
  )
}

/** Under the mouse, which keeps the level of the item unless it goes to the side. */
export function landingUnder(
  rows: readonly Row[],
  over: { dragged: Id; id: Id; share: number; across: number },
): Landing | null {
  const index = rows.findIndex(({ item }) => item.id === over.id)
  const row = rows[index]
  const dragged = rows.find(({ item }) => item.id === over.dragged)
  if (row === undefined || dragged === undefined) return null
  const may = (landing: Landing) => placeOf(rows, over.dragged, landing) !== null
  const isWithin = over.share >= EDGE && over.share <= 1 - EDGE
  if (isWithin && may(inside(row))) return inside(row)
  const wanted = dragged.depth + Math.round(over.across / LEVEL_PX)
  const offered = between(rows, over.share < 0.5 ? index : index + 1).filter(may)
  const far = ({ level }: Landing) => Math.abs(level - wanted)
  return offered.reduce<Landing | null>(
    (best, one) => (best === null || far(one) < far(best) ? one : best),
    null,
  )
}

/** The next one by the keyboard, from the item itself where it is nowhere yet; null at the end. */
export function nextLanding(
  rows: readonly Row[],
  id: Id,
  from: Landing | null,
  step: 1 | -1,
): Landing | null {
  const all = [
    ...rows.flatMap((row, index) => [...between(rows, index), inside(row)]),
    ...between(rows, rows.length),
  ]
  const isFrom = ({ target, place }: Landing) =>
    from === null ? target === id && place === 'inside' : target === from.target && place === from.place
  for (let at = all.findIndex(isFrom) + step; at >= 0; at += step) {
    const landing = all[at]
    if (landing === undefined) return null
    if (placeOf(rows, id, landing) !== null) return landing
  }
  return null
}
