import { MAX_DEPTH } from './agenda.ts'

type Placed = { readonly id: string; readonly parentId: string | null }

/** A line that was taken, in the order of the file: a new item, or one of the agenda that takes its place or keeps its own. */
export type TakenLine = Placed & { readonly isPlaced: boolean }

/**
 * Items of the agenda (in agenda order) and lines together, parents before their children. What the file does not place
 * stays behind the sibling it followed; children of a withdrawn item take its place; new items follow their neighbour in the
 * file. A place that would make an item its own ancestor is not taken.
 */
export function laidOut(
  items: readonly Placed[],
  lines: readonly TakenLine[],
  withdrawn: ReadonlySet<string>,
): Placed[] {
  const parents = new Map(items.map((item) => [item.id, item.parentId]))
  for (const { id, parentId, isPlaced } of lines)
    if (isPlaced && !leadsTo(parents, parentId, id)) parents.set(id, parentId)
  for (const id of parents.keys()) parents.set(id, standing(parents, parents.get(id) ?? null, withdrawn))
  for (const id of withdrawn) parents.delete(id)
  const order = mergedOrder(
    items.map(({ id }) => id).filter((id) => parents.has(id)),
    lines.filter(({ id, isPlaced }) => isPlaced && parents.has(id)).map(({ id }) => id),
    parents,
  )
  return walked(order)
}

/** Whether an item hangs, at any depth, on another one. */
function leadsTo(parents: ReadonlyMap<string, string | null>, from: string | null, to: string): boolean {
  for (let at = from; at !== null; at = parents.get(at) ?? null) if (at === to) return true
  return false
}

function standing(
  parents: ReadonlyMap<string, string | null>,
  from: string | null,
  withdrawn: ReadonlySet<string>,
): string | null {
  let at = from
  while (at !== null && withdrawn.has(at)) at = parents.get(at) ?? null
  return at
}

/** Per parent, the file's order, with what only the agenda has put back behind the sibling that it followed. */
function mergedOrder(
  present: readonly string[],
  placed: readonly string[],
  parents: ReadonlyMap<string, string | null>,
): Map<string | null, string[]> {
  const known = new Set(present)
  const isPlaced = new Set(placed)
  const order = new Map<string | null, string[]>()
  const childrenOf = (id: string) => {
    const parent = parents.get(id) ?? null
    const children = order.get(parent) ?? []
    order.set(parent, children)
    return children
  }
  for (const id of placed) childrenOf(id).push(id)
  const last = new Map<string | null, string>()
  for (const id of present) {
    const parent = parents.get(id) ?? null
    if (!isPlaced.has(id)) {
      const children = childrenOf(id)
      const anchor = last.get(parent)
      let at = anchor === undefined ? 0 : children.indexOf(anchor) + 1
      // New lines stay with the line that they follow in the file.
      if (anchor !== undefined && isPlaced.has(anchor))
        while (at < children.length && !known.has(children[at] ?? '')) at += 1
      children.splice(at, 0, id)
    }
    last.set(parent, id)
  }
  return order
}

/** The tree from the top; what would be too deep stands beside its parent. */
function walked(order: ReadonlyMap<string | null, readonly string[]>): Placed[] {
  const tree: Placed[] = []
  const visit = (from: string | null, parentId: string | null, depth: number) => {
    for (const id of order.get(from) ?? []) {
      tree.push({ id, parentId })
      const isDeepest = depth >= MAX_DEPTH
      visit(id, isDeepest ? parentId : id, isDeepest ? depth : depth + 1)
    }
  }
  visit(null, null, 1)
  return tree
}
