// Nest: depth of table items by their dotted numbers ("2.1" lies under "2").
import type { FoundItem } from './found-item.ts'

/** Gives each item the depth its number says, when the number above it is there; others stay at the top. */
export function nestByNumber(items: readonly FoundItem[]): FoundItem[] {
  const depths = new Map<string, number>()
  for (const item of items) {
    const parent = item.number?.split('.').slice(0, -1).join('.')
    const above = parent === undefined || parent === '' ? undefined : depths.get(parent)
    item.depth = above === undefined ? 0 : above + 1
    if (item.number !== null) depths.set(item.number, item.depth)
  }
  return [...items]
}
