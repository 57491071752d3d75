import type { FoundItem } from './found-item.ts'

/** Gives each item the depth its number says, when the number above it is there; others stay at the top, or in their part. */
export function nestByNumber(items: readonly FoundItem[]): FoundItem[] {
  const depths = new Map<string, number>()
  let inPart = 0
  for (const item of items) {
    const parent = item.number?.split('.').slice(0, -1).join('.')
    const above = parent === undefined || parent === '' ? undefined : depths.get(parent)
    if (item.isPart) inPart = 1
    item.depth = item.isPart ? 0 : above === undefined ? inPart : above + 1
    if (item.number !== null) depths.set(item.number, item.depth)
  }
  return [...items]
}
