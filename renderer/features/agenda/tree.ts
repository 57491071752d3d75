import { depths, inAgendaOrder, MAX_DEPTH } from '../../../electron/domain/agenda/agenda.ts'
import type { Id } from '../../../electron/domain/ids.ts'

export type Node = { id: Id; parentId: Id | null; position: number; kind: 'item' | 'welcome' | 'break' }

/** A place in the tree: rank `index` (from 0) among the children of `parentId`, counted without the moved item. */
export type Place = { parentId: Id | null; index: number }

export type Direction = 'up' | 'down' | 'indent' | 'outdent'

/** Children of an item in order; `null` gives the roots. */
export function childrenOf<T extends Node>(items: readonly T[], parentId: Id | null): T[] {
  return items.filter((item) => item.parentId === parentId).sort((a, b) => a.position - b.position)
}

/** The item and everything below it. */
export function withDescendants(items: readonly Node[], id: Id): Set<Id> {
  const found = new Set<Id>([id])
  for (const item of inAgendaOrder(items)) {
    if (item.parentId !== null && found.has(item.parentId)) found.add(item.id)
  }
  return found
}

/** Levels of the item's own sub-tree, 1 for an item without children. */
function height(items: readonly Node[], id: Id): number {
  const below = withDescendants(items, id)
  const depth = depths(items)
  const own = depth.get(id) ?? 1
  return Math.max(...[...below].map((one) => (depth.get(one) ?? 1) - own + 1))
}

/** Whether the item, with all it carries, may become a child of `parentId`: no loop, no fourth level. */
export function mayGoUnder(items: readonly Node[], id: Id, parentId: Id | null): boolean {
  if (parentId === null) return height(items, id) <= MAX_DEPTH
  if (withDescendants(items, id).has(parentId)) return false
  const parentDepth = depths(items).get(parentId)
  return parentDepth !== undefined && parentDepth + height(items, id) <= MAX_DEPTH
}

/**
 * Where a keystroke takes an item, or null when it cannot go further.
 * Up and down keep the level: past the first or last sibling the item joins the neighbouring parent.
 */
export function neighbour(items: readonly Node[], id: Id, direction: Direction): Place | null {
  const item = items.find((one) => one.id === id)
  if (item === undefined) return null
  const place = destination(items, item, direction)
  return place !== null && mayGoUnder(items, id, place.parentId) ? place : null
}

function destination(items: readonly Node[], item: Node, direction: Direction): Place | null {
  const siblings = childrenOf(items, item.parentId)
  const rank = siblings.findIndex((one) => one.id === item.id)
  switch (direction) {
    case 'up':
      if (rank > 0) return { parentId: item.parentId, index: rank - 1 }
      return cousinPlace(items, item, -1)
    case 'down':
      if (rank < siblings.length - 1) return { parentId: item.parentId, index: rank + 1 }
      return cousinPlace(items, item, 1)
    case 'indent': {
      const previous = siblings[rank - 1]
      if (previous === undefined) return null
      return { parentId: previous.id, index: childrenOf(items, previous.id).length }
    }
    case 'outdent': {
      const parent = items.find((one) => one.id === item.parentId)
      if (parent === undefined) return null
      const rankOfParent = childrenOf(items, parent.parentId).findIndex((one) => one.id === parent.id)
      return { parentId: parent.parentId, index: rankOfParent + 1 }
    }
  }
}

function cousinPlace(items: readonly Node[], item: Node, step: -1 | 1): Place | null {
  const parent = items.find((one) => one.id === item.parentId)
  if (parent === undefined) return null
  const uncles = childrenOf(items, parent.parentId)
  const uncle = uncles[uncles.findIndex((one) => one.id === parent.id) + step]
  if (uncle === undefined) return null
  return { parentId: uncle.id, index: step === 1 ? 0 : childrenOf(items, uncle.id).length }
}

/** Where a drop takes an item: beside the target, or as its last child. Null when the tree refuses it. */
export function dropPlace(
  items: readonly Node[],
  id: Id,
  targetId: Id,
  position: 'before' | 'after' | 'inside',
): Place | null {
  const target = items.find((one) => one.id === targetId)
  if (target === undefined || withDescendants(items, id).has(targetId)) return null
  const parentId = position === 'inside' ? target.id : target.parentId
  if (!mayGoUnder(items, id, parentId)) return null
  const siblings = childrenOf(items, parentId).filter((one) => one.id !== id)
  if (position === 'inside') return { parentId, index: siblings.length }
  const rank = siblings.findIndex((one) => one.id === targetId)
  return { parentId, index: position === 'before' ? rank : rank + 1 }
}

/** The agenda once an item stands at `place`; positions of old and new siblings close up. */
export function moveTo<T extends Node>(items: readonly T[], id: Id, place: Place): T[] {
  const item = items.find((one) => one.id === id)
  if (item === undefined) return [...items]
  const rest = items.filter((one) => one.id !== id)
  const siblings = childrenOf(rest, place.parentId)
  const moved = { ...item, parentId: place.parentId }
  siblings.splice(Math.min(place.index, siblings.length), 0, moved)
  const ranks = new Map(siblings.map((one, rank) => [one.id, rank]))
  if (item.parentId !== place.parentId) {
    for (const [rank, one] of childrenOf(rest, item.parentId).entries()) ranks.set(one.id, rank)
  }
  return items.map((one) => {
    const base = one.id === id ? moved : one
    const position = ranks.get(one.id)
    return position === undefined || position === base.position ? base : { ...base, position }
  })
}

/** The agenda with a new item after `afterId` among the children of its parent; first of them when null. */
export function insertAfter<T extends Node>(items: readonly T[], item: T, afterId: Id | null): T[] {
  const siblings = childrenOf(items, item.parentId)
  const index = afterId === null ? 0 : siblings.findIndex((one) => one.id === afterId) + 1
  return moveTo([...items, { ...item, position: siblings.length }], item.id, {
    parentId: item.parentId,
    index,
  })
}

/** The agenda without an item and its descendants. */
export function without<T extends Node>(items: readonly T[], id: Id): T[] {
  const gone = withDescendants(items, id)
  const parentId = items.find((one) => one.id === id)?.parentId ?? null
  const rest = items.filter((one) => !gone.has(one.id))
  const ranks = new Map(childrenOf(rest, parentId).map((one, rank) => [one.id, rank]))
  return rest.map((one) => {
    const position = ranks.get(one.id)
    return position === undefined || position === one.position ? one : { ...one, position }
  })
}

/** The item that takes the selection when `id` goes: the next row outside its sub-tree, else the one above. */
export function heirOf(items: readonly Node[], id: Id): Id | null {
  const gone = withDescendants(items, id)
  const ordered = inAgendaOrder(items)
  const rank = ordered.findIndex((one) => one.id === id)
  const after = ordered.slice(rank).find((one) => !gone.has(one.id))
  return (after ?? ordered[rank - 1])?.id ?? null
}
