import type { FoundItem } from './found-item.ts'

/** "1 Bilan" over "1.1 Budget" and "2 Calendrier": bare numbers before titles are their numbers where they count on from one. */
export function takeTypedNumbers(items: readonly FoundItem[]): void {
  if (items.some(({ number }) => number !== null)) return
  const typed = items.flatMap((item) => {
    const [whole, number] = /^(\d{1,2}(?:\.\d{1,2}){0,3})\s+(?=\S)/u.exec(item.title) ?? []
    return whole === undefined || number === undefined
      ? []
      : [{ item, number, title: item.title.slice(whole.length) }]
  })
  if (typed.length < 2 || !countsOn(typed.map(({ number }) => number))) return
  for (const { item, number, title } of typed) {
    item.number = number
    item.title = title
  }
}

/** Each is the first below the one before, or the next of its level or of one above. */
function countsOn(numbers: readonly string[]): boolean {
  let before: number[] = []
  for (const number of numbers) {
    const parts = number.split('.').map(Number)
    const last = parts.at(-1) ?? 0
    const above = parts.slice(0, -1)
    const isBelow = parts.length <= before.length + 1 && above.every((part, at) => part === before[at])
    if (!isBelow || last !== (before[above.length] ?? 0) + 1) return false
    before = parts
  }
  return true
}
