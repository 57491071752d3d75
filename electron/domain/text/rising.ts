/** Ranks of a longest rising row of numbers. */
export function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  numbers.forEach((value, rank) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[rank] = ends[low - 1]
    ends[low] = rank
  })
  const row = new Set<number>()
  for (let rank = ends.at(-1); rank !== undefined; rank = previous[rank]) row.add(rank)
  return row
}
