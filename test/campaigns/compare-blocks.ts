export type Difference = {
  /** How many had to be found. */
  blocks: number
  missing: string[]
  added: string[]
  /** Found, but not at their place among the others. */
  outOfOrder: number
}

export function compareBlocks(wanted: readonly string[], found: readonly string[]): Difference {
  const missing = without(wanted, found)
  return {
    blocks: wanted.length,
    missing,
    added: without(found, wanted),
    outOfOrder: wanted.length - missing.length - longestCommon(wanted, found),
  }
}

export function isSame({ missing, added, outOfOrder }: Difference): boolean {
  return missing.length + added.length + outOfOrder === 0
}

/** Blocks that one list holds more often than the other. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const text of other) left.set(text, (left.get(text) ?? 0) + 1)
  return list.filter((text) => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count < 1
  })
}

/** Length of the longest list that can be had from both by leaving out. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(b.length + 1)
  for (const text of a) {
    const next = new Uint32Array(b.length + 1)
    for (let index = 0; index < b.length; index += 1)
      next[index + 1] =
        text === b[index] ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0)
    row = next
  }
  return row.at(-1) ?? 0
}
